"""Kept land: park, garden, field, farm, castle."""

from __future__ import annotations

from collections.abc import Callable

from t2v_studio.drawing.backdrop import Backdrop, scatter, spread
from t2v_studio.drawing.canvas import FLOOR, Canvas, Layer, Mover
from t2v_studio.drawing.colour import darker, lighter, mix
from t2v_studio.drawing.props import built, nature
from t2v_studio.drawing.sky import daylight
from t2v_studio.drawing.turning import Turning
from t2v_studio.drawing.vector import curve, ellipse, path, polygon, rect


def hills(
    canvas: Canvas,
    level: float,
    height: float,
    tone: str,
    *,
    depth: float,
    haze: float,
    trees: int = 0,
    bottom: float = FLOOR,
) -> Layer:
    """Make a row of round hills, with little trees on them; nothing of it is below `bottom`."""
    line = nature.ridge(canvas.rng, canvas.period, level, height, 3)
    body = ""
    for x in spread(canvas, canvas.period / trees) if trees else ():
        foot = nature.at(line, canvas.period, x) + 6
        body += nature.round_tree(canvas.rng, x, foot, canvas.rng.uniform(45, 85))
    return canvas.layer(
        body + nature.land(line, canvas.period, tone),
        depth=depth,
        top=level - height - (100 if trees else 10),
        bottom=bottom,
        haze=haze,
    )


def lawn(
    canvas: Canvas, level: float, tone: str, *, depth: float, extra: str = "", shining: str = ""
) -> Layer:
    """Make the ground that the subject stands on, lighter towards the horizon."""
    line = nature.ridge(canvas.rng, canvas.period, level, 8, 2)
    body = nature.land(line, canvas.period, lighter(tone, 0.16))
    for k in range(1, 5):
        lower = nature.ridge(canvas.rng, canvas.period, level + k * k * 22, 10 + 4 * k, 2)
        body += nature.land(
            lower, canvas.period, mix(lighter(tone, 0.16), darker(tone, 0.12), k / 4)
        )
    return canvas.layer(body + extra, shining=shining, depth=depth, top=level - 230)


def edge(canvas: Canvas, tone: str, *, flowers: float = 0.5) -> Layer:
    """Make the grass and flowers at the very front."""
    rng = canvas.rng

    def sprig(x: float, y: float, size: float) -> str:
        if canvas.blooms and rng.random() < flowers:
            return nature.flower(rng, x, y, size)
        return nature.tuft(rng, x, y, size, tone)

    body = scatter(
        canvas, 26, (1000, 1060), (45, 90), lambda x, y, s: nature.tuft(rng, x, y, s, tone)
    )
    body += scatter(canvas, 60, (1010, 1060), (60, 110), sprig)
    return canvas.layer(body, depth=1.5, top=890, bottom=1080, sway=(5, 0, 3.1), frost=0.7)


def meadow(canvas: Canvas) -> Callable[[float, float, float], str]:
    """Return what draws the flowers of a meadow; where none bloom, blades of grass."""
    prop = nature.flower if canvas.blooms else nature.tuft
    return lambda x, y, size: prop(canvas.rng, x, y, size * (1 if canvas.blooms else 0.6))


def park(canvas: Canvas) -> Backdrop:
    """Hills, a row of trees, a lawn with a path, benches and lamps, flowers in front."""
    rng = canvas.rng
    path_line = rect(0, 842, canvas.period, 84, "#ecd8b0") + rect(
        0, 842, canvas.period, 8, "#d9c091"
    )
    path_line += rect(0, 918, canvas.period, 8, "#cdb183")
    pebbles = scatter(
        canvas, 45, (858, 912), (4, 8), lambda x, y, s: ellipse(x, y, s * 1.6, s, "#dcc496")
    )
    trees = scatter(
        canvas, 290, (742, 775), (330, 430), lambda x, y, s: nature.round_tree(rng, x, y, s)
    )
    bushes = scatter(canvas, 170, (745, 790), (60, 90), lambda x, y, s: nature.bush(rng, x, y, s))
    posts = list(spread(canvas, 620, 0.4))
    things = "".join(built.bench(x, 828, 84) for x in posts[1::2])
    things += "".join(built.lamp(x, 832, 260) for x in posts[::2])
    halos = "".join(built.lamp_shine(x, 832, 260) for x in posts[::2])
    blossoms = scatter(canvas, 48, (780, 835), (26, 44), meadow(canvas))
    return Backdrop(
        sky=daylight(canvas, 0.62),
        behind=[
            hills(canvas, 590, 60, "#a9d39a", depth=0.14, haze=0.75, trees=16),
            hills(canvas, 650, 36, "#86c172", depth=0.3, haze=0.4, trees=14),
            canvas.layer(
                trees + bushes, depth=0.62, top=280, bottom=800, haze=0.12, sway=(1.5, 0, 5)
            ),
            lawn(
                canvas,
                735,
                "#6cb955",
                depth=1.0,
                extra=blossoms + path_line + pebbles + things,
                shining=halos if canvas.light.lamps > 0.4 else "",
            ),
        ],
        before=[edge(canvas, "#4f9d4f")],
        stage=888,
        life=("petals", "butterflies"),
    )


