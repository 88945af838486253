"""Rain, snow, fog, lightning and wind, laid over a finished landscape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import cv2
import numpy as np

from t2v_studio.drawing.canvas import Canvas, Moment, Mover
from t2v_studio.drawing.life import leaves
from t2v_studio.drawing.vector import Pixels, circle, curve, ellipse, gradient, stroke


@dataclass(frozen=True, slots=True, kw_only=True)
class Curtain:
    """A texture of light that scrolls over the whole frame. Pixels; pixels a second."""

    texture: Pixels
    """BGR, one period larger than the frame both ways."""
    period: tuple[int, int]
    """Height and width."""
    down: float
    across: float
    sway: float = 0.0

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Add the texture where it is now."""
        swing = self.sway * np.sin(moment.seconds * 0.9)
        row = int(-self.down * moment.seconds) % self.period[0]
        column = int(self.across * moment.seconds + swing) % self.period[1]
        high, wide = frame.shape[:2]
        cv2.add(frame, self.texture[row : row + high, column : column + wide], dst=frame)


def _curtain(
    canvas: Canvas,
    body: str,
    size: tuple[float, float],
    down: float,
    across: float,
    sway: float = 0,
) -> Curtain:
    """Make a curtain of a body that repeats every `size` (wide, high) units."""
    wide, high = size
    copies = "".join(
        f'<g transform="translate({x * wide} {y * high})">{body}</g>'
        for x in (-1, 0, 1)
        for y in (-1, 0, 1)
    )
    tile = canvas.sprite(copies, (0, 0, wide, high))[..., :3]
    rows, columns = tile.shape[:2]
    repeats = -(-(canvas.height + rows) // rows), -(-(canvas.width + columns) // columns)
    large = np.tile(tile, (*repeats, 1))[: canvas.height + rows, : canvas.width + columns]
    return Curtain(
        texture=np.ascontiguousarray(large),
        period=(rows, columns),
        down=down * canvas.unit,
        across=across * canvas.unit,
        sway=sway * canvas.unit,
    )


def rain(canvas: Canvas) -> list[Mover]:
    """Two curtains of streaks and rings of drops on the ground."""
    out: list[Mover] = []
    for count, length, thick, light, down in ((70, 46, 1.6, 0.28, 1500), (34, 84, 2.6, 0.34, 2100)):
        body = ""
        for _ in range(count):
            x, y = canvas.rng.uniform(0, 560), canvas.rng.uniform(0, 560)
            body += stroke([(x, y), (x - length * 0.16, y + length)], thick, "#dfeaf7", light)
        out.append(_curtain(canvas, body, (560, 560), down, down * 0.16))
    return out


def snow(canvas: Canvas) -> list[Mover]:
    """Three curtains of flakes, the nearer the larger and faster."""
    out: list[Mover] = []
    for count, radius, down in ((90, 2.2, 70), (46, 4.0, 120), (18, 7.0, 190)):
        body = "".join(
            circle(
                canvas.rng.uniform(0, 620),
                canvas.rng.uniform(0, 620),
                radius * canvas.rng.uniform(0.7, 1.3),
                "#ffffff",
                0.85,
            )
            for _ in range(count)
        )
        out.append(_curtain(canvas, body, (620, 620), down, 18, sway=radius * 6))
    return out


def fog(canvas: Canvas) -> list[Mover]:
    """A thin bank of mist before whoever is there; the thick one lies behind them."""
    return [_bank(canvas, strength=0.3, depth=1.1, drift=-32, top=600)]


def mist(canvas: Canvas) -> list[Mover]:
    """The bank of mist behind the subjects, which drifts against the near one."""
    return [_bank(canvas, strength=0.62, depth=0.4, drift=20, top=420)]


def _bank(canvas: Canvas, *, strength: float, depth: float, drift: float, top: float) -> Mover:
    tone = canvas.light.haze
    stops = [(0.0, tone, strength), (0.6, tone, strength * 0.45), (1.0, tone, 0.0)]
    body = gradient("f", stops, radial=True)
    for k in range(round(canvas.period / 190)):
        x, y = k * 190 + canvas.rng.uniform(0, 120), canvas.rng.uniform(top + 120, 900)
        body += ellipse(x, y, canvas.rng.uniform(240, 420), canvas.rng.uniform(60, 120), "url(#f)")
    return canvas.layer(
        body, depth=depth, top=top - 40, bottom=1040, drift=drift, lit=False, frost=0
    )


@dataclass(frozen=True, slots=True)
class Lightning:
    """The sky flares up, twice in a row, every few seconds."""

    every: float = 4.3
    lag: float = 1.1

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Brighten the frame in a flash; leave it alone between flashes."""
        since = (moment.seconds - self.lag) % self.every
        flash = max(np.exp(-since * 9), np.exp(-abs(since - 0.28) * 14) * 0.8)
        if flash > 0.04:
            cv2.convertScaleAbs(frame, dst=frame, alpha=1 + 0.5 * flash, beta=60 * flash)


def storm(canvas: Canvas) -> list[Mover]:
    """Rain and lightning."""
    return [*rain(canvas), Lightning()]


def wind(canvas: Canvas) -> list[Mover]:
    """Leaves and long streaks of air."""
    body = ""
    for _ in range(9):
        x, y = canvas.rng.uniform(0, 1400), canvas.rng.uniform(60, 860)
        body += curve(f"M{x} {y}q120 -26 240 0t200 -10", 2.6, "#ffffff", 0.32)
    return [leaves(canvas), _curtain(canvas, body, (1400, 900), 0, -520)]


def overcast(canvas: Canvas) -> list[Mover]:
    """Nothing over the landscape: the clouds are in the sky."""
    del canvas
    return []


SKIES: Mapping[str, Callable[[Canvas], list[Mover]]] = {
    "clear": overcast,
    "cloudy": overcast,
    "rain": rain,
    "storm": storm,
    "snow": snow,
    "fog": fog,
    "wind": wind,
}


BEHIND: Mapping[str, Callable[[Canvas], list[Mover]]] = {"fog": mist}


def behind(canvas: Canvas, name: str) -> list[Mover]:
    """Return what a weather lays between the landscape and the subjects."""
    return BEHIND.get(name, overcast)(canvas)


def weather(canvas: Canvas, name: str) -> list[Mover]:
    """Return what a weather lays over the landscape; an unknown one lays nothing."""
    return SKIES.get(name, overcast)(canvas)
