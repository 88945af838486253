"""Wishes about the film as a whole: aspect ratio, length, cuts, style."""

from __future__ import annotations

import re
from dataclasses import replace

from t2v_studio.director.edits import Cut, SetAspect, SetClipDuration, SetDuration, SetStyle
from t2v_studio.director.edits.clips import SHORTEST_CLIP_MS
from t2v_studio.director.timeline import LONGEST_MS, SHORTEST_MS
from t2v_studio.director.wishes.clauses import Clause
from t2v_studio.director.wishes.colours import grades
from t2v_studio.director.wishes.measures import (
    DURATION,
    OTHER_ASPECT,
    Window,
    aspect,
    duration_ms,
    window,
)
from t2v_studio.director.wishes.wish import Context, Wish

_BY = re.compile(
    r"\bby\s+(?:another\s+)?$|\b(?:another|more|extra)\s*$|再\s*$|多\s*$|延长\s*$|加长\s*$"
    r"|\bextend(?: it| the (?:video|film|clip))?\s*$",
    re.IGNORECASE,
)
_SHORTEN = re.compile(r"\bby\s+$|缩短\s*$|\bshorten(?: it| the \w+)?\s*$", re.IGNORECASE)
_MORE = re.compile(r"^\s*(?:more|longer|extra)\b|^\s*(?:更长|长一点)", re.IGNORECASE)
_LESS = re.compile(r"^\s*(?:shorter|less|off)\b", re.IGNORECASE)
_DOUBLE = re.compile(r"\b(?:double|twice)\b|一倍|两倍|加倍", re.IGNORECASE)
_HALVE = re.compile(r"\b(?:halve|half the|half as)\b|一半|减半", re.IGNORECASE)
_DOWN_TO = re.compile(r"\b(?:to|down to|at)\s*$|到\s*$|成\s*$|为\s*$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between)\b|从", re.IGNORECASE)
_ONE = re.compile(
    r"\b(first|last|final|opening|closing) second\b(?! (?:scene|clip|shot))", re.IGNORECASE
)
_EDGES = re.compile(
    r"\b(?:start|beginning|end|opening|ending)\b|开头|结尾|片头|片尾", re.IGNORECASE
)


def frame(clause: Clause, context: Context) -> Wish | None:
    """Read a wish for another aspect ratio."""
    del context
    wanted = aspect(clause.text)
    if wanted:
        return Wish((SetAspect(wanted),))
    if found := OTHER_ASPECT.search(clause.text):
        return Wish(problem="other_aspect", detail=found[1])
    return None


def length(clause: Clause, context: Context) -> Wish | None:
    """Read a wish for another length, or for a stretch to be cut out."""
    clause = replace(clause, text=_ONE.sub(r"\1 1 second", clause.text))
    film_ms, number = context.film.duration_ms, context.scene
    clip = context.film.clips[number] if number is not None else None
    start_ms, length_ms = (clip.start_ms, clip.duration_ms) if clip else (0, film_ms)
    found = DURATION.search(clause.text)
    if stretch := _stretch(clause, length_ms):
        if film_ms - (stretch.end_ms - stretch.start_ms) < SHORTEST_MS:
            return Wish(problem="nothing_left")
        return Wish((Cut(start_ms + stretch.start_ms, start_ms + stretch.end_ms),))
    wanted = _relative(clause, length_ms) if found is None else _wanted(clause, found, length_ms)
    if wanted is None:
        return None
    return _lasting(wanted) if number is None else _clip_lasting(number, wanted)


def _stretch(clause: Clause, film_ms: int) -> Window | None:
    """The part that goes: "the first 2 seconds", "from 3s to 5s", "2 seconds off the end"."""
    if not clause.verbs & {"trim", "remove"} or "music" in clause.topics:
        return None
    found = DURATION.search(clause.text)
    stays = found and _DOWN_TO.search(clause.text[: found.start()])
    if stays and not (_EDGES.search(clause.text) or _FROM.search(clause.text)):
        return None  # "cut it to 5 seconds" names what stays
    return window(clause.text, film_ms) if found else None


def _wanted(clause: Clause, found: re.Match[str], film_ms: int) -> int:
    said, before, after = (
        duration_ms(found),
        clause.text[: found.start()],
        clause.text[found.end() :],
    )
    if _LESS.search(after) or ("shorter" in clause.verbs and _SHORTEN.search(before)):
        return film_ms - said
    if _MORE.search(after) or _BY.search(before):
        return film_ms + said
    return said


def _relative(clause: Clause, film_ms: int) -> int | None:
    """Longer or shorter without a number."""
    if "music" in clause.topics:
        return None
    if _DOUBLE.search(clause.text) and clause.verbs | clause.topics:
        return film_ms * 2
    if _HALVE.search(clause.text) and clause.verbs | clause.topics:
        return film_ms // 2
    if "longer" in clause.verbs:
        return film_ms * 3 // 2
    return film_ms * 2 // 3 if "shorter" in clause.verbs else None


def _lasting(wanted_ms: int) -> Wish:
    if wanted_ms > LONGEST_MS:
        return Wish(problem="too_long")
    kept = max(SHORTEST_MS, wanted_ms)
    return Wish((SetDuration(kept),), notes=("shortest",) if kept > wanted_ms else ())


def _clip_lasting(number: int, wanted_ms: int) -> Wish:
    if wanted_ms > LONGEST_MS:
        return Wish(problem="too_long")
    kept = max(SHORTEST_CLIP_MS, wanted_ms)
    return Wish((SetClipDuration(number, kept),))


def style(clause: Clause, context: Context) -> Wish | None:
    """Read a wish for another look."""
    wanted = clause.first("style")
    cuts = "trim" in clause.verbs and DURATION.search(clause.text)
    if (cuts and wanted == "paper cut") or (not wanted and grades(clause)):
        return None  # "cut out from 2s to 3s", "make it look warmer"
    if not wanted:
        return Wish(problem="which_style") if "style" in clause.topics else None
    if wanted == "black and white" and (grades(clause) or not _drawn(context)):
        return None  # a matter of colours, not of drawing
    if not _drawn(context):
        return Wish(problem="style_of_upload")
    return Wish((SetStyle(wanted, context.scene),))


def _drawn(context: Context) -> bool:
    clips = context.film.clips
    meant = clips if context.scene is None else clips[context.scene : context.scene + 1]
    return any(clip.scene for clip in meant)
