"""The instruments: a table of timbres, and one function that plays a note on any of them.

A voice is a set of partials (ratio to the pitch, strength, decay a second) under an envelope. Two
slightly different copies, left and right, make it wide. No partial passes the ear or the rate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from t2v_studio.sound.theory import frequency

Stereo = NDArray[np.float32]
"""Shape (samples, 2), full scale is 1."""

Partial = tuple[float, float, float]
"""Ratio to the pitch, strength, decay in nepers a second."""

CROSSFEED = 0.45
"""How much of each side is heard on the other: wide, yet whole when played in mono."""
HIGHEST_HERTZ = 12_000.0
TABLE_BITS = 13
TABLE = 1 << TABLE_BITS
"""Places in one period; a nearest-place reading is 70 dB clean."""

QUIET_NEPERS = 7.0
"""A partial that has decayed this far (-61 dB) is not computed on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One instrument. Times in seconds, `detune` in cents between left and right."""

    partials: tuple[Partial, ...]
    attack: float = 0.004
    release: float = 0.12
    detune: float = 4.0
    vibrato: float = 0.0
    """Depth in cents; 5.2 Hz, growing in over the first half second."""


def _saw(count: int, slope: float, decay: float = 0.0, rise: float = 0.0) -> tuple[Partial, ...]:
    """Return harmonics that fall as 1/n^slope; higher ones decay faster by `rise`."""
    return tuple((n, n**-slope, decay + rise * (n - 1)) for n in range(1, count + 1))


def _odd(count: int, slope: float, decay: float = 0.0) -> tuple[Partial, ...]:
    return tuple((n, n**-slope, decay) for n in range(1, 2 * count, 2))


# fmt: off
VOICES: Mapping[str, Voice] = MappingProxyType({
    "piano":    Voice(partials=tuple((n * (1 + 4e-4 * n * n) ** 0.5, n**-1.4, 0.9 + 0.75 * (n - 1))
                                     for n in range(1, 11)), release=0.25),
    "rhodes":   Voice(partials=((1, 1.0, 0.9), (2, 0.32, 2.2), (3, 0.12, 4.0), (14, 0.05, 14.0)),
                      release=0.2, detune=7),
    "guitar":   Voice(partials=_saw(9, 1.15, 1.6, 1.0), attack=0.003, release=0.15),
    "pizzicato": Voice(partials=_saw(7, 1.3, 6.0, 2.5), release=0.1),
    "pluck":    Voice(partials=_saw(12, 1.0, 3.5, 1.4), attack=0.002, detune=9),
    "marimba":  Voice(partials=((1, 1.0, 4.5), (3.93, 0.28, 12.0), (9.2, 0.08, 28.0)), release=0.2),
    "bell":     Voice(partials=((1, 1.0, 1.4), (2.0, 0.35, 2.0), (2.76, 0.3, 3.0), (5.4, 0.14, 5.5),
                                (8.9, 0.05, 9.0)), release=0.8, detune=6),
    "music box": Voice(partials=((1, 1.0, 2.4), (3, 0.22, 5.0), (6.3, 0.10, 10.0)), release=0.5),
    "pad":      Voice(partials=_saw(8, 1.7), attack=0.55, release=0.9, detune=14),
    "warm pad": Voice(partials=_saw(5, 2.1), attack=0.8, release=1.2, detune=12),
    "strings":  Voice(partials=_saw(14, 1.25), attack=0.22, release=0.4, detune=12, vibrato=7),
    "spiccato": Voice(partials=_saw(12, 1.15, 5.0, 0.8), attack=0.008, release=0.12, detune=11),
    "brass":    Voice(partials=_saw(12, 1.1, 0.25, 0.10), attack=0.07, release=0.25, detune=8,
                      vibrato=3),
    "flute":    Voice(partials=((1, 1.0, 0.0), (2, 0.22, 0.0), (3, 0.09, 0.0), (4, 0.03, 0.0)),
                      attack=0.06, release=0.15, detune=3, vibrato=14),
    "whistle":  Voice(partials=((1, 1.0, 0.0), (2, 0.05, 0.0)), attack=0.04, release=0.12,
                      detune=2, vibrato=18),
    "lead":     Voice(partials=_odd(8, 1.2), attack=0.01, release=0.12, detune=10, vibrato=8),
    "choir":    Voice(partials=((1, 1.0, 0.0), (2, 0.55, 0.0), (3, 0.35, 0.0), (4, 0.10, 0.0),
                                (5, 0.06, 0.0)), attack=0.4, release=0.8, detune=16, vibrato=10),
    "sub":      Voice(partials=((1, 1.0, 0.0), (2, 0.18, 0.0)), attack=0.02, release=0.1, detune=0),
    "upright":  Voice(partials=_saw(6, 1.5, 1.8, 1.5), attack=0.006, release=0.1, detune=0),
    "synth bass": Voice(partials=_saw(10, 1.15, 1.2, 0.7), attack=0.004, release=0.06, detune=3),
    "drone":    Voice(partials=_saw(6, 1.8), attack=1.2, release=1.5, detune=9),
})
# fmt: on


def play(voice: Voice, pitch: int, seconds: float, rate: int) -> Stereo:
    """Return one note, about full scale, with its release after `seconds`."""
    samples = round((seconds + voice.release) * rate)
    spread = voice.detune / 200
    near, far = (_side(voice, frequency(pitch + bend), samples, rate) for bend in (-spread, spread))
    sides = np.stack([near + CROSSFEED * far, far + CROSSFEED * near], axis=1)
    loudness = 1 / sum(strength for _, strength, _ in voice.partials)
    shape = _envelope(voice, samples, rate) * np.float32(loudness / (1 + CROSSFEED))
    return np.asarray(sides * shape[:, None], np.float32)


def _side(voice: Voice, hertz: float, samples: int, rate: int) -> NDArray[np.float32]:
    """Return one ear's copy, before the envelope."""
    top = min(HIGHEST_HERTZ, rate * 0.45) / hertz
    audible = tuple(one for one in voice.partials if one[0] <= top)
    if all(decay == 0 for _, _, decay in audible):
        turns = _wobbling(voice.vibrato, samples, rate) * (hertz * TABLE)
        return np.asarray(_period(audible)[turns.astype(np.int64) & (TABLE - 1)], np.float32)
    return _struck(audible, hertz, samples, rate)


