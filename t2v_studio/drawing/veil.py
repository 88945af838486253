"""What a style lays over finished frames: grain, brush marks, scan lines, dark corners.

A veil only darkens, so one saturating subtraction a frame is all that it costs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from t2v_studio.drawing.canvas import Moment
from t2v_studio.drawing.vector import Pixels

Shade: TypeAlias = NDArray[np.float32]
"""How much darker each pixel becomes, shape (height, width)."""


@dataclass(frozen=True, slots=True)
class Veil:
    """Pictures that take turns, so many a second."""

    pictures: tuple[Pixels, ...]
    rate: float

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Darken the frame by the picture whose turn it is."""
        turn = int(moment.seconds * self.rate) % len(self.pictures)
        cv2.subtract(frame, self.pictures[turn], dst=frame)


def _corners(high: int, wide: int, depth: float) -> Shade:
    rows = np.linspace(-1, 1, high, dtype=np.float32)[:, None]
    columns = np.linspace(-1, 1, wide, dtype=np.float32)[None, :]
    return np.asarray(depth * np.clip((rows**2 + columns**2 - 0.55) / 1.45, 0, 1), np.float32)


def _grain(high: int, wide: int, size: float, depth: float, seed: int) -> Shade:
    small = max(2, round(high / size)), max(2, round(wide / size))
    rough = np.random.default_rng(seed).random(small, np.float32)
    return np.asarray(cv2.resize(rough, (wide, high)) * depth, np.float32)


def _film(high: int, wide: int, seed: int) -> Shade:
    """Grain, dark corners and now and then a scratch."""
    shade = _corners(high, wide, 62) + _grain(high, wide, max(1.0, high / 540), 15, seed)
    if seed == 2:
        at = round(wide * 0.31)
        shade[:, at : at + max(1, high // 720)] += 34
    return shade


def _brush(high: int, wide: int, seed: int) -> Shade:
    """Long strokes, slanted, each a little darker at its sides; the weave of the canvas."""
    rng = np.random.default_rng(seed)
    rough = rng.standard_normal((max(8, high // 3), max(8, wide // 3))).astype(np.float32)
    soft = cv2.GaussianBlur(rough, (0, 0), max(1.0, high / 60), sigmaY=max(0.6, high / 900))
    slant = np.array([[1, 0.25, 0], [-0.22, 1, 0]], np.float64)
    size = rough.shape[1], rough.shape[0]
    laid = cv2.warpAffine(soft, slant, size, borderMode=cv2.BORDER_REFLECT)
    laid = cv2.resize(np.asarray(laid / max(1e-6, float(laid.std())), np.float32), (wide, high))
    return np.asarray(np.clip(9 + 9 * laid, 0, 40) + _grain(high, wide, 2, 7, 1), np.float32)


def _scan(high: int, wide: int, seed: int) -> Shade:
    """The lines of a tube."""
    step = max(2, round(high / 270))
    lines = ((np.arange(high) // max(1, step // 2)) % 2 == 0).astype(np.float32)[:, None]
    return np.asarray(np.repeat(lines * (15 + seed), wide, axis=1) + _corners(high, wide, 40))


def _matte(high: int, wide: int, seed: int) -> Shade:
    del seed
    return _corners(high, wide, 34)


def _fibres(high: int, wide: int, seed: int) -> Shade:
    return _grain(high, wide, max(1.5, high / 360), 9, seed) + _corners(high, wide, 22)


@dataclass(frozen=True, slots=True)
class Weave:
    """How a veil is made."""

    shade: Callable[[int, int, int], Shade]
    """(height, width, number) -> shade."""
    count: int = 1
    rate: float = 0.0


WEAVES: Mapping[str, Weave] = {
    "painterly": Weave(_brush, 3, 6.0),
    "paper cut": Weave(_fibres),
    "neon": Weave(_scan, 2, 9.0),
    "black and white": Weave(_film, 5, 12.0),
    "cinematic": Weave(_matte),
}
"""Style -> its veil; the others have none."""


def veil_of(style: str, height: int, width: int) -> Veil | None:
    """Return what a style lays over frames of this size, or None."""
    weave = WEAVES.get(style)
    if weave is None:
        return None
    shades = (weave.shade(height, width, number) for number in range(weave.count))
    pictures = (cv2.cvtColor(_whole(shade), cv2.COLOR_GRAY2BGR) for shade in shades)
    return Veil(tuple(np.asarray(picture, np.uint8) for picture in pictures), weave.rate)


def _whole(shade: Shade) -> Pixels:
    return np.asarray(np.clip(np.rint(shade), 0, 255), np.uint8)
