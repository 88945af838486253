"""One frame as the observers see it: whole, scaled down once, and as cells of brightness."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import av
import cv2
import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]

SMALL_PIXELS = 640 * 360
"""About what the small picture has: enough to see blur, cheap to look at in every frame."""

CELLS = (32, 18)
"""Columns and rows of brightness cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A frame. Pictures are BGR or grey bytes, upright only where it matters (`small`, `luma`)."""

    index: int
    time_s: float
    until_s: float
    full: Bytes
    small: Bytes
    luma: Bytes
    cells: Floats


class Observer(Protocol):
    """Sees the frames of one film."""

    def see(self, look: Look) -> None:
        """Take one frame; the next call has the next one."""
        ...


class Lens:
    """Makes looks of one film's frames, all at the size of its first."""

    def __init__(self) -> None:
        """Begin with no size."""
        self._size: tuple[int, int] | None = None
        self._index = 0

    def look(self, frame: av.VideoFrame, time_s: float, until_s: float) -> Look:
        """Convert and scale a decoded frame."""
        self._size = self._size or (frame.width, frame.height)
        full = frame.to_ndarray(format="bgr24", width=self._size[0], height=self._size[1])
        small = cv2.resize(full, _small(*self._size), interpolation=cv2.INTER_AREA)
        turns = round(frame.rotation / 90) % 4
        if turns:
            small = np.ascontiguousarray(np.rot90(small, turns))
        luma = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
        cells = cv2.resize(luma, CELLS, interpolation=cv2.INTER_AREA).astype(np.float32)
        look = Look(
            index=self._index,
            time_s=time_s,
            until_s=until_s,
            full=np.asarray(full, np.uint8),
            small=np.asarray(small, np.uint8),
            luma=np.asarray(luma, np.uint8),
            cells=cells,
        )
        self._index += 1
        return look


def _small(width: int, height: int) -> tuple[int, int]:
    """Return the small picture's size: the same shape, never larger than the frame."""
    scale = min(1.0, (SMALL_PIXELS / (width * height)) ** 0.5)
    return max(16, round(width * scale)), max(16, round(height * scale))


class Sampler:
    """Picks frames at an even rate, for what need not be looked at in every one."""

    def __init__(self, per_second: float) -> None:
        """Pick at most `per_second`."""
        self._step, self._next = 1 / per_second, 0.0

    def wants(self, time_s: float) -> bool:
        """Say whether the frame at `time_s` is to be looked at."""
        if time_s + 1e-6 < self._next:
            return False
        self._next = max(self._next + self._step, time_s + self._step / 2)
        return True