@lru_cache(maxsize=128)
def _period(partials: tuple[Partial, ...]) -> NDArray[np.float32]:
    """Return one period of a steady tone, read at any speed."""
    along = np.arange(TABLE) * (2 * np.pi / TABLE)
    waves = (strength * np.sin(ratio * along) for ratio, strength, _ in partials)
    return np.asarray(sum(waves, np.zeros(TABLE)), np.float32)


def _struck(
    partials: Sequence[Partial], hertz: float, samples: int, rate: int
) -> NDArray[np.float32]:
    """Add partials that each die away at their own speed."""
    heard = np.zeros(samples, np.float32)
    sine, clock = _period(((1.0, 1.0, 0.0),)), np.arange(samples, dtype=np.uint32)
    for ratio, strength, decay in partials:
        end = min(samples, round(QUIET_NEPERS / decay * rate)) if decay else samples
        # The phase is a 32-bit number that runs over at each full turn; its top is the place.
        step = np.uint32(round(hertz * ratio / rate * 2**32))
        wave = sine[(clock[:end] * step) >> np.uint32(32 - TABLE_BITS)]
        fall = np.exp(clock[:end].astype(np.float32) * np.float32(-decay / rate))
        heard[:end] += wave * (fall * np.float32(strength))
    return heard


@lru_cache(maxsize=32)
def _wobbling(vibrato: float, samples: int, rate: int) -> NDArray[np.float64]:
    """Return a clock in seconds, as a vibrato of so many cents moves it."""
    clock = np.arange(samples, dtype=np.float64) / rate
    if not vibrato:
        return clock
    depth = 2 ** (vibrato / 1200) - 1
    speed = 2 * np.pi * 5.2
    moved: NDArray[np.float64] = depth / speed * np.sin(speed * clock) * np.minimum(1, 2 * clock)
    return clock + moved


def _envelope(voice: Voice, samples: int, rate: int) -> NDArray[np.float32]:
    rise = max(1, min(round(voice.attack * rate), samples))
    fall = max(1, min(round(voice.release * rate), samples))
    shape = np.ones(samples, np.float32)
    shape[:rise] = np.sin(np.linspace(0, np.pi / 2, rise, dtype=np.float32)) ** 2
    shape[samples - fall :] *= np.cos(np.linspace(0, np.pi / 2, fall, dtype=np.float32)) ** 2
    return shape
