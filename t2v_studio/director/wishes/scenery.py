"""Wishes about what the scenes show: time, weather, place, camera, subjects, and more scenes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from t2v_studio.director.edits import AddScene, ChangeScene
from t2v_studio.director.reading.scenes import read_scene
from t2v_studio.director.wishes.clauses import Clause
from t2v_studio.director.wishes.measures import DURATION, duration_ms
from t2v_studio.director.wishes.uploads import REFERENCES
from t2v_studio.director.wishes.wish import Context, Wish
from t2v_studio.scene import Scene, Subject

APPEND = re.compile(
    r"\b(?:append|followed by|(?:then|and|finally) show|cut to|end with|"
    r"(?:add|insert|include|make|create)\s+(?:a|an|another|one more|a second|a third|a new)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:scene|shot|clip|part|segment)(?!\s+(?:change|transition)))\b(?:\s+(?:of|with|where"
    r"|showing|in which|about))?[:,]?\s*"
    r"|(?:再)?(?:加|添加|增加|接)(?:上)?(?:一|另)?(?:个|段|幕)?(?:新的)?(?:场景|镜头|画面|片段)[::,]?\s*"
    r"|(?:再|然后|接着)(?:加|来|拍)(?:一段|一个)\s*",
    re.IGNORECASE,
)
_SCENE_MS = 5_000
"""How long an added scene lasts when nobody says."""

_SETTINGS = ("time", "weather", "place", "camera", "pace")
_OUT = re.compile(
    r"\b(?:remove|delete|erase|without|no|get rid of|take out)\b|去掉|删|移除|不要|拿掉"
)
INSTEAD = re.compile(r"\binstead of\b|代替", re.IGNORECASE)
_SWAP = re.compile(
    r"\b(?:replace|swap|change|turn|switch)\b(?P<old>.+?)\b(?:with|by|for|to|into)\b(?P<new>.+)"
    r"|\bmake the (?P<made>\w+(?: \w+)?) (?P<into>(?:an?|some|two|three) .+)"
    r"|(?P<instead>.+)\binstead of\b(?P<gone>.+)|用(?P<zh_instead>.+)代替(?P<zh_gone>.+)"
    r"|把(?P<zh_old>.+?)(?:换成|改成|变成|替换成|替换为|换为)(?P<zh_new>.+)",
    re.IGNORECASE,
)


def more_scenes(clause: Clause, context: Context) -> Wish | None:
    """Read a wish for one more scene."""
    del context
    found = APPEND.search(clause.text)
    if not found or any(rule.search(clause.text) for rule in REFERENCES.values()):
        return None
    length = DURATION.search(clause.text)
    words = DURATION.sub(" ", clause.text[found.end() :]).strip(" ,.。")
    if not words:
        return Wish(problem="which_scene")
    lasting = duration_ms(length) if length else _SCENE_MS
    return Wish((AddScene(scene=read_scene(words), duration_ms=max(1_000, min(lasting, 60_000))),))


def subjects(clause: Clause, context: Context) -> Wish | None:
    """Read a wish for other subjects: a cat more, no dog, a cat instead of the dog."""
    drawn = _drawn(context)
    if drawn is None or clause.topics & {"music", "title", "caption"}:
        return None
    clip = context.scene
    if found := _SWAP.search(clause.text):
        old, new = (read_scene(_said_of(found, *names)).subjects for names in _SIDES)
        return _swapped(cast_of(context), old, new, clip) if old and new else None
    named = read_scene(_OUT.sub(" ", clause.text)).subjects
    if not named or not clause.verbs & {"add", "remove"}:
        return None
    if _OUT.search(clause.text):
        return _removed(cast_of(context), named, clip)
    return Wish((ChangeScene(add=named, clip=clip),))


_SIDES = (("old", "zh_old", "gone", "zh_gone", "made"),
          ("new", "zh_new", "instead", "zh_instead", "into"))  # fmt: skip
"""Names of what goes and of what comes, in the ways to say it."""


def _said_of(found: re.Match[str], *names: str) -> str:
    return next(said for name in names if (said := found[name]))


def settings(clause: Clause, context: Context) -> Wish | None:
    """Read a wish for another time, weather, place, camera or pace."""
    drawn = _drawn(context)
    said: dict[str, Any] = {name: value for name in _SETTINGS if (value := _said(clause, name))}
    if not said:
        return None
    if drawn is None:
        return Wish(problem="style_of_upload")
    if "remove" in clause.verbs and "weather" in said:
        said = {"weather": "clear"}
    return Wish((ChangeScene(clip=context.scene, **said),))


def _said(clause: Clause, kind: str) -> str:
    """The value that the words mean outright, not one that they could mean elsewhere."""
    return next((span.value for span in clause.spans if span.kind == kind), "")


def _drawn(context: Context) -> Scene | None:
    if context.scene is not None:
        return context.film.clips[context.scene].scene
    return next((clip.scene for clip in context.film.clips if clip.scene), None)


def cast_of(context: Context) -> tuple[Subject, ...]:
    """Return whoever is in the scenes that are meant."""
    clips = context.film.clips
    meant = clips if context.scene is None else (clips[context.scene],)
    return tuple(one for clip in meant if clip.scene for one in clip.scene.subjects)


def _swapped(
    cast: tuple[Subject, ...], old: tuple[Subject, ...], new: tuple[Subject, ...], clip: int | None
) -> Wish:
    there = {one.name: one for one in cast}
    gone = [there[one.name] for one in old if one.name in there]
    if not gone:
        return Wish(problem="no_such_subject", detail=old[0].words)
    like = gone[0]
    added = tuple(
        replace(one, action=like.action, direction=like.direction, on=like.on) for one in new
    )
    names = tuple(one.name for one in gone)
    return Wish((ChangeScene(remove=names, add=added, clip=clip, instead=True),))


def _removed(cast: tuple[Subject, ...], named: tuple[Subject, ...], clip: int | None) -> Wish:
    names = tuple(one.name for one in named)
    if not {one.name for one in cast} & set(names):
        return Wish(problem="no_such_subject", detail=named[0].words)
    return Wish((ChangeScene(remove=names, clip=clip),))
