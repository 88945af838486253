"""Boats and ships. They float on y = 0 up to their water line; what is below it is hidden."""

from __future__ import annotations

from t2v_studio.drawing.colour import darker, lighter
from t2v_studio.drawing.emblems.emblem import Emblem, wave
from t2v_studio.drawing.vector import circle, curve, path, polygon, rect, stroke

WOOD, CLOTH, GLASS = "#8a5a3c", "#fffaf0", "#8fd0f0"


def _hull(bow: float, stern: float, deck: float, tone: str, stripe: str = CLOTH) -> str:
    """A hull between its stern (left) and its bow, with a stripe along the deck."""
    low = (
        f"M{stern} {-deck}H{bow}Q{bow - 20} {-deck * 0.2} {bow - deck} 0H{stern + deck * 0.6}"
        f"Q{stern + 6} {-deck * 0.25} {stern} {-deck}Z"
    )
    shade = f"M{stern + 8} {-deck * 0.36}H{bow - 26}Q{bow - 40} {-deck * 0.1} {bow - deck} 0H{stern + deck * 0.6}Q{stern + 14} {-deck * 0.15} {stern + 8} {-deck * 0.36}Z"
    return (
        path(low, tone)
        + path(shade, darker(tone, 0.3))
        + rect(stern - 4, -deck - 8, bow - stern + 10, 14, stripe, radius=7)
    )


def sailboat(tone: str, phase: float) -> str:
    """A yacht under two sails that fill and slacken."""
    puff = 8 * wave(phase)
    main = f"M-10 -424Q{-150 - puff} -250 -142 -92H-10Z"
    jib = f"M12 -410Q{96 + puff} -240 146 -92Q70 -78 12 -92Z"
    seams = "".join(curve(f"M-12 {y}Q{-60 - puff} {y + 12} {-100 - (y + 300) * 0.25} {y + 6}", 3, "#e6dcc8")
                    for y in (-320, -240, -160))  # fmt: skip
    return (
        stroke([(0, -60), (0, -440)], 11, WOOD)
        + path(main, CLOTH)
        + seams
        + path(jib, lighter(tone, 0.5))
        + path(f"M0 -452L{44 + puff} -438L0 -424Z", tone)
        + _hull(172, -160, 62, tone)
    )


def motorboat(tone: str, phase: float) -> str:
    """A fishing boat with a cabin, a mast and its lamp."""
    sway = 4 * wave(phase)
    cabin = rect(-96, -176, 118, 112, CLOTH, radius=10) + rect(-110, -192, 150, 22, tone, radius=10)
    panes = "".join(rect(x, -158, 38, 40, GLASS, radius=6) for x in (-82, -32))
    rig = stroke([(70, -66), (70, -300)], 9, WOOD) + stroke(
        [(70, -282), (168 + sway, -84)], 4, "#5d6470"
    )
    rig += stroke([(70, -282), (-34, -190)], 4, "#5d6470") + circle(70, -304, 9, "#ffd257")
    ring = circle(112, -92, 20, "#ffffff") + circle(112, -92, 10, tone)
    return rig + cabin + panes + _hull(196, -168, 70, tone) + ring


def rowing_boat(tone: str, phase: float) -> str:
    """A wooden boat whose oar dips in and out."""
    dip = 16 * wave(phase)
    oar = stroke([(-10, -62), (-120 + dip, 4 + dip)], 9, "#c99a66")
    oar += path(f"M{-110 + dip} {-6 + dip}l-42 22l10 14l40 -24Z", "#c99a66")
    seat = rect(-70, -66, 150, 10, "#6b4a36", radius=5)
    return seat + _hull(166, -160, 54, tone, "#c99a66") + oar


def steamer(tone: str, phase: float) -> str:
    """A white ship of three decks, smoke drifting from its funnels."""
    out = ""
    for k in range(4):
        age = (phase + k / 4) % 1
        out += circle(-70 - 130 * age, -330 - 70 * age, 16 + 30 * age, "#dfe5ec", 0.75 * (1 - age))
    for x in (-86, 34):
        out += rect(x, -320, 58, 120, tone, radius=8) + rect(x, -320, 58, 24, "#33343c", radius=8)
    for number, (left, right) in enumerate(((-230, 262), (-200, 214), (-160, 150))):
        top = -128 - 44 * number
        out += rect(left, top, right - left, 46, CLOTH, radius=8)
        out += "".join(
            rect(x, top + 14, 20, 18, GLASS, radius=4) for x in range(left + 22, right - 30, 40)
        )
    holes = "".join(circle(x, -52, 8, CLOTH) for x in range(-250, 270, 52))
    return out + _hull(356, -310, 92, tone) + holes


def submarine(tone: str, phase: float) -> str:
    """A round submarine whose screw turns."""
    turn = abs(wave(phase))
    screw = "".join(
        polygon([(-196, -92), (-214, -92 - s * 62 * turn), (-200, -92 - s * 66 * turn)], "#6b7484")
        for s in (-1, 1)
    )
    body = rect(-190, -172, 380, 156, tone, radius=78) + rect(
        -150, -60, 300, 44, darker(tone, 0.22), radius=22
    )
    sail = rect(-40, -238, 116, 84, tone, radius=18) + stroke(
        [(40, -238), (40, -292), (74, -292)], 12, darker(tone, 0.25)
    )
    holes = "".join(
        circle(x, -104, 32, lighter(tone, 0.55)) + circle(x, -104, 22, GLASS) for x in (-92, 0, 92)
    )
    return screw + sail + body + holes


BOATS = {
    "sailboat": Emblem(draw=sailboat, box=(-190, -470, 390, 480), tone="#e5675b", phases=10, seconds=3.4, waterline=16),
    "boat": Emblem(draw=motorboat, box=(-190, -330, 410, 340), tone="#3f78a8", phases=8, seconds=3.0, waterline=16),
    "speedboat": Emblem(draw=motorboat, box=(-190, -330, 410, 340), tone="#f2853f", scale=0.9, phases=8, seconds=1.2, waterline=16),
    "canoe": Emblem(draw=rowing_boat, box=(-190, -90, 380, 130), tone="#a9683c", phases=12, seconds=2.0, waterline=12),
    "ship": Emblem(draw=steamer, box=(-330, -430, 700, 440), tone="#2b4f7a", phases=16, seconds=3.2, waterline=24),
    "ferry": Emblem(draw=steamer, box=(-330, -430, 700, 440), tone="#4f8a6a", scale=0.85, phases=16, seconds=3.2, waterline=24),
    "submarine": Emblem(draw=submarine, box=(-230, -310, 440, 320), tone="#f6c945", phases=6, seconds=0.5, waterline=80),
}  # fmt: skip
"""Subject key -> boat."""
