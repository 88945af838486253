"""A stadium: striped grass, stands full of people, floodlights, a board, flags."""

from __future__ import annotations

import numpy as np

from t2v_studio.drawing.backdrop import Backdrop, spread
from t2v_studio.drawing.canvas import Canvas
from t2v_studio.drawing.sky import Twinkle, daylight, spark
from t2v_studio.drawing.vector import circle, curve, ellipse, path, polygon, rect, stroke

TOP, FOOT = 330.0, 690.0
"""Where the stands begin and end."""
ROW = 26.0
SHIRTS = ("#e5675b", "#f2c14e", "#5b9bd8", "#fbf6ec", "#6cb58a", "#c98be8", "#33405e")
SKINS = ("#f2c9a5", "#d99f74", "#9a6a4a")


def stadium(canvas: Canvas) -> Backdrop:
    """A pitch before its stands; a goal at each end."""
    lawn = "".join(
        rect(x - 76, 760, 152, 380, "#58a750" if number % 2 else "#4f9a49")
        for number, x in enumerate(spread(canvas, 152, 0.0))
    )
    lawn = rect(-2, 760, canvas.period + 4, 380, "#4f9a49") + lawn
    lines = rect(-2, 792, canvas.period + 4, 8, "#f4f8ee") + rect(
        -2, 1010, canvas.period + 4, 10, "#f4f8ee"
    )
    middle = canvas.wide / 2
    ring = f"M{middle - 330} 900a330 74 0 1 0 660 0a330 74 0 1 0 -660 0"
    lines += curve(ring, 8, "#f4f8ee") + "".join(_goal(middle + dx, 798) for dx in (-780, 780))
    return Backdrop(
        sky=daylight(canvas, 0.4),
        behind=[
            canvas.layer(_stands(canvas), shining=_floods(canvas), depth=0.3, top=40, bottom=770, haze=0.1, frost=0.2),
            _flashes(canvas),
            canvas.layer(_boards(canvas), depth=0.55, top=680, bottom=770, frost=0),
            canvas.layer(lawn + lines, depth=1.0, top=640, frost=0.7),
        ],
        stage=930,
        life=("confetti",),
    )  # fmt: skip


def _stands(canvas: Canvas) -> str:
    rng = canvas.rng
    out = rect(-2, TOP - 40, canvas.period + 4, FOOT - TOP + 110, "#4a5674")
    out += path(f"M-2 {TOP - 130}H{canvas.period + 2}V{TOP - 70}H-2Z", "#dfe5ec")
    out += "".join(rect(x, TOP - 80, 14, 60, "#aeb8c4") for x in spread(canvas, 260, 0.0))
    y = TOP
    while y < FOOT:
        out += rect(-2, y + 10, canvas.period + 4, 14, "#3d4763")
        for x in spread(canvas, 30, 0.5):
            if rng.random() < 0.86:
                out += ellipse(x, y + 10, 10, 13, rng.choice(SHIRTS)) + circle(x, y - 7, 7, rng.choice(SKINS))  # fmt: skip
        y += ROW
    for x in spread(canvas, 420, 0.4):
        tone = rng.choice(SHIRTS[:3])
        out += stroke([(x, FOOT - 40), (x, FOOT - 150)], 5, "#dfe5ec")
        out += polygon([(x, FOOT - 150), (x + 78, FOOT - 126), (x, FOOT - 100)], tone)
    return out


def _floods(canvas: Canvas) -> str:
    """The lamps of the masts; halos where it is dark."""
    out = ""
    for x in spread(canvas, 620, 0.0):
        out += stroke([(x, TOP - 100), (x, 130)], 12, "#8d97a6") + rect(x - 70, 70, 140, 64, "#5d6878", radius=8)  # fmt: skip
        out += "".join(circle(x - 48 + 32 * k, 86 + 32 * j, 12, "#fffbe6") for k in range(4) for j in (0, 1))  # fmt: skip
        if canvas.light.lamps > 0.3:
            out += circle(x, 102, 170, "#fff6d0", 0.12) + circle(x, 102, 96, "#fff6d0", 0.2)
    return out


def _boards(canvas: Canvas) -> str:
    out = ""
    for number, x in enumerate(spread(canvas, 210, 0.0)):
        out += rect(x - 100, 706, 200, 56, SHIRTS[number % 3], radius=5)
        out += rect(x - 62, 726, 124, 14, "#fbf6ec", radius=7)
    return out


def _goal(x: float, y: float) -> str:
    net = "".join(stroke([(x - 100 + k * 25, y - 118), (x - 100 + k * 25, y)], 2, "#ffffff", 0.5) for k in range(9))  # fmt: skip
    net += "".join(stroke([(x - 100, y - k * 24), (x + 100, y - k * 24)], 2, "#ffffff", 0.5) for k in range(5))  # fmt: skip
    return net + curve(f"M{x - 104} {y}v-122h208v122", 9, "#ffffff")


def _flashes(canvas: Canvas) -> Twinkle:
    lights = (spark(canvas, 12, "#ffffff", cross=True), spark(canvas, 8, "#fff3c9"))
    rng = canvas.rng
    rows = [
        (rng.uniform(0, canvas.width), rng.uniform(TOP, FOOT) / 1000 * canvas.height, rng.random(),
         rng.uniform(0.3, 0.8), k % 2) for k in range(40)
    ]  # fmt: skip
    return Twinkle(lights, np.array(rows, np.float32))
