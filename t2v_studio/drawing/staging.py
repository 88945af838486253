"""Who stands where: subjects of a scene become actors with places in the frame."""

from __future__ import annotations

from dataclasses import replace

from t2v_studio.drawing.actor import Actor, Part
from t2v_studio.drawing.backdrop import AIR, DEEP, VOID, WATER, Backdrop
from t2v_studio.drawing.canvas import Canvas
from t2v_studio.drawing.cast import Figure, lives, members
from t2v_studio.drawing.footing import AIR as FREE
from t2v_studio.drawing.footing import DECK, GROUND, SADDLE, SURFACE
from t2v_studio.drawing.goods import BESIDE, GOODS
from t2v_studio.drawing.holding import in_hands
from t2v_studio.drawing.riding import mounted, rider_figure, rider_scale, saddle_of
from t2v_studio.scene import Subject

SIZE = {"small": 0.66, "normal": 1.0, "large": 1.38}

TITLE = 225.0
"""Units from the top: a title of one line ends above."""

ALOFT = frozenset({
    "sun", "cloud", "rainbow", "lightning", "moon", "star", "shooting star", "comet", "earth",
    "planet", "saturn", "galaxy", "aurora", "asteroid", "snowflake", "firework", "kite",
    "balloon", "ufo",
    "satellite", "airplane", "small airplane", "helicopter", "hot air balloon", "parachute",
    "butterfly", "bee", "mosquito", "speech bubble", "musical note", "cable car", "drop",
    "heart",
})  # fmt: skip
"""What hangs in the air unless it is said to be on the ground."""

STILL = frozenset({"stand", "bloom", "burn", "sit", "sleep", "eat", "play"})
"""What those do who stay behind when others go on."""

GETS_ON = {("kangaroo", "jump"): "run"}
"""Whoever gets on by leaps leaps along, not on the spot."""

AFLOAT = frozenset({
    "boat", "sailboat", "ship", "speedboat", "ferry", "canoe", "duck", "swan", "goose", "whale",
    "dolphin", "island", "lighthouse", "submarine",
})  # fmt: skip
"""What belongs on the water where there is some."""


def actors(
    canvas: Canvas, backdrop: Backdrop, subjects: tuple[Subject, ...], duration: float
) -> list[Actor]:
    """Return the actors of a scene from back to front."""
    riders = mounted(subjects)
    cast = in_hands(
        one for subject in subjects if subject.on not in riders for one in members(subject)
    )
    if not cast:
        return []
    rows = _places(canvas, len(cast))
    room, peopled = canvas.wide * 0.8, any(one.name not in GOODS for one, _ in cast)
    out = []
    for number, ((subject, figure), (x, depth)) in enumerate(zip(cast, rows, strict=True)):
        action = GETS_ON.get((subject.name, subject.action), subject.action)
        footing = _footing(subject, backdrop)
        scale = _scale(figure, subject, len(cast), room) * (1 - 0.14 * depth)
        scale *= BESIDE if peopled and subject.name in GOODS else 1.0
        part = Part(
            action=action,
            direction=subject.direction,
            x=_inside(canvas, x, figure.box[2] * figure.scale * scale),
            scale=scale,
            footing=footing,
            y=_clear(
                _height(canvas, subject, backdrop, footing, number, depth),
                figure.box[3] * figure.scale * scale / 2
                if footing == FREE and not figure.shines
                else 0.0,
            ),
            lag=number * (0.31 * figure.seconds if figure.shines else 0.37),
            duration=duration,
        )
        mark = footing == GROUND and subject.action in STILL
        out.append(
            Actor(canvas=canvas, figure=figure, part=part, saddle=saddle_of(subject), landmark=mark)
        )
    _mount(out, [subject.name for subject, _ in cast], riders)
    return sorted(out, key=lambda actor: actor.part.y)


