"""Land that nobody keeps: forest, mountains, desert, snow, waterfall."""

from __future__ import annotations

from t2v_studio.drawing.backdrop import Backdrop, scatter, spread
from t2v_studio.drawing.canvas import Canvas, Layer
from t2v_studio.drawing.colour import lighter, mix
from t2v_studio.drawing.falls import Falls
from t2v_studio.drawing.places.country import edge, hills, lawn, meadow
from t2v_studio.drawing.props import nature
from t2v_studio.drawing.sky import daylight
from t2v_studio.drawing.vector import ellipse, path, polygon, rect
from t2v_studio.drawing.water import swell


def range_of(
    canvas: Canvas,
    y: float,
    sizes: tuple[float, float],
    tone: str,
    *,
    depth: float,
    haze: float,
    snow: float = 0.3,
    every: float = 0.0,
) -> Layer:
    """Make a range of mountains standing on y, about `every` units apart."""
    rng = canvas.rng
    places = sorted(
        ((rng.uniform(*sizes), x) for x in spread(canvas, every or sizes[0] * 0.95, 0.6)),
        reverse=True,
    )
    body = "".join(nature.peak(rng, x, y, size, mix(tone, lighter(tone, 0.3), rng.random() * 0.5), snow)
                   for size, x in places)  # fmt: skip
    body += rect(-2, y - 1, canvas.period + 4, 600, tone)
    return canvas.layer(
        body, depth=depth, top=y - sizes[1] * 1.05, bottom=y + 200, haze=haze, frost=0.3
    )


def wood(
    canvas: Canvas, y: float, sizes: tuple[float, float], every: float, *, depth: float, haze: float
) -> Layer:
    """Make a row of firs standing on y."""
    if canvas.season.broadleaf:
        return grove(canvas, y, sizes, every, depth=depth, haze=haze)
    rng, white = canvas.rng, canvas.frost > 0
    body = scatter(
        canvas, every, (y - 20, y), sizes, lambda x, low, s: nature.pine(rng, x, low, s, snow=white)
    )
    return canvas.layer(
        body, depth=depth, top=y - sizes[1] - 10, bottom=y + 10, haze=haze, frost=0.2
    )


def grove(
    canvas: Canvas, y: float, sizes: tuple[float, float], every: float, *, depth: float, haze: float
) -> Layer:
    """Make a row of leafy trees standing on y."""
    rng = canvas.rng
    body = scatter(
        canvas, every * 1.5, (y - 20, y), sizes, lambda x, low, s: nature.round_tree(rng, x, low, s)
    )
    return canvas.layer(
        body, depth=depth, top=y - sizes[1] * 1.1, bottom=y + 10, haze=haze * 0.6, frost=0.2
    )


def forest(canvas: Canvas) -> Backdrop:
    """Trees behind trees, light between them, ferns in front."""
    rng = canvas.rng
    trunks = ""
    for x in spread(canvas, 210, 0.9):
        wide = rng.uniform(34, 62)
        trunks += path(f"M{x} -150H{x + wide}L{x + wide * 1.25} 790H{x - wide * 0.25}Z", "#6e5140")
        trunks += path(
            f"M{x + wide * 0.6} -150H{x + wide}L{x + wide * 1.25} 790H{x + wide * 0.7}Z", "#573f35"
        )
    crowns = scatter(
        canvas, 90, (60, 110), (190, 260), lambda x, y, s: nature.bush(rng, x, y - 40, s)
    )
    beam = 0.04 + 0.2 * canvas.light.glow_strength * (1 - canvas.light.stars)
    rays = "".join(polygon([(x, -140), (x + 90, -140), (x - 160, 800), (x - 330, 800)], canvas.light.glow, beam)
                   for x in spread(canvas, 430))  # fmt: skip
    litter = scatter(
        canvas, 60, (760, 900), (30, 60), lambda x, y, s: nature.tuft(rng, x, y, s, "#4b8f4a")
    )
    stones = scatter(canvas, 340, (770, 830), (30, 60), lambda x, y, s: nature.rock(rng, x, y, s))
    shrooms = scatter(canvas, 380, (790, 840), (26, 40), lambda x, y, s: rect(x - s * 0.12, y - s * 0.5, s * 0.24, s * 0.5, "#f5ead6", radius=3)
                      + path(f"M{x - s * 0.45} {y - s * 0.45}Q{x} {y - s * 1.2} {x + s * 0.45} {y - s * 0.45}Z", "#d9534f"))  # fmt: skip
    return Backdrop(
        sky=daylight(canvas, 0.72),
        behind=[
            hills(canvas, 672, 14, "#7fae6a", depth=0.12, haze=0.7, bottom=800),
            wood(canvas, 720, (330, 470), 70, depth=0.14, haze=0.85),
            wood(canvas, 745, (430, 560), 110, depth=0.32, haze=0.5),
            canvas.layer(rays, depth=0.4, top=-140, bottom=800, lit=False, sway=(14, 0, 9)),
            canvas.layer(trunks + crowns, depth=0.65, top=-140, bottom=800, haze=0.12),
            lawn(canvas, 752, "#5d9a4e", depth=1.0, extra=stones + shrooms + litter),
        ],
        before=[edge(canvas, "#3d8547", flowers=0.15)],
        stage=890,
        life=("motes", "leaves"),
    )


