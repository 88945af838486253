"""What stands and hangs in kitchens, cafes and classrooms. Feet on y, middles at x."""

from __future__ import annotations

from t2v_studio.drawing.colour import darker, lighter
from t2v_studio.drawing.vector import circle, curve, ellipse, path, polygon, rect, stroke

WOOD, STEEL, PALE = "#b98455", "#aeb8c4", "#fbf6ec"


def pendant(x: float, y: float, tone: str) -> str:
    """A lamp on its cord; its shade ends at y."""
    shade = f"M{x - 58} {y}Q{x - 50} {y - 66} {x - 14} {y - 74}H{x + 14}Q{x + 50} {y - 66} {x + 58} {y}Z"
    return stroke([(x, -150), (x, y - 70)], 5, "#4a3f3f") + path(shade, tone)


def pendant_light(x: float, y: float, strength: float) -> str:
    """The light under that lamp."""
    cone = [(x - 52, y), (x + 52, y), (x + 170, y + 330), (x - 170, y + 330)]
    halo = circle(x, y + 8, 96, "#ffdf8a", 0.2 * strength) + polygon(
        cone, "#ffe9b0", 0.1 * strength
    )
    return halo + ellipse(x, y + 2, 40, 13, "#fff3c9")


def stove(x: float, y: float) -> str:
    """An oven under its burners, a pot and a pan on them; the top lies 150 above y."""
    top = y - 150
    out = rect(x - 110, top, 220, 150, "#e9edf2", radius=6) + rect(
        x - 84, top + 48, 168, 84, "#3a4254", radius=8
    )
    out += rect(x - 70, top + 60, 140, 60, "#ffb45e", radius=6, opacity=0.55)
    out += rect(x - 84, top + 36, 168, 7, STEEL, radius=3)
    out += "".join(circle(x + dx, top + 19, 8, "#5d6470") for dx in (-70, -36, 36, 70))
    out += rect(x - 100, top - 56, 92, 54, "#d9534f", radius=9) + rect(
        x - 106, top - 64, 104, 12, "#b23f3c", radius=6
    )
    out += rect(x + 12, top - 24, 84, 22, "#3d434f", radius=8)
    return out + stroke([(x + 96, top - 18), (x + 158, top - 30)], 10, "#3d434f")


def hood(x: float, y: float) -> str:
    """What takes the steam away; it ends at y."""
    out = rect(x - 42, -150, 84, y - 60 + 150, "#c9d0da")
    out += polygon([(x - 42, y - 64), (x + 42, y - 64), (x + 128, y), (x - 128, y)], "#dfe5ea")
    return out + rect(x - 128, y - 4, 256, 14, STEEL, radius=4)


def cupboard(x: float, y: float, wide: float, high: float, tone: str) -> str:
    """A cupboard on the wall with two doors."""
    out = rect(x - wide / 2, y - high, wide, high, tone, radius=6)
    for side in (-1, 1):
        left = x + (side - 1) * wide / 4 + 8 * (side < 0) + 4
        out += rect(left, y - high + 12, wide / 2 - 14, high - 24, lighter(tone, 0.18), radius=5)
        out += circle(x + side * 16, y - high * 0.24, 6, "#6b4a36")
    return out


def fridge(x: float, y: float) -> str:
    """A tall fridge with two doors and notes on them."""
    out = rect(x - 92, y - 470, 184, 470, "#e4ebf0", radius=18) + rect(
        x - 92, y - 318, 184, 6, "#b9c4ce"
    )
    out += rect(x - 76, y - 400, 10, 64, STEEL, radius=5) + rect(
        x - 76, y - 290, 10, 110, STEEL, radius=5
    )
    return (
        out
        + rect(x + 6, y - 430, 48, 54, "#fff1a8")
        + rect(x - 30, y - 262, 58, 42, "#bfe3c9")
        + circle(x + 30, y - 430, 6, "#d9534f")
    )


def cup(x: float, y: float, size: float, tone: str) -> str:
    """A cup on its saucer."""
    out = ellipse(x, y - size * 0.05, size * 0.62, size * 0.1, lighter(tone, 0.4))
    out += curve(
        f"M{x + size * 0.3} {y - size * 0.5}q{size * 0.3} {size * 0.02} 0 {size * 0.32}",
        size * 0.09,
        tone,
    )
    bowl = f"M{x - size * 0.36} {y - size * 0.62}H{x + size * 0.36}Q{x + size * 0.34} {y - size * 0.08} {x} {y - size * 0.08}Q{x - size * 0.34} {y - size * 0.08} {x - size * 0.36} {y - size * 0.62}Z"
    return out + path(bowl, tone)


def chair(x: float, y: float, size: float, tone: str, side: int) -> str:
    """A chair seen from the side; `side` -1 has its back at the left."""
    back = x + side * size * 0.26
    out = stroke([(back, y), (back, y - size)], size * 0.08, tone)
    out += stroke([(x - side * size * 0.26, y), (x - side * size * 0.26, y - size * 0.46)], size * 0.08, tone)  # fmt: skip
    out += rect(x - size * 0.34, y - size * 0.5, size * 0.68, size * 0.1, tone, radius=size * 0.04)
    return out + rect(
        back - size * 0.06, y - size, size * 0.12, size * 0.34, darker(tone, 0.12), radius=size * 0.05
    )  # fmt: skip


def round_table(x: float, y: float, size: float, tone: str = WOOD) -> str:
    """A table on one foot."""
    out = stroke([(x, y), (x, y - size * 0.9)], size * 0.09, darker(tone, 0.35)) + ellipse(
        x, y, size * 0.3, size * 0.06, darker(tone, 0.35)
    )
    return out + ellipse(x, y - size * 0.88, size * 0.72, size * 0.11, darker(tone, 0.15)) + ellipse(
        x, y - size * 0.92, size * 0.72, size * 0.11, tone
    )  # fmt: skip


def coffee_machine(x: float, y: float) -> str:
    """An espresso machine with its cups on top."""
    out = rect(x - 96, y - 150, 192, 150, "#c9d0da", radius=16) + rect(
        x - 84, y - 108, 168, 76, "#4a5264", radius=8
    )
    out += rect(x - 104, y - 162, 208, 22, "#d9534f", radius=10) + rect(
        x - 90, y - 14, 180, 14, "#7d8896", radius=4
    )
    for dx in (-40, 40):
        out += rect(x + dx - 18, y - 108, 36, 22, STEEL) + stroke(
            [(x + dx, y - 86), (x + dx, y - 66)], 8, "#7d8896"
        )
        out += cup(x + dx, y - 14, 40, PALE) + cup(x + dx, y - 160, 34, PALE)
    return out


def pupils_desk(x: float, y: float, size: float) -> str:
    """A school desk with a book on it."""
    out = "".join(
        stroke([(x + dx * size, y), (x + dx * size * 0.9, y - size * 0.6)], size * 0.06, "#6b7484")
        for dx in (-0.5, 0.5)
    )
    out += rect(x - size * 0.66, y - size * 0.68, size * 1.32, size * 0.12, WOOD, radius=6)
    return out + rect(
        x - size * 0.2, y - size * 0.74, size * 0.36, size * 0.06, "#d9534f", radius=2
    )
