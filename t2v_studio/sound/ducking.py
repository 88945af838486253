"""Ducking: everything else steps back while somebody speaks, by the voice's own envelope."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from t2v_studio.sound.spectrum import Samples

DEPTH_DB = 10.0
"""With music at 35 % and a voice at 100 % this leaves 19 dB between them: every word is clear."""
BLOCK_S = 0.02
SPEECH_DB = -32.0
"""Below the voice's loudest block: quieter is breath or the room."""
SILENT_RMS = 1e-4
HOLD_S = 0.7
"""Pauses between words and sentences: the music does not jump up in them."""
AHEAD_S = 0.16
"""The music is gone when the first word comes."""
GLIDE_S = 0.5
"""How long it takes to go and to come back."""


def ducking(voice: Samples, rate: int) -> Samples:
    """Return the gain for what is not the voice, (samples, 1): 1 where nobody speaks."""
    block = round(BLOCK_S * rate)
    speaks = _speaks(voice, block)
    if not speaks.any():
        return np.ones((len(voice), 1), np.float32)
    held = _reaching(speaks, round(AHEAD_S / BLOCK_S), round(HOLD_S / BLOCK_S))
    glide = round(GLIDE_S / BLOCK_S / 2)
    # The glide is centred on the edge of the mask, so the mask begins half of it earlier.
    held = _reaching(held, glide, glide)
    weights = np.hanning(2 * glide + 3)[1:-1]
    padded = np.pad(held.astype(np.float64), glide, mode="edge")
    amount = np.convolve(padded, weights / weights.sum(), mode="valid")
    centres = (np.arange(len(amount)) + 0.5) * block
    curve = np.interp(np.arange(len(voice)), centres, amount)
    return np.asarray(10 ** (-DEPTH_DB / 20 * curve), np.float32)[:, None]


def _speaks(voice: Samples, block: int) -> NDArray[np.bool_]:
    """Say for each block whether there is speech in it."""
    padded = np.pad(voice, ((0, -len(voice) % block), (0, 0)))
    power = (padded.reshape(-1, block * voice.shape[1]).astype(np.float64) ** 2).mean(axis=1)
    level = np.sqrt(power)
    return np.asarray(level > max(SILENT_RMS, level.max(initial=0) * 10 ** (SPEECH_DB / 20)))


def _reaching(mask: NDArray[np.bool_], before: int, after: int) -> NDArray[np.bool_]:
    """Let what is true reach so many blocks to the front and to the back."""
    marks = np.concatenate([np.zeros(after), mask, np.zeros(before)]).astype(np.int64)
    total = np.concatenate([[0], np.cumsum(marks)])
    return np.asarray(total[before + after + 1 :] > total[: len(mask)])
