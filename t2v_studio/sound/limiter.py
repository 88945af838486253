"""A limiter that looks ahead: true peaks stay below a ceiling, and nothing is clipped."""

from __future__ import annotations

from functools import reduce

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from t2v_studio.sound.loudness import OVERSAMPLING, oversampled
from t2v_studio.sound.spectrum import Channel, Samples

BLOCK = 48
"""Samples that share one peak reading: a millisecond at 48 kHz."""
REACH = 8
"""Blocks over which the gain moves, before and after a peak."""
PIECE = BLOCK * 1024
MARGIN = 0.995
"""The gain moves within a block; this keeps what it moves under the ceiling."""


def limited(sound: Samples, ceiling: float) -> Samples:
    """Return the sound with true peaks under `ceiling` (linear); untouched where it is quiet."""
    peaks = _peaks(sound)
    if peaks.max(initial=0.0) <= ceiling:
        return sound
    needed = np.minimum(1.0, ceiling * MARGIN / np.maximum(peaks, 1e-9))
    gain = _smooth(needed)
    centres = (np.arange(len(gain)) + 0.5) * BLOCK
    curve = np.interp(np.arange(len(sound)), centres, gain).astype(np.float32)
    return sound * curve[:, None]


def _peaks(sound: Samples) -> NDArray[np.float64]:
    """Return the true peak of every block."""
    rows = []
    for start in range(0, len(sound), PIECE):
        lead = min(BLOCK, start)
        fine = _louder(np.abs(oversampled(sound[start - lead : start + PIECE + BLOCK])))
        own = fine[lead * OVERSAMPLING : (lead + min(PIECE, len(sound) - start)) * OVERSAMPLING]
        padded = np.pad(own, (0, -len(own) % (BLOCK * OVERSAMPLING)))
        rows.append(padded.reshape(-1, BLOCK * OVERSAMPLING).max(axis=1))
    return np.concatenate(rows).astype(np.float64) if rows else np.zeros(0)


def _louder(channels: Samples) -> Channel:
    """Return the louder channel of each sample; numpy takes ten times as long over short rows."""
    return reduce(np.maximum, channels.T)


def _smooth(needed: NDArray[np.float64]) -> NDArray[np.float64]:
    """Hold each gain over its surroundings, then average: never above what is needed."""
    around = np.pad(needed, REACH + 1, mode="edge")
    held = sliding_window_view(around, 2 * (REACH + 1) + 1).min(axis=1)
    weights = np.hanning(2 * REACH + 3)[1:-1]
    return np.convolve(np.pad(held, REACH, mode="edge"), weights / weights.sum(), mode="valid")
