"""Colours: hex in, blue-green-red out, mixing, and the words people use for them."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Bgr: TypeAlias = tuple[float, float, float]

NAMED = {
    "red": "#e5484d", "orange": "#f2853f", "yellow": "#f6c945", "green": "#4fa95a",
    "blue": "#3f7fe0", "purple": "#8a5cd1", "violet": "#8a5cd1", "pink": "#f08bb4",
    "brown": "#8a5a3c", "black": "#33343c", "white": "#f7f5f0", "gray": "#9299a3",
    "grey": "#9299a3", "gold": "#e0ac3c", "golden": "#e3b04b", "silver": "#b9c2cc",
    "turquoise": "#3fc0bd", "teal": "#2a9d8f", "cyan": "#46c8e0", "beige": "#e6d3b3",
    "cream": "#f4e7c8", "navy": "#2b3f78", "magenta": "#d64aa0", "lavender": "#b7a2e3",
    "ginger": "#e08a3c", "tan": "#cfa679", "crimson": "#c4314b", "lime": "#9ccc3f",
    "maroon": "#7d2f3c", "mint": "#9fe0c0", "peach": "#f8b890", "ivory": "#f6f0df",
}  # fmt: skip
"""Colour words that a subject may carry."""


def bgr(colour: str) -> Bgr:
    """Read `#rrggbb` as blue, green, red from 0 to 255."""
    red, green, blue = bytes.fromhex(colour[1:7])
    return float(blue), float(green), float(red)


def hexed(colour: Bgr) -> str:
    """Write blue, green, red as `#rrggbb`."""
    blue, green, red = (min(255, max(0, round(part))) for part in colour)
    return f"#{red:02x}{green:02x}{blue:02x}"


def mix(first: str, second: str, share: float) -> str:
    """Return the colour that lies `share` of the way from `first` to `second`."""
    one, two = bgr(first), bgr(second)
    blended = [a + (b - a) * share for a, b in zip(one, two, strict=True)]
    return hexed((blended[0], blended[1], blended[2]))


def darker(colour: str, share: float) -> str:
    """Mix towards a deep blue, not black: shade in a picture book has a hue."""
    return mix(colour, "#1c2342", share)


def lighter(colour: str, share: float) -> str:
    """Mix towards a warm white."""
    return mix(colour, "#fffaf0", share)


def ramp(stops: list[tuple[float, str]], steps: int) -> NDArray[np.float32]:
    """Return `steps` colours along (offset, colour) stops, shape (steps, 3), BGR."""
    at = np.linspace(0, 1, max(1, steps), dtype=np.float32)
    offsets = [offset for offset, _ in stops]
    colours = np.array([bgr(colour) for _, colour in stops], np.float32)
    channels = [np.interp(at, offsets, colours[:, channel]) for channel in range(3)]
    return np.stack(channels, axis=1).astype(np.float32)
