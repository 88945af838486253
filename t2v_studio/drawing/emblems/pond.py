"""A frog: it sits on y = 0, breathes with its throat and blinks."""

from __future__ import annotations

from t2v_studio.drawing.colour import darker, lighter
from t2v_studio.drawing.emblems.emblem import Emblem, wave
from t2v_studio.drawing.vector import circle, curve, ellipse, path


def frog(tone: str, phase: float) -> str:
    """A frog from the side, ready to leap."""
    puff, dark = 8 * wave(phase * 2), darker(tone, 0.18)
    hind = ellipse(-66, -52, 62, 46, dark, -24) + path("M-118 -30Q-136 -4 -96 0H-24Q-14 -12 -34 -16Z", dark)  # fmt: skip
    body = path("M-112 -70Q-96 -140 -10 -150Q96 -160 128 -112Q140 -84 112 -62Q70 -24 -30 -26Q-112 -26 -112 -70Z", tone)  # fmt: skip
    belly = path(f"M128 -92Q126 {-58 + puff} 76 {-40 + puff}Q20 -22 -20 -34Q60 -60 128 -92Z", lighter(tone, 0.55))  # fmt: skip
    thigh = ellipse(-58, -50, 58, 42, darker(tone, 0.08), -24) + path("M-100 -22Q-112 2 -76 2H-6Q4 -8 -14 -13Z", darker(tone, 0.08))  # fmt: skip
    fore = path("M58 -52Q46 -20 62 -6H40Q34 2 46 4H104Q112 -4 98 -8Q84 -24 88 -52Z", dark)
    spots = circle(-30, -116, 12, dark) + circle(6, -128, 9, dark) + circle(-64, -98, 8, dark)
    eye = circle(74, -156, 28, tone) + (
        curve("M58 -154q16 10 32 0", 5, "#2a2430")
        if phase % 1 > 0.92
        else circle(78, -158, 19, "#fffbe6") + circle(83, -157, 10, "#2a2430")
    )
    return hind + body + belly + spots + thigh + fore + eye + curve("M134 -100Q104 -86 72 -96", 5, darker(tone, 0.4))  # fmt: skip


POND = {"frog": Emblem(draw=frog, box=(-150, -195, 300, 205), tone="#5fb552", scale=0.95, phases=24,
                       seconds=2.6, waterline=26.0)}  # fmt: skip
"""Subject key -> animal of the pond."""
