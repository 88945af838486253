"""Small things that drift through the picture, each in its own rhythm."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from t2v_studio.drawing.canvas import Canvas, Moment
from t2v_studio.drawing.picture import Overlay, blend
from t2v_studio.drawing.vector import Pixels, group

Frames: TypeAlias = tuple[Pixels, ...]
"""One thing in the phases of its movement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drifters:
    """Things that wander across a band of the frame and come in again on the other side."""

    kinds: tuple[Frames, ...]
    table: NDArray[np.float32]
    """Columns: x, y, speed across, speed down, sway, swings a second, phase; pixels, seconds."""
    band: tuple[float, float]
    """Top and bottom of the band in pixels."""
    beat: float = 0.0
    """Phases of its movement in a second."""
    depth: float = 0.3
    unit: float = 1.0

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Draw each at its place."""
        width, margin = frame.shape[1], 60 * self.unit
        top, bottom = self.band
        across, down = width + 2 * margin, bottom - top + 2 * margin
        run = moment.travel * self.depth * self.unit
        for number, (x, y, fast, fall, sway, rate, phase) in enumerate(self.table.tolist()):
            swing = math.sin(math.tau * (rate * moment.seconds + phase))
            frames = self.kinds[number % len(self.kinds)]
            picture = frames[int(moment.seconds * self.beat + phase * 7) % len(frames)]
            left = (x + fast * moment.seconds + sway * swing - run) % across - margin
            head = (y + fall * moment.seconds + sway * 0.5 * swing) % down - margin + top
            blend(frame, Overlay(round(left), round(head), picture))


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How a kind of drifter moves. Units and seconds; pairs are ranges."""

    count: int
    across: tuple[float, float]
    down: tuple[float, float]
    sway: float = 0.0
    rate: tuple[float, float] = (0.2, 0.5)
    band: tuple[float, float] = (0.0, 1000.0)
    beat: float = 0.0
    depth: float = 0.3


def drift(canvas: Canvas, kinds: tuple[Frames, ...], habit: Habit) -> Drifters:
    """Let things drift by a habit; a narrow frame holds fewer of them."""
    rng, unit = canvas.rng, canvas.unit
    count = max(3, round(habit.count * min(1.0, canvas.wide / 1500)))
    rows = [
        (
            rng.uniform(0, canvas.width * 1.07),
            rng.uniform(0, 1.1) * (habit.band[1] - habit.band[0]) * unit,
            rng.uniform(*habit.across) * unit,
            rng.uniform(*habit.down) * unit,
            habit.sway * unit,
            rng.uniform(*habit.rate),
            rng.random(),
        )
        for _ in range(count)
    ]
    return Drifters(
        kinds=kinds,
        table=np.array(rows, np.float32),
        beat=habit.beat,
        depth=habit.depth,
        unit=unit,
        band=(habit.band[0] * unit, habit.band[1] * unit),
    )


def tumbling(canvas: Canvas, body: str, half: float, *, lit: bool = True) -> Frames:
    """Return a flat thing in eight phases of tumbling."""
    return tuple(
        canvas.sprite(
            group(
                body,
                f"rotate({k * 45}) scale(1 {0.35 + 0.65 * abs(math.cos(math.pi * k / 4)):.2f})",
            ),
            (-half, -half, half * 2, half * 2),
            tint=canvas.light.face if lit else "",
        )
        for k in range(8)
    )
