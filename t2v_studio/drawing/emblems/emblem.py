"""What an emblem is: a subject that we draw ourselves, with moving parts but without joints."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Emblem:
    """A drawing that stands on y = 0 and looks to the right."""

    draw: Callable[[str, float], str]
    """(colour, phase in turns) -> SVG elements."""
    box: tuple[float, float, float, float]
    """x, y, width, height of what is drawn."""
    tone: str
    """Its colour when the words name none."""
    scale: float = 1.0
    """Frame units for one unit of the box."""
    phases: int = 1
    seconds: float = 2.0
    """Of one cycle."""
    waterline: float = 0.0
    """How high up the water comes, in units of the box."""
    shines: bool = False
    """It gives light itself: no hour dims it."""


def wave(phase: float) -> float:
    """Return the sine of a phase in turns."""
    return math.sin(math.tau * phase)