def mountains(canvas: Canvas) -> Backdrop:
    """Three ranges, firs, an alpine meadow."""
    rng = canvas.rng
    blossoms = scatter(canvas, 40, (800, 880), (22, 50), meadow(canvas))
    stones = scatter(canvas, 260, (790, 850), (24, 60), lambda x, y, s: nature.rock(rng, x, y, s))
    return Backdrop(
        sky=daylight(canvas, 0.6),
        behind=[
            range_of(canvas, 640, (300, 430), "#9fb1cc", depth=0.06, haze=0.7, snow=0.42),
            range_of(canvas, 700, (240, 360), "#7f8fb0", depth=0.16, haze=0.35, snow=0.3),
            hills(canvas, 720, 40, "#7fae82", depth=0.3, haze=0.3),
            wood(canvas, 785, (110, 190), 44, depth=0.5, haze=0.15),
            lawn(canvas, 775, "#7cb765", depth=1.0, extra=stones + blossoms),
        ],
        before=[edge(canvas, "#5aa04f", flowers=0.5)],
        stage=890,
        life=("birds", "petals"),
    )


def desert(canvas: Canvas) -> Backdrop:
    """Table mountains, dunes, cacti."""
    rng = canvas.rng
    mesas = ""
    for x in spread(canvas, 520, 0.8):
        w, h = rng.uniform(140, 260), rng.uniform(110, 210)
        mesas += polygon(
            [(x - w, 660), (x - w * 0.72, 650 - h), (x + w * 0.68, 650 - h), (x + w, 660)],
            "#cf7f57",
        )
        mesas += polygon(
            [(x + w * 0.2, 650 - h), (x + w * 0.68, 650 - h), (x + w, 660), (x + w * 0.4, 660)],
            "#b5654a",
        )
        mesas += rect(x - w * 0.72, 650 - h, w * 1.4, 14, "#e39a6c")
    dunes = [nature.land(nature.ridge(rng, canvas.period, level, height, 2), canvas.period, tone)
             for level, height, tone in ((660, 34, "#f0c98b"), (715, 30, "#eab978"))]  # fmt: skip
    cacti = scatter(
        canvas, 300, (770, 815), (120, 200), lambda x, y, s: nature.cactus(rng, x, y, s)
    )
    # Where the land has a colour of its own, as on Mars, nothing grows.
    cacti = "" if canvas.wash else cacti
    stones = scatter(
        canvas, 200, (800, 880), (18, 46), lambda x, y, s: nature.rock(rng, x, y, s, "#c08a63")
    )
    front = scatter(
        canvas,
        240,
        (1010, 1060),
        (40, 80),
        lambda x, y, s: (
            nature.rock(rng, x, y, s, "#c08a63")
            if canvas.wash
            else nature.tuft(rng, x, y, s, "#b59a52")
        ),
    )
    return Backdrop(
        sky=daylight(canvas, 0.62),
        behind=[
            canvas.layer(mesas, depth=0.08, top=400, bottom=700, haze=0.6),
            canvas.layer(dunes[0], depth=0.2, top=600, haze=0.35),
            canvas.layer(dunes[1], depth=0.42, top=660, haze=0.12),
            lawn(canvas, 770, "#e2ab66", depth=1.0, extra=cacti + stones),
        ],
        before=[canvas.layer(front, depth=1.5, top=900, bottom=1080)],
        stage=890,
        life=("dust",),
    )


