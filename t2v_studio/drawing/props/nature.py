"""Trees, flowers, rocks, ridges: what grows and lies around. Daylight colours; light comes later."""

from __future__ import annotations

import math
from random import Random

from t2v_studio.drawing.colour import darker, lighter, mix
from t2v_studio.drawing.vector import circle, curve, ellipse, path, polygon, rect, stroke

GREENS = ("#5fae57", "#4c9a52", "#7cbf5a", "#3f8b54", "#8cc763")
BLOSSOMS = ("#f06a8a", "#f7c948", "#ffffff", "#c98be8", "#ff9a5a", "#f5f0ff")


def ridge(rng: Random, period: float, level: float, height: float, waves: int) -> list[float]:
    """Return heights of a rolling line that meets itself at the period: one for every 8 units."""
    parts = [(rng.uniform(0.5, 1) / (k + 1), rng.uniform(0, math.tau), k + 1) for k in range(waves)]
    total = sum(size for size, _, _ in parts)
    steps = max(8, round(period / 8))
    return [
        level
        - height
        * sum(size * math.sin(math.tau * turns * at / steps + lag) for size, lag, turns in parts)
        / total
        for at in range(steps + 1)
    ]


def land(heights: list[float], period: float, fill: str, bottom: float = 1130) -> str:
    """Return the land under a rolling line."""
    step = period / (len(heights) - 1)
    points = [(at * step, height) for at, height in enumerate(heights)]
    return polygon([(-2, bottom), (-2, heights[0]), *points, (period + 2, heights[-1]),
                    (period + 2, bottom)], fill)  # fmt: skip


def at(heights: list[float], period: float, x: float) -> float:
    """Return the height of a rolling line above x."""
    place = x % period / period * (len(heights) - 1)
    low = int(place)
    high = min(low + 1, len(heights) - 1)
    return heights[low] + (heights[high] - heights[low]) * (place - low)


def round_tree(rng: Random, x: float, y: float, size: float) -> str:
    """A leafy tree: a trunk and a cloud of leaves with light from the upper left."""
    green = rng.choice(GREENS)
    trunk = path(
        f"M{x - size * 0.045} {y}C{x - size * 0.02} {y - size * 0.2} {x - size * 0.03} "
        f"{y - size * 0.4} {x - size * 0.02} {y - size * 0.5}H{x + size * 0.03}C{x + size * 0.03} "
        f"{y - size * 0.3} {x + size * 0.03} {y - size * 0.15} {x + size * 0.06} {y}Z",
        "#7a5339",
    )
    spots = [(0, 0.62, 0.26), (-0.19, 0.52, 0.18), (0.2, 0.53, 0.19), (-0.1, 0.78, 0.17),
             (0.12, 0.79, 0.16)]  # fmt: skip
    shade, body, shine = "", "", ""
    for across, up, radius in spots:
        wobble = rng.uniform(0.92, 1.1)
        cx, cy, r = x + across * size, y - up * size, radius * size * wobble
        shade += circle(cx + size * 0.015, cy + size * 0.025, r, darker(green, 0.25))
        body += circle(cx, cy, r * 0.97, green)
        shine += circle(cx - r * 0.25, cy - r * 0.3, r * 0.55, lighter(green, 0.18))
    return trunk + shade + body + shine


def pine(rng: Random, x: float, y: float, size: float, *, snow: bool = False) -> str:
    """A fir in three tiers, with a darker right half."""
    green = rng.choice(("#3c7f5b", "#2f6f55", "#468a5e"))
    out = rect(x - size * 0.03, y - size * 0.15, size * 0.06, size * 0.15, "#6b4a36")
    for tier, (low, high, half) in enumerate(
        ((0.1, 0.52, 0.23), (0.32, 0.76, 0.18), (0.56, 1.0, 0.13))
    ):
        left, right = x - half * size, x + half * size
        base, top = y - low * size, y - high * size
        sag = size * 0.03
        edge = f"Q{x} {base + sag} {left} {base}"
        out += path(f"M{x} {top}L{right} {base}{edge}Z", mix(green, "#63b06f", tier * 0.12))
        out += path(f"M{x} {top}L{right} {base}Q{x + half * size * 0.4} {base + sag} {x} {base + sag * 0.5}Z",
                    darker(green, 0.22), 0.75)  # fmt: skip
        if snow:
            drop = (base - top) * 0.42
            out += path(f"M{x} {top}L{x + half * size * 0.42} {top + drop}Q{x + half * size * 0.2} "
                        f"{top + drop * 0.75} {x} {top + drop * 1.05}Q{x - half * size * 0.2} "
                        f"{top + drop * 0.75} {x - half * size * 0.42} {top + drop}Z", "#f4f8fc")  # fmt: skip
    return out


