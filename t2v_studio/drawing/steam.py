"""Steam: puffs that rise from pots and cups, grow and fade."""

from __future__ import annotations

import math
from dataclasses import dataclass

from t2v_studio.drawing.canvas import Canvas, Moment
from t2v_studio.drawing.picture import Overlay, blend
from t2v_studio.drawing.vector import Pixels, circle, gradient

PUFFS, SECONDS, RISE = 4, 2.6, 120.0
"""Of one source: puffs at a time, life of each, and how far it rises (units)."""
SIZES = 6


@dataclass(frozen=True, slots=True)
class Steam:
    """Steam over places of a layer. Units."""

    puffs: tuple[Pixels, ...]
    """From young to old."""
    places: tuple[tuple[float, float], ...]
    canvas: Canvas
    depth: float

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Draw what is in the air."""
        unit, period = self.canvas.unit, self.canvas.period
        lift = moment.lift(self.depth)
        for number, (x, y) in enumerate(self.places):
            left = (x - moment.travel * self.depth + 100) % period - 100
            for k in range(PUFFS):
                age = (moment.seconds / SECONDS + k / PUFFS + number * 0.37) % 1
                puff = self.puffs[int(age * SIZES)]
                sway = 12 * age * math.sin(math.tau * (age * 1.3 + k * 0.3))
                at = (left + sway) * unit, (y + lift - RISE * age) * unit
                half = puff.shape[0] / 2
                blend(
                    frame,
                    Overlay(round(at[0] - half), round(at[1] - half), puff),
                    min(1.0, age * 6) * (1 - age),
                )


def steam(canvas: Canvas, places: tuple[tuple[float, float], ...], depth: float) -> Steam:
    """Let steam rise from places (x, y) of a layer of that depth."""
    return Steam(tuple(_puff(canvas, 13 + 6 * k) for k in range(SIZES)), places, canvas, depth)


def _puff(canvas: Canvas, radius: float) -> Pixels:
    body = gradient("puff", [(0, "#ffffff", 0.6), (1, "#ffffff", 0)], radial=True)
    body += circle(0, 0, radius, "url(#puff)")
    return canvas.sprite(body, (-radius, -radius, 2 * radius, 2 * radius))
