"""What people hold is in their hands, moves with them, and takes no place of its own."""

from __future__ import annotations

import numpy as np
import pytest

from t2v_studio.drawing.cast import figure_of, members
from t2v_studio.drawing.holding import in_hands
from t2v_studio.drawing.vector import rasterise
from t2v_studio.scene import Subject


@pytest.mark.parametrize(
    ("who", "what", "kept"),
    [
        ("girl", Subject(name="umbrella", colour="red"), ["girl"]),
        ("couple", Subject(name="umbrella", count=3), ["man", "woman"]),
        ("woman", Subject(name="coffee"), ["woman"]),
        ("old man", Subject(name="book", action="stand"), ["old man"]),
        ("man", Subject(name="ball", action="jump"), ["man", "ball"]),
        ("man", Subject(name="tree"), ["man", "tree"]),
        ("panda", Subject(name="coffee"), ["panda", "coffee"]),
    ],
)
def test_people_hold_what_fits_in_a_hand(who: str, what: Subject, kept: list[str]) -> None:
    everybody = [one for subject in (Subject(name=who), what) for one in members(subject)]
    cast = in_hands(everybody)
    assert [one.name for one, _ in cast] == kept
    empty = figure_of(cast[0][0])
    assert empty is not None
    holds = cast[0][1].draw(0.0) != empty.draw(0.0)
    assert holds == (what.name not in kept)


def test_an_umbrella_is_over_the_head() -> None:
    (_, figure), *_ = in_hands([Subject(name="woman", action="walk"), Subject(name="umbrella")])
    bare = figure_of(Subject(name="woman", action="walk"))
    assert bare is not None
    for phase in (0.0, 0.25, 0.5, 0.75):
        with_it, without = (
            rasterise(one.draw(phase), figure.box, (210, 300))[..., 3] for one in (figure, bare)
        )
        tops = [int(np.flatnonzero(one.max(axis=1))[0]) for one in (with_it, without)]
        assert tops[0] > 0, "it is cut off above"
        assert tops[0] < tops[1] - 20
