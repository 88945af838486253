"""The small life of places: petals, butterflies, birds, bubbles, dust, meteors."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import numpy as np

from t2v_studio.drawing.canvas import Canvas, Mover
from t2v_studio.drawing.particles import Drifters, Frames, Habit, drift, tumbling
from t2v_studio.drawing.sky import Twinkle, spark
from t2v_studio.drawing.vector import circle, curve, ellipse, gradient, group, path, rect


def petals(canvas: Canvas) -> Mover:
    """Blossom leaves on the air."""
    kinds = tuple(
        tumbling(canvas, ellipse(0, 0, 9, 5.5, tone), 11)
        for tone in ("#ffd3e0", "#ffb3c8", "#fff2f5")
    )
    return drift(
        canvas, kinds, Habit(count=16, across=(-46, -18), down=(16, 44), sway=24, beat=5, depth=0.9)
    )


def leaves(canvas: Canvas) -> Mover:
    """Leaves that fall."""
    blade = "M-14 0Q0 -11 14 0Q0 11 -14 0Z"
    kinds = tuple(
        tumbling(canvas, path(blade, tone) + curve("M-14 0H14", 1.4, "#00000033"), 15)
        for tone in ("#e0913f", "#cf6a3a", "#d9b84a", "#8fb04a")
    )
    return drift(
        canvas, kinds, Habit(count=14, across=(-60, -20), down=(30, 70), sway=30, beat=5, depth=0.9)
    )


def confetti(canvas: Canvas) -> Mover:
    """Scraps of coloured paper."""
    tones = ("#f2c14e", "#ff7fae", "#6fc3ff", "#8be08f", "#ffffff")
    kinds = tuple(
        tumbling(canvas, rect(-7, -4.5, 14, 9, tone, radius=1.5), 10, lit=False) for tone in tones
    )
    return drift(
        canvas, kinds, Habit(count=26, across=(-14, 14), down=(40, 90), sway=16, beat=7, depth=0.6)
    )


def butterflies(canvas: Canvas) -> Mover:
    """Butterflies with beating wings."""

    def one(tone: str) -> Frames:
        out = []
        for share in (1, 0.75, 0.4, 0.2, 0.4, 0.75):
            wing = (
                ellipse(9, -8, 10, 8, tone, -30)
                + ellipse(7, 6, 7, 6, tone, 30)
                + circle(10, -8, 3, "#fff7e0")
            )
            body = group(wing, f"scale({share} 1)") + group(wing, f"scale({-share} 1)")
            body += ellipse(0, 0, 2.2, 11, "#4a3a34")
            out.append(
                canvas.sprite(group(body, "rotate(20)"), (-24, -24, 48, 48), tint=canvas.light.face)
            )
        return tuple(out)

    kinds = tuple(one(tone) for tone in ("#f59a3f", "#5b9bd8", "#f3d04f"))
    return drift(
        canvas,
        kinds,
        Habit(
            count=5,
            across=(26, 70),
            down=(-6, 6),
            sway=46,
            rate=(0.25, 0.5),
            band=(480, 820),
            beat=16,
            depth=0.8,
        ),
    )


def _bird(canvas: Canvas, tone: str, size: float) -> Frames:
    out = []
    for k in range(8):
        lift = math.cos(math.tau * k / 8)
        tip, mid = -size * 0.55 * lift, -size * (0.16 + 0.2 * lift)
        line = (
            f"M{-size} {tip}Q{-size * 0.5} {mid - size * 0.16} 0 0"
            f"Q{size * 0.5} {mid - size * 0.16} {size} {tip}"
            f"Q{size * 0.42} {mid + size * 0.06} 0 {size * 0.16}"
            f"Q{-size * 0.42} {mid + size * 0.06} {-size} {tip}Z"
        )
        out.append(
            canvas.sprite(
                path(line, tone), (-size * 1.1, -size, size * 2.2, size * 2), tint=canvas.light.tint
            )
        )
    return tuple(out)


def birds(canvas: Canvas) -> Mover:
    """Far birds."""
    kinds = tuple(_bird(canvas, "#4a566e", size) for size in (13, 17, 21))
    return drift(
        canvas,
        kinds,
        Habit(
            count=8,
            across=(40, 70),
            down=(-2, 2),
            sway=20,
            rate=(0.08, 0.2),
            band=(90, 400),
            beat=11,
            depth=0.1,
        ),
    )


def gulls(canvas: Canvas) -> Mover:
    """White birds over the water."""
    kinds = tuple(_bird(canvas, "#fdfdfd", size) for size in (20, 26, 32))
    return drift(
        canvas,
        kinds,
        Habit(
            count=6,
            across=(50, 90),
            down=(-3, 3),
            sway=30,
            rate=(0.08, 0.2),
            band=(90, 420),
            beat=8,
            depth=0.15,
        ),
    )


def bubbles(canvas: Canvas) -> Mover:
    """Bubbles that rise."""

    def one(radius: float) -> Frames:
        body = circle(0, 0, radius, "#e6fbff", 0.28) + circle(
            -radius * 0.35, -radius * 0.35, radius * 0.25, "#ffffff", 0.9
        )
        rim = radius * 0.9
        ring = f"M{-rim} 0A{rim} {rim} 0 1 1 {rim} 0A{rim} {rim} 0 1 1 {-rim} 0"
        body += curve(ring, 1.6, "#f2feff", 0.7)
        return (canvas.sprite(body, (-radius, -radius, radius * 2, radius * 2)),)

    kinds = tuple(one(radius) for radius in (6, 10, 15, 22))
    return drift(
        canvas,
        kinds,
        Habit(count=34, across=(-8, 8), down=(-110, -45), sway=12, rate=(0.3, 0.7), depth=0.5),
    )


def shoal(canvas: Canvas) -> Mover:
    """Small fish in the distance."""

    def one(tone: str) -> Frames:
        out = []
        for k in range(6):
            bend = math.sin(math.tau * k / 6) * 7
            body = (
                ellipse(0, 0, 20, 9, tone)
                + path(f"M-17 0L-31 {-9 + bend}L-31 {9 + bend}Z", tone)
                + circle(11, -2, 2.2, "#17324a")
            )
            out.append(canvas.sprite(f'<g opacity="0.8">{body}</g>', (-34, -18, 58, 36)))
        return tuple(out)

    kinds = tuple(one(tone) for tone in ("#ffcf6b", "#ff9a76", "#bfe6ff"))
    return drift(
        canvas,
        kinds,
        Habit(count=14, across=(34, 80), down=(-3, 3), sway=14, band=(180, 700), beat=9, depth=0.3),
    )


def motes(canvas: Canvas) -> Mover:
    """Dust in the light by day, fireflies by night."""
    night = canvas.light.lamps > 0.5
    tone = "#d8ff7a" if night else "#fff3c4"
    lights = tuple(spark(canvas, size * (1.6 if night else 1), tone) for size in (6, 9, 13))
    rows = [
        (
            canvas.rng.uniform(0, canvas.width),
            canvas.rng.uniform(0.3, 0.9) * canvas.height,
            canvas.rng.random(),
            canvas.rng.uniform(0.15, 0.4),
            canvas.rng.randrange(3),
        )
        for _ in range(34)
    ]
    return Twinkle(lights, np.array(rows, np.float32), drift=14 * canvas.unit)


def bokeh(canvas: Canvas) -> Mover:
    """Large soft discs of light."""

    def one(radius: float) -> Frames:
        body = circle(0, 0, radius, "#ffffff", 0.13) + circle(0, 0, radius * 0.86, "#ffffff", 0.1)
        return (canvas.sprite(body, (-radius, -radius, radius * 2, radius * 2)),)

    kinds = tuple(one(radius) for radius in (24, 46, 80))
    return drift(
        canvas,
        kinds,
        Habit(count=18, across=(-16, 16), down=(-26, -8), sway=24, rate=(0.05, 0.15), depth=0.2),
    )


def snow(canvas: Canvas) -> Mover:
    """Single near flakes; the curtain of snow is weather."""
    kinds = tuple(
        (canvas.sprite(circle(0, 0, r, "#ffffff", 0.92), (-r, -r, 2 * r, 2 * r)),)
        for r in (3.5, 5, 7)
    )
    return drift(
        canvas, kinds, Habit(count=46, across=(-26, 10), down=(60, 120), sway=20, depth=0.9)
    )


def dust(canvas: Canvas) -> Mover:
    """Sand that the wind carries along the ground."""
    body = ellipse(0, 0, 70, 2.2, "#fff0cf")
    kinds = ((canvas.sprite(f'<g opacity="0.35">{body}</g>', (-72, -4, 144, 8)),),)
    return drift(
        canvas,
        kinds,
        Habit(count=14, across=(-260, -140), down=(-2, 2), band=(720, 960), depth=0.9),
    )


def spray(canvas: Canvas) -> Mover:
    """Mist at the foot of a fall."""
    radius = 90
    body = gradient("m", [(0, "#ffffff", 0.5), (1, "#ffffff", 0)], radial=True)
    body += circle(0, 0, radius, "url(#m)")
    kinds = ((canvas.sprite(body, (-radius, -radius, radius * 2, radius * 2)),),)
    rng, unit = canvas.rng, canvas.unit
    rows = [
        (
            canvas.width / 2 + rng.gauss(0, 170) * unit,
            rng.uniform(0, 160) * unit,
            0.0,
            0.0,
            26 * unit,
            rng.uniform(0.1, 0.3),
            rng.random(),
        )
        for _ in range(14)
    ]
    return Drifters(
        kinds=kinds,
        table=np.array(rows, np.float32),
        band=(680 * unit, 790 * unit),
        unit=unit,
        depth=0,
    )


def meteors(canvas: Canvas) -> Mover:
    """A shooting star now and then."""
    body = path("M0 0L190 -96L186 -100Z", "#dfe8ff", 0.8) + circle(2, -1, 3.6, "#ffffff")
    kinds = ((canvas.sprite(body, (-6, -104, 200, 110)),),)
    return drift(
        canvas, kinds, Habit(count=3, across=(-420, -320), down=(160, 215), band=(0, 1600), depth=0)
    )


LIFE: Mapping[str, Callable[[Canvas], Mover]] = {
    maker.__name__: maker
    for maker in (petals, leaves, confetti, butterflies, birds, gulls, bubbles, shoal, motes, bokeh,
                  snow, dust, spray, meteors)
}  # fmt: skip
"""What a backdrop may ask for by name."""

BY_NIGHT = {"butterflies": "motes", "petals": "motes"}
"""What is there instead when it is dark."""

OF_SUMMER = {"butterflies", "petals"}
"""What autumn and winter do not have."""
