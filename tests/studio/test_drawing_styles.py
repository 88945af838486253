"""Styles and seasons: each changes what one sees: colours, texture, and how things move."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from t2v_studio.drawing import Painter, scene_painter
from t2v_studio.drawing.life import LIFE, OF_SUMMER
from t2v_studio.drawing.season import SEASONS
from t2v_studio.scene import SEASONS as NAMES
from t2v_studio.scene import STYLES, Scene, Subject

SIZE = {"width": 320, "height": 180, "fps": 24, "duration_ms": 4000}


@cache
def painter_of(**told: Any) -> Painter:
    scene = Scene(words="", place="park", subjects=(Subject(name="dog", action="run"),), **told)
    return scene_painter(scene, **SIZE)


def frames(count: int = 1, first: int = 30, **told: Any) -> list[NDArray[np.int16]]:
    painter = painter_of(**told)
    return [painter.paint(first + number).astype(np.int16) for number in range(count)]


def palette(frame: NDArray[np.int16]) -> NDArray[np.float64]:
    """Mean and spread of hue-free colour: where the picture lies in L, a, b."""
    lab = cv2.cvtColor(frame.astype(np.uint8), cv2.COLOR_BGR2LAB).reshape(-1, 3)
    return np.concatenate([lab.mean(axis=0), lab.std(axis=0)])


def texture(frame: NDArray[np.int16]) -> float:
    """How much the finest detail varies where the picture is smooth otherwise."""
    grey = cv2.cvtColor(frame.astype(np.uint8), cv2.COLOR_BGR2GRAY).astype(np.float32)
    return float(np.median(np.abs(grey - cv2.GaussianBlur(grey, (0, 0), 1.2))))


def test_any_two_styles_differ_in_palette_or_texture() -> None:
    seen = {style: frames(style=style)[0] for style in STYLES}
    for one, other in combinations(STYLES, 2):
        far = np.abs(palette(seen[one]) - palette(seen[other])).max()
        coarse = abs(texture(seen[one]) - texture(seen[other]))
        assert far > 4 or coarse > 0.5, f"{one} looks like {other}"


@pytest.mark.parametrize("style", ["painterly", "paper cut", "black and white"])
def test_a_textured_style_has_a_texture(style: str) -> None:
    assert texture(frames(style=style)[0]) > 1.5 * texture(frames()[0]) + 0.2


def test_paper_is_moved_by_hand_twelve_times_a_second() -> None:
    laid, flowing = frames(8, style="paper cut"), frames(8)
    assert sum(np.array_equal(one, two) for one, two in pairwise(laid)) == 4
    assert not any(np.array_equal(one, two) for one, two in pairwise(flowing))


@pytest.mark.parametrize("style", ["painterly", "black and white", "neon"])
def test_what_lies_over_the_frames_lives(style: str) -> None:
    still = Scene(words="", place="abstract", style=style, pace="slow motion")
    painter = scene_painter(still, **SIZE)
    first, later = (painter.paint(at).astype(np.int16) for at in (0, 22))
    corner = np.abs(first - later)[60:120, 100:220]
    assert (corner > 1).mean() > 0.2


def test_neon_turns_day_into_night() -> None:
    assert frames(style="neon")[0].mean() < 0.55 * frames()[0].mean()


def test_a_documentary_has_bars_and_its_title_is_not_cut_by_them() -> None:
    frame = frames(style="cinematic")[0]
    assert not frame[:13].any()
    assert not frame[-13:].any()
    assert frame[18:160].any(axis=2).all()


def test_who_is_cut_out_of_paper_has_a_white_border() -> None:
    night = frames(style="paper cut", time="night")[0]
    assert (night.min(axis=2) > 150).sum() > 80


def greens(frame: NDArray[np.int16]) -> float:
    """The share of the ground and the trees that is green."""
    hsv = cv2.cvtColor(frame.astype(np.uint8), cv2.COLOR_BGR2HSV)[60:]
    return float(((hsv[..., 0] > 32) & (hsv[..., 0] < 80) & (hsv[..., 1] > 60)).mean())


def test_autumn_is_golden_and_winter_is_pale() -> None:
    summer, autumn, winter = (frames(season=one)[0] for one in ("summer", "autumn", "winter"))
    assert greens(autumn) < 0.35 * greens(summer)
    assert greens(winter) < 0.35 * greens(summer)
    assert winter.mean() > summer.mean() + 10


@pytest.mark.parametrize("season", SEASONS)
def test_every_season_of_a_scene_is_drawn_and_its_life_exists(season: str) -> None:
    assert season in NAMES
    assert set(SEASONS[season].life) | OF_SUMMER <= LIFE.keys()
    assert frames(season=season)[0].std() > 20


def test_no_flower_stands_in_the_snow() -> None:
    """The edge in front is full of flowers by day; in snow nothing there is vivid."""
    vivid = [
        (np.ptp(frames(weather=weather)[0][166:], axis=2) > 120).mean()
        for weather in ("clear", "snow")
    ]
    assert vivid[0] > 0.05
    assert vivid[1] < 0.2 * vivid[0]
