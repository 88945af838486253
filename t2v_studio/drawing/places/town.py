"""Where people live close together: city, street, road."""

from __future__ import annotations

import numpy as np

from t2v_studio.drawing.backdrop import Backdrop, scatter, spread
from t2v_studio.drawing.canvas import Canvas, Layer, Mover
from t2v_studio.drawing.colour import mix
from t2v_studio.drawing.picture import placed
from t2v_studio.drawing.places.country import edge, hills, lawn
from t2v_studio.drawing.props import built, nature
from t2v_studio.drawing.sky import Twinkle, daylight, lamp_light, spark
from t2v_studio.drawing.turning import Traffic
from t2v_studio.drawing.vector import Pixels, group, polygon, rect, stroke

NEON = ("#ffd977", "#ffe9b0", "#7fe6ff", "#ff7fd1", "#a98bff")
GLASS = ("#9fc6de", "#b9d8ea", "#86b2d0")


def skyline(
    canvas: Canvas, y: float, heights: tuple[float, float], widths: tuple[float, float], tone: str, *,
    depth: float, haze: float,
) -> Layer:  # fmt: skip
    """Make a row of towers and, over it, their windows: lit ones shine by themselves."""
    rng, shine = canvas.rng, canvas.light.lamps
    walls, glass, x = "", "", 0.0
    while x < canvas.period - widths[0] / 2:
        wide, high = rng.uniform(*widths), rng.uniform(*heights)
        walls += built.tower(rng, x, y, wide, high, mix(tone, "#c7a6a0", rng.random() * 0.5))
        tones, lit = (NEON, 0.5) if shine > 0.4 else (GLASS, 0.9)
        glass += built.panes(rng, x, y, wide, high, tones, lit)
        x += wide * rng.uniform(0.92, 1.15)
    walls += rect(-2, y - 1, canvas.period + 4, 140, tone)
    top = y - heights[1] - widths[1]
    glass = group(glass, "scale(1)", (1 - 0.6 * haze) * (1 if shine > 0.4 else 0.75))
    by_night = shine > 0.4
    return canvas.layer(
        walls if by_night else walls + glass, shining=glass if by_night else "", depth=depth, top=top,
        bottom=y + 120, haze=haze, frost=0.2,
    )  # fmt: skip


def asphalt(canvas: Canvas, top: float, bottom: float, *, depth: float = 1.0) -> Layer:
    """Make a road seen from the side, with a dashed line and kerbs."""
    body = rect(-2, top, canvas.period + 4, 1130 - top, "#d5cdc2") + rect(
        -2, top, canvas.period + 4, 14, "#efe8dc"
    )
    body += rect(-2, top + 26, canvas.period + 4, bottom - top - 26, "#5d6470")
    body += rect(-2, top + 26, canvas.period + 4, 10, "#4d535e")
    middle, count = (top + 26 + bottom) / 2 - 5, max(2, round(canvas.period / 150))
    step = canvas.period / count
    body += "".join(
        rect(k * step, middle, step * 0.52, 10, "#f5edda", radius=4) for k in range(count)
    )
    body += rect(-2, bottom, canvas.period + 4, 1130 - bottom, "#c9c0b4") + rect(
        -2, bottom, canvas.period + 4, 12, "#ece4d8"
    )
    return canvas.layer(body, depth=depth, top=top, frost=0.6)


def city(canvas: Canvas) -> Backdrop:
    """Three rows of towers, traffic below, lights that come and go."""
    return Backdrop(
        sky=daylight(canvas, 0.66),
        behind=[
            skyline(canvas, 740, (240, 480), (60, 110), "#8ea3c4", depth=0.1, haze=0.85),
            *flyers(canvas),
            skyline(canvas, 775, (200, 560), (90, 150), "#6f86b3", depth=0.22, haze=0.45),
            skyline(canvas, 810, (120, 330), (110, 190), "#5a6c96", depth=0.42, haze=0.12),
            _blinking(canvas, 0.25, 0.72),
            *traffic(canvas, 850),
            asphalt(canvas, 812, 985),
            *traffic(canvas, 905, near=True),
        ],
        stage=962,
        life=(),
    )


