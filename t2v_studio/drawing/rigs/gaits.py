"""How four legs move: where each foot is, how the body heaves, at any phase of the gait."""

from __future__ import annotations

import math
from dataclasses import dataclass

from t2v_studio.drawing.rigs.limbs import wave


@dataclass(frozen=True, slots=True, kw_only=True)
class Gait:
    """A cycle of steps. Lags in turns: left hind, left fore, right hind, right fore."""

    lags: tuple[float, float, float, float]
    stride: float = 0.0
    """Half of a step, as a share of the leg's length."""
    lift: float = 0.0
    """How high a foot goes, the same."""
    contact: float = 1.0
    """Share of the cycle that a foot stays on the ground."""
    bob: float = 0.0
    """How far the body heaves, in units."""
    pitch: float = 0.0
    """How far it rocks, in degrees."""
    seconds: float = 2.4
    """Of one cycle at normal size."""


GAITS = {
    "stand": Gait(lags=(0, 0, 0, 0), bob=1.6, seconds=2.4),
    "walk": Gait(lags=(0, 0.25, 0.5, 0.75), stride=0.36, lift=0.22, contact=0.62, bob=4, pitch=1.4,
                 seconds=0.95),
    "run": Gait(lags=(0.0, 0.46, 0.1, 0.58), stride=0.72, lift=0.52, contact=0.3, bob=15, pitch=6.5,
                seconds=0.5),
    "jump": Gait(lags=(0.0, 0.5, 0.06, 0.56), stride=0.6, lift=0.5, contact=0.3, bob=8, pitch=9,
                 seconds=0.9),
    "dance": Gait(lags=(0, 0.5, 0.5, 0), stride=0.1, lift=0.36, contact=0.5, bob=12, pitch=5,
                  seconds=0.9),
    "surf": Gait(lags=(0, 0, 0, 0), bob=5, pitch=4, seconds=2.0),
}  # fmt: skip
"""Action -> gait; every other action stands."""


def foot(gait: Gait, phase: float, legs: float) -> tuple[float, float]:
    """Return how far forward and how high (positive) a foot is at its own phase."""
    at = phase % 1.0
    if gait.stride == 0:
        return 0.0, 0.0
    if at < gait.contact:
        return gait.stride * legs * (1 - 2 * at / gait.contact), 0.0
    share = (at - gait.contact) / (1 - gait.contact)
    forward = gait.stride * legs * (2 * (share * share * (3 - 2 * share)) - 1)
    return forward, gait.lift * legs * math.sin(math.pi * share)


def pace(gait: Gait, legs: float) -> float:
    """Return how far a foot on the ground goes back in a whole cycle, were it always there."""
    return 2 * gait.stride * legs / gait.contact


def heave(gait: Gait, phase: float) -> tuple[float, float]:
    """Return how far the body is up (units) and how far its front is up (degrees)."""
    turns = 2 if gait.contact > 0.5 and gait.stride > 0 else 1
    return gait.bob * wave(phase * turns, -0.1), gait.pitch * wave(phase * turns, 0.15)
