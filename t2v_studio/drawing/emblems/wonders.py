"""What is too large to stand in a place: curtains of northern lights, a wall over the hills."""

from __future__ import annotations

import math
from itertools import pairwise

from t2v_studio.drawing.colour import darker, lighter
from t2v_studio.drawing.emblems.emblem import Emblem, wave
from t2v_studio.drawing.vector import curve, gradient, path, polygon, rect

HALF = 900.0
STEPS = 45


def aurora(tone: str, phase: float) -> str:
    """Three curtains of light, folded, that wander and breathe."""
    out = ""
    for number, (hue, level, lag) in enumerate(((tone, -30, 0.0), ("#59c7e8", -110, 0.33), ("#b08af0", 40, 0.66))):  # fmt: skip
        name, strength = f"curtain{number}", 0.62 + 0.16 * wave(phase + lag)
        out += gradient(name, [(0, hue, 0), (0.55, hue, strength * 0.5), (0.86, lighter(hue, 0.3), strength), (1, hue, 0)])  # fmt: skip
        for k in range(STEPS):
            x = -HALF + 2 * HALF * k / STEPS
            foot = level + 52 * _fold(x, phase + lag) + 150
            high = 250 + 90 * _fold(x * 1.7 + 300, lag - phase)
            edge = min(1.0, 2.6 * (1 - abs(x) / HALF))
            out += rect(x, foot - high, 2 * HALF / STEPS + 0.7, high, f"url(#{name})", opacity=max(0.02, edge))  # fmt: skip
    return out


def _fold(x: float, phase: float) -> float:
    return math.sin(x / 160 + math.tau * phase) * 0.6 + math.sin(x / 71 - math.tau * phase) * 0.4


BOWS = ("#e5484d", "#f2853f", "#f6c945", "#58b368", "#4f8fe0", "#8a5cd1")


def rainbow(tone: str, phase: float) -> str:
    """An arc over the whole place; it grows stronger and fainter."""
    del tone
    strength = 0.52 + 0.22 * wave(phase)
    return "".join(
        curve(f"M{-reach} 40A{reach} {reach} 0 0 1 {reach} 40", 25, bow, strength)
        for number, bow in enumerate(BOWS)
        for reach in (560 - 24 * number,)
    )


def great_wall(tone: str, phase: float) -> str:
    """A wall with battlements that climbs over hills from tower to tower."""
    hill = path("M-560 10Q-430 -150 -250 -170Q-60 -240 80 -150Q250 -330 420 -190Q520 -110 570 10Z", "#6f9c62")  # fmt: skip
    hill += path("M-560 10Q-330 -90 -130 -70Q120 -60 300 -110Q470 -90 570 10Z", "#5b8a55")
    crest = [(-480.0, -70.0), (-330, -150), (-190, -176), (-40, -208), (90, -162), (220, -250), (340, -238), (450, -150)]  # fmt: skip
    wall = polygon([*((x, y - 66) for x, y in crest), *((x, y + 34) for x, y in reversed(crest))], tone)  # fmt: skip
    wall += polygon([*((x, y - 20) for x, y in crest), *((x, y + 34) for x, y in reversed(crest))], darker(tone, 0.16))  # fmt: skip
    for (ax, ay), (bx, by) in pairwise(crest):
        for k in range(5):
            x, y = ax + (bx - ax) * k / 5, ay + (by - ay) * k / 5
            wall += rect(x + 3, y - 84, 15, 26, lighter(tone, 0.12))
    towers = "".join(_watchtower(x, y, tone, phase) for x, y in (crest[1], crest[3], crest[5]))
    return hill + wall + towers


def _watchtower(x: float, y: float, tone: str, phase: float) -> str:
    fly = 10 * wave(phase)
    cloth = f"M{x + 2} {y - 274}q24 {fly - 8} 48 0t40 {-fly}v34q-20 {fly} -44 0t-44 0Z"
    flag = rect(x - 3, y - 276, 6, 64, "#4a3f3f") + path(cloth, "#d9412f")
    out = rect(x - 54, y - 150, 108, 190, lighter(tone, 0.1)) + rect(x + 16, y - 150, 38, 190, darker(tone, 0.1))  # fmt: skip
    out += "".join(rect(x - 58 + 26 * k, y - 172, 16, 26, lighter(tone, 0.16)) for k in range(5))
    out += "".join(rect(x - 36 + 30 * k, y - 104, 14, 30, "#5d5144", radius=7) for k in range(3))
    return flag + out + polygon([(x - 40, y - 172), (x, y - 216), (x + 40, y - 172)], "#7d5a48")


WONDERS = {
    "aurora": Emblem(draw=aurora, box=(-HALF, -240, 2 * HALF, 480), tone="#6fe8a8", phases=24,
                     seconds=7.0, shines=True),
    "rainbow": Emblem(draw=rainbow, box=(-600, -560, 1200, 640), tone="#ffffff", phases=24,
                      seconds=6.0, shines=True),
    "great wall": Emblem(draw=great_wall, box=(-590, -545, 1180, 561), tone="#c9b291",
                         scale=1.1, phases=16, seconds=1.6),
}  # fmt: skip
"""Subject key -> wonder."""
