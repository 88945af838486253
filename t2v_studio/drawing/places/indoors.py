"""Under a roof: room, office, stage. The window shows the light of the scene."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from t2v_studio.drawing.backdrop import Backdrop, spread
from t2v_studio.drawing.canvas import Canvas, Moment
from t2v_studio.drawing.colour import darker, lighter
from t2v_studio.drawing.picture import glow
from t2v_studio.drawing.props import built, nature
from t2v_studio.drawing.sky import Twinkle, plain, spark
from t2v_studio.drawing.vector import Pixels, circle, ellipse, gradient, path, polygon, rect, stroke


def inside(canvas: Canvas, tone: str) -> str:
    """Return a wall's colour: indoors, night is lamplight and not darkness."""
    return darker(tone, 0.32 * min(1.0, canvas.light.lamps))


def window(
    canvas: Canvas, x: float, y: float, wide: float, high: float, *, hill: bool = True
) -> str:
    """Return a window that shows the scene's sky, and a green hill if nothing else is out there."""
    top, middle, low = canvas.light.sky
    body = gradient("pane", [(0, top, 1), (0.55, middle, 1), (1, low, 1)])
    body += rect(x - 16, y - 16, wide + 32, high + 32, "#fbf6ec", radius=8) + rect(
        x, y, wide, high, "url(#pane)"
    )
    if canvas.light.glow_strength > 0.05:  # no sun is seen through rain
        body += circle(x + wide * 0.7, y + high * 0.3, 30, canvas.light.orb)
    if hill:
        body += path(
            f"M{x} {y + high}a{wide / 2} {high * 0.2} 0 0 1 {wide} 0Z", canvas.tinted("#7fb06a")
        )
    body += rect(x + wide / 2 - 6, y, 12, high, "#fbf6ec") + rect(
        x, y + high / 2 - 6, wide, 12, "#fbf6ec"
    )
    return body + rect(x - 26, y + high + 14, wide + 52, 16, "#eadfcb", radius=5)


def room(canvas: Canvas) -> Backdrop:
    """A living room: a window, a sofa, shelves, a lamp, a rug."""
    wall = inside(canvas, "#f3dcc0")
    body = ""
    for x in spread(canvas, 1500, 0.0):
        body += window(canvas, x - 620, 220, 300, 300) + _shelf(canvas, x - 230, 300)
        body += polygon([(x - 690, 200), (x - 640, 200), (x - 670, 640), (x - 720, 640)], "#d98a6a")
        body += polygon([(x - 296, 200), (x - 250, 200), (x - 226, 640), (x - 272, 640)], "#d98a6a")
        body += (
            _sofa(x + 330, 790) + built.plant(x + 690, 790, 240) + _floor_lamp(canvas, x - 40, 790)
        )
        body += rect(x + 210, 300, 210, 150, "#fbf6ec", radius=4) + nature.peak(
            canvas.rng, x + 315, 440, 110, "#7f9fc0"
        )
    floor = rect(0, 770, canvas.period, 360, inside(canvas, "#c99a6b")) + rect(
        0, 756, canvas.period, 18, "#fbf2e2"
    )
    floor += "".join(rect(0, y, canvas.period, 3, "#a97c52") for y in (815, 875, 950, 1040))
    rug = "".join(ellipse(x, 905, 560, 76, "#b5545c") + ellipse(x, 905, 500, 64, "#f0d9b5") + ellipse(x, 905, 440, 54, "#c76a6c")
                  for x in spread(canvas, 1500, 0.0))  # fmt: skip
    return Backdrop(
        sky=plain(canvas, [(0, lighter(wall, 0.15)), (1, wall)]),
        behind=[
            canvas.layer(floor + body, depth=0.8, top=-140, lit=False, frost=0),
            canvas.layer(rug, depth=1.0, top=800, lit=False, frost=0),
        ],
        stage=925,
        life=("motes",),
        weathered=False,
    )