def street(canvas: Canvas) -> Backdrop:
    """A row of shops with awnings, trees and lamps along the pavement."""
    rng, shine = canvas.rng, canvas.light.lamps
    fronts, glass, x = "", "", 0.0
    while x < canvas.period - 100:
        wide = rng.uniform(210, 290)
        walls, panes = _shop(canvas, x, 772, wide, rng.uniform(390, 560))
        fronts, glass, x = fronts + walls, glass + panes, x + wide
    trees = scatter(
        canvas, 520, (782, 784), (250, 320), lambda x, y, s: nature.round_tree(rng, x, y, s)
    )
    posts = [(x, 786, 300) for x in spread(canvas, 500, 0.2)]
    lamps = "".join(built.lamp(*post) for post in posts)
    halos = "".join(built.lamp_shine(*post) for post in posts) if shine > 0.4 else ""
    return Backdrop(
        sky=daylight(canvas, 0.6),
        behind=[
            skyline(canvas, 700, (300, 520), (80, 140), "#93a6c4", depth=0.15, haze=0.8),
            canvas.layer(
                fronts, shining=glass, depth=0.6, top=120, bottom=790, haze=0.05, frost=0.15
            ),
            asphalt(canvas, 772, 985),
            canvas.layer(trees + lamps, shining=halos, depth=1.0, top=380, bottom=810),
            *traffic(canvas, 870),
        ],
        stage=960,
        life=("leaves",),
    )


def road(canvas: Canvas) -> Backdrop:
    """A country road with hills, trees and poles passing by."""
    rng = canvas.rng
    trees = scatter(
        canvas, 260, (735, 770), (230, 340), lambda x, y, s: nature.round_tree(rng, x, y, s)
    )
    poles = "".join(stroke([(x, 800), (x, 560)], 9, "#7d6654") + stroke([(x - 34, 585), (x + 34, 585)], 7, "#7d6654")
                    for x in spread(canvas, 460, 0.0))  # fmt: skip
    verge = scatter(canvas, 40, (800, 822), (20, 42), lambda x, y, s: nature.tuft(rng, x, y, s))
    return Backdrop(
        sky=daylight(canvas, 0.62),
        behind=[
            hills(canvas, 580, 70, "#a8cfa0", depth=0.1, haze=0.8, trees=10),
            hills(canvas, 650, 44, "#8bc276", depth=0.25, haze=0.45, trees=12),
            canvas.layer(trees, depth=0.55, top=390, bottom=790, haze=0.12),
            lawn(canvas, 735, "#79b95c", depth=0.8),
            asphalt(canvas, 812, 975),
            canvas.layer(poles + verge, depth=1.0, top=540, bottom=830),
        ],
        before=[edge(canvas, "#5aa04f", flowers=0.3)],
        stage=948,
        life=(),
    )


def traffic(canvas: Canvas, y: float, *, near: bool = False) -> list[Mover]:
    """Make cars that pass by; by night one sees their lamps, too."""
    size = 105 if near else 62
    tones = ("#e5675b", "#f2c14e", "#5b9bd8", "#f4efe4", "#6cb58a")
    pictures = tuple(_car(canvas, tone, size, left=near) for tone in tones)
    way = max(1900.0, canvas.wide * 1.5)
    places = tuple((k + canvas.rng.uniform(0.1, 0.8)) * way / 6 for k in range(6))
    speed = -330.0 if near else 210.0
    return [
        Traffic(
            pictures=pictures,
            places=places,
            y=y + 12,
            speed=speed,
            canvas=canvas,
            depth=0.9,
            length=way,
        )
    ]


def flyers(canvas: Canvas) -> list[Mover]:
    """Make lights that cross the sky between the towers by night."""
    if canvas.light.lamps < 0.6:
        return []
    pictures = tuple(lamp_light(canvas, 16, tone) for tone in ("#ff6fae", "#7fe6ff", "#ffd977"))
    way = canvas.wide * 1.7
    return [
        Traffic(pictures=pictures, places=tuple((k * way / 5 + 90 * row) % way for k in range(5)), y=330 + 95 * row,
                speed=(-1) ** row * (90 + 40 * row), canvas=canvas, depth=0.15, length=way, swing=16) for row in range(3)
    ]  # fmt: skip


