"""Words on an abstract picture: all of them are shown, in time, and never where a title stands."""

from __future__ import annotations

from itertools import pairwise

import pytest

from t2v_studio.drawing.caption import caption_overlay
from t2v_studio.drawing.words import START, words_of
from t2v_studio.film import Caption

FRAMES = [(640, 360), (360, 640), (360, 360), (432, 540)]

TITLE = "A rather long title of a document about bakeries in our town"

TEXT = (
    "La panadería Ruiz abre cada madrugada desde 1952 y hornea hogazas de masa madre con trigo "
    "recogido a pocos kilómetros, para quienes valoran lo auténtico."
)


@pytest.mark.parametrize(("width", "height"), FRAMES)
def test_words_stand_below_a_title_and_inside_the_frame(width: int, height: int) -> None:
    title = caption_overlay(
        Caption(start_ms=0, duration_ms=3_000, text=TITLE, size="large", position="top"),
        width=width,
        height=height,
    )
    ends = title.y + title.picture.shape[0]
    for page in words_of(TEXT, width=width, height=height, duration=5.0).pages:
        for line in page.lines:
            assert line.y + line.picture.shape[0] * 0.2 >= ends - height * 0.02
            assert line.y + line.picture.shape[0] <= height
            assert 0 <= line.x <= line.x + line.picture.shape[1] <= width


@pytest.mark.parametrize("duration", [2.0, 5.0, 30.0])
def test_the_pages_of_a_text_follow_each_other_to_the_end(duration: float) -> None:
    pages = words_of(TEXT, width=640, height=360, duration=duration).pages
    assert pages[0].start == START
    assert all(one.end == after.start for one, after in pairwise(pages))
    assert pages[-1].start < duration
    assert all(page.start + page.apart * len(page.lines) < page.end for page in pages)


def test_a_longer_text_takes_smaller_letters_or_more_pages() -> None:
    few = words_of("Good bread", width=640, height=360, duration=5.0).pages
    many = words_of(TEXT, width=640, height=360, duration=5.0).pages
    assert len(few) == 1
    assert sum(len(page.lines) for page in many) > len(few[0].lines)


def test_words_stand_above_a_lower_third() -> None:
    low = words_of("Good bread", width=640, height=360, duration=5.0).pages[0].lines[0]
    high = words_of("Good bread", width=640, height=360, duration=5.0, low=False).pages[0].lines[0]
    assert high.y + high.picture.shape[0] < 180 < low.y + low.picture.shape[0]