def garden(canvas: Canvas) -> Backdrop:
    """Beds full of flowers before a hedge and a picket fence."""
    rng = canvas.rng
    hedge = scatter(canvas, 70, (690, 700), (110, 130), lambda x, y, s: nature.bush(rng, x, y, s))
    pickets = built.fence(0, 760, canvas.period, 110)
    beds = scatter(canvas, 13, (775, 850), (60, 110), meadow(canvas))
    cottage = "".join(
        built.house(rng, x, 690, 330, canvas.light.lamps) for x in spread(canvas, 1300, 0.3)
    )
    trees = scatter(
        canvas, 420, (690, 700), (330, 420), lambda x, y, s: nature.round_tree(rng, x, y, s)
    )
    return Backdrop(
        sky=daylight(canvas, 0.6),
        behind=[
            hills(canvas, 600, 40, "#a9d39a", depth=0.14, haze=0.7, trees=12),
            canvas.layer(trees + cottage + hedge, depth=0.5, top=220, haze=0.15, bottom=760),
            lawn(canvas, 700, "#77bf5d", depth=1.0, extra=pickets + beds),
        ],
        before=[edge(canvas, "#5aa84f", flowers=0.9)],
        stage=900,
        life=("butterflies", "petals"),
    )


def field(canvas: Canvas) -> Backdrop:
    """A wide meadow in bloom under a large sky."""
    rng = canvas.rng
    bloom = scatter(canvas, 10, (715, 880), (18, 70), meadow(canvas))
    lone = "".join(nature.round_tree(rng, x, 716, 300) for x in spread(canvas, 1500, 0.5))
    return Backdrop(
        sky=daylight(canvas, 0.62),
        behind=[
            hills(canvas, 610, 50, "#b4d6a2", depth=0.1, haze=0.8),
            hills(canvas, 665, 34, "#93c67b", depth=0.26, haze=0.45, trees=8),
            canvas.layer(lone, depth=0.6, top=380, bottom=730, haze=0.15),
            lawn(canvas, 700, "#80bf56", depth=1.0, extra=bloom),
        ],
        before=[edge(canvas, "#6aac4c", flowers=0.8)],
        stage=885,
        life=("petals", "butterflies"),
    )


def farm(canvas: Canvas) -> Backdrop:
    """A barn, a windmill that turns, rows of wheat, a fence."""
    rng = canvas.rng
    yards = list(spread(canvas, 1500, 0.2))
    barns = "".join(
        built.barn(x, 720, 270) + nature.round_tree(rng, x + 250, 722, 260) for x in yards
    )
    mills = [(x + 560) % canvas.period for x in yards]
    towers = "".join(built.windmill_tower(x, 715, 250) for x in mills)
    wheat = scatter(
        canvas, 7, (765, 840), (50, 80), lambda x, y, s: nature.tuft(rng, x, y, s, "#e0b04a")
    )
    pickets = built.fence(0, 850, canvas.period, 62, "#d8b98a")
    standing = canvas.layer(towers + barns, depth=0.5, top=400, bottom=740, haze=0.12)
    sails = polygon([(-8, 0), (-30, -130), (30, -130), (8, 0)], "#efe2c8")
    body = "".join(f'<g transform="rotate({k * 90})">{sails}</g>' for k in range(4))
    wheel = canvas.sprite(body, (-140, -140, 280, 280), tint=canvas.light.tint, haze=0.12)
    turning: list[Mover] = [Turning(wheel, x, 520, canvas, depth=0.5, rate=28) for x in mills]
    return Backdrop(
        sky=daylight(canvas, 0.6),
        behind=[
            hills(canvas, 600, 45, "#b7d28f", depth=0.12, haze=0.75, trees=9),
            hills(canvas, 655, 30, "#d9c877", depth=0.28, haze=0.4),
            standing,
            *turning,
            lawn(canvas, 705, "#8dbb58", depth=1.0, extra=wheat + pickets),
        ],
        before=[edge(canvas, "#a8a544", flowers=0.25)],
        stage=905,
        life=("petals",),
    )


def castle(canvas: Canvas) -> Backdrop:
    """A castle on its hill, forest at its feet, a winding way."""
    rng = canvas.rng
    seats = list(spread(canvas, 1700, 0.1))
    mounds = "".join(ellipse(x, 740, 420, 150, "#79b069") + built.keep(x, 640, 330) for x in seats)
    wood = scatter(canvas, 52, (700, 735), (110, 170), lambda x, y, s: nature.pine(rng, x, y, s))
    way = "".join(
        path(f"M{x - 12} 640C{x + 130} 700 {x - 180} 760 {x - 40} 1130H{x + 260}C{x - 40} 800 {x + 190} 700 {x + 12} 640Z",
             "#e8d5ac") for x in seats)  # fmt: skip
    flags = "".join(curve(f"M{x} 300V262", 4, "#6b5a4a") + polygon([(x, 262), (x + 40, 272), (x, 284)], "#d9534f")
                    for x in seats)  # fmt: skip
    return Backdrop(
        sky=daylight(canvas, 0.62),
        behind=[
            hills(canvas, 600, 70, "#9fbfa8", depth=0.1, haze=0.8),
            canvas.layer(mounds + flags, depth=0.35, top=120, bottom=900, haze=0.2),
            canvas.layer(wood, depth=0.5, top=520, bottom=760, haze=0.15),
            lawn(canvas, 722, "#74b45c", depth=1.0, extra=way),
        ],
        before=[edge(canvas, "#4f9d4f", flowers=0.4)],
        stage=888,
        life=("petals", "birds"),
    )
