"""Riding: where on its mount a rider sits, and how the two stay together.

A rider is an actor without a place of its own; the mount says where its saddle is at each moment.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from t2v_studio.drawing.cast import Figure, figure_of, members
from t2v_studio.drawing.rigs import quadruped
from t2v_studio.drawing.rigs.breeds import BREEDS
from t2v_studio.drawing.rigs.machines import COACHES
from t2v_studio.scene import Subject

RIDE = "ride"
"""The action of who sits astride."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saddle:
    """Where a mount carries its rider. Shares of the mount's picture."""

    at: Callable[[float], tuple[float, float]]
    """Phase of the mount -> (from the left, from the top)."""
    inside: bool = False
    """The mount is drawn over its rider's legs: a boat, a car."""
    upright: bool = False
    """The rider stands."""
    size: float = 1.0
    """Of a rider against what the mount's height would allow: tall sails make no tall sailors."""


def _fixed(
    x: float, y: float, *, inside: bool = False, upright: bool = False, size: float = 1.0
) -> Saddle:
    return Saddle(at=lambda _: (x, y), inside=inside, upright=upright, size=size)


_BOAT, _BOARD = _fixed(0.62, 0.75, inside=True), _fixed(0.5, 0.34, upright=True)
SADDLES: Mapping[str, Saddle] = {
    "bicycle": _fixed(0.36, 0.2), "motorcycle": _fixed(0.4, 0.3), "scooter": _fixed(0.36, 0.4),
    "kick scooter": _fixed(0.42, 0.78, upright=True), "dragon": _fixed(0.34, 0.52),
    "skateboard": _BOARD, "surfboard": _BOARD, "snowboard": _BOARD, "sled": _fixed(0.45, 0.45),
    "boat": _BOAT, "canoe": _fixed(0.5, 0.4, inside=True), "speedboat": _BOAT,
    "sailboat": _fixed(0.3, 0.84, size=0.55), "ship": _fixed(0.45, 0.3, inside=True),
    "ferry": _fixed(0.45, 0.25, inside=True), "tractor": _fixed(0.34, 0.3, inside=True),
    "rocket": _fixed(0.5, 0.4), "hot air balloon": _fixed(0.5, 0.9, inside=True),
    **dict.fromkeys(COACHES, _fixed(0.46, 0.36, inside=True)),
}  # fmt: skip
"""Subject key -> saddle of what has neither legs nor the usual back."""
BACK = _fixed(0.46, 0.4)
"""Of any other picture: the upper middle."""


def saddle_of(mount: Subject) -> Saddle:
    """Return where a subject carries its riders."""
    breed = BREEDS.get(mount.name)
    if breed is None:
        return SADDLES.get(mount.name, BACK)
    left, top, wide, high = quadruped.reach_of(breed)

    def back(phase: float) -> tuple[float, float]:
        x, y = quadruped.saddle(breed, mount.action, phase)
        return (x - left) / wide, (y - top) / high

    return Saddle(at=back)


def mounted(subjects: tuple[Subject, ...]) -> dict[str, list[Subject]]:
    """Return the riders of a scene, one by one, by the name of what they ride."""
    names = {subject.name for subject in subjects if not subject.on}
    found: dict[str, list[Subject]] = {}
    for subject in subjects:
        if subject.on in names:
            found.setdefault(subject.on, []).extend(members(subject))
    return found


def rider_figure(rider: Subject, saddle: Saddle) -> Figure | None:
    """Return how a rider looks in this saddle."""
    if rider.action not in {"sit", "stand", "drive", "sail"}:
        return figure_of(rider)
    return figure_of(replace(rider, action="stand" if saddle.upright else RIDE))


def rider_scale(mount: Figure, rider: Figure, saddle: Saddle) -> float:
    """Return the size of a rider in the saddle against its own on the ground."""
    if saddle.upright:
        return 0.85
    high = mount.box[3] * mount.scale
    grown = min(1.0, max(0.5, high / 440)) * saddle.size
    return grown if rider.seat else min(grown, 0.7 * high / (rider.box[3] * rider.scale))
