"""Houses, towers, furniture, fences: what people made. Windows that shine are drawn apart."""

from __future__ import annotations

from random import Random

from t2v_studio.drawing.colour import darker, lighter
from t2v_studio.drawing.vector import circle, curve, ellipse, path, polygon, rect, stroke

WALLS = ("#f2d9b1", "#eab8a0", "#cfdce6", "#f3ead8", "#d9c3e0", "#bcd8c8")
ROOFS = ("#c4553f", "#a8483d", "#6d7f95", "#8a5a48", "#4f6d8a")
WINDOW = "#ffdf8a"


def tower(rng: Random, x: float, y: float, wide: float, high: float, tone: str) -> str:
    """A city building without its windows, with one of several tops."""
    out = rect(x, y - high, wide, high, tone)
    out += rect(x + wide * 0.68, y - high, wide * 0.32, high, darker(tone, 0.18))
    top = rng.randrange(4)
    if top == 0:
        out += rect(
            x + wide * 0.2, y - high - wide * 0.2, wide * 0.6, wide * 0.21, darker(tone, 0.1)
        )
    elif top == 1:
        out += polygon(
            [(x, y - high + 1), (x + wide, y - high + 1), (x + wide, y - high - wide * 0.35)], tone
        )
    elif top == 2:
        out += stroke(
            [(x + wide / 2, y - high), (x + wide / 2, y - high - wide * 0.8)],
            wide * 0.05,
            darker(tone, 0.3),
        )
        out += rect(x + wide * 0.3, y - high - wide * 0.25, wide * 0.4, wide * 0.26, tone)
    return out


def panes(
    rng: Random, x: float, y: float, wide: float, high: float, tones: tuple[str, ...], lit: float
) -> str:
    """The windows of a building: a share `lit` of them, in the given colours."""
    columns, side = max(2, int(wide / 24)), wide / (max(2, int(wide / 24)) + 0.6)
    out = ""
    for row in range(int((high - side) / (side * 1.3))):
        for column in range(columns):
            if rng.random() < lit:
                out += rect(x + side * (0.45 + column), y - high + side * (0.55 + row * 1.3),
                            side * 0.56, side * 0.74, rng.choice(tones), radius=side * 0.06)  # fmt: skip
    return out


def house(rng: Random, x: float, y: float, size: float, lit: float = 0) -> str:
    """A small house with a door, a window and a chimney."""
    wall, roof, w = rng.choice(WALLS), rng.choice(ROOFS), size * 0.95
    glass = WINDOW if lit > 0.4 else "#a9d3ea"
    out = rect(x + w * 0.2, y - size * 1.02, w * 0.1, size * 0.3, darker(roof, 0.25))
    out += rect(x - w / 2, y - size * 0.6, w, size * 0.6, wall)
    out += rect(x + w * 0.22, y - size * 0.6, w * 0.28, size * 0.6, darker(wall, 0.12))
    out += polygon([(x - w * 0.6, y - size * 0.58), (x - w * 0.25, y - size), (x + w * 0.25, y - size),
                    (x + w * 0.6, y - size * 0.58)], roof)  # fmt: skip
    out += rect(
        x - w * 0.12, y - size * 0.38, w * 0.2, size * 0.38, darker(roof, 0.2), radius=size * 0.02
    )
    for cx in (-0.36, 0.2):
        out += rect(x + cx * w - 3, y - size * 0.44, w * 0.17 + 6, size * 0.19, "#ffffff", radius=2)
        out += rect(x + cx * w, y - size * 0.42, w * 0.17, size * 0.15, glass)
    return out


def barn(x: float, y: float, size: float) -> str:
    """A red barn with white boards."""
    w = size * 1.05
    roof = [(x - w * 0.55, y - size * 0.55), (x - w * 0.36, y - size * 0.85), (x, y - size),
            (x + w * 0.36, y - size * 0.85), (x + w * 0.55, y - size * 0.55)]  # fmt: skip
    out = polygon([(x - w / 2, y), *roof, (x + w / 2, y)], "#c0483c")
    out += curve("M" + "L".join(f"{px:.1f} {py:.1f}" for px, py in roof), size * 0.06, "#7b3a38")
    out += rect(x - w * 0.2, y - size * 0.42, w * 0.4, size * 0.42, "#9c352e")
    white = "#f7ecdc"
    cross = f"M{x - w * 0.2} {y}V{y - size * 0.42}H{x + w * 0.2}V{y}L{x - w * 0.2} {y - size * 0.42}M{x - w * 0.2} {y}L{x + w * 0.2} {y - size * 0.42}"
    return (
        out
        + curve(cross, size * 0.025, white)
        + rect(x - w * 0.09, y - size * 0.72, w * 0.18, size * 0.14, white)
    )


def windmill_tower(x: float, y: float, size: float) -> str:
    """A windmill without its sails."""
    out = polygon([(x - size * 0.19, y), (x - size * 0.11, y - size * 0.8), (x + size * 0.11, y - size * 0.8),
                   (x + size * 0.19, y)], "#f3ead8")  # fmt: skip
    out += path(
        f"M{x - size * 0.15} {y - size * 0.79}Q{x} {y - size * 1.06} {x + size * 0.15} {y - size * 0.79}Z",
        "#b5533f",
    )
    return out + rect(
        x - size * 0.05, y - size * 0.2, size * 0.1, size * 0.2, "#8a5a3c", radius=size * 0.04
    )


