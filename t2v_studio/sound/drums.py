"""The drums: a table of recipes (a falling tone, a burst of noise), each played once and reused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from t2v_studio.sound.spectrum import shaped
from t2v_studio.sound.voices import Stereo


@dataclass(frozen=True, slots=True, kw_only=True)
class Drum:
    """One drum. Hertz and seconds; `band` is the noise's low and high edge."""

    seconds: float
    tone: float = 0.0
    drop: float = 1.0
    """How many times higher the tone begins than it ends."""
    tone_decay: float = 0.1
    noise: float = 0.0
    band: tuple[float, float] = (20.0, 20_000.0)
    noise_decay: float = 0.05
    bursts: tuple[float, ...] = (0.0,)
    """When the noise strikes: hands never clap together."""


# fmt: off
DRUMS: Mapping[str, Drum] = MappingProxyType({
    "kick":      Drum(seconds=0.35, tone=48, drop=3.2, tone_decay=0.11, noise=0.10,
                      band=(1500, 6000), noise_decay=0.006),
    "soft kick": Drum(seconds=0.40, tone=46, drop=2.2, tone_decay=0.13),
    "taiko":     Drum(seconds=1.10, tone=62, drop=1.7, tone_decay=0.28, noise=0.30,
                      band=(90, 900), noise_decay=0.07),
    "tom":       Drum(seconds=0.55, tone=96, drop=1.5, tone_decay=0.16, noise=0.12,
                      band=(200, 1500), noise_decay=0.03),
    "snare":     Drum(seconds=0.28, tone=186, drop=1.3, tone_decay=0.05, noise=0.65,
                      band=(1200, 9000), noise_decay=0.075),
    "brush":     Drum(seconds=0.25, noise=0.55, band=(2000, 8000), noise_decay=0.07,
                      bursts=(0.0, 0.028)),
    "rim":       Drum(seconds=0.10, tone=810, drop=1.1, tone_decay=0.016, noise=0.25,
                      band=(2000, 7000), noise_decay=0.008),
    "clap":      Drum(seconds=0.30, noise=0.70, band=(900, 6500), noise_decay=0.05,
                      bursts=(0.0, 0.011, 0.023)),
    "snap":      Drum(seconds=0.15, noise=0.60, band=(1700, 5200), noise_decay=0.022,
                      bursts=(0.0, 0.008)),
    "hat":       Drum(seconds=0.07, noise=0.45, band=(7000, 16000), noise_decay=0.016),
    "open hat":  Drum(seconds=0.35, noise=0.42, band=(6500, 15000), noise_decay=0.10),
    "shaker":    Drum(seconds=0.11, noise=0.40, band=(5000, 12000), noise_decay=0.03,
                      bursts=(0.0, 0.018)),
    "cymbal":    Drum(seconds=2.40, noise=0.40, band=(3500, 14000), noise_decay=0.65),
    "woodblock": Drum(seconds=0.12, tone=1020, drop=1.05, tone_decay=0.022),
    "heart":     Drum(seconds=0.60, tone=41, drop=1.5, tone_decay=0.15),
})
# fmt: on


def strike(name: str, rate: int) -> Stereo:
    """Return one stroke, peak 1. The same drum always sounds the same."""
    drum = DRUMS[name]
    clock = np.arange(round(drum.seconds * rate)) / rate
    chance = np.random.default_rng(sorted(DRUMS).index(name))
    sides = [_tone(drum, clock) + _noise(drum, clock, chance, rate) for _ in "lr"]
    fade = np.minimum(1, (clock[-1] - clock) / 0.01)
    stroke = (np.stack(sides, axis=1) * fade[:, None]).astype(np.float32)
    return np.asarray(stroke / np.abs(stroke).max(), np.float32)


def _tone(drum: Drum, clock: NDArray[np.float64]) -> NDArray[np.float64]:
    if not drum.tone:
        return np.zeros_like(clock)
    glide = drum.tone_decay / 4
    turns = drum.tone * (clock + (drum.drop - 1) * glide * (1 - np.exp(-clock / glide)))
    tone: NDArray[np.float64] = np.sin(2 * np.pi * turns) * np.exp(-clock / drum.tone_decay)
    return tone


def _noise(
    drum: Drum, clock: NDArray[np.float64], chance: np.random.Generator, rate: int
) -> NDArray[np.float64]:
    hiss = chance.standard_normal(len(clock)).astype(np.float32)
    low, high = min(drum.band[0], rate / 4), drum.band[1]
    inside = shaped(hiss[:, None], rate, lambda hertz: (hertz >= low) & (hertz <= high))[:, 0]
    loud = np.zeros_like(clock)
    for begin in drum.bursts:
        since = clock - begin
        loud = np.where(since >= 0, np.exp(-np.maximum(since, 0) / drum.noise_decay), loud)
    return drum.noise * inside * loud