def palm(rng: Random, x: float, y: float, size: float) -> str:
    """A palm that leans a little."""
    lean = rng.choice((-1, 1)) * rng.uniform(0.12, 0.22) * size
    top_x, top_y = x + lean, y - size * 0.8
    out = path(
        f"M{x - size * 0.04} {y}Q{x + lean * 0.2 - size * 0.02} {y - size * 0.45} {top_x - size * 0.015} {top_y}"
        f"H{top_x + size * 0.02}Q{x + lean * 0.3 + size * 0.04} {y - size * 0.4} {x + size * 0.045} {y}Z",
        "#a9764b",
    )
    for turn in (-168, -140, -100, -62, -30, -8, 20, 165):
        angle = math.radians(turn)
        reach = size * 0.36
        tip_x, tip_y = (
            top_x + math.cos(angle) * reach,
            top_y + math.sin(angle) * reach * 0.55 + size * 0.1,
        )
        bend_x, bend_y = (
            top_x + math.cos(angle) * reach * 0.5,
            top_y + math.sin(angle) * reach * 0.5 - size * 0.1,
        )
        green = "#3f9b5b" if turn % 4 else "#57b368"
        out += path(
            f"M{top_x} {top_y}Q{bend_x} {bend_y} {tip_x} {tip_y}Q{bend_x} {bend_y + size * 0.09} {top_x} {top_y}Z",
            green,
        )
    return out + circle(top_x, top_y + size * 0.03, size * 0.03, "#8a5a3c")


def bush(rng: Random, x: float, y: float, size: float) -> str:
    """A low round bush, now and then with blossoms."""
    green = rng.choice(GREENS)
    dark = darker(green, 0.2)
    out = "".join(ellipse(x + dx * size, y - 0.3 * size * k, 0.42 * size, 0.4 * size * k, dark)
                  for dx, k in ((-0.4, 0.8), (0.42, 0.85), (0.02, 1.3)))  # fmt: skip
    out += "".join(ellipse(x + dx * size, y - 0.36 * size * k, 0.34 * size, 0.3 * size * k, green)
                   for dx, k in ((-0.38, 0.8), (0.36, 0.85), (-0.02, 1.3)))  # fmt: skip
    if rng.random() < 0.5:
        tone = rng.choice(BLOSSOMS)
        out += "".join(circle(x + rng.uniform(-0.5, 0.5) * size, y - rng.uniform(0.2, 0.65) * size,
                              0.05 * size, tone) for _ in range(6))  # fmt: skip
    return out


def flower(rng: Random, x: float, y: float, size: float) -> str:
    """A flower with five petals on a stalk with a leaf."""
    tone = rng.choice(BLOSSOMS)
    cx, cy, petal = x + rng.uniform(-0.1, 0.1) * size, y - size * 0.8, size * 0.17
    out = curve(f"M{x} {y}Q{x} {y - size * 0.4} {cx} {cy}", size * 0.06, "#4c9a52")
    out += ellipse(x + size * 0.13, y - size * 0.3, size * 0.14, size * 0.06, "#5fae57", -30)
    for turn in range(5):
        angle = math.tau * turn / 5
        out += circle(
            cx + math.cos(angle) * petal, cy + math.sin(angle) * petal, petal * 0.85, tone
        )
    return out + circle(cx, cy, petal * 0.7, "#f7c948" if tone != "#f7c948" else "#b96a2c")


def tuft(rng: Random, x: float, y: float, size: float, green: str = "#4f9d4f") -> str:
    """A tuft of grass."""
    blades = ""
    for k in range(5):
        lean = (k - 2) * 0.2 + rng.uniform(-0.1, 0.1)
        blades += path(
            f"M{x + (k - 2) * size * 0.07} {y}Q{x + lean * size * 0.4} {y - size * 0.6} "
            f"{x + lean * size} {y - size * rng.uniform(0.7, 1.1)}Q{x + lean * size * 0.55} "
            f"{y - size * 0.5} {x + (k - 2) * size * 0.07 + size * 0.08} {y}Z",
            mix(green, "#a5d36b", rng.uniform(0, 0.5)),
        )
    return blades


