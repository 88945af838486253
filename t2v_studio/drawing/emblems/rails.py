"""Trains seen from the side: an engine and what it pulls, wheels turning, steam where there is."""

from __future__ import annotations

from t2v_studio.drawing.colour import darker, lighter
from t2v_studio.drawing.emblems.emblem import Emblem
from t2v_studio.drawing.rigs.machines import PHASES, wheel
from t2v_studio.drawing.vector import circle, path, polygon, rect, stroke

GLASS, IRON = "#a9dcf2", "#3a3f4c"
BOX = (-520.0, -330.0, 1060.0, 340.0)


def _wheels(places: tuple[float, ...], phase: float, radius: float = 30) -> str:
    return "".join(wheel(x, phase, radius) for x in places)


def _coach(left: float, wide: float, tone: str, phase: float) -> str:
    """A carriage with a row of windows, its coupling on the right."""
    out = stroke([(left + wide, -44), (left + wide + 34, -44)], 10, IRON)
    out += rect(left, -196, wide, 160, tone, radius=16) + rect(
        left, -84, wide, 20, lighter(tone, 0.55)
    )
    out += rect(left + 6, -210, wide - 12, 22, darker(tone, 0.25), radius=10)
    for k in range(int(wide // 72)):
        out += rect(left + 22 + 72 * k, -168, 50, 58, GLASS, radius=8)
    return out + _wheels((left + 56, left + wide - 56), phase)


def express(tone: str, phase: float) -> str:
    """A train with a streamlined nose."""
    nose = "M190 -200H330Q470 -190 524 -70Q530 -38 500 -36H190Z"
    out = _coach(-510, 330, tone, phase) + _coach(-150, 310, tone, phase)
    out += path(nose, tone) + path("M190 -84H514L522 -64H190Z", lighter(tone, 0.55))
    out += path("M376 -180Q452 -160 486 -106H404Q384 -106 376 -126Z", GLASS)
    out += "".join(rect(x, -168, 50, 58, GLASS, radius=8) for x in (216, 290))
    return out + circle(500, -62, 10, "#fff3c0") + _wheels((250, 440), phase)


def steam(tone: str, phase: float) -> str:
    """A steam engine under a trail of white puffs."""
    out = ""
    for k in range(5):
        age = (phase + k / 5) % 1
        out += circle(398 - 420 * age, -286 - 24 * age, 22 + 34 * age, "#f4f6fa", 0.9 * (1 - age))
    out += _coach(-510, 330, darker(tone, 0.1), phase) + _coach(-150, 250, "#c99a66", phase)
    out += rect(140, -226, 120, 190, tone, radius=8) + rect(126, -244, 148, 22, IRON, radius=8)
    out += rect(162, -204, 74, 62, GLASS, radius=6)
    out += rect(250, -172, 210, 116, IRON, radius=30) + rect(300, -172, 16, 116, "#e0ac3c")
    out += polygon([(376, -166), (420, -166), (432, -262), (364, -262)], IRON) + rect(
        358, -276, 80, 18, tone, radius=8
    )
    out += polygon([(452, -64), (528, -2), (440, -2)], tone) + circle(462, -116, 18, "#fff3c0")
    return out + rect(134, -60, 320, 26, tone) + _wheels((190, 286, 362), phase, 42)


def tram(tone: str, phase: float) -> str:
    """One carriage under its wire."""
    out = stroke([(-40, -216), (10, -300), (70, -216)], 8, IRON) + stroke(
        [(-330, -304), (330, -304)], 5, IRON, 0.6
    )
    out += rect(-290, -216, 580, 180, tone, radius=34) + rect(-290, -96, 580, 26, "#fffaf0")
    out += "".join(rect(x, -184, 74, 74, GLASS, radius=10) for x in range(-256, 200, 92))
    return out + circle(270, -62, 11, "#fff3c0") + _wheels((-190, 190), phase)


def _express(tone: str) -> Emblem:
    return Emblem(draw=express, box=BOX, tone=tone, scale=1.08, phases=PHASES, seconds=0.35)


TRAINS = {
    "train": _express("#d9553f"),
    "bullet train": _express("#f2f4f8"),
    "metro": _express("#3f7fe0"),
    "steam train": Emblem(
        draw=steam,
        box=(-520.0, -390.0, 1060.0, 400.0),
        tone="#c4313f",
        scale=1.08,
        phases=20,
        seconds=1.6,
    ),
    "tram": Emblem(
        draw=tram, box=(-340, -315, 680, 325), tone="#f2b134", phases=PHASES, seconds=0.4
    ),
}
"""Subject key -> train."""
