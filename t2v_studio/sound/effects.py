"""The sounds of places, weather and things: a table of recipes, no notes and no music.

A recipe is beds (noise that goes on), hums (tones that go on) and grains (small noises that
happen). Gains in decibels against each other; how loud the whole is, is the mix's affair.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Bed:
    """Noise between two edges in hertz. It swells every `period` seconds, down by `depth`."""

    band: tuple[float, float]
    gain: float = 0.0
    period: float = 0.0
    depth: float = 0.0
    """0 to 1: the share that is gone between two swells."""
    crest: float = 1.0
    """How narrow a swell is: 1 is even, 4 is a wave that breaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hum:
    """A tone with `partials` harmonics that fall as 1/n^slope; it drifts by a share of itself."""

    hertz: float
    gain: float = 0.0
    partials: int = 12
    slope: float = 1.1
    drift: float = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Grain:
    """A kind of small noise, on average `every` so many seconds; `steady` ones keep time."""

    kind: str
    """A key of `noises.KINDS`."""
    every: float
    pitch: tuple[float, float] = (100.0, 100.0)
    gain: tuple[float, float] = (-6.0, 0.0)
    pan: tuple[float, float] = (-0.8, 0.8)
    steady: bool = False
    moving: bool = False
    """It goes from one side to the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One row. `room`: seconds of echo, `wet`: its share."""

    beds: tuple[Bed, ...] = ()
    hums: tuple[Hum, ...] = ()
    grains: tuple[Grain, ...] = ()
    room: float = 1.0
    wet: float = 0.0


# fmt: off
EFFECTS: Mapping[str, Effect] = MappingProxyType({
    "rain": Effect(
        beds=(Bed(band=(1400, 9000), gain=-20, period=4.0, depth=0.25),
              Bed(band=(250, 1600), gain=-27, period=6.0, depth=0.3)),
        grains=(Grain(kind="drop", every=0.022, pitch=(1500, 6000), gain=(-34, -18)),
                Grain(kind="drop", every=0.19, pitch=(700, 1800), gain=(-26, -14)))),
    "thunder": Effect(
        beds=(Bed(band=(30, 110), gain=-40, period=9.0, depth=0.6),),
        grains=(Grain(kind="thunder", every=7.5, pitch=(130, 260), gain=(-5, 0),
                      pan=(-0.5, 0.5)),), room=3.2, wet=0.35),
    "wind": Effect(
        beds=(Bed(band=(70, 300), gain=-16, period=5.5, depth=0.7, crest=1.6),
              Bed(band=(260, 620), gain=-21, period=4.1, depth=0.9, crest=2.0),
              Bed(band=(600, 1500), gain=-30, period=3.3, depth=0.95, crest=2.4))),
    "waves": Effect(
        beds=(Bed(band=(50, 320), gain=-17, period=7.5, depth=0.6),
              Bed(band=(350, 2600), gain=-18, period=6.8, depth=0.95, crest=3.0),
              Bed(band=(2400, 9000), gain=-27, period=6.8, depth=0.97, crest=4.5))),
    "stream": Effect(
        beds=(Bed(band=(380, 2200), gain=-22, period=0.7, depth=0.25),
              Bed(band=(2000, 7500), gain=-28, period=0.5, depth=0.3)),
        grains=(Grain(kind="bubble", every=0.05, pitch=(500, 2400), gain=(-32, -18)),)),
    "bubbles": Effect(
        beds=(Bed(band=(40, 260), gain=-18, period=5.0, depth=0.5),),
        grains=(Grain(kind="bubble", every=0.16, pitch=(240, 900), gain=(-20, -6)),
                Grain(kind="bubble", every=0.9, pitch=(120, 260), gain=(-12, -3))),
        room=1.6, wet=0.35),
    "birds": Effect(
        beds=(Bed(band=(200, 900), gain=-52, period=5.0, depth=0.5),),
        grains=(Grain(kind="song", every=1.3, pitch=(2600, 3600), gain=(-9, 0), pan=(-0.9, 0.1)),
                Grain(kind="song", every=1.9, pitch=(3600, 5200), gain=(-15, -5), pan=(0, 0.9)),
                Grain(kind="song", every=3.1, pitch=(1700, 2300), gain=(-18, -8))),
        room=1.4, wet=0.3),
    "crickets": Effect(
        beds=(Bed(band=(150, 700), gain=-50, period=6.0, depth=0.5),),
        grains=(Grain(kind="chirr", every=0.47, pitch=(4150, 4150), gain=(-3, 0), pan=(-0.7, -0.7),
                      steady=True),
                Grain(kind="chirr", every=0.61, pitch=(4620, 4620), gain=(-7, -4), pan=(0.6, 0.6),
                      steady=True),
                Grain(kind="chirr", every=0.53, pitch=(3890, 3890), gain=(-11, -8), pan=(0.1, 0.1),
                      steady=True)),
        room=1.2, wet=0.2),
    "city": Effect(
        beds=(Bed(band=(45, 420), gain=-24, period=6.0, depth=0.35),
              Bed(band=(400, 1800), gain=-32, period=4.0, depth=0.4)),
        grains=(Grain(kind="passing", every=3.4, pitch=(62, 100), gain=(-12, -5), pan=(0.8, 0.8),
                      moving=True),
                Grain(kind="horn", every=11.0, pitch=(330, 470), gain=(-31, -25)),
                Grain(kind="murmur", every=1.6, pitch=(100, 210), gain=(-36, -30))),
        room=1.8, wet=0.3),
    "crowd": Effect(
        beds=(Bed(band=(180, 900), gain=-34, period=3.0, depth=0.3),),
        grains=(Grain(kind="murmur", every=0.11, pitch=(95, 235), gain=(-22, -8)),),
        room=1.3, wet=0.3),
    "engine": Effect(
        beds=(Bed(band=(60, 420), gain=-20, period=0.35, depth=0.2),
              Bed(band=(400, 2200), gain=-30, period=2.0, depth=0.3)),
        hums=(Hum(hertz=47, gain=-13, partials=16, slope=0.8, drift=0.05),
              Hum(hertz=94.6, gain=-20, partials=9, slope=1.0, drift=0.05))),
    "fire": Effect(
        beds=(Bed(band=(45, 330), gain=-22, period=0.6, depth=0.5),
              Bed(band=(1800, 7000), gain=-35, period=0.4, depth=0.5)),
        grains=(Grain(kind="crackle", every=0.07, pitch=(1500, 4500), gain=(-22, -10)),
                Grain(kind="crackle", every=0.5, pitch=(700, 1600), gain=(-8, 0)))),
    "footsteps": Effect(
        grains=(Grain(kind="step", every=0.54, pitch=(75, 95), gain=(-3, 0), pan=(-0.15, 0.15),
                      steady=True),), room=0.6, wet=0.12),
})
# fmt: on
"""Every member of `scene.EFFECTS` has its row; a test holds the two together."""
