"""Who plays a subject: a rig with joints where there is one, a picture of the library otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from t2v_studio.drawing import library
from t2v_studio.drawing.colour import NAMED, darker, lighter
from t2v_studio.drawing.emblems import EMBLEMS, Emblem
from t2v_studio.drawing.rigs import birds, hands, hopper, machines, person, quadruped, swimmers
from t2v_studio.drawing.rigs.breeds import BREEDS, Breed
from t2v_studio.drawing.rigs.gaits import GAITS
from t2v_studio.drawing.rigs.gaits import pace as gait_pace
from t2v_studio.drawing.rigs.poses import ACTS
from t2v_studio.drawing.rigs.wardrobe import COMPANIES, PEOPLE, Outfit
from t2v_studio.drawing.vector import group
from t2v_studio.scene import Subject

AIRBORNE = {"fly", "rise", "fall", "float"}
BOX32 = (0.0, 0.0, 32.0, 32.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A subject's look: a drawing for each phase of its movement."""

    draw: Callable[[float], str]
    """Phase in turns -> SVG elements, facing right."""
    box: tuple[float, float, float, float]
    """x, y, width, height of what is drawn; figures with joints stand on y = 0."""
    scale: float
    """Frame units for one unit of the box."""
    phases: int = 1
    seconds: float = 2.0
    """Of one cycle."""
    jointed: bool = False
    """It moves by itself; a flat picture has to be moved as a whole."""
    waterline: float = 0.0
    """How high up the figure the water comes, in units of the box."""
    seat: float = 0.0
    """How high up the figure it touches a saddle, in units of the box."""
    tint: str = ""
    """A colour that a flat picture is tinted with."""
    shines: bool = False
    """It gives light itself: no hour dims it."""
    pace: float = 0.0
    """How fast its feet push the ground back, frame units a second; 0 for who has none."""


Maker: TypeAlias = Callable[[Subject, str], Figure | None]
"""(subject, its colour as `#rrggbb` or nothing) -> how it looks."""


SIZES = {
    "building": 520, "school": 400, "hospital": 430, "hotel": 430, "church": 430, "mosque": 420,
    "temple": 430, "factory": 400, "bank": 380, "shop": 360, "statue of liberty": 520,
    "ferris wheel": 480, "roller coaster": 420, "volcano": 460, "island": 380, "monorail": 320,
    "bus": 330, "truck": 330, "fire engine": 330, "ambulance": 310, "tractor": 330, "whale": 380,
    "shark": 330, "dragon": 380, "sauropod": 430, "dinosaur": 400, "airplane": 330, "ufo": 300,
    "helicopter": 320, "fountain": 340, "tent": 320, "moon": 260, "sun": 240, "christmas tree": 540,
    "earth": 380, "saturn": 380, "planet": 380, "galaxy": 420, "tornado": 480, "gorilla": 330,
    "kangaroo": 340, "crocodile": 300, "alien": 320, "robot": 320, "ghost": 300, "snowman": 340,
    "baby": 250, "mermaid": 330, "merman": 330, "genie": 340, "ogre": 330, "satellite": 280,
    "peacock": 320, "ant": 190, "bug": 190, "ladybug": 190, "butterfly": 210, "bee": 200,
    "mosquito": 190, "snail": 200, "worm": 180, "spider": 210, "cyclist": 360, "carousel": 360,
    "octopus": 300, "jellyfish": 300, "turtle": 250, "skateboard": 220, "stadium": 420,
    "mount fuji": 520, "moai": 360, "circus tent": 420, "tokyo tower": 520, "playground": 360,
}  # fmt: skip
"""Height in the frame of flat pictures, in units."""
USUAL = 280.0
SHINING = {"moon", "star", "shooting star", "comet", "sun", "fire", "candle", "lightning"}
"""Flat pictures of what gives light itself."""
LEVELLED = {"skateboard": 47}
"""Degrees by which pictures that stand on one end are laid flat."""


VARIED = {
    "firework": ("#f6c945", "#f0648c", "#59c7e8", "#9fe07a", "#c490f0", "#ff9a5a"),
    "balloon": ("#e5484d", "#f6c945", "#3f7fe0", "#4fa95a", "#c98be8", "#f2853f"),
    "tulip": ("#f06a8a", "#f6c945", "#c98be8", "#f2853f"),
}
"""Subjects of which each in a group has a colour of its own."""


def known(key: str) -> bool:
    """Tell whether a subject key can be drawn."""
    return key in COMPANIES or figure_of(Subject(name=key)) is not None


def lives(key: str) -> bool:
    """Tell whether a subject is a person or an animal with a rig."""
    return key in PEOPLE or key in COMPANIES or key in BREEDS or key in birds.BIRDS


def members(subject: Subject) -> list[Subject]:
    """Return the subject once for each of its number; a couple or a family as their members."""
    company = COMPANIES.get(subject.name)
    if company:
        return [replace(subject, name=name, count=1, colour="") for name in company]
    count, tones = max(1, min(subject.count, 12)), VARIED.get(subject.name, ())
    if subject.colour or not tones or count == 1:
        return [subject] * count
    return [replace(subject, colour=tones[number % len(tones)]) for number in range(count)]


def figure_of(subject: Subject) -> Figure | None:
    """Return how a subject looks, or None for a key that nothing is known of."""
    figures = (make(subject, _hex(subject.colour)) for make in MAKERS)
    return next((figure for figure in figures if figure), None)


def _hex(colour: str) -> str:
    wanted = colour.lower()
    return wanted if wanted.startswith("#") else NAMED.get(wanted, "")


