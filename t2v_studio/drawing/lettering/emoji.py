"""Emoji in text: which characters make one, and its picture in the Fluent set."""

from __future__ import annotations

import gzip
import json
import unicodedata
from functools import cache
from importlib import resources
from typing import Any

from t2v_studio.drawing import library

AS_PICTURE, JOINER = "\ufe0f", "\u200d"
"""The selector of a picture rather than a sign; what joins several emoji to one."""
SKINS = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")


@cache
def _data() -> dict[str, Any]:
    file = resources.files("t2v_studio.assets").joinpath("emoji.json.gz")
    loaded: dict[str, Any] = json.loads(gzip.decompress(file.read_bytes()))
    return loaded


@cache
def _names() -> dict[str, str]:
    """Return sequence of characters, without selectors -> name of its picture."""
    names: dict[str, str] = _data()["names"]
    return names


@cache
def _longest() -> dict[str, int]:
    """Return first character -> the most characters that a sequence beginning with it has."""
    found: dict[str, int] = {}
    for sequence in _names():
        found[sequence[0]] = max(found.get(sequence[0], 0), len(sequence))
    return found


def is_emoji(character: str) -> bool:
    """Tell whether a character is drawn as a picture, or changes one."""
    return character in _longest() or character in SKINS or character in {AS_PICTURE, JOINER}


def emoji_at(text: str, at: int) -> tuple[int, str] | None:
    """Return how many characters an emoji takes here and its picture's name, or None.

    A sequence that has no picture of its own shows the first of its members; a sign that can be
    text is an emoji only with the selector behind it.
    """
    if text[at] not in _longest():
        return None
    letters, ends = "", []
    for place in range(at, len(text)):
        if text[place] != AS_PICTURE:
            letters += text[place]
        if letters in _names() and text[place] != JOINER:
            ends.append((place + 1, _names()[letters]))
        if len(letters) >= _longest()[text[at]]:
            break
    if not ends:
        return None
    end, name = ends[-1]
    chosen = text[end : end + 1] == AS_PICTURE or AS_PICTURE in text[at:end]
    if not chosen and end - at == 1 and unicodedata.east_asian_width(text[at]) != "W":
        return None
    return _swallowed(text, end) - at, name


def _swallowed(text: str, end: int) -> int:
    """Return where the rest of a sequence ends: skins, selectors, members that are not shown."""
    while end < len(text) and (text[end] in SKINS or text[end] in {AS_PICTURE, JOINER}):
        end += 2 if text[end] == JOINER and end + 1 < len(text) else 1
    return end


def emoji_picture(name: str) -> str:
    """Return the SVG elements of an emoji, in a box of 32 by 32."""
    own: dict[str, str] = _data()["pictures"]
    return own[name] if name in own else library.drawn(name)
