"""Wishes about the order and number of scenes: move, swap, copy, split, take out."""

from __future__ import annotations

import re

from t2v_studio.director.edits import (
    DoubleClip,
    DropClip,
    MoveClip,
    ReverseClips,
    SplitClip,
    SwapClips,
)
from t2v_studio.director.wishes.clauses import Clause
from t2v_studio.director.wishes.measures import DURATION, duration_ms
from t2v_studio.director.wishes.numbered import scenes_of
from t2v_studio.director.wishes.wish import Context, Reader, Wish

_SWAP = re.compile(r"\b(?:swap|switch|exchange|interchange)\b|交换|对调|互换|调换", re.IGNORECASE)
_REVERSED = re.compile(
    r"\breverse (?:the )?(?:order|sequence|scenes|clips)\b|\bin reverse order\b"
    r"|倒序|(?:颠倒|反转)(?:顺序|次序)",
    re.IGNORECASE,
)
_DOUBLE = re.compile(r"\b(?:duplicate|copy|clone|repeat)\b|复制|重复", re.IGNORECASE)
_SPLIT = re.compile(
    r"\bsplit\b|\b(?:cut|divide)\b.*\b(?:in|into) (?:two|half|2)\b|拆分|拆成|分割|切开|一分为二",
    re.IGNORECASE,
)
_MOVE = re.compile(r"\b(?:move|put|place|bring|shift|send)\b|放|移|挪|调到|排", re.IGNORECASE)
_DROP = re.compile(
    r"^\W*(?:please\s+)?(?:remove|delete|drop|erase|cut(?: out)?|take out|get rid of|throw out)"
    r"(?:\s+(?:the|and|,))*\W*$|^\W*请?把?(?:删除|删掉|去掉|移除|剪掉|拿掉|不要)?[和与、\s]*"
    r"(?:删除|删掉|去掉|移除|剪掉|拿掉|删)?了?\W*$",
    re.IGNORECASE,
)
_FRONT = re.compile(
    r"\bfirst\b|\b(?:start|beginning|front|top)\b|最前|开头|片头|第一(?:个|位)|首位", re.IGNORECASE
)
_BACK = re.compile(r"\blast\b|\bend\b|最后|末尾|结尾|片尾", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|ahead of|in front of)\b|之前|前面|前边", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:after|behind|following)\b|之后|后面|后边", re.IGNORECASE)
_POSITION = re.compile(r"\bposition (\d{1,2})\b|第(\d{1,2})位", re.IGNORECASE)
_SCENES = re.compile(r"\b(?:scenes|clips|shots)\b|场景|镜头|片段", re.IGNORECASE)
_OTHER = frozenset({"title", "caption", "music"})


def arrangement(clause: Clause, context: Context) -> Wish | None:
    """Read a wish about the order and number of scenes."""
    if clause.topics & _OTHER or not context.film.clips:
        return None
    readers: tuple[Reader, ...] = (_split, _reversed, _swapped, _doubled, _dropped, _moved)
    return next(filter(None, (reader(clause, context) for reader in readers)), None)


def _reversed(clause: Clause, context: Context) -> Wish | None:
    if not _REVERSED.search(clause.text):
        return None
    return Wish((ReverseClips(),)) if len(context.film.clips) > 1 else _alone()


def _swapped(clause: Clause, context: Context) -> Wish | None:
    """Two scenes by number, or the only two there are."""
    if not _SWAP.search(clause.text):
        return None
    meant = context.scenes
    if not meant and _SCENES.search(clause.text) and len(context.film.clips) <= 2:
        meant = (0, 1)
    if len(meant) != 2:
        return Wish(problem="which_scenes") if _SCENES.search(clause.text) else None
    return Wish((SwapClips(*meant),)) if len(context.film.clips) > 1 else _alone()


def _doubled(clause: Clause, context: Context) -> Wish | None:
    if not _DOUBLE.search(clause.text) or not (context.scenes or _names_scene(clause)):
        return None
    if context.scenes:
        return Wish(tuple(DoubleClip(one) for one in sorted(context.scenes, reverse=True)))
    return Wish((DoubleClip(0),)) if len(context.film.clips) == 1 else Wish(problem="which_scenes")


def _split(clause: Clause, context: Context) -> Wish | None:
    if not _SPLIT.search(clause.text):
        return None
    found, film = DURATION.search(clause.text), context.film
    clip = film.clips[context.scenes[0]] if context.scenes else None
    start, length = (clip.start_ms, clip.duration_ms) if clip else (0, film.duration_ms)
    into = duration_ms(found) if found else length // 2
    if clip and into >= length:
        start = 0  # a time of the film, not of the scene
    if not 0 < start + into < film.duration_ms:
        return Wish(problem="outside")
    return Wish((SplitClip(start + into),))


def _dropped(clause: Clause, context: Context) -> Wish | None:
    rest = scenes_of(clause.text).rest
    if not context.scenes or "remove" not in clause.verbs | _trims(clause) or not _DROP.match(rest):
        return None
    meant = sorted(set(context.scenes), reverse=True)
    if len(meant) == len(context.film.clips):
        return Wish(problem="nothing_left")
    return Wish(tuple(DropClip(one) for one in meant))


def _trims(clause: Clause) -> frozenset[str]:
    return frozenset({"remove"}) if "trim" in clause.verbs else frozenset()


def _moved(clause: Clause, context: Context) -> Wish | None:
    rest = scenes_of(clause.text).rest
    if not context.scenes or not _MOVE.search(rest) or clause.measured:
        return None
    number, *others = context.scenes
    to = _beside(rest, number, others[0]) if others else _at_an_end(rest, len(context.film.clips))
    if to is None:
        return None
    return Wish((MoveClip(number, to),)) if len(context.film.clips) > 1 else _alone()


def _beside(rest: str, number: int, other: int) -> int | None:
    """Return the new place before or behind another scene, once the scene has left its own."""
    if _BEFORE.search(rest):
        return other - (number < other)
    return other + (number > other) if _BEHIND.search(rest) else None


def _at_an_end(rest: str, count: int) -> int | None:
    if found := _POSITION.search(rest):
        return min(count, max(1, int(found[1] or found[2]))) - 1
    if _FRONT.search(rest):
        return 0
    return count - 1 if _BACK.search(rest) else None


def _names_scene(clause: Clause) -> bool:
    return bool(
        re.search(r"\b(?:scene|clip|shot|it)\b|场景|镜头|片段|它", clause.text, re.IGNORECASE)
    )


def _alone() -> Wish:
    return Wish(problem="one_scene")
