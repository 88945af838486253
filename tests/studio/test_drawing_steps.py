"""Feet do not slide: the ground goes by as fast as they push it back, and landmarks go with it."""

from __future__ import annotations

import pytest

from t2v_studio.drawing import Painter, scene_painter
from t2v_studio.drawing.actor import Actor
from t2v_studio.drawing.cast import figure_of
from t2v_studio.scene import Scene, Subject

GOERS = ("dog", "cat", "horse", "elephant", "giraffe", "fox", "lion", "deer", "cow", "zebra",
         "wolf", "tiger", "man", "woman", "girl", "boy")  # fmt: skip


def painter_of(*subjects: Subject, place: str = "desert") -> Painter:
    told = Scene(words="", place=place, subjects=subjects, camera="follow")
    return scene_painter(told, width=64, height=36, fps=10, duration_ms=5000)


def actors_of(painter: Painter) -> list[Actor]:
    return [mover for mover in painter.movers if isinstance(mover, Actor)]


def ground_speed(painter: Painter) -> float:
    return painter.camera.moment(20).travel - painter.camera.moment(10).travel


@pytest.mark.parametrize("name", GOERS)
@pytest.mark.parametrize("action", ["walk", "run"])
def test_the_ground_passes_as_fast_as_feet_push_it_back(name: str, action: str) -> None:
    painter = painter_of(Subject(name=name, action=action))
    (actor,) = actors_of(painter)
    slowed = actor.figure.seconds
    pushed = actor.figure.pace * actor.part.scale * _usual_seconds(name, action) / slowed
    assert pushed == pytest.approx(ground_speed(painter), rel=0.12)


def _usual_seconds(name: str, action: str) -> float:
    figure = figure_of(Subject(name=name, action=action))
    assert figure is not None
    return figure.seconds


def test_the_small_take_more_steps_than_the_tall_beside_them() -> None:
    painter = painter_of(Subject(name="man", action="walk"), Subject(name="mouse", action="walk"))
    mouse, man = sorted(actors_of(painter), key=lambda actor: actor.figure.pace)
    assert mouse.figure.seconds < man.figure.seconds / 2


def test_a_tower_passes_with_the_ground_and_stays_in_the_picture() -> None:
    painter = painter_of(
        Subject(name="boat", action="sail"), Subject(name="eiffel tower"), place="river"
    )
    (tower,) = (actor for actor in actors_of(painter) if actor.landmark)
    assert tower.part.passing == pytest.approx(ground_speed(painter), rel=0.01)
    last = tower.part.x - tower.part.passing * 5
    assert 0 < last < tower.part.x < tower.canvas.wide


def test_nobody_passes_where_nobody_goes() -> None:
    painter = painter_of(Subject(name="dog"), Subject(name="tree"))
    assert not any(actor.part.passing for actor in actors_of(painter))
