"""A wash: one colour over a whole place, as Mars is red. Laid on when pictures are made.

Light and shade stay; only the colours between them change, with a little of their own left.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from t2v_studio.drawing.colour import lighter, mix, ramp
from t2v_studio.drawing.light import Light
from t2v_studio.drawing.vector import Pixels

THINGS, AIR = 0.72, 0.94
"""Shares of their own colour that the wash takes away from things and from the air."""
GREY = np.array([0.114, 0.587, 0.299], np.float32)
"""What blue, green and red weigh in brightness."""


def tones(colour: str) -> NDArray[np.float32]:
    """Return the wash for each brightness from 0 to 255: shape (256, 3), BGR."""
    stops = [(0.0, mix(colour, "#140806", 0.82)), (0.62, colour)]
    return ramp([*stops, (0.85, lighter(colour, 0.4)), (1.0, lighter(colour, 0.75))], 256)


def washed(picture: Pixels, colour: str, strength: float = THINGS) -> Pixels:
    """Lay the wash over a picture: premultiplied BGRA in, the same shape out."""
    alpha = picture[..., 3:].astype(np.float32) / 255
    own = picture[..., :3].astype(np.float32)
    bright = (own @ GREY)[..., None] / np.maximum(alpha, 1 / 255)
    laid = tones(colour)[np.clip(bright[..., 0], 0, 255).astype(np.uint8)] * alpha
    mixed = np.clip(own + (laid - own) * strength, 0, picture[..., 3:])
    return np.dstack([mixed.astype(np.uint8), picture[..., 3]])


def washed_tone(tone: str, colour: str, strength: float = THINGS) -> str:
    """Lay the wash over one colour, `#rrggbb`."""
    pixel = np.array([[[*bytes.fromhex(tone[1:])[::-1], 255]]], np.uint8)
    blue, green, red, _ = washed(pixel, colour, strength)[0, 0].tolist()
    return f"#{red:02x}{green:02x}{blue:02x}"


def washed_light(light: Light, colour: str) -> Light:
    """Return the light of a place whose air has the wash's colour too."""
    top, middle, low = (washed_tone(tone, colour, AIR) for tone in light.sky)
    far, near = (washed_tone(tone, colour) for tone in light.water)
    return replace(
        light,
        sky=(top, middle, low),
        haze=washed_tone(light.haze, colour, AIR),
        water=(far, near),
        cloud=washed_tone(light.cloud, colour),
    )
