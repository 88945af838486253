"""A bamboo grove: green stalks with their joints, near ones before far ones, leaves that sway."""

from __future__ import annotations

from t2v_studio.drawing.backdrop import Backdrop, scatter, spread
from t2v_studio.drawing.canvas import Canvas, Layer
from t2v_studio.drawing.colour import darker, lighter, mix
from t2v_studio.drawing.places.country import edge, hills, lawn
from t2v_studio.drawing.props import nature
from t2v_studio.drawing.sky import daylight
from t2v_studio.drawing.vector import ellipse, polygon, rect

FOOT = 800.0


def bamboo(canvas: Canvas) -> Backdrop:
    """Three rows of stalks, a path of light between them."""
    rng = canvas.rng
    beam = 0.05 + 0.2 * canvas.light.glow_strength * (1 - canvas.light.stars)
    rays = "".join(polygon([(x, -140), (x + 80, -140), (x - 150, 800), (x - 300, 800)], canvas.light.glow, beam)
                   for x in spread(canvas, 400))  # fmt: skip
    shoots = scatter(canvas, 300, (800, 850), (40, 80), _shoot)
    litter = scatter(
        canvas, 70, (790, 900), (30, 55), lambda x, y, s: nature.tuft(rng, x, y, s, "#6f9f45")
    )
    stones = scatter(canvas, 360, (800, 850), (28, 54), lambda x, y, s: nature.rock(rng, x, y, s))
    return Backdrop(
        sky=daylight(canvas, 0.75),
        behind=[
            hills(canvas, 690, 14, "#93b866", depth=0.12, haze=0.6, bottom=810),
            stalks(canvas, 740, (9, 15), 34, "#8fbf6a", depth=0.15, haze=0.8),
            stalks(canvas, 762, (16, 24), 74, "#7fb455", depth=0.35, haze=0.45),
            canvas.layer(rays, depth=0.4, top=-140, bottom=800, lit=False, sway=(12, 0, 9)),
            lawn(canvas, 758, "#7fa653", depth=1.0, extra=stones + shoots + litter),
            stalks(canvas, FOOT, (28, 40), 190, "#6aa544", depth=0.7, haze=0.1),
            _crowns(canvas),
        ],
        before=[edge(canvas, "#5a9a44", flowers=0.1)],
        stage=895,
        life=("leaves", "motes"),
    )


def stalks(
    canvas: Canvas, y: float, widths: tuple[float, float], every: float, tone: str, *, depth: float,
    haze: float,
) -> Layer:  # fmt: skip
    """Make a row of stalks standing on y, about `every` units apart."""
    body = "".join(
        _stalk(canvas, x, y, canvas.rng.uniform(*widths), tone) for x in spread(canvas, every)
    )
    return canvas.layer(body, depth=depth, top=-140, bottom=y + 4, haze=haze, frost=0.3)


def _stalk(canvas: Canvas, x: float, y: float, wide: float, tone: str) -> str:
    rng = canvas.rng
    tone = mix(tone, rng.choice(("#9fbf4f", "#4f9a5a", "#b9c468")), rng.uniform(0, 0.5))
    out = rect(x - wide / 2, -150, wide, y + 150, tone)
    out += rect(x + wide * 0.16, -150, wide * 0.34, y + 150, darker(tone, 0.14))
    out += rect(x - wide * 0.34, -150, wide * 0.14, y + 150, lighter(tone, 0.28))
    at = y - rng.uniform(30, 110)
    while at > -140:
        out += rect(x - wide * 0.58, at - wide * 0.1, wide * 1.16, wide * 0.2, lighter(tone, 0.32), radius=wide * 0.1)  # fmt: skip
        out += rect(x - wide * 0.5, at + wide * 0.08, wide, wide * 0.1, darker(tone, 0.28))
        if rng.random() < 0.35:
            out += spray(canvas, x, at, wide * 2.6, rng.choice((-1, 1)))
        at -= wide * rng.uniform(3.6, 5.2)
    return out


def spray(canvas: Canvas, x: float, y: float, size: float, side: int) -> str:
    """A twig with narrow leaves that hang to one side."""
    rng, out = canvas.rng, ""
    for k in range(4):
        turn = side * (22 + 24 * k + rng.uniform(-8, 8))
        tone = rng.choice(("#5f9f45", "#7fb650", "#4b8b4a"))
        dx, dy = side * size * (0.3 + 0.13 * k), size * (0.06 + 0.14 * k)
        out += ellipse(x + dx, y + dy, size * 0.42, size * 0.085, tone, turn)
    return out


def _crowns(canvas: Canvas) -> Layer:
    """The leaves above us."""
    body = ""
    for _ in range(3):
        for x in spread(canvas, 90, 1.2):
            y = canvas.rng.uniform(-120, 70)
            body += spray(canvas, x, y, canvas.rng.uniform(80, 130), canvas.rng.choice((-1, 1)))
    return canvas.layer(
        body, depth=0.8, top=-140, bottom=240, haze=0.05, sway=(8, 3, 4.2), frost=0.4
    )


def _shoot(x: float, y: float, size: float) -> str:
    out = polygon([(x - size * 0.22, y), (x, y - size), (x + size * 0.22, y)], "#a98a4f")
    return out + polygon([(x, y), (x, y - size), (x + size * 0.22, y)], "#8f7140")
