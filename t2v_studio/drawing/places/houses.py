"""Rooms with a purpose: kitchen, cafe, classroom. The middle of each stands in the frame's."""

from __future__ import annotations

from t2v_studio.drawing.backdrop import Backdrop, spread
from t2v_studio.drawing.canvas import Canvas, Layer, Mover
from t2v_studio.drawing.colour import lighter, mix
from t2v_studio.drawing.places.indoors import inside, window
from t2v_studio.drawing.props import built, household
from t2v_studio.drawing.sky import plain
from t2v_studio.drawing.steam import steam
from t2v_studio.drawing.vector import circle, curve, ellipse, group, path, rect, stroke

FAR = 0.8
"""Depth of walls and what stands along them."""


def middles(canvas: Canvas, every: float) -> list[float]:
    """Return where the same furniture stands again and again; the first is mid-frame."""
    count = max(1, round(canvas.period / every))
    return [canvas.wide / 2 + k * canvas.period / count for k in range(count)]


def _wall(canvas: Canvas, body: str, floor: str, boards: str, *, shining: str = "") -> Layer:
    ground = rect(-2, 790, canvas.period + 4, 340, inside(canvas, floor))
    ground += "".join(
        rect(-2, y, canvas.period + 4, 3, inside(canvas, boards)) for y in (832, 885, 955, 1045)
    )
    return canvas.layer(
        ground + body, depth=FAR, top=-140, lit=False, frost=0, shining=shining
    )  # fmt: skip


def _room(
    canvas: Canvas, wall: str, *behind: Mover, life: tuple[str, ...] = ("motes",)
) -> Backdrop:
    return Backdrop(
        sky=plain(canvas, [(0, lighter(wall, 0.15)), (1, wall)]),
        behind=list(behind),
        stage=925,
        life=life,
        weathered=False,
    )


def kitchen(canvas: Canvas) -> Backdrop:
    """Tiles, cupboards, a stove with a steaming pot, a window, a fridge."""
    wall, front = inside(canvas, "#f6ead2"), inside(canvas, "#7fa99f")
    places = middles(canvas, 1400)
    body = rect(-2, 452, canvas.period + 4, 200, inside(canvas, "#e6eeee"))
    body += "".join(rect(-2, y, canvas.period + 4, 3, "#c3d1d1") for y in (452, 502, 552, 602))
    body += "".join(rect(x, 452, 3, 200, "#c3d1d1") for x in spread(canvas, 52, 0.0))
    for x in places:
        body += household.hood(x - 130, 372) + household.cupboard(x - 400, 372, 260, 210, front)
        body += window(canvas, x + 80, 170, 250, 220) + household.cupboard(
            x + 520, 300, 220, 140, front
        )
    counter = rect(-2, 650, canvas.period + 4, 140, front) + rect(-2, 640, canvas.period + 4, 20, "#b98455")  # fmt: skip
    for x in spread(canvas, 150, 0.0):
        counter += rect(x - 64, 674, 128, 104, lighter(front, 0.16), radius=6)
        counter += circle(x, 690, 5, "#6b4a36")
    for x in places:
        counter += household.stove(x - 130, 792) + household.fridge(x + 520, 800)
        counter += _sink(x + 205, 640) + built.plant(x + 370, 642, 110) + _jars(x - 430, 640)
    lamps = "".join(household.pendant(x + 20, 96, "#e0a030") for x in places)
    shine = "".join(household.pendant_light(x + 20, 96, canvas.light.lamps) for x in places)
    pots = tuple((x - 184, 570.0) for x in places)
    return _room(
        canvas,
        wall,
        _wall(canvas, body + counter + lamps, "#d3b48c", "#b5946c", shining=shine),
        steam(canvas, pots, FAR),
    )


def _sink(x: float, y: float) -> str:
    tap = curve(f"M{x} {y}v-52q0 -34 34 -34q26 0 26 30", 10, "#aeb8c4")
    return tap + rect(x - 16, y - 8, 120, 12, "#c9d0da", radius=5)


def _jars(x: float, y: float) -> str:
    tones = ("#e0a030", "#c4553f", "#8fae5a")
    return "".join(
        rect(x + 54 * k, y - 62 + 10 * k, 42, 62 - 10 * k, tone, radius=9)
        + rect(x + 54 * k + 3, y - 72 + 10 * k, 36, 13, "#6b4a36", radius=5)
        for k, tone in enumerate(tones)
    )


def cafe(canvas: Canvas) -> Backdrop:
    """A counter under a blackboard, small tables at the window, lamps over them."""
    wall, wood = inside(canvas, "#ecd4b0"), inside(canvas, "#96633f")
    places = middles(canvas, 1500)
    body = rect(-2, 560, canvas.period + 4, 232, wood)
    body += "".join(rect(x - 52, 584, 104, 190, lighter(wood, 0.08), radius=4) for x in spread(canvas, 130, 0.0))  # fmt: skip
    lamps, shine = "", ""
    for x in places:
        body += _street_window(canvas, x - 640, 170) + _menu(x + 90, 176) + _cup_shelf(x + 400, 330)
        body += rect(x + 60, 622, 640, 178, mix(wood, "#3a2a20", 0.35)) + rect(x + 46, 608, 668, 22, "#d9b184", radius=8)  # fmt: skip
        body += household.coffee_machine(x + 210, 610) + _cake(x + 420, 610) + _cake(x + 560, 610)
        for dx in (-560, -250):
            body += household.chair(x + dx - 92, 850, 200, "#6b4a36", -1) + household.chair(x + dx + 92, 850, 200, "#6b4a36", 1)  # fmt: skip
            body += household.round_table(x + dx, 856, 160) + household.cup(x + dx + 10, 712, 46, "#fbf6ec")  # fmt: skip
        for dx, tone in ((-405, "#3f7d74"), (150, "#c4553f"), (430, "#c4553f")):
            lamps += household.pendant(x + dx, 120, tone)
            shine += household.pendant_light(x + dx, 120, 0.6 + 0.6 * canvas.light.lamps)
    cups = tuple((x + dx, 674.0) for x in places for dx in (-550, -240))
    return _room(
        canvas,
        wall,
        _wall(canvas, body + lamps, "#b58a62", "#96704c", shining=shine),
        steam(canvas, cups, FAR),
    )


