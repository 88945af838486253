"""Water and its edges: beach, ocean, lake, river, harbour, under water."""

from __future__ import annotations

from t2v_studio.drawing.backdrop import DEEP, WATER, Backdrop, scatter, spread
from t2v_studio.drawing.canvas import Canvas, Layer
from t2v_studio.drawing.colour import darker, mix
from t2v_studio.drawing.places.country import edge, hills, lawn, meadow
from t2v_studio.drawing.places.wild import range_of, wood
from t2v_studio.drawing.props import built, nature
from t2v_studio.drawing.sky import daylight, plain
from t2v_studio.drawing.turning import Traffic
from t2v_studio.drawing.vector import ellipse, path, polygon, rect
from t2v_studio.drawing.water import Mirror, glitter, sea, swell


def beach(canvas: Canvas) -> Backdrop:
    """Sea behind, sand in front, palms, waves that wash ashore."""
    rng = canvas.rng
    palms = "".join(
        nature.palm(rng, x, 812, rng.uniform(420, 520)) for x in spread(canvas, 760, 0.5)
    )
    shells = scatter(
        canvas,
        110,
        (850, 960),
        (8, 20),
        lambda x, y, s: ellipse(x, y, s, s * 0.6, rng.choice(("#f7b7a3", "#fff1e0", "#d9a0b8"))),
    )
    ripples = scatter(
        canvas, 90, (830, 960), (40, 110), lambda x, y, s: ellipse(x, y, s, s * 0.05, "#dcb983")
    )
    sand = nature.land(nature.ridge(rng, canvas.period, 800, 8, 2), canvas.period, "#f3d9a4")
    return Backdrop(
        sky=daylight(canvas, 0.55),
        behind=[
            _island(canvas, 550),
            *sea(canvas, 548, rows=4, rough=0.8),
            glitter(canvas, 548, 740, 60),
            _wash(canvas, 772),
            canvas.layer(sand + ripples + shells, depth=1.0, top=785),
            canvas.layer(palms, depth=0.8, top=250, bottom=840, sway=(3, 0, 4)),
        ],
        before=[canvas.layer(scatter(canvas, 300, (1010, 1070), (60, 120), lambda x, y, s: nature.tuft(rng, x, y, s, "#8fa95a")), depth=1.5, top=880)],
        stage=892,
        surface=690,
        life=("gulls",),
    )  # fmt: skip


def ocean(canvas: Canvas) -> Backdrop:
    """Open sea to the horizon, with the sun's path on it."""
    rows = sea(canvas, 520, rows=7, rough=1.5)
    return Backdrop(
        sky=daylight(canvas, 0.52),
        behind=[_island(canvas, 522), *rows[:6], glitter(canvas, 520, 990, 120)],
        before=[*rows[6:]],
        stage=800,
        surface=800,
        medium=WATER,
        life=("gulls",),
    )


def lake(canvas: Canvas) -> Backdrop:
    """Mountains that mirror themselves in still water; reeds at the near shore."""
    rng = canvas.rng
    reeds = scatter(
        canvas, 40, (985, 1040), (90, 170), lambda x, y, s: nature.tuft(rng, x, y, s, "#6d8f4c")
    )
    bank = nature.land(nature.ridge(rng, canvas.period, 945, 16, 2), canvas.period, "#6aa35a")
    tone = canvas.painted(canvas.light.water[1])
    return Backdrop(
        sky=daylight(canvas, 0.56, lift=0.07 if canvas.light.orb_at[1] < 0.4 else 0),
        behind=[
            range_of(
                canvas, 560, (190, 270), "#93a8c8", depth=0.05, haze=0.7, snow=0.42, every=330
            ),
            range_of(canvas, 568, (80, 150), "#6f86a6", depth=0.1, haze=0.45, snow=0.0, every=210),
            wood(canvas, 578, (50, 95), 26, depth=0.16, haze=0.3),
            Mirror(shore=578, bottom=1000, unit=canvas.unit, tone=tone, share=0.34),
            glitter(canvas, 578, 930, 110),
            *[_shimmer(canvas, 640 + 90 * k, k) for k in range(3)],
        ],
        before=[canvas.layer(bank + reeds, depth=1.25, top=830, sway=(3, 0, 4))],
        stage=958,
        surface=780,
        medium=WATER,
        life=("birds",),
    )


