"""Silent and clipped stretches, from the level of every tenth of a second."""

from __future__ import annotations

import av
import numpy as np
from numpy.typing import NDArray

from t2v_measure.hearing.loudness import RATE
from t2v_measure.stretches import Stretch, Stretches

BLOCK = RATE // 10

SILENT = 10 ** (-50 / 20)
"""-50 dBFS: below the noise of any recording that is meant to be heard."""
SILENT_LEAST_S = 0.5

FULL = 10 ** (-0.3 / 20)
"""Nearly full scale: a lossy codec rounds the flat tops of clipped sound a little."""
FULL_SHARE = 0.04
"""Of the samples of a block. Sound that only just touches full scale stays far below."""
CLIPPED_LEAST_S = 0.2


class Levels:
    """Hears samples in frames of any length, and judges blocks."""

    def __init__(self, channels: int, start_s: float) -> None:
        """Begin at the time of the first sample."""
        self._channels, self._time = channels, start_s
        self._rest: NDArray[np.float32] = np.zeros((0, channels), np.float32)
        self._silent = Stretches(SILENT_LEAST_S)
        self._clipped = Stretches(CLIPPED_LEAST_S)

    def hear(self, frame: av.AudioFrame) -> None:
        """Take the next samples, interleaved floats at RATE."""
        heard = np.asarray(frame.to_ndarray(), np.float32).reshape(-1, self._channels)
        samples = np.concatenate([self._rest, heard])
        whole = len(samples) // BLOCK * BLOCK
        for block in samples[:whole].reshape(-1, BLOCK, self._channels):
            self._judge(block)
        self._rest = samples[whole:]

    def end(self) -> None:
        """Judge what is left of a block."""
        if len(self._rest):
            self._judge(self._rest)
        self._rest = self._rest[:0]

    def _judge(self, block: NDArray[np.float32]) -> None:
        until = self._time + len(block) / RATE
        level = float(np.sqrt(np.mean(np.square(block, dtype=np.float64))))
        full = float(np.mean(np.abs(block) >= FULL, axis=0).max())
        self._silent.tell(level < SILENT, self._time, until)
        self._clipped.tell(full >= FULL_SHARE, self._time, until)
        self._time = until

    def silent(self) -> list[Stretch]:
        """Return where nothing is heard."""
        return self._silent.found()

    def clipped(self) -> list[Stretch]:
        """Return where the sound is cut off at full scale."""
        return self._clipped.found()
