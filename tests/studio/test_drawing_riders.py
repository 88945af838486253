"""Who rides sits on what carries it, moves with it, and takes no place of its own."""

from __future__ import annotations

from copy import copy
from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from t2v_studio.drawing import Painter, scene_painter
from t2v_studio.drawing.actor import Actor
from t2v_studio.drawing.riding import saddle_of
from t2v_studio.scene import Scene, Subject

SHAPES = {"wide": (384, 216), "tall": (216, 384)}
RIDES = (
    ("astronaut", "horse", "walk", "desert"), ("boy", "elephant", "walk", "field"),
    ("girl", "bicycle", "drive", "park"), ("man", "motorcycle", "drive", "road"),
    ("knight", "dragon", "fly", "castle"), ("man", "boat", "sail", "lake"),
    ("woman", "car", "drive", "road"), ("cat", "dog", "run", "park"),
    ("monkey", "camel", "walk", "desert"), ("frog", "turtle", "walk", "beach"),
)  # fmt: skip

FRAMED = [
    pytest.param(*ride, shape, marks=() if number % len(SHAPES) == turn else pytest.mark.soak)
    for (number, ride), (turn, shape) in product(enumerate(RIDES), enumerate(SHAPES))
]
"""Every ride in one shape, each shape in turn; in the other one for the group `soak`."""


def painter_of(*subjects: Subject, place: str = "park", shape: str = "wide") -> Painter:
    width, height = SHAPES[shape]
    told = Scene(words="", place=place, subjects=subjects)
    return scene_painter(told, width=width, height=height, fps=10, duration_ms=3000)


def pair(rider: str, mount: str, action: str, direction: str = "right") -> tuple[Subject, Subject]:
    return (
        Subject(name=rider, action="sit", on=mount, direction=direction),
        Subject(name=mount, action=action, direction=direction),
    )


def cast_of(painter: Painter) -> list[Actor]:
    return [one for one in painter.movers if isinstance(one, Actor)]


def seen(painter: Painter, index: int, *, riders: bool) -> NDArray[np.bool_]:
    """Return where the riders, or all actors, show in a frame."""
    shown = painter.paint(index).astype(np.int16)
    bare = copy(painter)
    bare.movers = []
    for mover in painter.movers:
        if isinstance(mover, Actor) and riders:
            alone = copy(mover)
            alone.riders = []
            bare.movers.append(alone)
        elif not isinstance(mover, Actor):
            bare.movers.append(mover)
    without = bare.paint(index).astype(np.int16)
    return np.asarray(np.abs(shown - without).max(axis=2) > 40)


def middle(mask: NDArray[np.bool_]) -> tuple[float, float]:
    rows, columns = np.nonzero(mask)
    return float(columns.mean()), float(rows.mean())


@pytest.mark.parametrize(("rider", "mount", "action", "place", "shape"), FRAMED)
def test_a_rider_is_over_its_mount_and_in_the_frame(
    rider: str, mount: str, action: str, place: str, shape: str
) -> None:
    painter = painter_of(*pair(rider, mount, action), place=place, shape=shape)
    for index in (3, 14, 27):
        person, both = (seen(painter, index, riders=only) for only in (True, False))
        assert person.sum() > 0.06 * both.sum()
        columns = np.flatnonzero(both.any(axis=0))
        assert columns[0] < middle(person)[0] < columns[-1]
        assert middle(person)[1] < middle(both)[1]
        assert not any(edge.any() for edge in (person[0], person[:, 0], person[:, -1]))


def test_a_rider_takes_no_place_of_its_own() -> None:
    horse = Subject(name="horse", action="run")
    (alone,), (carrying,) = (
        cast_of(painter_of(*told)) for told in ((horse,), pair("girl", "horse", "run"))
    )
    assert alone.part == carrying.part
    assert len(carrying.riders) == 1


def test_the_saddle_moves_with_the_gait() -> None:
    at = saddle_of(Subject(name="horse", action="run")).at
    heights = [at(phase / 24)[1] for phase in range(24)]
    assert max(heights) - min(heights) > 0.03


def test_two_riders_sit_one_behind_the_other() -> None:
    told = Subject(name="child", count=2, on="horse", action="sit"), Subject(name="horse")
    one, two = painter_of(*pair("child", "horse", "stand")), painter_of(*told)
    wide = [np.ptp(np.flatnonzero(seen(it, 4, riders=True).any(axis=0))) for it in (one, two)]
    assert wide[1] > wide[0] * 1.25


def test_each_of_two_horses_has_its_rider() -> None:
    told = Subject(name="knight", count=2, on="horse"), Subject(name="horse", count=2)
    assert [len(actor.riders) for actor in cast_of(painter_of(*told))] == [1, 1]


def test_a_rider_looks_where_its_mount_goes() -> None:
    left, right = (
        seen(painter_of(*pair("man", "horse", "stand", direction=way)), 0, riders=True)
        for way in ("left", "right")
    )
    assert np.mean(left == right[:, ::-1]) > 0.98


def test_who_rides_something_that_is_not_there_stands_on_the_ground() -> None:
    (actor,) = cast_of(painter_of(Subject(name="man", action="sit", on="horse")))
    assert actor.part.footing == "ground"


def test_nobody_s_legs_hang_out_of_a_boat() -> None:
    sailor, boat = pair("man", "sailboat", "sail")
    for index in (2, 9, 21):
        aboard = painter_of(sailor, boat, place="ocean")
        empty = painter_of(boat, place="ocean")
        lowest = [
            np.flatnonzero(seen(painter, index, riders=riders).any(axis=1))[-1]
            for painter, riders in ((aboard, True), (empty, False))
        ]
        assert lowest[0] <= lowest[1]