def _coach(subject: Subject, colour: str) -> Figure | None:
    if (coach := machines.COACHES.get(subject.name)) is None:
        return None
    coach = replace(coach, paint=colour or coach.paint)
    return Figure(
        draw=lambda phase: machines.car(coach, phase),
        box=machines.CAR_BOX,
        scale=1.08,
        phases=machines.PHASES,
        seconds=0.09 if subject.action == "drive" else 1e9,
        jointed=True,
    )


def _emblem(subject: Subject, colour: str) -> Figure | None:
    emblem: Emblem | None = EMBLEMS.get(subject.name)
    if emblem is None:
        return None
    tone = colour or emblem.tone
    return Figure(
        draw=lambda phase: emblem.draw(tone, phase),
        box=emblem.box,
        scale=emblem.scale,
        phases=emblem.phases,
        seconds=emblem.seconds,
        jointed=True,
        waterline=emblem.waterline,
        shines=emblem.shines,
    )


def _flat(subject: Subject, colour: str) -> Figure | None:
    key = subject.name
    name = library.picture_name(key)
    if name is None:
        return None
    body = library.picture(name)
    if key in LEVELLED:
        body = group(body, f"rotate({LEVELLED[key]} 16 16)")
    return Figure(
        draw=lambda _: body,
        box=BOX32,
        scale=SIZES.get(key, USUAL) / 32,
        tint=colour,
        shines=key in SHINING,
    )


def _animal(subject: Subject, colour: str) -> Figure | None:
    if subject.name not in BREEDS:
        return None
    breed, action = _dyed(BREEDS[subject.name], colour), subject.action
    gait = GAITS.get(action, GAITS["stand"])
    high = breed.legs + breed.depth * 0.8 + breed.neck * 0.75 + breed.head * 1.4
    scale, seconds = 300 * breed.size / high, gait.seconds * (0.7 + 0.3 * breed.size)
    return Figure(
        draw=lambda phase: quadruped.quadruped(breed, action, phase),
        box=quadruped.reach_of(breed),
        scale=scale,
        waterline=breed.legs + breed.depth * 0.2,
        phases=quadruped.PHASES,
        seconds=seconds,
        jointed=True,
        pace=gait_pace(gait, breed.legs) * scale / seconds,
    )


def holder(subject: Subject, thing: Subject) -> Figure | None:
    """Return how somebody looks with a thing in the hand; None for who has no hands."""
    held = hands.load(thing.name, _hex(thing.colour))
    return _human(subject, _hex(subject.colour), held)


def _human(subject: Subject, colour: str, held: hands.Load | None = None) -> Figure | None:
    if subject.name not in PEOPLE:
        return None
    outfit, action = _dressed(PEOPLE[subject.name], colour), subject.action
    _, seconds = ACTS.get(action, ACTS["stand"])
    high = (person.THIGH + person.SHIN + person.TRUNK) * outfit.grown + person.HEAD * 2
    scale = 420 * outfit.size / high
    return Figure(
        draw=lambda phase: person.person(outfit, action, phase, held),
        box=person.box_of(action, held),
        scale=scale,
        waterline=150.0 * outfit.grown,
        seat=person.seat(outfit, action),
        phases=person.PHASES,
        seconds=seconds,
        jointed=True,
        pace=person.way(outfit, action) * scale / seconds,
    )


def _swimmer(subject: Subject, colour: str) -> Figure | None:
    build = swimmers.SWIMMERS.get(subject.name)
    if build is None:
        return None
    if colour:
        build = replace(build, back=colour, fin=darker(colour, 0.15), belly=lighter(colour, 0.6))
    return Figure(
        draw=lambda phase: swimmers.swimmer(build, phase),
        box=swimmers.box_of(build),
        scale=build.size,
        waterline=-build.deep * 0.2,
        phases=swimmers.PHASES,
        seconds=build.seconds,
        jointed=True,
    )


def _hopper(subject: Subject, colour: str) -> Figure | None:
    if subject.name != "kangaroo":
        return None
    coat, action = colour or "#c98d5c", "run" if subject.action == "jump" else subject.action
    return Figure(
        draw=lambda phase: hopper.kangaroo(coat, action, phase),
        box=hopper.BOX,
        scale=0.92,
        phases=hopper.PHASES,
        seconds=hopper.SECONDS.get(action, 2.6),
        jointed=True,
    )


def _bird(subject: Subject, colour: str) -> Figure | None:
    if subject.name not in birds.BIRDS or subject.action not in AIRBORNE:
        return None
    plumage = birds.BIRDS[subject.name]
    if colour:
        plumage = replace(plumage, body=colour, wing=darker(colour, 0.2), head="")
    return Figure(
        draw=lambda phase: birds.bird(plumage, phase),
        box=birds.BOX,
        scale=1.2,
        phases=birds.PHASES,
        seconds=plumage.beat,
        jointed=True,
    )


def _dyed(breed: Breed, colour: str) -> Breed:
    if not colour:
        return breed
    return replace(breed, coat=colour, belly=lighter(colour, 0.6), accent=darker(colour, 0.4))


def _dressed(outfit: Outfit, colour: str) -> Outfit:
    if not colour:
        return outfit
    return replace(outfit, top=colour, bottom=colour if outfit.dress else outfit.bottom)


MAKERS: tuple[Maker, ...] = (_bird, _animal, _hopper, _swimmer, _human, _coach, _emblem, _flat)
"""Who is asked for a subject's look, in this order: whoever has joints goes before a picture."""
