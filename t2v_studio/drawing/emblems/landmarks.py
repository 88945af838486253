"""Buildings and furniture of the landscape as subjects: a lamp that turns, sails that turn."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from t2v_studio.drawing.colour import darker, lighter
from t2v_studio.drawing.emblems.emblem import Emblem
from t2v_studio.drawing.props import built
from t2v_studio.drawing.vector import circle, curve, gradient, group, path, polygon, rect, stroke

LUCK = 5
"""Seed of drawings that leave a choice: a subject looks the same in every film."""


def lighthouse(tone: str, phase: float) -> str:
    """A striped tower on a rock; its beam goes round."""
    sweep = math.cos(math.tau * phase)
    reach, width = 520 * abs(sweep) + 40, 70 * abs(sweep) + 26
    side = 1 if sweep >= 0 else -1
    beam = gradient("beam", [(0, "#fff3c0", 0.75), (1, "#fff3c0", 0)], radial=True)
    beam += f'<path d="M0 -486L{side * reach} {-486 - width}V{-486 + width}Z" fill="url(#beam)"/>'
    rock = path(
        "M-190 10Q-170 -60 -96 -64Q-40 -96 20 -74Q110 -92 150 -40Q186 -20 196 10Z", "#7f8592"
    )
    rock += path("M-120 10Q-80 -50 -20 -40Q40 -60 84 10Z", "#979dab")
    body = polygon([(-62, -66), (-42, -440), (42, -440), (62, -66)], "#fffaf0")
    for k in range(3):
        low, high = -120 - 126 * k, -182 - 126 * k
        body += polygon(
            [(_edge(low), low), (_edge(high), high), (-_edge(high), high), (-_edge(low), low)], tone
        )
    body += polygon([(14, -66), (10, -440), (42, -440), (62, -66)], "#1c2342", 0.14)
    top = rect(-58, -452, 116, 16, "#33343c", radius=4) + rect(
        -32, -516, 64, 66, "#ffe9a0", radius=6
    )
    top += polygon([(-44, -512), (0, -568), (44, -512)], tone) + circle(0, -574, 8, "#33343c")
    glow = circle(0, -486, 46 + 26 * max(0.0, math.sin(math.tau * phase)), "#fff3c0", 0.4)
    return beam + rock + body + top + glow


def _edge(y: float) -> float:
    """Return the left edge of the lighthouse's tower at a height."""
    return -62 + 20 * (-66 - y) / 374


def windmill(tone: str, phase: float) -> str:
    """A windmill whose four sails turn."""
    tower = built.windmill_tower(0, 0, 480)
    blade = (
        rect(-6, -250, 12, 250, "#7a5a44")
        + rect(2, -244, 56, 186, "#fffaf0")
        + rect(2, -244, 56, 14, tone)
    )
    sails = "".join(group(blade, f"rotate({90 * k + 90 * phase:.2f})") for k in range(4))
    return tower + group(sails + circle(0, 0, 16, "#6b4a36"), "translate(0 -404)")


def iron_tower(tone: str, phase: float) -> str:
    """The tower of Paris, its top lamp blinking."""
    legs = path(
        "M-190 0Q-70 -170 -34 -560L0 -640L34 -560Q70 -170 190 0H104Q60 -100 0 -104Q-60 -100 -104 0Z",
        tone,
    )
    legs += path("M-62 -250Q-24 -420 0 -560Q24 -420 62 -250Z", lighter(tone, 0.28))
    for y, half in ((-128, 128), (-262, 78), (-560, 40)):
        legs += rect(-half, y - 10, half * 2, 22, darker(tone, 0.3), radius=4)
    lace = "".join(
        curve(f"M{-w} {y}L{w * 0.8} {y - h}M{w} {y}L{-w * 0.8} {y - h}", 5, darker(tone, 0.15))
        for y, w, h in ((-276, 50, 60), (-346, 38, 70), (-420, 27, 70))
    )
    return (
        legs
        + lace
        + stroke([(0, -636), (0, -700)], 8, tone)
        + circle(0, -704, 9 + 5 * math.sin(math.tau * phase), "#ffd257")
    )


def campfire(tone: str, phase: float) -> str:
    """Logs under three tongues of flame and rising sparks."""

    def tongue(half: float, high: float, lag: float, fill: str) -> str:
        lean = 16 * math.sin(math.tau * (phase + lag))
        tip = high * (1 + 0.12 * math.sin(math.tau * (2 * phase + lag)))
        return path(
            f"M{-half} -24Q{-half * 1.1} {-tip * 0.5} {lean} {-tip}Q{half * 1.15} {-tip * 0.45} {half} -24Q0 6 {-half} -24Z",
            fill,
        )

    glow = gradient("warm", [(0, "#ffb347", 0.5), (1, "#ffb347", 0)], radial=True) + circle(
        0, -90, 210, "url(#warm)"
    )
    sparks = ""
    for k in range(6):
        age = (phase + k / 6) % 1
        sparks += circle(
            70 * math.sin(k * 2.4 + 3 * age),
            -150 - 190 * age,
            6 * (1 - age) + 1,
            "#ffe08a",
            1 - age,
        )
    logs = "".join(group(rect(-120, -18, 240, 36, tone, radius=18) + circle(112, 0, 14, "#e0b98c"), f"translate(0 -14) rotate({turn})")
                   for turn in (14, -14))  # fmt: skip
    return (
        glow
        + sparks
        + tongue(84, 250, 0, "#f2673a")
        + tongue(58, 184, 0.3, "#ffa02e")
        + tongue(32, 112, 0.6, "#ffe08a")
        + logs
    )


