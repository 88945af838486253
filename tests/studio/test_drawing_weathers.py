"""Backdrops in any light and weather, and the camera before them: whole, moving, readable."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from t2v_studio.drawing import blend, caption_overlay, scene_painter
from t2v_studio.drawing.actor import Actor
from t2v_studio.drawing.painter import HOUSES
from t2v_studio.film import Caption
from t2v_studio.scene import PLACES, Scene, Subject

TINY = {"width": 128, "height": 72, "fps": 10, "duration_ms": 4000}
KINDS: dict[str, dict[str, Any]] = {
    "day": {}, "dusk": {"time": "dusk"}, "night": {"time": "night"},
    "rain": {"weather": "rain"}, "snow": {"weather": "snow"}, "fog": {"weather": "fog"},
}  # fmt: skip
INDOORS = {"space", "underwater", "abstract", *HOUSES}
"""Where no rain falls; what is seen of it through a window is another matter."""


def painted(place: str, *indexes: int, **told: Any) -> list[NDArray[np.int16]]:
    painter = scene_painter(Scene(words="", place=place, **told), **TINY)
    return [painter.paint(index).astype(np.int16) for index in indexes]


@pytest.mark.parametrize("place", PLACES)
def test_a_place_is_whole_and_moves_by_day_and_night_and_in_any_weather(place: str) -> None:
    for kind, told in KINDS.items():
        first, later = painted(place, 4, 24, **told)
        assert first.mean() > 14, f"black: {kind}"
        assert first.std() > 6, f"empty: {kind}"
        assert (np.abs(first - later).max(axis=2) > 8).mean() > 0.002, f"frozen: {kind}"


@pytest.mark.parametrize("place", sorted(set(PLACES) - INDOORS))
def test_no_two_kinds_of_a_place_look_alike(place: str) -> None:
    seen = {kind: painted(place, 4, **told)[0] for kind, told in KINDS.items()}
    for kind, picture in seen.items():
        others = [other for name, other in seen.items() if name != kind]
        assert min(np.abs(picture - other).mean() for other in others) > 2.5, kind


def luminance(colour: NDArray[np.float64]) -> NDArray[np.float64]:
    """Relative luminance of BGR from 0 to 255, as WCAG counts it."""
    share = colour / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ [0.0722, 0.7152, 0.2126])


@pytest.mark.parametrize("place", PLACES)
def test_a_title_stands_out_from_any_place(place: str) -> None:
    """Letters against the ring around them: 4.5 to 1, which is what WCAG asks of text."""
    size = {"width": 480, "height": 270, "fps": 10, "duration_ms": 4000}
    title = Caption(start_ms=0, duration_ms=1, text="Paradise Found", position="top")
    overlay = caption_overlay(title, width=480, height=270)
    for told in (KINDS["day"], KINDS["snow"], KINDS["night"]):
        frame = scene_painter(Scene(words="", place=place, **told), **size).paint(5).copy()
        blend(frame, overlay)
        high, wide = overlay.picture.shape[:2]
        part = frame[overlay.y : overlay.y + high, overlay.x : overlay.x + wide].astype(float)
        shades = overlay.picture[..., :3].min(axis=2)
        letters = (overlay.picture[..., 3] == 255) & (shades > 235)
        ring = (overlay.picture[..., 3] > 245) & (shades < 60)
        light, dark = luminance(part[letters]).mean(), luminance(part[ring]).mean()
        assert (light + 0.05) / (dark + 0.05) >= 4.5


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
