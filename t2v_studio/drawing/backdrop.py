"""What a place is made of: a sky, movers behind the subjects, movers in front of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from t2v_studio.drawing.canvas import Canvas, Mover

GROUND, WATER, AIR, DEEP, VOID = "ground", "water", "air", "deep", "void"
"""What carries the subject: land, the surface of water, air, water all around, nothing at all."""


@dataclass(slots=True, kw_only=True)
class Backdrop:
    """A landscape ready to be painted. Movers are in the order of painting."""

    sky: Mover
    behind: list[Mover]
    before: list[Mover] = field(default_factory=list)
    stage: float = 880.0
    """Where a subject stands: units from the top."""
    surface: float | None = None
    """Where a subject swims or sails; None where there is no water."""
    medium: str = GROUND
    """What a subject meets here unless its action says otherwise."""
    life: tuple[str, ...] = ()
    """Names of the small moving things that belong here (see `particles`)."""
    weathered: bool = True
    """False where no rain falls: indoors, in space, under water."""


def spread(canvas: Canvas, every: float, uneven: float = 0.8) -> Iterator[float]:
    """Yield places from 0 to the canvas's period, about `every` units apart."""
    count = max(1, round(canvas.period / every))
    step = canvas.period / count
    for k in range(count):
        yield (k + 0.5 + canvas.rng.uniform(-0.5, 0.5) * uneven) * step


def scatter(
    canvas: Canvas,
    every: float,
    rows: tuple[float, float],
    sizes: tuple[float, float],
    draw: Callable[[float, float, float], str],
) -> str:
    """Draw a thing again and again over the ground, farther ones (higher up) first and smaller.

    Args:
        canvas: Its period and its luck.
        every: Mean distance in units.
        rows: Heights (units) of the farthest and the nearest foot.
        sizes: Sizes there.
        draw: Called with x, y, size.
    """
    feet = sorted((canvas.rng.random(), x) for x in spread(canvas, every, 1.6))
    return "".join(
        draw(x, rows[0] + (rows[1] - rows[0]) * near, sizes[0] + (sizes[1] - sizes[0]) * near)
        for near, x in feet
    )
