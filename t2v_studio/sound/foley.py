"""A recipe of EFFECTS made to sound: beds and hums that go on, grains scattered over the time."""

from __future__ import annotations

import zlib
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from t2v_studio.sound.effects import EFFECTS, Bed, Grain, Hum
from t2v_studio.sound.noises import KINDS
from t2v_studio.sound.room import reverberated
from t2v_studio.sound.spectrum import Channel, Samples, shaped

VARIANTS = 12
"""So many of each grain are made, and used again at other places and strengths."""
JITTER = 0.06
"""How far a steady grain strays from its time, in shares of its distance."""
EVEN_POWER = 1.6
"""Exponent that makes the fall of a band's edges steep and still soft."""


def effect(name: str, duration_ms: int, seed: int, rate: int = 48_000) -> Samples:
    """Return an effect as it goes on: float32 (samples, 2), without fades.

    Args:
        name: A row of EFFECTS. Raises KeyError for another.
        duration_ms: Exact length.
        seed: Decides when things happen. The same seed gives the same bytes.
        rate: Samples a second.
    """
    row = EFFECTS[name]
    heard = np.zeros((round(duration_ms * rate / 1000), 2), np.float32)
    if not len(heard):
        return heard
    chance = np.random.default_rng((zlib.crc32(name.encode()), seed & 0xFFFF_FFFF))
    for bed in row.beds:
        heard += _bed(bed, len(heard), rate, chance)
    for hum in row.hums:
        heard += _hum(hum, len(heard), rate, chance)[:, None]
    for place in range(len(row.grains)):
        _scatter(heard, name, place, rate, chance)
    if row.wet:
        heard += np.float32(row.wet) * reverberated(heard, row.room, rate)
    return heard


def _bed(bed: Bed, samples: int, rate: int, chance: np.random.Generator) -> Samples:
    low, high = bed.band

    def band(hertz: NDArray[np.float64]) -> NDArray[np.float64]:
        rising = (hertz / low) ** (2 * EVEN_POWER)
        return np.asarray(rising / (1 + rising) / (1 + (hertz / high) ** (2 * EVEN_POWER)))

    noise = shaped(chance.standard_normal((samples, 2), np.float32), rate, band)
    noise *= np.float32(10 ** (bed.gain / 20) / max(float(noise.std()), 1e-9))
    if bed.depth:
        noise *= _swell(bed, samples, rate, chance)[:, None]
    return noise


def _swell(bed: Bed, samples: int, rate: int, chance: np.random.Generator) -> NDArray[np.float32]:
    """Return crests of uneven height at uneven distances; it may begin anywhere between two."""
    seconds = samples / rate
    count = int(seconds / bed.period) + 4
    times = np.cumsum(bed.period * chance.uniform(0.7, 1.3, count)) - bed.period * 2
    heights = chance.uniform(0.65, 1.0, count)
    middles = (times[1:] + times[:-1]) / 2
    places = np.sort(np.concatenate([times, middles]))
    levels = np.zeros(len(places))
    levels[::2] = heights
    # Sixty places a second are plenty: what swells does so in tenths of a second.
    coarse = np.arange(0, seconds + 1 / 60, 1 / 60)
    along = np.interp(coarse, places, levels)
    height = np.interp(coarse, times, heights)
    shape = height * (0.5 - 0.5 * np.cos(np.pi * np.clip(along / height, 0, 1))) ** bed.crest
    fine = np.interp(np.arange(samples) / rate, coarse, 1 - bed.depth * (1 - shape))
    return np.asarray(fine, np.float32)


def _hum(hum: Hum, samples: int, rate: int, chance: np.random.Generator) -> NDArray[np.float32]:
    seconds = samples / rate
    places = np.arange(0, seconds + 2.0, 1.4)
    drift = 1 + hum.drift * chance.uniform(-1, 1, len(places))
    clock = np.arange(samples) / rate
    turns = np.cumsum(hum.hertz * np.interp(clock, places, drift)) / rate
    period = np.arange(1 << 12) * (2 * np.pi / (1 << 12))
    phases = chance.uniform(0, 2 * np.pi, hum.partials)
    tone = sum(
        np.sin(n * period + phase) / n**hum.slope for n, phase in enumerate(phases, 1)
    ) / np.sqrt(sum(n ** (-2 * hum.slope) / 2 for n in range(1, hum.partials + 1)))
    heard = np.asarray(tone)[(turns * (1 << 12)).astype(np.int64) & ((1 << 12) - 1)]
    return np.asarray(heard * 10 ** (hum.gain / 20), np.float32)


def _scatter(heard: Samples, name: str, place: int, rate: int, chance: np.random.Generator) -> None:
    grain, variants = EFFECTS[name].grains[place], _variants(name, place, rate)
    longest = max(map(len, variants)) / rate
    # Where grains overlap, some have begun before the film does.
    lead = longest if longest > grain.every else 0.0
    for at in _times(grain, len(heard) / rate, lead, chance):
        sound = variants[int(chance.integers(len(variants)))]
        gains = _gains(grain, len(sound), chance)
        start = round(at * rate)
        before, end = max(0, -start), min(len(sound), len(heard) - start)
        if before < end:
            whole = sound[:, None] * gains
            heard[start + before : start + end] += whole[before:end]


def _times(
    grain: Grain, seconds: float, lead: float, chance: np.random.Generator
) -> NDArray[np.float64]:
    """Return when a grain happens: one in each stretch, so that none is missing for long."""
    if grain.steady:
        beats = np.arange(float(chance.uniform(0, grain.every)), seconds, grain.every)
        return np.asarray(beats + grain.every * chance.uniform(-JITTER, JITTER, len(beats)))
    count = max(1, round((seconds + lead) / grain.every))
    stretch = (seconds + lead) / count
    return np.asarray((np.arange(count) + chance.uniform(0.05, 0.75, count)) * stretch - lead)


def _gains(grain: Grain, samples: int, chance: np.random.Generator) -> Samples:
    """Return the gain of both sides: constant, or moving from one side to the other."""
    level = 10 ** (float(chance.uniform(*grain.gain)) / 20)
    pan = float(chance.uniform(*grain.pan))
    if not grain.moving:
        angle = np.full((1,), (pan + 1) * np.pi / 4)
    else:
        pan *= chance.choice((-1, 1))
        angle = (np.linspace(-pan, pan, samples) + 1) * np.pi / 4
    return np.asarray(level * np.stack([np.cos(angle), np.sin(angle)], axis=1), np.float32)


@lru_cache(maxsize=64)
def _variants(name: str, place: int, rate: int) -> tuple[Channel, ...]:
    """Make the grains of a row once; the same row always has the same ones."""
    grain = EFFECTS[name].grains[place]
    chance = np.random.default_rng((zlib.crc32(name.encode()), place))
    low, high = np.log(grain.pitch)
    pitches = np.exp(low + (high - low) * (np.arange(VARIANTS) + 0.5) / VARIANTS)
    return tuple(KINDS[grain.kind](float(pitch), chance, rate) for pitch in pitches)