def office(canvas: Canvas) -> Backdrop:
    """Desks with screens before a glass front."""
    rng = canvas.rng
    body = rect(0, 120, canvas.period, 24, "#e9edf2") + rect(0, 640, canvas.period, 26, "#e9edf2")
    for x in spread(canvas, 330, 0.0):
        body += rect(x, 120, 18, 540, "#e9edf2")
    towers = "".join(
        built.tower(rng, x, 660, 110, rng.uniform(130, 400), canvas.tinted("#8ea3c4", 0.5))
        for x in spread(canvas, 130)
    )
    desks = ""
    for x in spread(canvas, 640, 0.0):
        desks += (
            rect(x - 200, 700, 400, 22, "#c99a6b", radius=6)
            + rect(x - 180, 720, 20, 130, "#8a6a4c")
            + rect(x + 160, 720, 20, 130, "#8a6a4c")
        )
        desks += rect(x - 110, 560, 190, 118, "#3a4254", radius=10) + rect(
            x - 100, 570, 170, 98, "#7fc4e8", radius=4
        )
        desks += "".join(
            rect(x - 90, 584 + k * 18, rng.uniform(50, 140), 8, "#e9f6ff", radius=4)
            for k in range(4)
        )
        desks += rect(x - 24, 676, 20, 26, "#3a4254") + built.plant(x + 150, 702, 110)
    floor = rect(0, 800, canvas.period, 340, inside(canvas, "#b9c2cc")) + rect(
        0, 792, canvas.period, 14, "#f2f4f6"
    )
    wall = rect(0, 660, canvas.period, 140, inside(canvas, "#dfe5ea"))
    top, middle, low = canvas.light.sky
    return Backdrop(
        sky=plain(canvas, [(0, top), (0.4, middle), (0.7, low), (1, low)]),
        behind=[
            canvas.layer(towers, depth=0.2, top=200, bottom=700, lit=False, frost=0),
            canvas.layer(body + wall + floor, depth=0.7, top=-140, lit=False, frost=0),
            canvas.layer(desks, depth=0.85, top=480, bottom=900, lit=False, frost=0),
            _screens(canvas),
        ],
        stage=915,
        life=("motes",),
        weathered=False,
    )


