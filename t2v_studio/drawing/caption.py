"""Captions: words broken into lines inside the safe area, with outline and shadow, drawn once."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import ImageColor

from t2v_studio.drawing.colour import NAMED, bgr
from t2v_studio.drawing.lettering.breaking import broken, measure
from t2v_studio.drawing.lettering.fonts import BOLD, WEIGHTS
from t2v_studio.drawing.lettering.line import emoji_svg, laid_out, letters_svg
from t2v_studio.drawing.picture import Overlay
from t2v_studio.drawing.vector import Pixels, rasterise, rect
from t2v_studio.film import Caption

SIZES = {"small": 0.042, "medium": 0.06, "normal": 0.06, "large": 0.088, "words": 0.105,
         "huge": 0.12}  # fmt: skip
"""Height of the letters as a share of the frame's shorter side."""
SAFE = 0.09
"""Share of width and height at each edge where no text stands."""
LEADING = 1.28
LOWER_THIRD, UNDER = "lower third", 0.13
"""The position at the left, and the share of the height that stays free under it."""
ACCENT = "#f2c14e"
"""Colour of the bar beside such lines."""
SMALLEST = 6
"""Pixels; below that letters are no letters."""


def caption_overlay(caption: Caption, *, width: int, height: int) -> Overlay:
    """Draw a caption for a frame of this size.

    Args:
        caption: Text, position (top, center, bottom), size, weight and colour.
        width: Pixels of the frame.
        height: Pixels of the frame.

    Returns:
        An overlay that lies inside the frame; one transparent pixel where there is no text.
    """
    size = max(SMALLEST, round(SIZES.get(caption.size, SIZES["large"]) * min(width, height)))
    room = width * (1 - 2 * SAFE)
    weight = WEIGHTS.get(caption.weight, BOLD)
    lines, size = _fitted(caption.text, size, weight, (room, height * (1 - 2 * SAFE)))
    if not lines:
        return Overlay(0, 0, np.zeros((1, 1, 4), np.uint8))
    left = caption.position == LOWER_THIRD
    picture = _drawn(lines, size, weight, caption.colour, left=left)
    high, wide = picture.shape[:2]
    low, free = round(height * SAFE), height - high
    tops = {"top": low, "bottom": free - low, LOWER_THIRD: round(free - height * UNDER)}
    top = tops.get(caption.position, free // 2)
    x = round(width * SAFE) if left else (width - wide) // 2
    return Overlay(min(x, max(0, width - wide)), max(0, min(top, max(0, free))), picture)


def _fitted(text: str, size: int, weight: int, room: tuple[float, float]) -> tuple[list[str], int]:
    """Break text into lines; make it smaller until the lines fit, or cannot get smaller."""
    wide, tall = room
    while True:
        lines = [line for part in text.splitlines() for line in broken(part, size, wide, weight)]
        narrow = all(measure(line, size, weight) <= wide for line in lines)
        if (narrow and len(lines) * size * LEADING <= tall) or size <= SMALLEST:
            return lines[: max(1, int(tall / (size * LEADING)))], size
        size = max(SMALLEST, round(size * 0.88))


def _drawn(lines: list[str], size: int, weight: int, colour: str, *, left: bool) -> Pixels:
    """Draw lines: shadow below, outline, letters, emoji on top.

    They stand in the middle of each other, or behind a bar at their left.
    """
    rim, step = max(1, round(size * 0.055)), round(size * LEADING)
    pad = rim + max(2, round(size * 0.28))
    widths = [measure(line, size, weight) for line in lines]
    bar = round(size * 0.42) if left else 0
    wide, high = round(max(widths)) + 2 * pad + bar, step * len(lines) + 2 * pad
    letters, emoji = "", ""
    for number, (line, width) in enumerate(zip(lines, widths, strict=True)):
        x, base = pad + bar if left else (wide - width) / 2, pad + step * number + size
        glyphs, pictures = laid_out(line, weight)
        letters += letters_svg(glyphs, x, base, size)
        emoji += emoji_svg(pictures, x, base, size)
    box = (0.0, 0.0, float(wide), float(high))
    stroke = (
        f'<g fill="#fff" stroke="#fff" stroke-width="{2 * rim / size:.4f}" stroke-linejoin="round">'
    )
    masks = [
        rasterise(f"{group}{letters}</g>", box, (wide, high))[..., 3].astype(np.float32) / 255
        for group in ('<g fill="#fff">', stroke)
    ]
    picture = _layered(masks[0], masks[1], size, colour)
    if left:
        emoji += rect(pad, pad + size * 0.12, size * 0.13, high - 2 * pad - size * 0.2, ACCENT)
    return _over(picture, rasterise(emoji, box, (wide, high))) if emoji else picture


def _over(ground: Pixels, top: Pixels) -> Pixels:
    """Lay a premultiplied picture over another."""
    keep = (255 - top[..., 3:]).astype(np.uint16)
    return np.asarray(top + (ground * keep + 127) // 255, np.uint8)


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