def _street_window(canvas: Canvas, x: float, y: float) -> str:
    """A wide window; houses of the other side of the street behind it."""
    out = window(canvas, x, y, 470, 330, hill=False)
    roofs = "".join(rect(x + 4 + 78 * k, y + 330 - high, 74, high, canvas.tinted(tone))
                    for k, (high, tone) in enumerate(((150, "#c98f7a"), (196, "#8ea3c4"), (120, "#d9b98a"),
                                                      (174, "#a9b58f"), (140, "#b78fa8"), (186, "#8ea3c4"))))  # fmt: skip
    glass = "#ffdf8a" if canvas.light.lamps > 0.4 else "#e9f4fb"
    lit = "".join(rect(x + 20 + 78 * k + 26 * j, y + 250, 16, 24, glass) for k in range(6) for j in (0, 1))  # fmt: skip
    bars = rect(x + 229, y, 12, 330, "#fbf6ec") + rect(x, y + 159, 470, 12, "#fbf6ec")
    return out + roofs + lit + bars


def _menu(x: float, y: float) -> str:
    out = rect(x, y, 260, 190, "#8a5a3f", radius=8) + rect(x + 12, y + 12, 236, 166, "#33423d", radius=4)  # fmt: skip
    out += "".join(
        rect(x + 34, y + 66 + 26 * k, wide, 7, "#e9efe6", radius=3, opacity=0.85)
        + rect(x + 196, y + 66 + 26 * k, 28, 7, "#f2c14e", radius=3)
        for k, wide in enumerate((118, 92, 130, 104))
    )
    return out + stroke([(x + 92, y + 38), (x + 168, y + 38)], 8, "#e9efe6", 0.9)


def _cup_shelf(x: float, y: float) -> str:
    tones = ("#d9534f", "#fbf6ec", "#3f7d74", "#f2c14e", "#fbf6ec")
    cups = "".join(household.cup(x + 50 * k, y, 42, tone) for k, tone in enumerate(tones))
    return cups + rect(x - 40, y, 280, 12, "#8a5a3f", radius=4)


def _cake(x: float, y: float) -> str:
    """A cake under its glass."""
    out = rect(x - 44, y - 40, 88, 30, "#f7c6cf", radius=8) + rect(x - 44, y - 26, 88, 8, "#8a5a3f")
    out += ellipse(x, y - 6, 60, 8, "#fbf6ec") + circle(x, y - 46, 7, "#d9534f")
    dome = path(f"M{x - 54} {y - 8}V{y - 50}Q{x - 50} {y - 92} {x} {y - 94}Q{x + 50} {y - 92} {x + 54} {y - 50}V{y - 8}Z", "#dff0f7")  # fmt: skip
    return out + group(dome, "scale(1)", 0.4) + circle(x, y - 96, 7, "#aeb8c4")


def classroom(canvas: Canvas) -> Backdrop:
    """A board with sums on it, windows, desks in a row, a clock."""
    wall = inside(canvas, "#f3e3b8")
    places = middles(canvas, 1500)
    body = ""
    for x in places:
        body += _board(x - 330, 210) + window(canvas, x + 480, 200, 280, 300) + _clock(x, 120)
    body += rect(-2, 640, canvas.period + 4, 150, inside(canvas, "#9cc0b4"))
    body += rect(-2, 634, canvas.period + 4, 10, "#fbf6ec")
    desks = "".join(household.pupils_desk(x, 880, 170) for x in spread(canvas, 330, 0.0))
    return _room(
        canvas,
        wall,
        _wall(canvas, body, "#d3ab78", "#b58e5d"),
        canvas.layer(desks, depth=0.9, top=700, bottom=890, lit=False, frost=0),
    )


def _board(x: float, y: float) -> str:
    out = rect(x - 16, y - 16, 692, 322, "#a9764b", radius=8) + rect(x, y, 660, 290, "#2f6350")
    chalk = curve(f"M{x + 60} {y + 90}h60m-30 -30v60M{x + 160} {y + 60}l26 60l26 -60", 7, "#eef5ea", 0.9)  # fmt: skip
    chalk += curve(f"M{x + 60} {y + 190}q50 -70 100 0t100 0t100 0", 6, "#f6e08a", 0.9)
    chalk += curve(f"M{x + 420} {y + 210}V{y + 70}L{x + 560} {y + 210}Z", 6, "#f3b7c4", 0.9)
    return out + chalk + rect(x + 40, y + 290, 580, 14, "#8a5a3f", radius=4)


def _clock(x: float, y: float) -> str:
    out = circle(x, y, 48, "#5d6470") + circle(x, y, 40, "#ffffff")
    return out + stroke([(x, y), (x, y - 28)], 5, "#33343c") + stroke([(x, y), (x + 18, y + 8)], 5, "#33343c")  # fmt: skip