@dataclass(frozen=True, slots=True)
class Spotlight:
    """A cone of light that swings about a lamp. `cones`: its pictures from left to right."""

    cones: tuple[Pixels, ...]
    x: int
    phase: float
    rate: float

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Add the light of this moment."""
        swing = 0.5 + 0.5 * math.sin(math.tau * (self.phase + self.rate * moment.seconds))
        at = swing * (len(self.cones) - 1)
        low = int(at)
        for index, share in ((low, 1 - at + low), (min(low + 1, len(self.cones) - 1), at - low)):
            cone = self.cones[index]
            glow(frame, cone, self.x - cone.shape[1] // 2, 0, share)


def stage(canvas: Canvas) -> Backdrop:
    """A theatre: curtains, boards, spotlights that swing, lights that twinkle."""
    folds = ""
    count = max(8, round(canvas.period / 62))
    step = canvas.period / count
    for k in range(count):
        folds += rect(k * step, -150, step + 1, 960, "#7d2347") + rect(
            k * step + step * 0.55, -150, step * 0.46, 960, "#5e1838"
        )
    boards = rect(0, 790, canvas.period, 350, "#8a5a3f") + rect(
        0, 790, canvas.period, 10, "#b98052"
    )
    boards += "".join(polygon([(x, 800), (x + 4, 800), (x + 4 + (x - canvas.period / 2) * 0.2, 1130), (x + (x - canvas.period / 2) * 0.2, 1130)], "#6f4530")
                      for x in spread(canvas, 90, 0.0))  # fmt: skip
    valance = "".join(path(f"M{x - 95} -150V60Q{x} 190 {x + 95} 60V-150Z", "#a5325c") + stroke([(x - 92, 66), (x - 50, 108), (x, 126), (x + 50, 108), (x + 92, 66)], 9, "#f2c14e")
                      for x in spread(canvas, 184, 0.0))  # fmt: skip
    lamps: list[Spotlight] = []
    for number, (share, tone) in enumerate(
        ((0.18, "#4f8bff"), (0.5, "#ffd58a"), (0.82, "#ff5fa8"))
    ):
        lamps.append(_spot(canvas, round(share * canvas.width), tone, number / 3))
    return Backdrop(
        sky=plain(canvas, [(0, "#3a1030"), (1, "#5a1a3e")]),
        behind=[
            canvas.layer(
                folds, depth=0.5, top=-140, bottom=810, lit=False, sway=(6, 0, 6), frost=0
            ),
            canvas.layer(boards, depth=1.0, top=785, lit=False, frost=0),
            *lamps,
            _bulbs(canvas),
        ],
        before=[canvas.layer(valance, depth=0.6, top=-140, bottom=200, lit=False, frost=0)],
        stage=905,
        life=("confetti",),
        weathered=False,
    )


def _spot(canvas: Canvas, x: int, tone: str, phase: float) -> Spotlight:
    cones = []
    for lean in np.linspace(-1, 1, 9):
        reach = 330.0
        body = gradient("beam", [(0, tone, 0.75), (0.85, tone, 0.12), (1, tone, 0)])
        foot = reach + lean * 230
        body += polygon(
            [(reach - 14, 0), (reach + 14, 0), (foot + 105, 930), (foot - 105, 930)],
            "url(#beam)",
            0.6,
        )
        body += ellipse(foot, 905, 120, 26, darker(tone, 0.45))
        cones.append(np.ascontiguousarray(canvas.sprite(body, (0, 0, reach * 2, 1000))[..., :3]))
    return Spotlight(tuple(cones), x, phase, 0.09 + 0.02 * phase)


def _bulbs(canvas: Canvas) -> Twinkle:
    lights = tuple(spark(canvas, 15, tone) for tone in ("#ffe08a", "#ff9ad8", "#8fd0ff"))
    rows = [
        (canvas.width * (k + 0.5) / 24, canvas.height * 0.79, (k % 6) / 6, 0.7, k % 3)
        for k in range(24)
    ]
    return Twinkle(lights, np.array(rows, np.float32), floor=0.15)


def _screens(canvas: Canvas) -> Twinkle:
    lights = (spark(canvas, 8, "#bfe9ff"), spark(canvas, 7, "#9affc4"))
    rng = canvas.rng
    rows = [
        (
            rng.uniform(0, canvas.width),
            rng.uniform(0.3, 0.62) * canvas.height,
            rng.random(),
            0.5,
            k % 2,
        )
        for k in range(26)
    ]
    return Twinkle(lights, np.array(rows, np.float32))


def _shelf(canvas: Canvas, x: float, y: float) -> str:
    tones = ("#d9534f", "#3f78a8", "#f2c14e", "#4f9a68", "#8a5cd1", "#f5ead6")
    body = ""
    for row in range(2):
        low, at = y + row * 130 + 90, x
        while at < x + 200:
            wide, high = canvas.rng.uniform(14, 26), canvas.rng.uniform(50, 82)
            body += rect(at, low - high, wide, high, canvas.rng.choice(tones), radius=3)
            at += wide + 3
        body += rect(x - 14, low, 246, 13, "#a9764b", radius=4)
    return body


def _sofa(x: float, y: float) -> str:
    tone, dark = "#4f8a96", "#3d6f7c"
    body = rect(x - 250, y - 200, 500, 160, dark, radius=44) + rect(
        x - 290, y - 140, 90, 130, tone, radius=36
    )
    body += rect(x + 200, y - 140, 90, 130, tone, radius=36) + rect(
        x - 215, y - 105, 430, 80, tone, radius=24
    )
    return (
        body
        + rect(x - 150, y - 165, 100, 80, "#f2c14e", radius=18)
        + rect(x - 250, y - 14, 24, 24, "#6b4a36")
        + rect(x + 226, y - 14, 24, 24, "#6b4a36")
    )


def _floor_lamp(canvas: Canvas, x: float, y: float) -> str:
    shine = (
        circle(x, y - 380, 210, "#ffdf8a", 0.14) + circle(x, y - 380, 120, "#ffdf8a", 0.2)
        if canvas.light.lamps > 0.4
        else ""
    )
    body = stroke([(x, y), (x, y - 330)], 9, "#6b4a36") + ellipse(x, y, 52, 10, "#6b4a36")
    return (
        shine
        + body
        + polygon(
            [(x - 66, y - 330), (x - 40, y - 430), (x + 40, y - 430), (x + 66, y - 330)], "#f7d58a"
        )
    )