def river(canvas: Canvas) -> Backdrop:
    """A river that runs through meadows."""
    rng = canvas.rng
    trees = scatter(
        canvas, 240, (655, 675), (220, 320), lambda x, y, s: nature.round_tree(rng, x, y, s)
    )
    bank = nature.land([668.0] * 9, canvas.period, "#79b65f", 712)
    stones = scatter(canvas, 150, (700, 716), (18, 40), lambda x, y, s: nature.rock(rng, x, y, s))
    return Backdrop(
        sky=daylight(canvas, 0.58),
        behind=[
            hills(canvas, 560, 60, "#a9cf9c", depth=0.12, haze=0.75, trees=14),
            hills(canvas, 620, 36, "#8cc274", depth=0.28, haze=0.4, trees=10),
            canvas.layer(trees + bank + stones, depth=0.55, top=330, bottom=716, haze=0.12),
            *[swell(canvas, 706 + 34 * k, 4 + k, 110 + 34 * k, tone, depth=0.6 + 0.08 * k, drift=38 + 14 * k,
                    bob=1.5, beat=3 + k, foam=0.4) for k, tone in enumerate(("#7cc4d8", "#62b3cf", "#4aa0c2", "#3a8fb5"))],
            lawn(canvas, 862, "#70b658", depth=1.0, extra=scatter(canvas, 60, (875, 920), (26, 50), meadow(canvas))),
        ],
        before=[edge(canvas, "#4f9d4f", flowers=0.35)],
        stage=926,
        surface=800,
        life=("butterflies", "petals"),
    )  # fmt: skip


def harbour(canvas: Canvas) -> Backdrop:
    """Houses along a quay, moored boats, a lighthouse."""
    rng = canvas.rng
    row = "".join(
        built.house(rng, x, 610, rng.uniform(150, 200), canvas.light.lamps)
        for x in spread(canvas, 165, 0.2)
    )
    tower = "".join(_lighthouse(x) for x in spread(canvas, 1700, 0.1))
    quay = rect(0, 606, canvas.period, 44, "#a89b8e") + rect(0, 606, canvas.period, 8, "#c4b8aa")
    boats = [
        canvas.sprite(built.boat(rng, 120, 250, 160), (0, 20, 240, 236), tint=canvas.light.tint)
        for _ in range(3)
    ]
    places = tuple(spread(canvas, 420, 0.5))
    moored = Traffic(pictures=tuple(boats), places=places, y=700, speed=0, canvas=canvas, depth=0.55,
                     length=canvas.period, swing=9)  # fmt: skip
    planks = rect(0, 936, canvas.period, 200, "#a9805a") + "".join(
        rect(x, 936, 5, 200, "#8a6545") for x in range(0, int(canvas.period), 92)
    )
    return Backdrop(
        sky=daylight(canvas, 0.56),
        behind=[
            hills(canvas, 560, 50, "#9bc0a0", depth=0.1, haze=0.7, trees=12),
            canvas.layer(tower + row + quay, depth=0.45, top=280, bottom=660, haze=0.15),
            *[swell(canvas, 640 + 62 * k, 5 + 2 * k, 130 + 40 * k, tone, depth=0.5 + 0.1 * k,
                    drift=(-1) ** k * (12 + 6 * k), bob=3, beat=3 + k) for k, tone in enumerate(("#6cb9cf", "#4ea3c2", "#3a8db0", "#2c7ba0"))],
            moored,
            glitter(canvas, 650, 900, 50),
        ],
        before=[canvas.layer(planks, depth=1.15, top=930)],
        stage=985,
        surface=850,
        life=("gulls",),
    )  # fmt: skip


