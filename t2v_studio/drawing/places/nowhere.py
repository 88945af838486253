"""Places without land: sky, space, and the moving gradient for what has no place at all."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from t2v_studio.drawing.backdrop import AIR, VOID, Backdrop, scatter, spread
from t2v_studio.drawing.canvas import Canvas, Layer, Moment
from t2v_studio.drawing.colour import bgr, darker, mix
from t2v_studio.drawing.props import nature
from t2v_studio.drawing.sky import clouds, daylight, starfield, twinkling_stars
from t2v_studio.drawing.vector import Pixels, circle, curve, ellipse, gradient, rect


def sky(canvas: Canvas) -> Backdrop:
    """High above a sea of clouds."""
    rng = canvas.rng

    def bank(y: float, size: float, depth: float, drift: float) -> Layer:
        body = rect(-2, y + size * 0.12, canvas.period + 4, 700, canvas.light.cloud)
        body += scatter(canvas, size * 0.5, (y, y + size * 0.2), (size, size * 1.3),
                        lambda x, low, s: nature.cloud(rng, x, low + s * 0.2, s, mix(canvas.light.cloud, canvas.light.sky[1], 0.3 * (1 - depth))))  # fmt: skip
        return canvas.layer(body, depth=depth, top=y - size, lit=False, drift=drift, frost=0)

    return Backdrop(
        sky=daylight(canvas, 0.85),
        behind=[
            *clouds(canvas, 0.7, 8, depth=0.15),
            bank(800, 260, 0.3, 8),
            bank(900, 360, 0.7, 16),
        ],
        before=[bank(1010, 460, 1.3, 30)],
        stage=560,
        medium=AIR,
        life=("birds",),
    )


def space(canvas: Canvas) -> Backdrop:
    """Stars, a nebula, planets; the grey ground of a moon."""
    rng = canvas.rng
    mist = "".join(
        gradient(f"n{k}", [(0, tone, 0.5), (1, tone, 0)], radial=True) + circle(x, rng.uniform(100, 620), rng.uniform(260, 420), f"url(#n{k})")
        for k, (x, tone) in enumerate(zip(spread(canvas, canvas.period / 5), ("#7a4fd0", "#c0478f", "#2f6fd0", "#4fb0c8", "#8a4fd0"), strict=True))
    )  # fmt: skip
    worlds = ""
    for k, x in enumerate(spread(canvas, 900, 0.3)):
        worlds += _ringed(x, 250, 92) if k % 2 else _earth(x, 280, 130)
    ground = nature.land(nature.ridge(rng, canvas.period, 838, 16, 3), canvas.period, "#a9adb8")
    far = nature.land(nature.ridge(rng, canvas.period, 800, 34, 4), canvas.period, "#7f8493")
    holes = scatter(canvas, 150, (870, 985), (30, 80), _crater)
    return Backdrop(
        sky=starfield(canvas, [(0, "#070a20"), (0.5, "#141640"), (1, "#2a2058")]),
        behind=[
            canvas.layer(mist, depth=0.03, top=-140, bottom=1000, lit=False, frost=0),
            twinkling_stars(canvas, 0.85, 46),
            canvas.layer(
                worlds, depth=0.08, top=20, bottom=560, lit=False, frost=0, sway=(0, 8, 9)
            ),
            canvas.layer(far, depth=0.4, top=750, lit=False, frost=0),
            canvas.layer(ground + holes, depth=1.0, top=810, lit=False, frost=0),
        ],
        stage=898,
        medium=VOID,
        life=("meteors",),
        weathered=False,
    )


@dataclass(frozen=True, slots=True)
class Flow:
    """A soft picture of moving colours, computed small and enlarged."""

    colours: NDArray[np.float32]
    """BGR, shape (4, 3)."""
    rows: NDArray[np.float32]
    columns: NDArray[np.float32]

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Fill the whole frame."""
        t, x, y = moment.seconds * 0.35, self.columns + moment.travel * 0.0004, self.rows
        waves = (
            np.sin(3.1 * x + t + 1.3 * np.sin(2.3 * y - t * 0.7)),
            np.sin(2.3 * y - t * 1.2 + 1.7 * np.sin(1.9 * x + t * 0.5)),
            np.sin(2.2 * (x + y) + t * 0.8),
        )
        picture = np.broadcast_to(self.colours[0], (*x.shape, 3)).astype(np.float32)
        for wave, colour in zip(waves, self.colours[1:], strict=True):
            share = (0.5 + 0.5 * wave[..., None]) ** 2 * 0.8
            picture += (colour - picture) * share
        small = np.clip(picture, 0, 255).astype(np.uint8)
        cv2.resize(
            small, (frame.shape[1], frame.shape[0]), dst=frame, interpolation=cv2.INTER_LINEAR
        )