def fence(x: float, y: float, wide: float, size: float, tone: str = "#f5efe2") -> str:
    """A stretch of picket fence."""
    count = max(2, round(wide / (size * 0.32)))
    out = "".join(
        rect(x, y - size * up, wide, size * 0.1, darker(tone, 0.1)) for up in (0.75, 0.38)
    )
    for k in range(count):
        px, w = x + wide * (k + 0.25) / count, size * 0.16
        out += polygon(
            [
                (px, y),
                (px, y - size * 0.88),
                (px + w / 2, y - size),
                (px + w, y - size * 0.88),
                (px + w, y),
            ],
            tone,
        )
    return out


def bench(x: float, y: float, size: float) -> str:
    """A park bench seen from the front."""
    out = "".join(
        rect(x + dx * size, y - size * 0.45, size * 0.08, size * 0.45, "#55606e")
        for dx in (-0.72, 0.64)
    )
    for up in (0.88, 0.7, 0.42):
        out += rect(
            x - size * 0.85, y - size * up, size * 1.7, size * 0.12, "#b9794a", radius=size * 0.03
        )
    return out


def lamp(x: float, y: float, size: float) -> str:
    """A street lamp that is not lit."""
    out = stroke([(x, y), (x, y - size * 0.86)], size * 0.03, "#4a5264")
    out += rect(x - size * 0.04, y - size * 0.05, size * 0.08, size * 0.05, "#4a5264")
    return out + circle(x, y - size * 0.91, size * 0.06, "#f4f1e6")


def lamp_shine(x: float, y: float, size: float) -> str:
    """The light of that lamp: halos, the bulb, and what falls on the ground."""
    top = y - size * 0.91
    pool = ellipse(x, y + size * 0.02, size * 0.42, size * 0.05, f"{WINDOW}40")
    halos = circle(x, top, size * 0.34, WINDOW, 0.1) + circle(x, top, size * 0.18, WINDOW, 0.22)
    return pool + halos + circle(x, top, size * 0.065, "#fff6d8")


def keep(x: float, y: float, size: float, tone: str = "#c9c4d4") -> str:
    """A castle with pointed towers and flags."""
    out = ""
    for dx, w, h in (
        (-0.42, 0.16, 0.72),
        (0.42, 0.16, 0.72),
        (-0.2, 0.18, 0.95),
        (0.2, 0.18, 0.86),
        (0, 0.2, 1.15),
    ):
        cx, half = x + dx * size, w * size / 2
        out += rect(cx - half, y - h * size, half * 2, h * size, tone)
        out += rect(cx + half * 0.3, y - h * size, half * 0.7, h * size, darker(tone, 0.16))
        out += polygon(
            [
                (cx - half * 1.25, y - h * size),
                (cx, y - (h + w * 1.7) * size),
                (cx + half * 1.25, y - h * size),
            ],
            "#5d6fb3",
        )
        out += rect(
            cx - half * 0.2,
            y - (h - 0.12) * size,
            half * 0.4,
            size * 0.08,
            "#3b3f63",
            radius=half * 0.2,
        )
    out += rect(x - size * 0.5, y - size * 0.42, size, size * 0.42, lighter(tone, 0.15))
    out += "".join(
        rect(
            x - size * 0.5 + k * size / 9.0,
            y - size * 0.47,
            size / 18,
            size * 0.06,
            lighter(tone, 0.15),
        )
        for k in range(9)
    )
    door = f"M{x - size * 0.09} {y}V{y - size * 0.16}A{size * 0.09} {size * 0.09} 0 0 1 {x + size * 0.09} {y - size * 0.16}V{y}Z"
    return out + path(door, "#6b4a36")


def boat(rng: Random, x: float, y: float, size: float) -> str:
    """A small moored boat with a mast."""
    hull = rng.choice(("#c4553f", "#3f78a8", "#f2ead8", "#4f8a6a"))
    out = stroke([(x, y - size * 0.3), (x, y - size * 1.3)], size * 0.04, "#7a5a44")
    out += polygon(
        [
            (x + size * 0.05, y - size * 1.25),
            (x + size * 0.05, y - size * 0.4),
            (x + size * 0.5, y - size * 0.4),
        ],
        "#fbf6ea",
    )
    return out + path(
        f"M{x - size * 0.6} {y - size * 0.3}H{x + size * 0.65}Q{x + size * 0.5} {y} {x + size * 0.3} {y}H{x - size * 0.35}Q{x - size * 0.55} {y} {x - size * 0.6} {y - size * 0.3}Z",
        hull,
    )


def plant(x: float, y: float, size: float) -> str:
    """A potted plant."""
    out = "".join(ellipse(x + dx * size, y - up * size, size * 0.11, size * 0.28, tone, turn)
                  for dx, up, turn, tone in ((-0.2, 0.6, -35, "#4c9a52"), (0.2, 0.6, 35, "#3f8b54"), (0, 0.7, 0, "#5fae57")))  # fmt: skip
    return out + polygon(
        [
            (x - size * 0.2, y - size * 0.35),
            (x + size * 0.2, y - size * 0.35),
            (x + size * 0.14, y),
            (x - size * 0.14, y),
        ],
        "#d9825a",
    )
