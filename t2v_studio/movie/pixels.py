"""From painted BGR to what encoders take: BT.709 4:2:0 in limited range, or a palette.

OpenCV's own I420 is BT.601. One affine matrix for the whole picture costs the same and is exact.
"""

from __future__ import annotations

from typing import Protocol

import av
import cv2
import numpy as np
from av.video.plane import VideoPlane
from numpy.typing import NDArray

from t2v_studio.movie.art import Picture

_RED, _BLUE = 0.2126, 0.0722
"""Luma weights of BT.709; green has the rest."""


def _bt709() -> NDArray[np.float64]:
    """Return the 3x4 matrix from full-range BGR to limited-range Y, Cb, Cr."""
    luma = np.array([_BLUE, 1 - _BLUE - _RED, _RED])
    blue = (np.array([1.0, 0.0, 0.0]) - luma) / (2 * (1 - _BLUE))
    red = (np.array([0.0, 0.0, 1.0]) - luma) / (2 * (1 - _RED))
    scaled = np.vstack([luma * 219, blue * 224, red * 224]) / 255
    return np.hstack([scaled, [[16.0], [128.0], [128.0]]])


BT709 = _bt709()


class Converter(Protocol):
    """Turns painted pictures into encoder frames, all of one size."""

    def frame(self, picture: Picture) -> av.VideoFrame:
        """Return a frame of its own that holds the picture."""
        ...


class Yuv420:
    """Planar 4:2:0, chroma averaged over its four pixels. Buffers are made once.

    The matrix is linear, so chroma comes from the averaged picture: a quarter of the work.
    """

    def __init__(self, width: int, height: int) -> None:
        self._size, self._half_size = (width, height), (width // 2, height // 2)
        self._full = np.empty((height, width, 3), np.uint8)
        self._half = np.empty((height // 2, width // 2, 3), np.uint8)
        self._chroma = np.empty_like(self._half)
        # Splitting takes half of the time of taking one channel out; the others are thrown away.
        self._no_chroma = [np.empty((height, width), np.uint8) for _ in range(2)]
        self._no_luma = np.empty((height // 2, width // 2), np.uint8)

    def frame(self, picture: Picture) -> av.VideoFrame:
        """Convert one picture."""
        frame = av.VideoFrame(*self._size, "yuv420p")
        luma, blue, red = map(_pixels, frame.planes)
        cv2.transform(picture, BT709, dst=self._full)
        cv2.split(self._full, [luma, *self._no_chroma])
        cv2.resize(picture, self._half_size, self._half, interpolation=cv2.INTER_AREA)
        cv2.transform(self._half, BT709, dst=self._chroma)
        cv2.split(self._chroma, [self._no_luma, blue, red])
        return frame


def _pixels(plane: VideoPlane) -> NDArray[np.uint8]:
    """Return a plane as an array to write into; its rows may be longer than its pictures."""
    rows: Picture = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)  # type: ignore[call-overload] # a plane is a buffer
    return rows[: plane.height, : plane.width]
