"""A logo: an uploaded picture with its transparency, in a corner of the frame."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from t2v_studio.film import Overlay
from t2v_studio.media import load_cutout
from t2v_studio.movie.art import Picture

MARGIN = 0.04
"""Of the frame's shorter side: what stands nearer to the edge, some screens cut off."""


class Logo:
    """One overlay at one size of frame, ready to be laid on."""

    def __init__(self, overlay: Overlay, path: Path, *, width: int, height: int) -> None:
        """Read and scale the picture.

        Raises:
            MediaError: The file cannot be read.
        """
        cutout = load_cutout(path)
        size = _size(cutout, min(width, height) * overlay.size / 100, (width, height))
        scaled = np.asarray(cv2.resize(_premultiplied(cutout), size, interpolation=cv2.INTER_AREA))
        scaled = np.asarray(cv2.convertScaleAbs(scaled, alpha=overlay.opacity / 100), np.uint8)
        self._colours = np.ascontiguousarray(scaled[..., :3])
        kept = cv2.bitwise_not(np.ascontiguousarray(scaled[..., 3]))
        self._kept = np.asarray(cv2.merge((kept, kept, kept)), np.uint8)
        self._place = _place(overlay.corner, size, (width, height))

    def lay(self, frame: Picture) -> None:
        """Lay the logo on a frame, in place."""
        left, top = self._place
        high, wide = self._colours.shape[:2]
        region = frame[top : top + high, left : left + wide]
        cv2.multiply(region, self._kept, dst=region, scale=1 / 255)
        cv2.add(region, self._colours, dst=region)


def _premultiplied(cutout: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the picture with its colours as strong as they show: edges scale without fringes."""
    shown = cutout.astype(np.float32)
    shown[..., :3] *= shown[..., 3:] / 255
    return shown.round().astype(np.uint8)


def _size(cutout: NDArray[np.uint8], side: float, frame: tuple[int, int]) -> tuple[int, int]:
    """Return the size at which the area is that of a square of `side`, and nothing sticks out."""
    high, wide = cutout.shape[:2]
    scale = side / (high * wide) ** 0.5
    scale = min(scale, frame[0] * (1 - 2 * MARGIN) / wide, frame[1] * (1 - 2 * MARGIN) / high)
    return max(1, round(wide * scale)), max(1, round(high * scale))


def _place(corner: str, size: tuple[int, int], frame: tuple[int, int]) -> tuple[int, int]:
    """Return the left and the top edge."""
    margin = round(min(frame) * MARGIN)
    left = frame[0] - size[0] - margin if "right" in corner else margin
    top = frame[1] - size[1] - margin if "bottom" in corner else margin
    return max(0, min(left, frame[0] - size[0])), max(0, min(top, frame[1] - size[1]))