def snowfield(canvas: Canvas) -> Backdrop:
    """White hills, snowy firs, and snow that falls."""
    rng = canvas.rng
    drifts = scatter(
        canvas, 170, (800, 900), (60, 130), lambda x, y, s: ellipse(x, y, s, s * 0.16, "#d5e3f1")
    )
    firs = scatter(
        canvas, 190, (740, 790), (230, 360), lambda x, y, s: nature.pine(rng, x, y, s, snow=True)
    )
    front = scatter(
        canvas, 160, (1040, 1075), (120, 190), lambda x, y, s: ellipse(x, y, s, s * 0.42, "#ffffff")
    )
    return Backdrop(
        sky=daylight(canvas, 0.6),
        behind=[
            range_of(canvas, 640, (260, 380), "#a9bdd6", depth=0.06, haze=0.6, snow=0.6),
            hills(canvas, 660, 44, "#e3edf6", depth=0.2, haze=0.5),
            wood(canvas, 725, (120, 200), 60, depth=0.34, haze=0.35),
            canvas.layer(firs, depth=0.62, top=400, bottom=800, haze=0.08),
            lawn(canvas, 765, "#eef4fa", depth=1.0, extra=drifts),
        ],
        before=[canvas.layer(front, depth=1.5, top=940)],
        stage=890,
        life=("snow",),
    )


def waterfall(canvas: Canvas) -> Backdrop:
    """A fall between cliffs into a pool, with spray."""
    rng, middle = canvas.rng, canvas.wide / 2
    half = min(260.0, canvas.wide * 0.22)
    cliffs = rect(-700, 190, middle - half + 700, 640, "#7d8a83") + rect(
        middle + half, 190, canvas.wide, 640, "#7d8a83"
    )
    for side, start in ((-1, middle - half), (1, middle + half)):
        for _ in range(26):
            x, y = start + side * rng.uniform(0, canvas.wide * 0.5), rng.uniform(230, 800)
            cliffs += nature.rock(
                rng, x, y, rng.uniform(40, 110), mix("#87948c", "#66756f", rng.random())
            )
        for k in range(12):
            x = start + side * (20 + k * 62)
            cliffs += nature.bush(rng, x, 216 + rng.uniform(-16, 30), rng.uniform(60, 100))
    top = nature.land([178.0] * 9, canvas.period, "#6fae62", 215)
    scene = canvas.layer(cliffs + top, depth=0.0, top=60, bottom=840, haze=0.15)
    banks = scatter(
        canvas, 150, (930, 990), (50, 110), lambda x, y, s: nature.rock(rng, x, y, s, "#8b968f")
    )
    return Backdrop(
        sky=daylight(canvas, 0.4, orb=False),
        behind=[
            hills(canvas, 190, 60, "#8fb894", depth=0.0, haze=0.7, trees=10),
            Falls.make(canvas, middle - half, middle + half, 185, 800),
            scene,
            *[swell(canvas, 785 + k * 55, 5 + 2 * k, 150 + 30 * k, mix("#7cc6cf", "#2f8598", k / 3), depth=0.0,
                    drift=(-1) ** k * (14 + 8 * k), bob=3, beat=3 + k) for k in range(4)],
        ],
        before=[canvas.layer(banks, depth=0.0, top=800, bottom=1080), edge(canvas, "#4b9350", flowers=0.2)],
        stage=968,
        surface=905,
        life=("spray", "motes"),
    )  # fmt: skip
