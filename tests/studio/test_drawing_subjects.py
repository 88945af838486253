"""Subjects: how many there are, and that what we draw ourselves fits its frame and moves."""

from __future__ import annotations

import numpy as np
import pytest

from t2v_studio.director.lexicon import SUBJECTS
from t2v_studio.drawing.cast import VARIED, figure_of, known, members
from t2v_studio.drawing.emblems import EMBLEMS
from t2v_studio.drawing.goods import GOODS
from t2v_studio.drawing.rigs.breeds import BREEDS
from t2v_studio.drawing.vector import Pixels, rasterise
from t2v_studio.scene import Subject

STILL = {
    "house",
    "barn",
    "castle",
    "bench",
    "fence",
    "potted plant",
    "table",
    "bridge",
    "street lamp",
}
"""What stands as it is."""


def test_there_are_four_hundred_subjects_and_each_is_drawn() -> None:
    assert len(SUBJECTS) >= 400
    assert [key for key in SUBJECTS if not known(key)] == []


def test_no_subject_is_drawn_by_the_picture_of_another_by_accident() -> None:
    """Every key that nobody listed must be unknown."""
    assert not known("gobbledygook")


def test_twelve_animals_and_more_have_joints() -> None:
    jointed = [key for key in BREEDS if (figure := figure_of(Subject(name=key))) and figure.jointed]
    assert len(jointed) >= 12


@pytest.mark.parametrize("animal", ["dog", "horse", "elephant", "cat", "deer", "lion"])
def test_gaits_differ(animal: str) -> None:
    walk, run, stand = (
        figure_of(Subject(name=animal, action=one)) for one in ("walk", "run", "stand")
    )
    assert walk is not None
    assert run is not None
    assert stand is not None
    poses = [figure.draw(0.25) for figure in (walk, run, stand)]
    assert len(set(poses)) == 3
    assert run.seconds < walk.seconds


def emblem(name: str, phase: float) -> Pixels:
    one = EMBLEMS[name]
    return rasterise(one.draw(one.tone, phase), one.box, (160, 160))


@pytest.mark.parametrize("name", EMBLEMS)
def test_an_emblem_fits_its_box_and_fills_it(name: str) -> None:
    pictures = [emblem(name, phase)[..., 3] for phase in (0.0, 0.3, 0.6, 0.9)]
    solid = np.maximum.reduce(pictures) > 128
    rows, columns = np.nonzero(solid)
    assert np.ptp(rows) > 60, "it leaves its box empty"
    assert np.ptp(columns) > 40
    if name != "tram":  # its wire runs on
        assert not solid[:, 0].any(), "it is cut off on the left"
        assert not solid[:, -1].any(), "it is cut off on the right"
    assert not solid[0].any(), "it is cut off above"


@pytest.mark.parametrize("name", sorted(EMBLEMS.keys() - STILL))
def test_an_emblem_moves(name: str) -> None:
    one = EMBLEMS[name]
    assert one.phases > 1
    pictures = [emblem(name, phase).astype(int) for phase in (0.05, 0.3, 0.6)]
    assert max(np.abs(pictures[0] - other).max() for other in pictures[1:]) > 40


def test_an_emblem_takes_the_colour_that_the_words_give_it() -> None:
    for name in ("sailboat", "train", "rocket", "firework"):
        red, blue = (figure_of(Subject(name=name, colour=one)) for one in ("red", "blue"))
        assert red is not None
        assert blue is not None
        assert red.draw(0.5) != blue.draw(0.5)


@pytest.mark.parametrize("name", VARIED)
def test_a_group_is_many_coloured_unless_a_colour_is_named(name: str) -> None:
    assert len({one.colour for one in members(Subject(name=name, count=3))}) == 3
    assert {one.colour for one in members(Subject(name=name, count=3, colour="red"))} == {"red"}


def test_what_fits_in_a_hand_is_known() -> None:
    assert sorted(GOODS - SUBJECTS.keys()) == []