def street_lamp(tone: str, phase: float) -> str:
    """A street lamp that is lit."""
    del phase
    halo = gradient("halo", [(0, "#ffdf8a", 0.7), (1, "#ffdf8a", 0)], radial=True) + circle(
        0, -410, 150, "url(#halo)"
    )
    post = rect(-7, -380, 14, 380, tone, radius=6) + rect(-26, -20, 52, 20, tone, radius=6)
    head = polygon([(-34, -380), (-44, -446), (44, -446), (34, -380)], "#fff0b8")
    return halo + post + head + polygon([(-54, -446), (0, -488), (54, -446)], tone)


def table(tone: str, phase: float) -> str:
    """A table with a vase of flowers."""
    del phase
    legs = "".join(rect(x, -190, 22, 190, darker(tone, 0.2), radius=6) for x in (-186, 164))
    vase = path("M-26 -330Q-44 -270 -22 -214H22Q44 -270 26 -330Z", "#5aa0c8")
    buds = "".join(stroke([(0, -320), (x, y)], 5, "#4c9a52") + circle(x, y, 20, fill)
                   for x, y, fill in ((-46, -384, "#f06a8a"), (4, -408, "#f7c948"), (50, -376, "#c98be8")))  # fmt: skip
    return legs + rect(-220, -214, 440, 30, tone, radius=12) + buds + vase


def arch(tone: str, phase: float) -> str:
    """A stone bridge of three arches."""
    del phase
    deck = "M-480 0V-150Q0 -250 480 -150V0H392Q384 -96 300 -96Q216 -96 208 0H116Q106 -136 0 -136Q-106 -136 -116 0H-208Q-216 -96 -300 -96Q-384 -96 -392 0Z"
    rail = curve("M-484 -176Q0 -276 484 -176", 20, lighter(tone, 0.25))
    posts = "".join(
        rect(x - 9, -232 + 0.00024 * x * x - 6, 18, 40, lighter(tone, 0.12), radius=4)
        for x in range(-440, 460, 110)
    )
    return path(deck, tone) + posts + rail


def _fixed(draw: Callable[[Random], str]) -> Callable[[str, float], str]:
    """Make an emblem's drawing of a prop's: the same luck, no colour of its own, no movement."""
    return lambda _tone, _phase: draw(Random(LUCK))


LANDMARKS = {
    "lighthouse": Emblem(draw=lighthouse, box=(-560, -600, 1120, 620), tone="#d9483b", scale=0.95, phases=24, seconds=5.0, waterline=6),
    "windmill": Emblem(draw=windmill, box=(-270, -670, 540, 680), tone="#e5675b", scale=0.8, phases=24, seconds=1.6),
    "eiffel tower": Emblem(draw=iron_tower, box=(-200, -725, 400, 730), tone="#8c6a4f", scale=0.85, phases=6, seconds=1.4),
    "fire": Emblem(draw=campfire, box=(-215, -350, 430, 380), tone="#7a4f35", phases=16, seconds=1.1, shines=True),
    "street lamp": Emblem(draw=street_lamp, box=(-155, -565, 310, 570), tone="#3f4658", scale=0.8),
    "bridge": Emblem(draw=arch, box=(-500, -270, 1000, 275), tone="#a59a90", scale=1.0),
    "table": Emblem(draw=table, box=(-230, -440, 460, 445), tone="#b9794a", scale=0.8),
    "house": Emblem(draw=_fixed(lambda luck: built.house(luck, 0, 0, 400, 1.0)), box=(-250, -420, 500, 425), tone="#c4553f"),
    "barn": Emblem(draw=_fixed(lambda _: built.barn(0, 0, 400)), box=(-255, -425, 510, 430), tone="#c0483c"),
    "castle": Emblem(draw=_fixed(lambda _: built.keep(0, 0, 420)), box=(-240, -660, 480, 665), tone="#c9c4d4", scale=0.85),
    "bench": Emblem(draw=_fixed(lambda _: built.bench(0, 0, 190)), box=(-180, -195, 360, 200), tone="#b9794a"),
    "fence": Emblem(draw=_fixed(lambda _: built.fence(-300, 0, 600, 150)), box=(-305, -155, 610, 160), tone="#f5efe2"),
    "potted plant": Emblem(draw=_fixed(lambda _: built.plant(0, 0, 320)), box=(-170, -330, 340, 335), tone="#d9825a"),
}  # fmt: skip
"""Subject key -> landmark."""
