"""Two pictures made one, and pictures made darker: what transitions and fades look like."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import cv2
import numpy as np

from t2v_studio.movie.art import Picture

Mix = Callable[[Picture, Picture, float], Picture]
"""(leaving, coming, share of the coming one) -> a picture of its own."""


def _dissolved(leaving: Picture, coming: Picture, share: float) -> Picture:
    return np.asarray(cv2.addWeighted(leaving, 1 - share, coming, share, 0), np.uint8)


def _wiped(leaving: Picture, coming: Picture, share: float) -> Picture:
    """The coming picture uncovers itself from the left."""
    edge = round(leaving.shape[1] * share)
    return np.hstack((coming[:, :edge], leaving[:, edge:]))


MIXES: Mapping[str, Mix] = MappingProxyType({"dissolve": _dissolved, "wipe": _wiped})
"""Kind of transition -> how it looks halfway."""


def dimmed(picture: Picture, light: float) -> Picture:
    """Return the picture with so much of its light, 0 to 1."""
    return (
        picture if light >= 1 else np.asarray(cv2.convertScaleAbs(picture, alpha=light), np.uint8)
    )
