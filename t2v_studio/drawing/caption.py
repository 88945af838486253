"""Captions: words broken into lines inside the safe area, with outline and shadow, drawn once."""

from __future__ import annotations

import unicodedata
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageColor, ImageDraw, features

from t2v_studio.drawing.colour import NAMED, bgr
from t2v_studio.drawing.fonts import font, language, runs
from t2v_studio.drawing.picture import Overlay
from t2v_studio.drawing.vector import Pixels
from t2v_studio.film import Caption

SIZES = {"small": 0.042, "medium": 0.06, "normal": 0.06, "large": 0.088, "huge": 0.12}
"""Height of the letters as a share of the frame's shorter side."""
SAFE = 0.08
"""Share of width and height at each edge where no text stands."""
LEADING = 1.28
SMALLEST = 6
"""Pixels; below that letters are no letters."""


def caption_overlay(caption: Caption, *, width: int, height: int) -> Overlay:
    """Draw a caption for a frame of this size.

    Args:
        caption: Text, position (top, center, bottom), size and colour.
        width: Pixels of the frame.
        height: Pixels of the frame.

    Returns:
        An overlay that lies inside the frame; one transparent pixel where there is no text.
    """
    size = max(SMALLEST, round(SIZES.get(caption.size, SIZES["large"]) * min(width, height)))
    room = width * (1 - 2 * SAFE)
    lines, size = _fitted(caption.text, size, room, height * (1 - 2 * SAFE))
    if not lines:
        return Overlay(0, 0, np.zeros((1, 1, 4), np.uint8))
    picture = _drawn(lines, size, caption.colour)
    high, wide = picture.shape[:2]
    low, free = round(height * SAFE), height - high
    top = {"top": low, "bottom": free - low}.get(caption.position, free // 2)
    return Overlay((width - wide) // 2, max(0, min(top, max(0, free))), picture)


def _fitted(text: str, size: int, room: float, tall: float) -> tuple[list[str], int]:
    """Break text into lines; make it smaller until the lines fit, or cannot get smaller."""
    while True:
        lines = [line for part in text.splitlines() for line in broken(part, size, room)]
        fits = len(lines) * size * LEADING <= tall and _narrow(lines, size, room)
        if fits or size <= SMALLEST:
            return lines[: max(1, int(tall / (size * LEADING)))], size
        size = max(SMALLEST, round(size * 0.88))


def _narrow(lines: list[str], size: int, room: float) -> bool:
    return all(measure(line, size) <= room for line in lines)


def broken(text: str, size: int, room: float) -> list[str]:
    """Break one paragraph into lines of about one width, none wider than `room` pixels."""
    lines = _filled(text, size, room)
    while len(lines) > 1 and len(tighter := _filled(text, size, room * 0.94)) == len(lines):
        lines, room = tighter, room * 0.94
    return lines


def _filled(text: str, size: int, room: float) -> list[str]:
    """Fill line after line, breaking at spaces, between ideographs, and inside endless words."""
    lines, line = [], ""
    for piece in _pieces(text):
        for part in [piece] if measure(piece.rstrip(), size) <= room else list(piece):
            if line and measure((line + part).rstrip(), size) > room:
                lines.append(line.strip())
                line = part.lstrip()
            else:
                line += part
    return [one for one in [*lines, line.strip()] if runs(one)]


def measure(text: str, size: int) -> float:
    """Return how many pixels wide a line is."""
    spoken = _spoken(text)
    return sum(font(face, size).getlength(run, **spoken) for face, run in runs(text))


def _ideograph(character: str) -> bool:
    """Tell whether a line may end after this character; Korean breaks at spaces."""
    hangul = "\uac00" <= character <= "\ud7a3"
    return unicodedata.east_asian_width(character) in {"W", "F"} and not hangul


def _spoken(line: str) -> dict[str, Any]:
    """Return the language as Pillow takes it; its simple layout engine knows none."""
    found = language(line) if features.check("raqm") else None
    return {"language": found} if found else {}


def _pieces(text: str) -> list[str]:
    """Cut where a line may end: after a space, around an ideograph, not before closing marks."""
    pieces: list[str] = []
    for character in text:
        wide = _ideograph(character)
        closing = unicodedata.category(character) in {"Pe", "Pf", "Po", "Mn", "Mc"}
        start = not pieces or (pieces[-1][-1].isspace() and not character.isspace())
        after_wide = bool(pieces) and _ideograph(pieces[-1][-1])
        if start or (not closing and not character.isspace() and (wide or after_wide)):
            pieces.append(character)
        else:
            pieces[-1] += character
    return pieces


def _drawn(lines: list[str], size: int, colour: str) -> Pixels:
    """Draw lines in the middle of each other: shadow below, outline, letters."""
    rim, step = max(1, round(size * 0.055)), round(size * LEADING)
    pad = rim + max(2, round(size * 0.28))
    wide = max(round(measure(line, size)) for line in lines) + 2 * pad
    high = step * len(lines) + 2 * pad
    letters, outline = Image.new("L", (wide, high), 0), Image.new("L", (wide, high), 0)
    for number, line in enumerate(lines):
        x = (wide - measure(line, size)) / 2
        base = pad + step * number + round(size * 1.0)
        for face, run in runs(line):
            face_font, spoken = font(face, size), _spoken(line)
            ImageDraw.Draw(letters).text((x, base), run, 255, face_font, anchor="ls", **spoken)
            ImageDraw.Draw(outline).text(
                (x, base), run, 255, face_font, anchor="ls", stroke_width=rim, **spoken
            )
            x += face_font.getlength(run, **spoken)
    return _layered(
        np.asarray(letters, np.float32) / 255, np.asarray(outline, np.float32) / 255, size, colour
    )


def _layered(
    letters: NDArray[np.floating], outline: NDArray[np.floating], size: int, colour: str
) -> Pixels:
    """Put letters over their outline over a soft shadow; premultiplied."""
    ink = np.array(bgr(_hex(colour)), np.float32)
    light = float(ink @ np.array([0.114, 0.587, 0.299], np.float32)) > 110
    rim = np.array(bgr("#1b2140" if light else "#fffaf0"), np.float32)
    shadow = cv2.GaussianBlur(outline, (0, 0), max(0.8, size * 0.09))
    shadow = np.roll(shadow, round(size * 0.05), axis=0) * 0.6
    alpha = shadow + (1 - shadow) * outline
    tone = (
        rim * (shadow * (1 - outline))[..., None] * (1.0 if light else 0.35)
        + rim * outline[..., None]
    )
    tone = tone * (1 - letters[..., None]) + ink * letters[..., None]
    alpha = np.maximum(alpha, letters)
    picture = np.dstack([np.minimum(tone, alpha[..., None] * 255), alpha * 255])
    return np.asarray(np.clip(np.rint(picture), 0, 255), np.uint8)


def _hex(colour: str) -> str:
    """Read a colour: one of our words, `#rrggbb`, or any name that Pillow knows; else white."""
    word = colour.strip().lower()
    if word in NAMED:
        return NAMED[word]
    try:
        red, green, blue = ImageColor.getrgb(word)[:3]
    except ValueError:
        return NAMED["white"]
    return f"#{red:02x}{green:02x}{blue:02x}"
