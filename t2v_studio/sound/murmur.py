"""One voice of a crowd, too far away for words: vowels under a melody of speech."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from t2v_studio.sound.spectrum import Channel, resampled

RATE = 12_000
"""There is nothing above 4 kHz in a voice from across the room."""
HIGHEST_HZ = 3_600.0
VOWELS = (
    (730, 1090, 2440), (530, 1840, 2480), (390, 1990, 2550), (570, 840, 2410), (440, 1020, 2240),
)  # fmt: skip
"""First formants of an open, a bright, a high, a dark and a round vowel."""
LEVELS = (1.0, 0.5, 0.2)
WIDTH_HZ = 110.0
CONTROLS = 100
"""Places a second where the throat is looked at; between them it glides."""


def murmur(pitch: float, chance: np.random.Generator, rate: int) -> Channel:
    """Return a phrase of five to twelve syllables, its pitch falling towards the end."""
    lengths = chance.uniform(0.11, 0.26, int(chance.integers(5, 13)))
    clock = np.arange(round(lengths.sum() * RATE)) / RATE
    controls = np.arange(0, clock[-1], 1 / CONTROLS)
    which = np.searchsorted(np.cumsum(lengths), controls).clip(max=len(lengths) - 1)
    wanted = chance.integers(0, len(VOWELS), len(lengths))
    throat = _smooth(np.array(VOWELS, np.float64)[wanted][which])
    stress = chance.uniform(0.86, 1.2, len(lengths))[which]
    melody = (
        pitch * np.interp(controls, (0, clock[-1]), (1.1, 0.85)) * _smooth(stress[:, None])[:, 0]
    )
    heard = _sung(melody, throat, controls, clock) * _syllables(lengths, clock)
    return resampled(np.asarray(heard, np.float32), RATE, rate)


def _sung(
    melody: NDArray[np.float64],
    throat: NDArray[np.float64],
    controls: NDArray[np.float64],
    clock: NDArray[np.float64],
) -> NDArray[np.float64]:
    turns = np.cumsum(np.interp(clock, controls, melody)) / RATE
    heard = np.zeros(len(clock))
    for harmonic in range(1, int(HIGHEST_HZ / melody.max()) + 1):
        near = ((melody * harmonic)[:, None] - throat) / WIDTH_HZ
        strength = (np.array(LEVELS) / (1 + near**2)).sum(axis=1) / harmonic**0.5
        heard += np.interp(clock, controls, strength) * np.sin(2 * np.pi * harmonic * turns)
    return np.asarray(heard / max(float(np.abs(heard).max()), 1e-6))


def _syllables(lengths: NDArray[np.float64], clock: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return an envelope: open in each vowel, half closed between them, silent at the ends."""
    ends = np.cumsum(lengths)
    places = np.sort(np.concatenate([[0.0], ends - lengths / 2, ends]))
    levels = np.resize([0.2, 1.0], len(places))
    levels[0] = levels[-1] = 0.0
    return np.asarray(np.interp(clock, places, levels))


def _smooth(curves: NDArray[np.float64]) -> NDArray[np.float64]:
    """Let each column glide over some 50 ms."""
    weights = np.hanning(7)[1:-1]
    weights /= weights.sum()
    padded = np.pad(curves, ((2, 2), (0, 0)), mode="edge")
    return np.stack([np.convolve(one, weights, mode="valid") for one in padded.T], axis=1)
