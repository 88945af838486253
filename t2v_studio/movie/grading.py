"""Colours shifted as a grade says: one matrix for colourfulness, one table for each channel."""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray

from t2v_studio.finish import PLAIN, Grade
from t2v_studio.movie.art import Picture

_LUMA = np.array([0.0722, 0.7152, 0.2126])
"""Of BT.709, in the order blue, green, red."""
_SEPIA = np.outer([0.69, 0.87, 1.05], _LUMA)
"""Light and dark stay; every colour becomes brown."""
_BRIGHTEST = 1.3
"""Powers of two in the exponent at full brightness: middle grey becomes 192 of 255, and black and
white stay black and white."""
_STEEPEST = 1.0
"""Powers of two in the slope at full contrast."""
_WARMEST = 0.35
"""Share that red gains and blue loses at full warmth."""

Table = NDArray[np.uint8]


class Grader:
    """Applies grades, one after the other. Tables are made once."""

    def __init__(self, grades: Iterable[Grade]) -> None:
        """Prepare for grades; those that change nothing cost nothing."""
        self._steps = [(_matrix(one), _table(one)) for one in grades if one != PLAIN]

    def graded(self, picture: Picture) -> Picture:
        """Return the picture in its new colours; the picture itself where nothing changes."""
        for matrix, table in self._steps:
            if matrix is not None:
                picture = np.asarray(cv2.transform(picture, matrix), np.uint8)
            if table is not None:
                picture = np.asarray(cv2.LUT(picture, table), np.uint8)
        return picture


def _matrix(grade: Grade) -> NDArray[np.float64] | None:
    """Return what mixes the channels of one pixel: saturation, then sepia."""
    if not (grade.saturation or grade.sepia):
        return None
    colourful = 1 + grade.saturation / 100
    grey = np.tile(_LUMA, (3, 1))
    brown = grade.sepia / 100
    mixed = grey * (1 - colourful) + np.eye(3) * colourful
    return np.asarray(((1 - brown) * np.eye(3) + brown * _SEPIA) @ mixed)


def _table(grade: Grade) -> Table | None:
    """Return (1, 256, 3): for each value of blue, green and red what becomes of it."""
    if not (grade.brightness or grade.contrast or grade.warmth):
        return None
    light = np.linspace(0, 1, 256) ** (2 ** (-_BRIGHTEST * grade.brightness / 100))
    light = (light - 0.5) * 2 ** (_STEEPEST * grade.contrast / 100) + 0.5
    gain = 1 + np.array([-1, 0, 1]) * _WARMEST * grade.warmth / 100
    return np.clip(np.outer(light, gain) * 255 + 0.5, 0, 255).astype(np.uint8)[None]