def _mount(carriers: list[Actor], names: list[str], riders: dict[str, list[Subject]]) -> None:
    """Let everybody who rides sit down, one after the other on each mount of its kind."""
    for name, company in riders.items():
        mounts = [one for one, kind in zip(carriers, names, strict=True) if kind == name]
        for number, subject in enumerate(company if mounts else []):
            mount = mounts[number % len(mounts)]
            if figure := rider_figure(subject, mount.saddle):
                size = SIZE.get(subject.size, 1.0) * rider_scale(mount.figure, figure, mount.saddle)
                part = replace(mount.part, action=subject.action, footing=SADDLE, lag=number * 0.4,
                               scale=mount.part.scale * size)  # fmt: skip
                mount.riders.append(Actor(canvas=mount.canvas, figure=figure, part=part))


def _inside(canvas: Canvas, share: float, width: float) -> float:
    """Return units from the left at which a subject of this width does not touch the edge."""
    edge = min(0.5, (width * 0.5 + 50 * canvas.room) / canvas.wide)
    return min(max(share, edge), 1 - edge) * canvas.wide


def _clear(level: float, half: float) -> float:
    """Keep what hangs in the air below the title and within the frame, as far as it fits."""
    return max(min(level, 960 - half), min(TITLE + half, 560.0)) if half else level


def _scale(figure: Figure, subject: Subject, count: int, room: float) -> float:
    crowd = max(0.4, 1 / (1 + 0.11 * (count - 1)))
    scale = SIZE.get(subject.size, 1.0) * crowd
    wide = figure.box[2] * figure.scale * (0.94 if figure.jointed else 1.0)
    share = room if count == 1 else room * 1.5 / min(count, 4)
    return min(scale, share / wide)


def _places(canvas: Canvas, count: int) -> list[tuple[float, float]]:
    """Return (share of the width, depth from 0 near to 1 far) for each of a group."""
    if count == 1:
        return [(0.5, 0.0)]
    spread = 0.62 if count > 2 else 0.4
    places = []
    for number in range(count):
        x = 0.5 + spread * (number / (count - 1) - 0.5)
        jitter = canvas.rng.uniform(-0.02, 0.02) if count > 2 else 0
        places.append((x + jitter, (number % 2) * 1.0 if count > 2 else number * 0.35))
    return places


def _footing(subject: Subject, backdrop: Backdrop) -> str:
    action, wet = subject.action, backdrop.surface is not None
    if action in {"fly", "rise", "fall", "float"} and not (wet and action == "float"):
        return FREE
    if backdrop.medium == DEEP and action != "walk":
        return FREE
    if action == "surf" and wet:
        return DECK
    if wet and (action in {"swim", "sail", "float"} or subject.name in AFLOAT):
        return SURFACE
    if subject.name in ALOFT or subject.name == "rocket" or backdrop.medium == AIR:
        return FREE
    if (
        backdrop.medium == WATER
        and action in {"stand", "sit", "drive"}
        and backdrop.stage == backdrop.surface
    ):
        return DECK if lives(subject.name) else SURFACE
    return (
        FREE
        if backdrop.medium == VOID and not backdrop.weathered and backdrop.stage == 800
        else GROUND
    )


def _height(
    canvas: Canvas, subject: Subject, backdrop: Backdrop, footing: str, number: int, depth: float
) -> float:
    if footing == GROUND:
        return backdrop.stage - 26 * depth
    if footing in {SURFACE, DECK}:
        return (backdrop.surface or backdrop.stage) + (0 if footing == DECK else 14) - 46 * depth
    level = 520.0 if backdrop.medium in {DEEP, VOID, AIR} else 400.0
    if subject.name == "rainbow":
        return 470.0
    if subject.name in {"sun", "moon", "cloud", "star", "firework", "aurora"}:
        level = 290.0
    return (
        level
        + 105 * ((number * 0.618 + 0.5) % 1 - 0.5) * (2 if number else 0)
        + canvas.rng.uniform(-12, 12)
    )
