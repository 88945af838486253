"""Where things alone are shown: a set table, a photographer's studio with a pedestal."""

from __future__ import annotations

import numpy as np

from t2v_studio.drawing.backdrop import Backdrop, spread
from t2v_studio.drawing.canvas import Canvas
from t2v_studio.drawing.colour import darker, lighter, mix
from t2v_studio.drawing.places.houses import middles
from t2v_studio.drawing.places.indoors import inside
from t2v_studio.drawing.sky import Twinkle, plain, spark
from t2v_studio.drawing.vector import circle, ellipse, gradient, path, rect

BACKS = (
    ("#f7d9c4", "#e79a7a"),
    ("#cfe6ee", "#6ea8bf"),
    ("#e6dcf3", "#a58ac9"),
    ("#dcefd8", "#86b88a"),
)
"""Colours of a studio: paper near the light, and away from it."""


def table(canvas: Canvas) -> Backdrop:
    """A wooden table with a cloth; far behind it a warm room, out of focus."""
    wall = inside(canvas, "#e9c79c")
    top, middle, low = canvas.light.sky
    blur = gradient("blur", [(0, "#ffffff", 0.5), (0.7, "#ffffff", 0.22), (1, "#ffffff", 0)], radial=True)  # fmt: skip
    far = ""
    for x in middles(canvas, 1300):
        far += rect(x - 620, 40, 330, 430, lighter(wall, 0.35), radius=30)
        far += gradient("outside", [(0, top, 1), (0.5, middle, 1), (1, low, 1)])
        far += rect(x - 590, 70, 270, 370, "url(#outside)", radius=22)
        far += rect(x - 130, 150, 300, 26, darker(wall, 0.2), radius=13)
        far += "".join(ellipse(x - 80 + 66 * k, 118, 24, 36, tone) for k, tone in
                       enumerate(("#c97a5a", "#8fae7a", "#e9d9b8", "#b06a6a")))  # fmt: skip
        far += ellipse(x + 420, 330, 120, 150, mix("#7fae7a", wall, 0.35)) + rect(x + 360, 440, 120, 120, mix("#c97a5a", wall, 0.3), radius=20)  # fmt: skip
    board = rect(-2, 660, canvas.period + 4, 480, inside(canvas, "#b9794a"))
    board += rect(-2, 660, canvas.period + 4, 12, inside(canvas, "#d99f6b"))
    for number, y in enumerate((704, 764, 846, 950)):
        board += rect(-2, y, canvas.period + 4, 3 + number, inside(canvas, "#96603a"))
    cloth = ""
    for x in middles(canvas, 1300):
        cloth += ellipse(x, 838, 500, 96, "#00000022") + ellipse(x, 828, 490, 92, "#fbf3e4")
        cloth += ellipse(x, 828, 440, 78, "#e58a72") + ellipse(x, 828, 422, 73, "#fbf3e4")
    lamps = blur + "".join(circle(x, canvas.rng.uniform(90, 520), canvas.rng.uniform(30, 70), "url(#blur)") for x in spread(canvas, 190))  # fmt: skip
    return Backdrop(
        sky=plain(canvas, [(0, lighter(wall, 0.2)), (1, darker(wall, 0.08))]),
        behind=[
            canvas.layer(far, depth=0.3, top=-140, bottom=680, lit=False, frost=0),
            canvas.layer(lamps, depth=0.4, top=-140, bottom=680, lit=False, frost=0, sway=(10, 6, 7)),
            canvas.layer(board + cloth, depth=1.0, top=650, lit=False, frost=0),
        ],
        stage=852,
        life=("motes", "bokeh"),
        weathered=False,
    )  # fmt: skip


def studio(canvas: Canvas) -> Backdrop:
    """A sweep of coloured paper, a round pedestal, light from above, sparks."""
    light, deep = canvas.rng.choice(BACKS)
    light, deep = inside(canvas, light), inside(canvas, deep)
    shapes = gradient("halo", [(0, "#ffffff", 0.75), (1, "#ffffff", 0)], radial=True)
    steps = gradient("side", [(0, "#ffffff", 0.35), (1, darker(deep, 0.35), 0.4)])
    for x in middles(canvas, 1600):
        shapes += circle(x, 470, 430, "url(#halo)") + circle(x - 470, 690, 170, lighter(deep, 0.18))
        shapes += path(f"M{x + 340} 860V520a150 150 0 0 1 300 0V860Z", lighter(deep, 0.28))
        for y, wide, tone in ((900, 470, deep), (838, 340, mix(deep, light, 0.35))):
            steps += ellipse(x, y + 74, wide * 1.12, 60, "#00000018")
            steps += path(
                f"M{x - wide} {y}v52a{wide} 58 0 0 0 {2 * wide} 0v-52Z", darker(tone, 0.1)
            )
            steps += path(f"M{x - wide} {y}v52a{wide} 58 0 0 0 {2 * wide} 0v-52Z", "url(#side)")
            steps += ellipse(x, y, wide, 58, lighter(tone, 0.42))
    floor = rect(-2, 830, canvas.period + 4, 310, lighter(deep, 0.22))
    return Backdrop(
        sky=plain(canvas, [(0, deep), (0.62, light), (1, lighter(light, 0.3))]),
        behind=[
            canvas.layer(shapes + floor, depth=0.5, top=-140, lit=False, frost=0),
            canvas.layer(steps, depth=1.0, top=640, lit=False, frost=0),
            _sparks(canvas),
        ],
        stage=846,
        life=("bokeh",),
        weathered=False,
    )


def _sparks(canvas: Canvas) -> Twinkle:
    lights = (spark(canvas, 16, "#ffffff", cross=True), spark(canvas, 9, "#fff3c9"))
    rng = canvas.rng
    rows = [
        (rng.uniform(0.12, 0.88) * canvas.width, rng.uniform(0.15, 0.75) * canvas.height, rng.random(),
         rng.uniform(0.25, 0.6), k % 2) for k in range(22)
    ]  # fmt: skip
    return Twinkle(lights, np.array(rows, np.float32), drift=8 * canvas.unit)
