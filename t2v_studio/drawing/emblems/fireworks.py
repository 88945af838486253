"""Fireworks: a rising spark, a ball of sparks that opens, falls and goes out."""

from __future__ import annotations

import math

from t2v_studio.drawing.colour import lighter
from t2v_studio.drawing.emblems.emblem import Emblem
from t2v_studio.drawing.vector import circle, gradient, stroke

RAYS, RINGS = 22, 3
OPENS = 0.22
"""Share of a cycle in which the spark rises."""


def firework(tone: str, phase: float) -> str:
    """One shot in its phase: rising, opening, falling."""
    if phase < OPENS:
        up = phase / OPENS
        head = 300 - 300 * up
        return stroke([(0, head + 70 * (1 - up) + 24), (0, head)], 6, "#ffe9b0", 0.7) + circle(
            0, head, 8, "#fffaf0"
        )
    age = (phase - OPENS) / (1 - OPENS)
    spread, fade = 1 - (1 - age) ** 3, max(0.0, 1 - age**2.4)
    out = gradient("flash", [(0, tone, 0.5 * (1 - age)), (1, tone, 0)], radial=True)
    out += circle(0, 0, 150 + 110 * spread, "url(#flash)")
    for ring in range(RINGS):
        reach = spread * (250, 178, 104)[ring]
        colour = (tone, lighter(tone, 0.35), "#fff6d0")[ring]
        for ray in range(RAYS - 5 * ring):
            turn = math.tau * (ray + 0.5 * (ring % 2)) / (RAYS - 5 * ring)
            x, y = math.cos(turn) * reach, math.sin(turn) * reach + 70 * age * age
            tail = 0.72 + 0.2 * age
            out += stroke(
                [(x * tail, (y - 70 * age * age) * tail + 66 * age * age), (x, y)],
                8 - ring,
                colour,
                fade,
            )
            out += circle(x, y, 9 - 1.8 * ring, lighter(colour, 0.5), fade)
    return out


FIREWORKS = {
    "firework": Emblem(
        draw=firework,
        box=(-280, -280, 560, 620),
        tone="#f6c945",
        phases=36,
        seconds=2.7,
        shines=True,
    )
}
"""Subject key -> firework."""