def underwater(canvas: Canvas) -> Backdrop:
    """Blue depth with rays of light, kelp, corals, bubbles."""
    rng, dim = canvas.rng, 0.55 if canvas.light.stars > 0.5 else 0.0
    rays = "".join(polygon([(x, -140), (x + 110, -140), (x - 90, 900), (x - 300, 900)], "#d8fbff", 0.13)
                   for x in spread(canvas, 330))  # fmt: skip
    tones = [darker(tone, dim) for tone in ("#7fe0ee", "#2fa3d0", "#0f5c96", "#0b3f73")]
    reef = nature.land(nature.ridge(rng, canvas.period, 800, 60, 3), canvas.period, "#2b6f93")
    far = reef + scatter(
        canvas, 90, (800, 850), (120, 260), lambda x, y, s: nature.kelp(rng, x, y, s)
    )
    bed = nature.land(nature.ridge(rng, canvas.period, 905, 22, 2), canvas.period, "#d9c493")
    bed += scatter(canvas, 130, (910, 960), (70, 150), lambda x, y, s: nature.coral(rng, x, y, s))
    bed += scatter(
        canvas, 170, (920, 980), (30, 70), lambda x, y, s: nature.rock(rng, x, y, s, "#8593a5")
    )
    weed = scatter(canvas, 260, (1050, 1090), (240, 420), lambda x, y, s: nature.kelp(rng, x, y, s))
    return Backdrop(
        sky=plain(canvas, [(0, tones[0]), (0.3, tones[1]), (0.75, tones[2]), (1, tones[3])]),
        behind=[
            canvas.layer(rays, depth=0.1, top=-140, bottom=900, lit=False, sway=(40, 0, 7)),
            canvas.layer(
                f'<g opacity="0.65">{far}</g>',
                depth=0.25,
                top=480,
                lit=False,
                sway=(5, 0, 6),
                frost=0,
            ),
            canvas.layer(bed, depth=0.8, top=740, frost=0),
        ],
        before=[canvas.layer(weed, depth=1.4, top=620, sway=(14, 0, 5), frost=0)],
        stage=925,
        medium=DEEP,
        life=("bubbles", "shoal"),
        weathered=False,
    )


def _island(canvas: Canvas, y: float) -> Layer:
    """Make low land far out at the horizon."""
    body = "".join(path(f"M{x - 190} {y}Q{x - 60} {y - 44} {x} {y - 36}Q{x + 90} {y - 60} {x + 210} {y}Z", "#7f9fb5")
                   for x in spread(canvas, 1300, 0.5))  # fmt: skip
    return canvas.layer(body, depth=0.04, top=y - 80, bottom=y + 4, haze=0.8)


def _wash(canvas: Canvas, y: float) -> Layer:
    """Make the thin wave that runs up the sand and back."""
    line = nature.ridge(canvas.rng, canvas.period, y, 10, 3)
    far, near = canvas.light.water
    parts = ((-40, mix(far, near, 0.7)), (0, mix(far, "#ffffff", 0.75)), (9, mix(far, near, 0.3)))
    body = "".join(
        nature.land([one + off for one in line], canvas.period, tone, y + 70) for off, tone in parts
    )
    return canvas.layer(
        body, depth=0.95, top=y - 80, bottom=y + 70, sway=(12, 14, 4.5), frost=0, lit=False
    )


def _shimmer(canvas: Canvas, y: float, row: int) -> Layer:
    """Make light lines that slide over still water."""
    body = scatter(canvas, 150, (y - 30, y + 40), (40, 120),
                   lambda x, low, s: f'<g opacity="0.35">{ellipse(x, low, s, 1.6, "#ffffff")}</g>')  # fmt: skip
    return canvas.layer(body, depth=0.3 + 0.2 * row, top=y - 50, bottom=y + 60,
                        drift=(-1) ** row * (14 + 10 * row), sway=(10, 2, 4 + row), frost=0)  # fmt: skip


def _lighthouse(x: float) -> str:
    out = polygon([(x - 38, 612), (x - 24, 380), (x + 24, 380), (x + 38, 612)], "#fbf4e8")
    for k in (0, 2):
        low, high = 570 - k * 58, 512 - k * 58
        out += polygon(
            [
                (x - 36 + k * 3, low),
                (x - 32 + k * 3, high),
                (x + 32 - k * 3, high),
                (x + 36 - k * 3, low),
            ],
            "#d9534f",
        )
    return (
        out
        + rect(x - 18, 344, 36, 38, "#ffe9a0")
        + path(f"M{x - 26} 346Q{x} 306 {x + 26} 346Z", "#a8483d")
    )
