"""The drawing looked at as pictures: it moves, it is in the frame, it is the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from t2v_studio.director.lexicon import SUBJECTS
from t2v_studio.drawing import Painter, scene_painter
from t2v_studio.drawing.actor import Actor
from t2v_studio.drawing.cast import known
from t2v_studio.scene import CAMERAS, PACES, STYLES, WEATHERS, Scene, Subject

TINY = {"width": 96, "height": 54, "fps": 10, "duration_ms": 3000}
SMALL = {"width": 384, "height": 216, "fps": 10, "duration_ms": 3000}


def scene(place: str = "park", *subjects: Subject, **rest: Any) -> Scene:
    return Scene(words="", place=place, subjects=subjects, **rest)


def frames(painter: Painter, *indexes: int) -> list[NDArray[np.int16]]:
    return [painter.paint(index).astype(np.int16) for index in indexes]


@cache
def picture(place: str = "park", **rest: Any) -> NDArray[np.int16]:
    """Return half a second into a scene without anybody."""
    return frames(scene_painter(scene(place, **rest), **SMALL), 5)[0]


def box(with_it: NDArray[np.int16], without: NDArray[np.int16]) -> tuple[int, int, int, int]:
    """Return left, top, right, bottom of where two frames differ clearly."""
    rows, columns = np.nonzero(np.abs(with_it - without).max(axis=2) > 40)
    return columns.min(), rows.min(), columns.max() + 1, rows.max() + 1


@pytest.mark.parametrize("weather", WEATHERS)
def test_every_weather_is_seen(weather: str) -> None:
    changed = (np.abs(picture("field") - picture("field", weather=weather)).max(axis=2) > 8).mean()
    assert changed == 0 if weather == "clear" else changed > 0.01


@pytest.mark.parametrize("style", STYLES)
def test_every_style_is_seen(style: str) -> None:
    assert style == "illustrated" or np.abs(picture() - picture(style=style)).mean() > 3


def test_black_and_white_has_no_colour() -> None:
    assert np.ptp(picture(style="black and white"), axis=2).max() <= 2


@pytest.mark.parametrize("camera", CAMERAS)
def test_every_camera_move_moves_the_picture(camera: str) -> None:
    first, last = frames(scene_painter(scene("castle", camera=camera), **SMALL), 0, 28)
    assert np.abs(first - last).mean() > (0.3 if camera in {"still", "follow"} else 1.2)


def test_pushing_in_ends_nearer_and_pulling_out_begins_there() -> None:
    near = frames(scene_painter(scene("castle", camera="push in"), **SMALL), 30)[0]
    start = frames(scene_painter(scene("castle", camera="pull out"), **SMALL), 0)[0]
    still = frames(scene_painter(scene("castle"), **SMALL), 30)[0]
    assert np.abs(near - start).mean() < np.abs(near - still).mean()


def test_the_pace_decides_how_far_things_get() -> None:
    dog = Subject(name="dog", action="run")
    shifts = []
    for pace in PACES:
        painter = scene_painter(scene("park", dog, pace=pace), **TINY)
        shifts.append(painter.camera.moment(10).travel)
    assert shifts[0] < shifts[1] < shifts[2]


def test_frames_do_not_depend_on_the_order_they_are_painted_in() -> None:
    told = scene("harbour", Subject(name="dog", action="run", count=2), weather="snow", seed=7)
    forth, back = scene_painter(told, **SMALL), scene_painter(told, **SMALL)
    ahead = frames(forth, 0, 7, 21)
    behind = frames(back, 21, 7, 0)[::-1]
    assert all(np.array_equal(one, other) for one, other in zip(ahead, behind, strict=True))


def test_any_thread_paints_the_same_frames() -> None:
    here = scene_painter(scene(), **TINY).paint(3)
    with ThreadPoolExecutor(1) as pool:
        there = pool.submit(lambda: scene_painter(scene(), **TINY).paint(3)).result(timeout=60)
    assert np.array_equal(here, there)


def test_the_seed_decides_where_things_stand() -> None:
    one, same, other = (
        frames(scene_painter(scene(seed=seed), **SMALL), 5)[0] for seed in (1, 1, 2)
    )
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)


def test_a_frame_is_what_the_encoder_wants() -> None:
    picture = scene_painter(scene(), **SMALL).paint(0)
    assert picture.dtype == np.uint8
    assert picture.shape == (216, 384, 3)
    assert picture.flags.c_contiguous


CAST = (
    ("dog", "run", "park"), ("cat", "surf", "ocean"), ("girl", "dance", "stage"),
    ("astronaut", "walk", "space"), ("car", "drive", "road"), ("sailboat", "sail", "ocean"),
    ("bird", "fly", "sky"), ("fish", "swim", "underwater"), ("rocket", "rise", "space"),
    ("horse", "run", "field"), ("elephant", "walk", "desert"), ("giraffe", "stand", "field"),
    ("hot air balloon", "float", "mountains"), ("sunflower", "bloom", "garden"),
    ("swimmer", "swim", "lake"), ("superhero", "fly", "city"), ("duck", "swim", "lake"),
)  # fmt: skip
SHAPES = {"wide": (384, 216), "tall": (216, 384), "square": (240, 240)}


FRAMED = [
    pytest.param(*who, shape, marks=() if number % len(SHAPES) == turn else pytest.mark.soak)
    for (number, who), (turn, shape) in product(enumerate(CAST), enumerate(SHAPES))
]
"""Everybody in one shape, each shape in turn; in all others for the group `soak`."""


@pytest.mark.parametrize(("name", "action", "place", "shape"), FRAMED)
def test_a_subject_stays_in_the_frame_and_is_large_enough(
    name: str, action: str, place: str, shape: str
) -> None:
    width, height = SHAPES[shape]
    size = {"width": width, "height": height, "fps": 10, "duration_ms": 3000}
    painter = scene_painter(scene(place, Subject(name=name, action=action)), **size)
    for index in (2, 13, 27):
        left, top, right, bottom = box(*both(painter, index))
        assert right - left > 4, "too narrow"
        assert bottom - top >= 0.1 * height
        assert max((right - left) / width, (bottom - top) / height) >= 0.15
        assert left > 0
        assert right < width
        assert top > 0
        assert bottom < height


def both(painter: Painter, index: int) -> Iterator[NDArray[np.int16]]:
    """Return the frame with its actors, and with only their shadows, boards and foam."""
    yield painter.paint(index).astype(np.int16)
    empty = copy(painter)
    empty.movers = [hidden(one) if isinstance(one, Actor) else one for one in painter.movers]
    yield empty.paint(index).astype(np.int16)


def hidden(actor: Actor) -> Actor:
    return Actor(
        canvas=actor.canvas,
        part=actor.part,
        figure=replace(actor.figure, draw=lambda _: ""),
    )


def test_three_are_three() -> None:
    told = scene("sky", Subject(name="bird", action="fly", count=3))
    painter = scene_painter(told, **SMALL)
    shown, empty = both(painter, 5)
    columns = (np.abs(shown - empty).max(axis=2) > 40).any(axis=0)
    groups = np.count_nonzero(np.diff(columns.astype(int)) == 1)
    assert groups == 3


def test_who_looks_left_is_the_mirror_of_who_looks_right() -> None:
    pictures = []
    for direction in ("right", "left"):
        told = scene("abstract", Subject(name="car", action="stand", direction=direction))
        shown, empty = both(scene_painter(told, **SMALL), 0)
        pictures.append(np.abs(shown - empty).max(axis=2) > 40)
    assert np.mean(pictures[0] == pictures[1][:, ::-1]) > 0.98
    assert np.mean(pictures[0] == pictures[1]) < 0.995


def test_a_colour_word_colours_the_subject() -> None:
    red, blue = (
        frames(scene_painter(scene("road", Subject(name="car", colour=one)), **SMALL), 0)[0]
        for one in ("red", "blue")
    )
    differ = np.abs(red - blue).max(axis=2) > 60
    assert red[differ][:, 2].mean() > red[differ][:, 0].mean() + 60
    assert blue[differ][:, 0].mean() > blue[differ][:, 2].mean() + 60


def test_a_tint_leaves_the_subject_its_own_colours() -> None:
    astronaut = Subject(name="astronaut", action="walk")
    actor, washed_actor = (
        next(one for one in scene_painter(told, **SMALL).movers if isinstance(one, Actor))
        for told in (scene("desert", astronaut), scene("desert", astronaut, tint="red"))
    )
    assert np.array_equal(actor._make(0.0)[0], washed_actor._make(0.0)[0])


def test_every_subject_the_director_knows_has_a_picture() -> None:
    assert [key for key in SUBJECTS if not known(key)] == []


def test_a_subject_nobody_knows_is_left_out() -> None:
    nobody = scene_painter(scene("park", Subject(name="gobbledygook")), **TINY).paint(3).copy()
    assert np.array_equal(nobody, scene_painter(scene("park"), **TINY).paint(3))


def test_unknown_words_of_a_scene_still_make_a_picture() -> None:
    odd = scene("nowhere land", time="teatime", weather="frogs", style="baroque", camera="crane")
    assert scene_painter(odd, **TINY).paint(2).std() > 5


@pytest.mark.parametrize("name", ["bird", "hot air balloon", "butterfly", "helicopter"])
@pytest.mark.parametrize("place", ["mountains", "sky", "desert", "city"])
def test_who_is_in_the_air_is_below_the_title_and_in_the_frame(name: str, place: str) -> None:
    told = Scene(words="", place=place, subjects=(Subject(name=name, action="float"),))
    painter = scene_painter(told, **TINY)
    actor = next(one for one in painter.movers if isinstance(one, Actor))
    half = actor.figure.box[3] * actor.figure.scale * actor.part.scale / 2
    assert actor.part.y - half >= 220 or half > 330
    assert actor.part.y + half <= 1000


def test_depth_is_seen_when_the_camera_travels() -> None:
    """What is far passes more slowly than what is near: rows shift by different ways."""
    told = Scene(words="", place="mountains", camera="pan right")
    painter = scene_painter(told, width=480, height=270, fps=10, duration_ms=4000)
    first, later = (painter.paint(index).astype(float).mean(axis=2) for index in (10, 14))
    far, near = (_shift(first[rows], later[rows]) for rows in (slice(120, 165), slice(215, 240)))
    assert near > 2 * max(far, 1)


def _shift(first: NDArray[np.float64], later: NDArray[np.float64]) -> int:
    """Return by how many pixels a band has moved to the left."""
    faults = [np.abs(first[:, by : by + 360] - later[:, :360]).mean() for by in range(100)]
    return int(np.argmin(faults))
