"""How a subject moves as a whole, for each action: offsets, turns and squashes over time.

Units of the frame, degrees and seconds. What its limbs do meanwhile is the rigs' matter.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Sway:
    """Where a subject is, off its place."""

    dx: float = 0.0
    up: float = 0.0
    turn: float = 0.0
    wide: float = 1.0
    high: float = 1.0


Act: TypeAlias = Callable[[float, float], Sway]
"""(seconds, share of the scene) -> sway."""


def _sin(seconds: float, period: float, lag: float = 0.0) -> float:
    return math.sin(math.tau * (seconds / period + lag))


def _breathe(seconds: float, _: float) -> Sway:
    puff = 0.02 * _sin(seconds, 2.6)
    return Sway(turn=1.2 * _sin(seconds, 3.7), wide=1 - puff, high=1 + puff)


def _hop(period: float, height: float, tilt: float) -> Act:
    def hop(seconds: float, _: float) -> Sway:
        air = abs(_sin(seconds, period * 2))
        squash = 0.07 * max(0.0, 1 - 3 * air)
        return Sway(
            up=height * air,
            turn=tilt * _sin(seconds, period * 2, 0.1),
            wide=1 + squash,
            high=1 - squash,
        )

    return hop


def _rise(seconds: float, share: float) -> Sway:
    return Sway(
        up=-150 + 300 * share + 8 * _sin(seconds, 2.2),
        dx=10 * _sin(seconds, 3.1),
        turn=1.5 * _sin(seconds, 2.7),
    )


def _fall(seconds: float, share: float) -> Sway:
    return Sway(up=330 - 380 * share, dx=40 * _sin(seconds, 2.4), turn=12 * _sin(seconds, 2.4, 0.2))


def _bloom(seconds: float, share: float) -> Sway:
    grown = 0.6 + 0.4 * min(1.0, share / 0.7) ** 0.6
    return Sway(wide=grown, high=grown, turn=3 * _sin(seconds, 3.2))


def _spin(seconds: float, _: float) -> Sway:
    return Sway(turn=seconds * 120 % 360, up=10 * _sin(seconds, 2.0))


def _burn(seconds: float, _: float) -> Sway:
    lick = 0.09 * _sin(seconds, 0.31) + 0.05 * _sin(seconds, 0.19, 0.3)
    return Sway(wide=1 - lick * 0.6, high=1 + lick, turn=2 * _sin(seconds, 0.47))


def _wander(across: float, up: float, turn: float, period: float) -> Act:
    def wander(seconds: float, _: float) -> Sway:
        return Sway(
            dx=across * _sin(seconds, period * 1.7),
            up=up * _sin(seconds, period),
            turn=turn * _sin(seconds, period, 0.18),
        )

    return wander


def _leap(seconds: float, _: float) -> Sway:
    return Sway(up=150 * abs(_sin(seconds, 1.8)), turn=-5 * _sin(seconds, 0.9, 0.25))


def _roll(bump: float, turn: float) -> Act:
    def roll(seconds: float, _: float) -> Sway:
        return Sway(
            dx=40 * _sin(seconds, 4.7),
            up=bump * abs(_sin(seconds, 0.35)),
            turn=turn * _sin(seconds, 0.52),
        )

    return roll


def _wriggle(seconds: float, _: float) -> Sway:
    beat = _sin(seconds, 0.55)
    return Sway(
        dx=34 * _sin(seconds, 3.7),
        up=16 * _sin(seconds, 2.3),
        turn=5 * _sin(seconds, 1.15),
        wide=1 - 0.045 * beat,
        high=1 + 0.02 * beat,
    )


def _flutter(seconds: float, _: float) -> Sway:
    return Sway(
        dx=60 * _sin(seconds, 4.4),
        up=34 * _sin(seconds, 2.6),
        turn=4 * _sin(seconds, 2.6, 0.2),
        high=1 - 0.1 * abs(_sin(seconds, 0.6)),
    )


JOINTED: Mapping[str, Act] = {
    "run": _wander(46, 2, 0, 3.1),
    "walk": _wander(22, 0, 0, 4.3),
    "jump": _leap,
    "dance": _wander(26, 0, 2, 2.2),
    "fly": _wander(60, 34, 4, 2.6),
    "float": _wander(24, 26, 7, 5.0),
    "swim": _wander(30, 7, 3, 2.4),
    "surf": _wander(70, 16, 7, 2.9),
    "sail": _wander(20, 8, 3, 2.8),
    "drive": _roll(2.2, 0.5),
    "spin": _wander(10, 0, 3, 1.1),
    "rise": _rise,
    "fall": _fall,
}
"""For figures with joints; other actions leave them where they are."""

FLAT: Mapping[str, Act] = {
    **JOINTED,
    "walk": _hop(0.44, 14, 4),
    "run": _hop(0.3, 30, 7),
    "jump": _hop(0.8, 150, 5),
    "dance": _hop(0.5, 26, 10),
    "play": _hop(0.6, 20, 6),
    "eat": _hop(0.7, 6, 5),
    "bloom": _bloom,
    "spin": _spin,
    "burn": _burn,
    "drive": _roll(5.0, 0.9),
    "swim": _wriggle,
    "fly": _flutter,
}
"""For flat pictures; other actions breathe."""

SPEEDS = {
    "run": 520.0,
    "walk": 170.0,
    "drive": 620.0,
    "sail": 130.0,
    "surf": 300.0,
    "swim": 110.0,
    "fly": 230.0,
}
"""Units a second at which the landscape passes a subject that goes somewhere."""

AWAY = {"towards": (0.62, 1.12), "away": (1.08, 0.5)}
"""Size at the start and at the end for a subject that comes or goes."""


def sway(action: str, direction: str, *, jointed: bool, seconds: float, share: float) -> Sway:
    """Return where a subject is at a moment, off its place."""
    act = (JOINTED if jointed else FLAT).get(action, _still if jointed else _breathe)
    found = act(seconds, share)
    if direction not in AWAY:
        return found
    first, last = AWAY[direction]
    size = first + (last - first) * share
    return Sway(
        dx=found.dx * size,
        up=found.up * size,
        turn=found.turn,
        wide=found.wide * size,
        high=found.high * size,
    )


def _still(_: float, __: float) -> Sway:
    return Sway()


def landscape_speed(action: str, direction: str) -> float:
    """Return how fast the camera must go along with a subject, units a second to the right."""
    if direction in {"up", "down", "towards", "away"}:
        return SPEEDS.get(action, 0.0) * 0.35
    return SPEEDS.get(action, 0.0) * (-1 if direction == "left" else 1)
