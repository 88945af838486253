"""Where lines end: at spaces, between ideographs, inside endless words, never inside a letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from t2v_studio.drawing.lettering.emoji import AS_PICTURE, JOINER, SKINS, emoji_at
from t2v_studio.drawing.lettering.fonts import BOLD, CLINGING
from t2v_studio.drawing.lettering.line import stretches, width

VIRAMA = 9
"""Combining class of the signs that join two Indian letters to one."""
CLOSING = frozenset({"Pe", "Pf", "Po"}) | CLINGING
OPENING = frozenset({"Ps", "Pi"})


def measure(text: str, size: float, weight: int = BOLD) -> float:
    """Return how many pixels wide a line is."""
    return width(text, weight) * size


def broken(text: str, size: float, room: float, weight: int = BOLD) -> list[str]:
    """Break one paragraph into lines of about one width, none wider than `room` pixels."""
    ems = room / size
    lines = _filled(text, ems, weight)
    while len(lines) > 1 and len(tighter := _filled(text, ems * 0.94, weight)) == len(lines):
        lines, ems = tighter, ems * 0.94
    return lines


def _filled(text: str, room: float, weight: int) -> list[str]:
    """Fill line after line, as far as each piece goes."""
    lines, line = [], ""
    for piece in _pieces(text):
        whole = width(piece.rstrip(), weight) <= room
        for part in [piece] if whole else letters(piece):
            if line and width((line + part).rstrip(), weight) > room:
                lines.append(line.strip())
                line = part.lstrip()
            else:
                line += part
    return [one for one in [*lines, line.strip()] if stretches(one)]


def letters(text: str) -> Iterator[str]:
    """Yield what a reader takes for one letter: with its marks, its joined half, or an emoji."""
    start, at = 0, 0
    while at < len(text):
        found = emoji_at(text, at)
        at += found[0] if found else 1
        while at < len(text) and _belongs(text, at):
            at += 1
        yield text[start:at]
        start = at


def _belongs(text: str, at: int) -> bool:
    """Tell whether a character goes with the one before it."""
    before, character = text[at - 1], text[at]
    joined = unicodedata.combining(before) == VIRAMA and character.isalpha()
    follows = unicodedata.category(character) in CLINGING or character in {AS_PICTURE, JOINER}
    return joined or follows or character in SKINS or before == JOINER


def _ideograph(letter: str) -> bool:
    """Tell whether a line may end after this letter; Korean breaks at spaces."""
    hangul = "\uac00" <= letter[0] <= "\ud7a3"
    return unicodedata.east_asian_width(letter[0]) in {"W", "F"} and not hangul


def _pieces(text: str) -> list[str]:
    """Cut where a line may end: after a space, around an ideograph, with the marks of both."""
    pieces: list[str] = []
    for letter in letters(text):
        before = pieces[-1] if pieces else ""
        closes = unicodedata.category(letter[0]) in CLOSING or letter.isspace()
        opened = bool(before) and unicodedata.category(before[-1]) in OPENING
        apart = _ideograph(letter) or (bool(before) and _ideograph(before[-1]))
        if before and (closes or opened or not (apart or before[-1].isspace())):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces
