"""Scenes and tracks that a clause names by their number: "scene 2", "the last clip", 第二个场景."""

from __future__ import annotations

import re
from dataclasses import dataclass

from t2v_studio.director.wishes.measures import number
from t2v_studio.film import Film

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
             "tenth")  # fmt: skip
_THING = r"(?:scenes?|clips?|shots?|segments?)"
_ZH_THING = r"(?:场景|镜头|片段|分镜|画面)"
_COUNT = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_SCENE = re.compile(
    rf"\b(?:the\s+)?(?:very\s+)?(?:(?P<ordinal>{'|'.join(_ORDINALS)}|last|final"
    rf"|\d{{1,3}}(?:st|nd|rd|th))\s+{_THING}"
    r"|(?:scene|clip|shot|segment) +(?:no\.?\s*|number\s+|#\s*)?"
    r"(?P<number>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten))\b"
    rf"|第(?P<zh>{_COUNT})(?:个|段|幕)?{_ZH_THING}|{_ZH_THING}(?P<zh_number>{_COUNT})"
    rf"|(?P<zh_last>最后一?(?:个|段|幕){_ZH_THING})",
    re.IGNORECASE,
)
_TRACK = re.compile(
    r"\btrack (?:no\.? ?|number )?(\d{1,3})\b|第?(\d{1,3}|[一二三四五六七八九十])(?:条|个)?轨道?",
    re.IGNORECASE,
)
_WORDS = {
    "Video": "video", "Overlay": "logo", "BGM": "music", "Voice": "narration", "Title": "title",
    "Captions": "captions", "Effects": "sound effects",
}  # fmt: skip
"""Name of a track -> what it is called in a wish."""

LAST = -1


@dataclass(frozen=True, slots=True)
class Named:
    """The scenes that a text names, counted from 0 and `LAST`; and the text without them."""

    scenes: tuple[int, ...]
    rest: str


def scenes_of(text: str) -> Named:
    """Return which scenes a text speaks of."""
    found = tuple(_index(one) for one in _SCENE.finditer(text))
    return Named(found, re.sub(r"\s+", " ", _SCENE.sub(" ", text)).strip() if found else text)


def _index(found: re.Match[str]) -> int:
    if found["zh_last"] or (found["ordinal"] or "").lower() in {"last", "final"}:
        return LAST
    if said := found["ordinal"]:
        at = _ORDINALS.index(said.lower()) + 1 if said.isalpha() else int(said[:-2])
    else:
        at = int(number(found["number"] or found["zh"] or found["zh_number"]))
    return max(0, at - 1)


def track_of(text: str, film: Film) -> str | None:
    """Return what a text means by "track 2", as the timeline counts; None for no such track.

    Returns:
        A word of the track's topic; nothing when the text names no track.
    """
    found = _TRACK.search(text)
    if not found:
        return ""
    tracks = [track["m"]["name"] for track in film.to_wire()["t"]]
    at = int(number(found[1] or found[2]))
    return _WORDS[tracks[at - 1]] if 0 < at <= len(tracks) else None
