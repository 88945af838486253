"""What words ask a film to be: plain wishes are read, everything else says nothing."""

from __future__ import annotations

import pytest

from t2v.wishes import Wishes, read


@pytest.mark.parametrize(
    ("words", "seconds", "aspect"),
    [
        ("make a 10 second vertical video of a cat", 10, "9:16"),
        ("ten seconds, 9:16", 10, "9:16"),
        ("a 1.5-minute film in 4:5", 90, "4:5"),
        ("half a minute square video", 30, "1:1"),
        ("十秒竖屏视频", 10, "9:16"),
        ("una playa, 15 segundos, vertical", 15, "9:16"),
        ("ein Hund, 20 Sekunden, Querformat", 20, "16:9"),
        ("a cat, 10 seconds, 16:9", 10, "16:9"),
    ],
)
def test_plain_wishes_are_read(words: str, seconds: float, aspect: str) -> None:
    assert read(words) == Wishes(seconds, aspect)


@pytest.mark.parametrize(
    "words",
    [
        "a cat surfing",
        "he waits 5 seconds, and the film lasts 20 seconds",
        "a portrait of a lady",
        "a vertical wall in a horizontal world",
        "the train leaves at 9:16 pm",
        "the score is 90:1",
        "Area 51 seen from above",
    ],
)
def test_what_is_not_plain_says_nothing(words: str) -> None:
    assert read(words) == Wishes()
