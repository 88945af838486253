"""A prompt made into the stages of a film: the video first, then music, then a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from t2v_studio.director.edits import AddCaption, AddMusic, MakeFilm, Said, SetEffects
from t2v_studio.director.extras import too_fine
from t2v_studio.director.order import Order, read_order
from t2v_studio.director.project import Stage
from t2v_studio.director.reading.scenes import Reading, read
from t2v_studio.director.reading.spans import spans
from t2v_studio.director.seeds import seed_of
from t2v_studio.director.timeline import LONGEST_MS, SHORTEST_MS
from t2v_studio.director.titles import title_of
from t2v_studio.director.wishes.captions import (
    LONGEST_TEXT,
    TITLE_MS,
    place_of_titles,
    size_of_titles,
)
from t2v_studio.director.wishes.music import DEFAULT_VOLUME

DEFAULT_MS, SCENE_MS = 10_000, 5_000
"""Length of a film of one scene, and of each scene of more."""

MOST_SCENES = 12

_CUTS = re.compile(
    r"[\s,.;]*(?:\b(?:and )?then\b|\bcut to\b|\bnext scene\b|\bfollowed by\b"
    r"|\b(?:scene|shot) \d+\s*[::.-])[\s,:]*"
    r"|[\s,。;]*(?:然后|接着|切到|切换到|镜头[一二三四五六\d][::]?|场景[一二三四五六\d][::]?)[,:\s]*"
    r"|\n+\s*(?:\d+[.)、]|[-*])\s*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"[\s,.;。；]*"
    r"(?:\b(?:scene|shot) \d{1,2}\s*[:：]|(?:镜头|场景)[一二三四五六七八九十\d]{1,2}[:：])\s*",
    re.IGNORECASE,
)
"""How a script names its scenes, the second and the next ones too."""

_PRONOUNS = frozenset(["it", "he", "she", "they", "它", "他", "她", "它们", "他们", "她们"])


def readings(words: str, seed: int) -> tuple[Reading, ...]:
    """Read a description into one scene, or into several when it tells of several."""
    shots: list[str] = []
    for part in filter(None, map(str.strip, _parts(words)[:MOST_SCENES])):
        own = {"subjects", "place"} & set(read(part).said)
        if shots and not own:
            shots[-1] += f", {part}"
        else:
            shots.append(_continued(part, shots[-1]) if shots else part)
    whole = read(words, seed)
    if len(shots) < 2:
        return (whole,)
    return tuple(_of_one_film(read(shot, seed + i), whole) for i, shot in enumerate(shots))


def _parts(words: str) -> list[str]:
    """Cut a description where it says so; a script at its numbers alone.

    What stands before a script's first scene shows nothing: it is about all of them.
    """
    script = _NUMBERED.split(words)
    return script[1:] if len(script) > 2 else _CUTS.split(words)


def _continued(part: str, before: str) -> str:
    """Name who goes on doing something: "then sleeps in a meadow" is about the fox before it."""
    first = next((span for span in spans(part) if span.kind != "mark"), None)
    doers = read(before).scene.subjects
    if first is None or not doers:
        return part
    if first.text.lower() in _PRONOUNS:
        part = part.removeprefix(first.text).lstrip()
    elif first.kind != "action":
        return part
    return f"{doers[0].words}{'' if first.sign else ' '}{part}"


def _of_one_film(shot: Reading, whole: Reading) -> Reading:
    """The shots of a film share its style, and its mood where they name none."""
    scene = replace(shot.scene, style=whole.scene.style, mood=whole.scene.mood)
    return replace(shot, scene=scene)


def has_picture(words: str) -> bool:
    """Say whether a description tells of anything to show."""
    found = read(words)
    told = {"subjects", "place", "time", "weather"} & set(found.said)
    return bool(told or found.left_out or found.scene.not_drawn)


def stages(message: str) -> tuple[tuple[Stage, ...], tuple[str, ...]]:
    """Return the stages of a film made from a prompt, and the notes that go with them."""
    order, seed = read_order(message), seed_of("film", message)
    shots = readings(order.words, seed)
    asked = order.duration_ms or max(DEFAULT_MS * (len(shots) == 1), SCENE_MS * len(shots))
    length = max(SHORTEST_MS, min(asked, LONGEST_MS))
    made = MakeFilm(
        name=order.title or title_of(order.words) or "Untitled",
        scenes=tuple(shot.scene for shot in shots),
        duration_ms=length,
        aspect=order.aspect or "16:9",
        style=shots[0].scene.style,
    )
    notes = ("longest",) * (asked > length) + ("shortest",) * (asked < length)
    notes += ("long_text",) * (any(shot.cut for shot in shots) or len(shots) == MOST_SCENES)
    notes += ("finest",) * too_fine(message)
    notes += ("language",) * (not any(shot.said for shot in shots))
    return tuple(_stages(message, order, made, seed)), notes


def _stages(message: str, order: Order, made: MakeFilm, seed: int) -> Iterator[Stage]:
    silent = () if order.effects else (SetEffects(0),)
    yield Stage("generate_video", (Said(message), made, *silent))
    if order.music:
        music = AddMusic(
            mood=order.mood or made.scenes[0].mood,
            seed=seed,
            volume=DEFAULT_VOLUME if order.volume is None else min(100, order.volume),
        )
        yield Stage("add_music", (music,))
    if order.titled:
        text = made.name[:LONGEST_TEXT]
        title = AddCaption(
            text=text,
            start_ms=0,
            end_ms=min(TITLE_MS, made.duration_ms),
            position=(place := place_of_titles(made.style)),
            size=size_of_titles(place),
        )
        yield Stage("add_title", (title,))
