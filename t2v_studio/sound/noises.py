"""The small noises that effects are made of: a drop, a chirp, a step; each a function of chance.

A kind takes a pitch in hertz, a source of chance and a rate, and returns one channel that begins
with its sound and ends in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from t2v_studio.sound.murmur import murmur
from t2v_studio.sound.spectrum import Channel, shaped

Kind = Callable[[float, np.random.Generator, int], Channel]


def _clock(seconds: float, rate: int) -> NDArray[np.float64]:
    return np.arange(round(seconds * rate)) / rate


def _glide(start: float, end: NDArray[np.float64] | float, clock: NDArray[np.float64]) -> Channel:
    """Return a sine that moves from one pitch to another; `end` may be a curve."""
    along = clock / max(clock[-1], 1e-6)
    hertz = start * (np.asarray(end) / start) ** along
    turns = np.cumsum(hertz) * (clock[1] - clock[0])
    return np.asarray(np.sin(2 * np.pi * turns), np.float32)


def _hiss(
    seconds: float, low: float, high: float, chance: np.random.Generator, rate: int
) -> Channel:
    noise = chance.standard_normal((max(2, round(seconds * rate)), 1)).astype(np.float32)

    def band(hertz: NDArray[np.float64]) -> NDArray[np.float64]:
        rising = hertz**4 / (hertz**4 + low**4)
        return np.asarray(rising / (1 + (hertz / high) ** 6))

    heard = shaped(noise, rate, band)[:, 0]
    return np.asarray(heard / max(float(np.abs(heard).max()), 1e-6), np.float32)


def _dying(clock: NDArray[np.float64], decay: float, attack: float = 0.002) -> Channel:
    """Return an envelope that falls by `decay` and comes out at nothing."""
    end = np.minimum(1, (clock[-1] - clock) / (0.15 * max(clock[-1], 1e-6)))
    return np.asarray(np.minimum(1, clock / attack) * np.exp(-clock / decay) * end, np.float32)


def drop(pitch: float, chance: np.random.Generator, rate: int) -> Channel:
    """A drop that hits a leaf or a pane."""
    clock = _clock(0.035, rate)
    hit = _hiss(0.035, pitch / 2, pitch * 3, chance, rate) * _dying(clock, 0.004, 0.0004)
    return np.asarray(
        hit + 0.4 * _glide(pitch, pitch * 1.2, clock) * _dying(clock, 0.008), np.float32
    )


def bubble(pitch: float, chance: np.random.Generator, rate: int) -> Channel:
    """A bubble: its pitch rises while it grows faint."""
    clock = _clock(float(chance.uniform(0.05, 0.14)), rate)
    return _glide(pitch, pitch * float(chance.uniform(1.3, 2.2)), clock) * _dying(
        clock, 0.04, 0.006
    )


def song(pitch: float, chance: np.random.Generator, rate: int) -> Channel:
    """A phrase of a bird: a few notes of one shape, or a trill."""
    trill = chance.random() < 0.35
    notes = int(chance.integers(6, 12)) if trill else int(chance.integers(2, 6))
    length = float(chance.uniform(0.035, 0.06) if trill else chance.uniform(0.07, 0.16))
    bend = float(chance.uniform(0.75, 1.4))
    pieces: list[Channel] = []
    for _ in range(notes):
        clock = _clock(length, rate)
        at = pitch * float(chance.uniform(0.94, 1.07))
        arch = np.sin(np.pi * clock / clock[-1])
        tone = np.sin(2 * np.pi * np.cumsum(at * (1 + (bend - 1) * arch)) / rate)
        gap = np.zeros(round(length * float(chance.uniform(0.25, 0.9)) * rate), np.float32)
        pieces += [np.asarray(tone * arch**2, np.float32), gap]
    return np.concatenate(pieces)


def chirr(pitch: float, chance: np.random.Generator, rate: int) -> Channel:
    """A cricket: three or four pulses of one pitch."""
    clock = _clock(0.018, rate)
    pulse = np.sin(2 * np.pi * pitch * clock) * np.sin(np.pi * clock / clock[-1]) ** 2
    gap = np.zeros(round(0.014 * rate))
    count = int(chance.integers(3, 5))
    return np.asarray(np.concatenate([np.concatenate([pulse, gap])] * count), np.float32)


def crackle(pitch: float, chance: np.random.Generator, rate: int) -> Channel:
    """A splinter that bursts in a fire."""
    seconds = float(chance.uniform(0.008, 0.05))
    return _hiss(seconds, pitch / 2, pitch * 4, chance, rate) * _dying(
        _clock(seconds, rate), seconds / 5, 0.0003
    )


def thunder(pitch: float, chance: np.random.Generator, rate: int) -> Channel:
    """A clap far away, and how it rolls: low noise that swells and falls as it pleases."""
    seconds = float(chance.uniform(3.5, 5.5))
    clock = _clock(seconds, rate)
    places = np.linspace(0, seconds, 24)
    rolls = np.interp(clock, places, chance.uniform(0.25, 1, len(places)))
    low = _hiss(seconds, 28, pitch, chance, rate) * rolls * _dying(clock, seconds / 3, 0.03)
    crack = _hiss(seconds, 200, pitch * 8, chance, rate) * _dying(clock, 0.16, 0.01)
    return np.asarray(low + 0.25 * crack, np.float32)


def passing(pitch: float, chance: np.random.Generator, rate: int) -> Channel:
    """A car that goes by: tyres on the road, a motor under them."""
    seconds = float(chance.uniform(2.6, 4.2))
    clock = _clock(seconds, rate)
    near = 1 / (1 + ((clock - seconds / 2) / (0.13 * seconds)) ** 2)
    near = (near - near[0]) / (near.max() - near[0])
    tyres = _hiss(seconds, pitch * 2, pitch * 14, chance, rate)
    motor = _glide(pitch * 1.06, pitch * 0.94, clock) + 0.5 * _glide(
        pitch * 2.12, pitch * 1.88, clock
    )
    return np.asarray((tyres + 0.25 * motor) * near, np.float32)


def horn(pitch: float, chance: np.random.Generator, rate: int) -> Channel:
    """A horn some streets away, two notes at once."""
    clock = _clock(float(chance.uniform(0.18, 0.5)), rate)
    both = sum(
        np.sin(2 * np.pi * pitch * ratio * n * clock) / n**1.5
        for ratio in (1.0, 1.26)
        for n in range(1, 6)
    )
    edge = np.minimum(1, np.minimum(clock, clock[-1] - clock) / 0.03)
    return np.asarray(both * edge / 3, np.float32)


def step(pitch: float, chance: np.random.Generator, rate: int) -> Channel:
    """A step: the heel's thump, and what the sole rubs on."""
    clock = _clock(0.2, rate)
    heel = _glide(pitch * 1.5, pitch, clock) * _dying(clock, 0.025)
    sole = _hiss(0.2, 900, 5200, chance, rate) * _dying(clock, 0.03, 0.012)
    return np.asarray(0.7 * heel + 0.5 * sole, np.float32)


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "drop": drop,
        "bubble": bubble,
        "song": song,
        "chirr": chirr,
        "crackle": crackle,
        "thunder": thunder,
        "passing": passing,
        "horn": horn,
        "step": step,
        "murmur": murmur,
    }
)