def abstract(canvas: Canvas) -> Backdrop:
    """Slow waves of colour in the light of the time, with bokeh."""
    top, middle, low = canvas.light.sky
    tones = [
        darker(top, 0.15),
        middle,
        low,
        canvas.rng.choice(("#f4a6b8", "#9fd8c9", "#f6cf8a", "#b7a2e3")),
    ]
    small = (max(8, canvas.height // 12), max(8, canvas.width // 12))
    rows, columns = np.mgrid[0 : small[0], 0 : small[1]].astype(np.float32)
    treated = canvas.look.treat(np.array([[(*bgr(tone), 255) for tone in tones]], np.uint8))
    flow = Flow(treated[0, :, :3].astype(np.float32), rows / small[0] * 2, columns / small[0] * 2)
    arcs = "".join(curve(f"M{x - 300} 1050Q{x} {canvas.rng.uniform(500, 800)} {x + 420} 1050", 2.5, "#ffffff", 0.35)
                   for x in spread(canvas, 170))  # fmt: skip
    return Backdrop(
        sky=flow,
        behind=[
            canvas.layer(arcs, depth=0.4, top=480, lit=False, drift=22, sway=(20, 10, 8), frost=0)
        ],
        stage=800,
        medium=VOID,
        life=("bokeh",),
        weathered=False,
    )


def _earth(x: float, y: float, radius: float) -> str:
    body = gradient("air", [(0.86, "#8fd0ff", 0.5), (1, "#8fd0ff", 0)], radial=True) + circle(
        x, y, radius * 1.16, "url(#air)"
    )
    body += circle(x, y, radius, "#3f8fd8")
    for dx, dy, rx, ry in (
        (-0.35, -0.3, 0.4, 0.26),
        (0.28, 0.1, 0.34, 0.42),
        (-0.3, 0.5, 0.26, 0.2),
    ):
        body += ellipse(x + dx * radius, y + dy * radius, rx * radius, ry * radius, "#63b26a", 20)
    body += ellipse(x, y - radius * 0.86, radius * 0.36, radius * 0.1, "#ffffff")
    shade = f"M{x + radius * 0.3:.1f} {y - radius * 0.954:.1f}A{radius} {radius} 0 0 1 {x + radius * 0.3:.1f} {y + radius * 0.954:.1f}"
    return (
        body
        + f'<path d="{shade}A{radius * 1.3} {radius * 1.3} 0 0 0 {x + radius * 0.3:.1f} {y - radius * 0.954:.1f}Z" fill="#0b1236" opacity="0.35"/>'
    )


def _ringed(x: float, y: float, radius: float) -> str:
    ring = f'<ellipse cx="{x}" cy="{y}" rx="{radius * 1.75}" ry="{radius * 0.42}" fill="none" stroke="#f2d9a0" stroke-width="{radius * 0.16}" transform="rotate(-16 {x} {y})"/>'
    half = f'<g clip-path="url(#h{x:.0f})">{circle(x, y, radius, "#e8a562")}{ellipse(x, y - radius * 0.3, radius, radius * 0.14, "#f0bd82", -16)}</g>'
    clip = f'<defs><clipPath id="h{x:.0f}"><rect x="{x - radius}" y="{y - radius}" width="{2 * radius}" height="{radius}" transform="rotate(-16 {x} {y})"/></clipPath></defs>'
    return clip + circle(x, y, radius, "#d98f52") + ring + half


def _crater(x: float, y: float, size: float) -> str:
    return ellipse(x, y, size, size * 0.26, "#c2c6cf") + ellipse(
        x, y + size * 0.03, size * 0.88, size * 0.2, "#868b99"
    )