def rock(rng: Random, x: float, y: float, size: float, tone: str = "#9a9fa8") -> str:
    """A boulder with a light top."""
    half = size * rng.uniform(0.7, 0.95)
    points = [(x - half, y), (x - half * 0.8, y - size * 0.5), (x - half * 0.2, y - size * 0.85),
              (x + half * 0.5, y - size * 0.65), (x + half, y - size * 0.15), (x + half * 0.9, y)]  # fmt: skip
    top = [points[1], points[2], points[3], (x + half * 0.1, y - size * 0.5)]
    return polygon(points, tone) + polygon(top, lighter(tone, 0.3))


def peak(rng: Random, x: float, y: float, size: float, tone: str, snow: float = 0.3) -> str:
    """A mountain with a shaded flank and snow on its top share."""
    half = size * rng.uniform(0.72, 0.95)
    tip = x + rng.uniform(-0.12, 0.12) * size
    out = polygon([(x - half, y), (tip, y - size), (x + half, y)], tone)
    crease = [(tip, y - size), (tip + half * 0.16, y - size * 0.62), (tip - half * 0.04, y - size * 0.4),
              (tip + half * 0.14, y), (x + half, y)]  # fmt: skip
    out += polygon(crease, darker(tone, 0.28), 0.8)
    if snow > 0:
        low = y - size * (1 - snow)
        left, right = tip - (tip - x + half) * snow, tip + (x + half - tip) * snow
        teeth = [(left + (right - left) * k / 6, low + (size * 0.06 if k % 2 else -size * 0.03))
                 for k in range(1, 6)]  # fmt: skip
        out += polygon([(tip, y - size), (left, low), *teeth, (right, low)], "#fbfdff")
        out += polygon([(tip, y - size), *teeth[2:], (right, low)], "#c9d8ea", 0.8)
    return out


def cactus(rng: Random, x: float, y: float, size: float) -> str:
    """A cactus with two arms."""
    tone, w = rng.choice(("#4f9a68", "#5aa66b")), size * 0.17
    out = stroke([(x, y), (x, y - size * 0.9)], w, tone)
    out += curve(f"M{x} {y - size * 0.35}H{x - size * 0.28}V{y - size * 0.62}", w * 0.75, tone)
    out += curve(f"M{x} {y - size * 0.48}H{x + size * 0.27}V{y - size * 0.75}", w * 0.7, tone)
    light = lighter(tone, 0.25)
    return out + stroke(
        [(x - w * 0.2, y - size * 0.04), (x - w * 0.2, y - size * 0.88)], w * 0.14, light
    )


def cloud(rng: Random, x: float, y: float, size: float, tone: str) -> str:
    """A cloud `size` wide with a flat, shaded belly."""
    bumps = [(-0.32, 0.1, 0.13), (-0.14, 0.19, 0.19), (0.09, 0.22, 0.2), (0.29, 0.12, 0.14)]
    shade = mix(tone, "#8fa6c4", 0.28)
    belly = rect(
        x - size * 0.46, y - size * 0.12, size * 0.9, size * 0.13, shade, radius=size * 0.065
    )
    body, low = "", belly
    for across, up, radius in bumps:
        r = radius * size * rng.uniform(0.85, 1.12)
        low += circle(x + across * size, y - up * size * 0.8, r, shade)
        body += circle(x + across * size - r * 0.06, y - up * size * 0.8 - r * 0.14, r * 0.93, tone)
    return low + body


def kelp(rng: Random, x: float, y: float, size: float) -> str:
    """Seaweed in long waves."""
    tone = rng.choice(("#2f8f6b", "#3aa676", "#1f7a68", "#7a9c3c"))
    out = ""
    for k in (-1, 0, 1):
        high, base, bend = (
            size * rng.uniform(0.6, 1),
            x + k * size * 0.09,
            size * 0.1 * rng.choice((-1, 1)),
        )
        data = (f"M{base} {y}C{base + bend} {y - high * 0.3} {base - bend} {y - high * 0.6} "
                f"{base + bend * 0.6} {y - high}")  # fmt: skip
        out += curve(data, size * 0.055, mix(tone, "#7fd6a0", 0.15 * (k + 1)))
    return out


def coral(rng: Random, x: float, y: float, size: float) -> str:
    """A branching coral."""
    tone = rng.choice(("#f0718c", "#f59a5a", "#c86fd0", "#f7c35a"))
    out = stroke([(x, y), (x, y - size * 0.5)], size * 0.14, tone)
    for lean, up in ((-0.35, 0.85), (-0.14, 1.0), (0.16, 0.92), (0.38, 0.72)):
        data = f"M{x} {y - size * 0.3}Q{x + lean * size} {y - size * 0.4} {x + lean * size} {y - size * up}"
        out += curve(data, size * 0.1, tone)
        out += circle(x + lean * size, y - size * up, size * 0.07, lighter(tone, 0.35))
    return out
