"""A curtain of falling water: a strip of streaks that repeats downwards."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from t2v_studio.drawing.canvas import Canvas, Moment
from t2v_studio.drawing.vector import Pixels, rect, stroke


@dataclass(frozen=True, slots=True, kw_only=True)
class Falls:
    """Opaque columns that scroll down between two heights. Pixels; pixels a second."""

    curtain: Pixels
    """BGR, one period high, repeated once."""
    left: int
    top: int
    bottom: int
    period: int
    speed: float
    unit: float

    @classmethod
    def make(cls, canvas: Canvas, left: float, right: float, top: float, bottom: float) -> Falls:
        """Make a fall between these edges, in units."""
        left, right = max(left, 0.0), min(right, canvas.wide)
        wide, high = right - left, 420.0
        body = rect(0, -high, wide, high * 3, "#8fd0e4")
        for _ in range(90):
            x, y, length = (
                canvas.rng.uniform(0, wide),
                canvas.rng.uniform(0, high),
                canvas.rng.uniform(60, 210),
            )
            tone, thick = (
                canvas.rng.choice(("#ffffff", "#c9ecf5", "#6fbcd8")),
                canvas.rng.uniform(3, 13),
            )
            for shift in (-high, 0, high):
                body += stroke([(x, y + shift), (x, y + shift + length)], thick, tone, 0.75)
        tile = canvas.sprite(body, (0, 0, wide, high), tint=canvas.light.tint)[..., :3]
        period = tile.shape[0]
        rows = round((bottom - top) * canvas.unit)
        repeats = -(-(rows + period) // period) + 1
        return cls(
            curtain=np.ascontiguousarray(np.vstack([tile] * repeats)),
            left=round(left * canvas.unit),
            top=round(top * canvas.unit),
            bottom=round(bottom * canvas.unit),
            period=period,
            speed=520 * canvas.unit,
            unit=canvas.unit,
        )

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Fill the curtain's part of the frame."""
        lift = round(moment.lift(0.0) * self.unit)
        top, bottom = max(0, self.top + lift), min(frame.shape[0], self.bottom + lift)
        wide = min(self.curtain.shape[1], frame.shape[1] - self.left)
        if bottom <= top or wide <= 0:
            return
        start = self.period - 1 - round(self.speed * moment.seconds) % self.period
        rows = self.curtain[start : start + bottom - top, :wide]
        frame[top : top + rows.shape[0], self.left : self.left + wide] = rows
