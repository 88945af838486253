"""What counts as a fault, as a table: each detector names where, or only that it is so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from t2v_measure import container
from t2v_measure.metrics import clipped, silent
from t2v_measure.stretches import Stretch
from t2v_measure.watching import Seen

BLURRED = 0.45
"""Of the blur metric. Sharp film and drawings lie about 0.25, a visible blur above 0.5."""


@dataclass(frozen=True, slots=True)
class Detector:
    """One row. `find` returns stretches; a fault of the whole film is one from start to end.

    `told` is the sentence's verb phrase. `fault` is False for what a film may well have.
    """

    name: str
    find: Callable[[Seen], list[Stretch]]
    told: str
    fault: bool = True


def _whole(holds: Callable[[Seen], bool]) -> Callable[[Seen], list[Stretch]]:
    return lambda seen: [(0.0, round(seen.until_s, 3))] if holds(seen) else []


def _blurred(seen: Seen) -> bool:
    blur = seen.detail.mean("blur")
    return blur is not None and blur >= BLURRED


DETECTORS: tuple[Detector, ...] = (
    Detector("black", lambda seen: seen.black.found(), "is black"),
    Detector("frozen", lambda seen: seen.frozen.found(), "stands still"),
    Detector("silent", silent, "is silent"),
    Detector("clipped", clipped, "has clipped sound"),
    Detector("flicker", lambda seen: seen.pulse.found(), "flickers"),
    Detector("blurred", _whole(_blurred), "is blurred"),
    Detector(
        "nonconforming",
        _whole(lambda seen: bool(container.deviations(seen.facts))),
        "is not what plays everywhere",
    ),
    Detector("cut", lambda seen: [(at, at) for at in seen.cuts.found()], "cuts", fault=False),
)


def findings(seen: Seen) -> dict[str, list[Stretch]]:
    """Return what was found, by detector; those that found nothing are left out."""
    found = {row.name: row.find(seen) for row in DETECTORS}
    return {name: stretches for name, stretches in found.items() if stretches}


FAULTS = frozenset(row.name for row in DETECTORS if row.fault)
