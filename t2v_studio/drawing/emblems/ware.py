"""Small things that the library of pictures does not have: a flask of scent."""

from __future__ import annotations

from t2v_studio.drawing.colour import darker, lighter
from t2v_studio.drawing.emblems.emblem import Emblem, wave
from t2v_studio.drawing.vector import ellipse, gradient, polygon, rect


def perfume(tone: str, phase: float) -> str:
    """A square flask with a golden cap; light wanders over the glass."""
    shine = 46 * wave(phase)
    glass = gradient("scent", [(0, lighter(tone, 0.55), 1), (0.4, lighter(tone, 0.25), 1), (1, tone, 1)])  # fmt: skip
    glass += rect(-120, -260, 240, 260, "url(#scent)", radius=34)
    glass += rect(-96, -150, 192, 126, darker(tone, 0.12), radius=22, opacity=0.55)
    glass += polygon([(shine - 40, -252), (shine - 4, -252), (shine - 44, -8), (shine - 80, -8)], "#ffffff", 0.6)  # fmt: skip
    label = rect(-62, -178, 124, 84, "#fffaf0", radius=8) + rect(-36, -150, 72, 7, "#c9a04e") + rect(-24, -128, 48, 5, "#c9a04e")  # fmt: skip
    neck = rect(-40, -292, 80, 36, "#d9b45f", radius=6)
    cap = rect(-56, -390, 112, 104, "#e6c36b", radius=14) + rect(12, -390, 26, 104, "#f6e0a0", radius=10)  # fmt: skip
    return ellipse(0, -2, 130, 10, "#00000022") + neck + cap + glass + label


WARE = {
    "perfume": Emblem(draw=perfume, box=(-140, -400, 280, 412), tone="#f2a6bd", scale=0.9,
                      phases=24, seconds=4.0),
}  # fmt: skip
"""Subject key -> thing."""
