"""What surrounds the instruments: the room's echo, and an old record's warmth and crackle."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from t2v_studio.sound.spectrum import Samples, convolved, shaped

PREDELAY_S = 0.018
"""The first echo comes a little later: words and strokes stay clear."""

TAPE_CUT_HZ = 5200.0
CLICKS_A_SECOND = 9.0


def reverberated(sound: Samples, seconds: float, rate: int) -> Samples:
    """Return only the echo of a room whose sound falls by 60 dB in `seconds`."""
    return convolved(sound, _impulse(seconds, rate))


def _impulse(seconds: float, rate: int) -> Samples:
    clock = np.arange(round(seconds * rate)) / rate
    chance = np.random.default_rng(7)
    tail = chance.standard_normal((len(clock), 2)) * np.exp(-6.9 * clock / seconds)[:, None]
    soft = shaped(tail.astype(np.float32), rate, lambda hertz: _slope(hertz, 250.0, 4500.0))
    late = np.vstack([np.zeros((round(PREDELAY_S * rate), 2), np.float32), soft])
    energy = np.sqrt((late**2).sum(axis=0, keepdims=True))
    return np.asarray(late / energy, np.float32)


def _slope(hertz: NDArray[np.float64], low: float, high: float) -> NDArray[np.float64]:
    """Pass what is between two edges, falling gently outside."""
    rising = hertz**2 / (hertz**2 + low**2)
    falling = 1 / (1 + (hertz / high) ** 4)
    return np.asarray(rising * falling)


def aged(sound: Samples, rate: int, chance: np.random.Generator) -> Samples:
    """Return the sound as from an old record: dull, a little unsteady, with crackle."""
    clock = np.arange(len(sound))
    drift = 0.0011 * rate * (np.sin(2 * np.pi * 0.47 * clock / rate) + 1)
    warped = np.stack([np.interp(clock - drift, clock, side) for side in sound.T], axis=1)
    dull = shaped(warped.astype(np.float32), rate, lambda hertz: _slope(hertz, 35.0, TAPE_CUT_HZ))
    return dull + _crackle(len(sound), rate, chance)


def _crackle(samples: int, rate: int, chance: np.random.Generator) -> Samples:
    clicks = np.zeros((samples, 2), np.float32)
    count = chance.poisson(CLICKS_A_SECOND * samples / rate)
    places = chance.integers(0, samples, count)
    clicks[places] = (chance.standard_normal((count, 1)) * chance.uniform(0.3, 1, (count, 2))) * 0.1
    hiss = chance.standard_normal((samples, 2)).astype(np.float32) * np.float32(0.0012)
    return shaped(clicks, rate, lambda hertz: _slope(hertz, 900.0, 7000.0)) + hiss
