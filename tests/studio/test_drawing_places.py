"""Every place by any light and in any weather: whole, moving, unlike the others, readable.

A run tries each place by day, by night and in two kinds more, so that every kind is tried in
several places; the group `soak` tries every place in every kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from t2v_studio.drawing import blend, caption_overlay, scene_painter
from t2v_studio.drawing.painter import HOUSES
from t2v_studio.film import Caption
from t2v_studio.scene import PLACES, Scene

Picture = NDArray[np.int16]

TINY = {"width": 128, "height": 72, "fps": 10, "duration_ms": 4000}
READABLE = {"width": 320, "height": 180, "fps": 10, "duration_ms": 4000}
FIRST, LATER = 4, 19
"""Frames, a second and a half apart."""
KINDS: dict[str, dict[str, Any]] = {
    "day": {}, "night": {"time": "night"},
    "dusk": {"time": "dusk"}, "dawn": {"time": "dawn"}, "golden hour": {"time": "golden hour"},
    "rain": {"weather": "rain"}, "snow": {"weather": "snow"}, "fog": {"weather": "fog"},
}  # fmt: skip
HOURS, WEATHERS = ("dusk", "dawn", "golden hour"), ("rain", "snow", "fog")
TINTS = {"red": 2, "blue": 0}
"""The channel of a picture that a tint makes the strongest."""
INDOORS = {"space", "underwater", "abstract", *HOUSES}
"""Where no rain falls; what is seen of it through a window is another matter."""


@dataclass(frozen=True)
class View:
    """A place, and in which kinds, tints and behind which titles it is looked at."""

    place: str
    kinds: tuple[str, ...]
    tints: tuple[str, ...]
    titled: tuple[str, ...]


def views() -> Iterator[Any]:
    for number, place in enumerate(PLACES):
        hour, weather = HOURS[number % 3], WEATHERS[number // 3 % 3]
        tint = tuple(TINTS)[number % 2]
        behind = ("day", "snow", "night")[number % 3]
        yield pytest.param(
            View(place, ("day", "night", hour, weather), (tint,), (behind,)), id=place
        )
    for place in PLACES:
        everything = View(place, tuple(KINDS), tuple(TINTS), ("day", "snow", "night"))
        yield pytest.param(everything, id=f"{place} in all kinds", marks=pytest.mark.soak)


@pytest.fixture(scope="module", params=views())
def view(request: pytest.FixtureRequest) -> View:
    """One view after the other, each for all tests, which share its pictures."""
    told: View = request.param
    return told


@lru_cache(maxsize=len(KINDS))
def painted(place: str, kind: str) -> tuple[Picture, Picture]:
    """Return two moments of a place."""
    painter = scene_painter(Scene(words="", place=place, **KINDS[kind]), **TINY)
    return painter.paint(FIRST).astype(np.int16), painter.paint(LATER).astype(np.int16)


def test_a_place_is_a_picture_by_any_light_and_in_any_weather(view: View) -> None:
    for kind in view.kinds:
        picture, _ = painted(view.place, kind)
        assert picture.shape == (72, 128, 3)
        assert picture.mean() > 14, f"black: {kind}"
        assert picture.std() > (6 if kind in WEATHERS else 8), f"an even surface: {kind}"


def test_something_moves_in_every_place_though_the_camera_stands(view: View) -> None:
    for kind in view.kinds:
        first, later = painted(view.place, kind)
        seen = 12 if kind == "day" else 8
        assert (np.abs(first - later).max(axis=2) > seen).mean() > 0.002, f"frozen: {kind}"


def test_no_two_kinds_of_a_place_look_alike(view: View) -> None:
    if view.place not in {"space", "stage", "underwater"}:
        assert apart(view.place, "day", "night") > 8
    for one, other in combinations(view.kinds, 2):
        if view.place not in INDOORS:
            assert apart(view.place, one, other) > 2.5, (one, other)


def apart(place: str, one: str, other: str) -> float:
    return float(np.abs(painted(place, one)[0] - painted(place, other)[0]).mean())


def test_a_tint_colours_the_whole_place(view: View) -> None:
    for tint in view.tints:
        told, channel = Scene(words="", place=view.place, tint=tint), TINTS[tint]
        picture = scene_painter(told, **TINY).paint(5).astype(np.int16)
        others = [picture[..., other] for other in range(3) if other != channel]
        assert (picture[..., channel] >= np.maximum(*others)).mean() > 0.7


def luminance(colour: NDArray[np.float64]) -> NDArray[np.float64]:
    """Relative luminance of BGR from 0 to 255, as WCAG counts it."""
    share = colour / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ [0.0722, 0.7152, 0.2126])


def test_a_title_stands_out_from_any_place(view: View) -> None:
    """Letters against the ring around them: 4.5 to 1, which is what WCAG asks of text."""
    title = Caption(start_ms=0, duration_ms=1, text="Paradise Found", position="top")
    overlay = caption_overlay(title, width=READABLE["width"], height=READABLE["height"])
    shades = overlay.picture[..., :3].min(axis=2)
    letters = (overlay.picture[..., 3] == 255) & (shades > 235)
    ring = (overlay.picture[..., 3] > 245) & (shades < 60)
    high, wide = shades.shape
    for kind in view.titled:
        told = Scene(words="", place=view.place, **KINDS[kind])
        frame = scene_painter(told, **READABLE).paint(5).copy()
        blend(frame, overlay)
        part = frame[overlay.y : overlay.y + high, overlay.x : overlay.x + wide].astype(float)
        light, dark = luminance(part[letters]).mean(), luminance(part[ring]).mean()
        assert (light + 0.05) / (dark + 0.05) >= 4.5, kind