def _blinking(canvas: Canvas, top: float, bottom: float) -> Twinkle:
    tones = (
        ("#ffdf8a", "#8fe8ff", "#ff9ad8")
        if canvas.light.lamps > 0.4
        else ("#ffffff", "#fff3c9", "#ffffff")
    )
    lights = tuple(spark(canvas, 13, tone) for tone in tones)
    rows = [(canvas.rng.uniform(0, canvas.width), canvas.rng.uniform(top, bottom) * canvas.height,
             canvas.rng.random(), canvas.rng.uniform(0.12, 0.4), canvas.rng.randrange(3)) for _ in range(46)]  # fmt: skip
    return Twinkle(lights, np.array(rows, np.float32))


def _shop(canvas: Canvas, x: float, y: float, wide: float, high: float) -> tuple[str, str]:
    """Return a house front with its shop, and those of its windows that shine."""
    rng, lit = canvas.rng, canvas.light.lamps > 0.4
    wall, stripe = rng.choice(built.WALLS), rng.choice(("#d9534f", "#3f8b6e", "#3f78a8", "#e0a030"))
    pane, panes = ("#7a8aa0" if lit else "#bfe0ee"), ""
    out = rect(x, y - high, wide, high, wall) + rect(
        x, y - high, wide, 22, mix(wall, "#7a5a4a", 0.35)
    )
    out += rect(x + wide * 0.08, y - 150, wide * 0.54, 120, pane, radius=6)
    if lit:
        panes += rect(
            x + wide * 0.08, y - 150, wide * 0.54, 120, built.WINDOW, radius=6, opacity=0.92
        )
    out += rect(x + wide * 0.7, y - 165, wide * 0.2, 165, mix(stripe, "#33343c", 0.3), radius=5)
    for k in range(8):
        left = x + wide * (0.03 + 0.1175 * k)
        tone = stripe if k % 2 else "#fbf4e6"
        out += polygon(
            [
                (left + 6, y - 215),
                (left + wide * 0.1, y - 215),
                (left + wide * 0.1175, y - 165),
                (left, y - 165),
            ],
            tone,
        )
    for row in range(int((high - 270) // 110) + 1):
        for column in range(3):
            bright = lit and rng.random() < 0.5
            at = x + wide * (0.12 + 0.28 * column), y - high + 52 + row * 110
            window = rect(*at, wide * 0.18, 66, built.WINDOW if bright else pane, radius=4)
            out, panes = out + window, panes + (window if bright else "")
    return out, panes


def _car(canvas: Canvas, tone: str, size: float, *, left: bool) -> Pixels:
    wide = size * 2.1
    body = rect(0, size * 0.42, wide, size * 0.4, tone, radius=size * 0.16)
    body += polygon(
        [
            (wide * 0.18, size * 0.46),
            (wide * 0.3, size * 0.12),
            (wide * 0.68, size * 0.12),
            (wide * 0.84, size * 0.46),
        ],
        tone,
    )
    body += polygon(
        [
            (wide * 0.24, size * 0.44),
            (wide * 0.33, size * 0.18),
            (wide * 0.48, size * 0.18),
            (wide * 0.48, size * 0.44),
        ],
        "#cfe8f5",
    )
    body += polygon(
        [
            (wide * 0.52, size * 0.44),
            (wide * 0.52, size * 0.18),
            (wide * 0.66, size * 0.18),
            (wide * 0.77, size * 0.44),
        ],
        "#cfe8f5",
    )
    for at in (0.22, 0.78):
        body += f'<circle cx="{wide * at}" cy="{size * 0.82}" r="{size * 0.18}" fill="#2f3340"/>'
        body += f'<circle cx="{wide * at}" cy="{size * 0.82}" r="{size * 0.08}" fill="#c9ced8"/>'
    reach = size * 0.9 if canvas.light.lamps > 0.4 else 0
    if reach:
        body += polygon(
            [(wide * 0.98, size * 0.52), (wide + reach, size * 0.42), (wide + reach, size * 0.9)],
            "#fff0b0",
            0.4,
        )
        body += rect(0, size * 0.52, size * 0.1, size * 0.1, "#ff5a4f", radius=3)
    body += rect(wide - size * 0.14, size * 0.5, size * 0.14, size * 0.12, "#fff0b0", radius=3)
    picture = canvas.sprite(
        body, (0, 0, wide + reach, size), tint=mix(canvas.light.tint, "#ffffff", 0.3)
    )
    return picture if not left else placed(picture, 0, 0, stretch=(-1, 1)).picture
