"""Grades and logos, seen in the pixels that they change and in those that they leave."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from t2v_studio.film import Film, Overlay
from t2v_studio.finish import CORNERS, PLAIN, Grade
from t2v_studio.movie.grading import Grader
from t2v_studio.movie.job import Job
from t2v_studio.movie.plan import plan
from tests.studio.movie_samples import ART, RED, Bytes, film, near, scene_clip

SKY = (200, 150, 100)
"""Blue, green, red."""


def graded(grade: Grade, colour: tuple[int, int, int] = SKY) -> tuple[int, int, int]:
    picture = Grader((grade,)).graded(np.full((4, 4, 3), colour, np.uint8))
    blue, green, red = (int(one) for one in picture[0, 0])
    return blue, green, red


def light(colour: tuple[int, int, int]) -> float:
    return 0.0722 * colour[0] + 0.7152 * colour[1] + 0.2126 * colour[2]


def spread(colour: tuple[int, int, int]) -> int:
    return max(colour) - min(colour)


def test_a_plain_grade_gives_the_same_picture_back() -> None:
    picture = np.full((4, 4, 3), SKY, np.uint8)
    assert Grader((PLAIN, PLAIN)).graded(picture) is picture


def test_warm_takes_from_blue_and_gives_to_red_and_cold_the_other_way() -> None:
    warm, cold = graded(Grade(warmth=60)), graded(Grade(warmth=-60))
    assert warm[0] < SKY[0] < cold[0]
    assert warm[2] > SKY[2] > cold[2]
    assert warm[1] == SKY[1] == cold[1]


def test_brightness_moves_the_middle_and_keeps_black_and_white() -> None:
    assert light(graded(Grade(brightness=40))) > light(SKY) > light(graded(Grade(brightness=-40)))
    for ends in ((0, 0, 0), (255, 255, 255)):
        assert graded(Grade(brightness=70), ends) == ends


def test_contrast_parts_light_from_dark() -> None:
    dark, bright = (60, 60, 60), (200, 200, 200)
    assert graded(Grade(contrast=50), dark) < dark < graded(Grade(contrast=-50), dark)
    assert graded(Grade(contrast=50), bright) > bright > graded(Grade(contrast=-50), bright)


def test_saturation_goes_from_grey_to_vivid() -> None:
    grey, vivid = graded(Grade(saturation=-100)), graded(Grade(saturation=50))
    assert spread(grey) == 0
    assert spread(vivid) > spread(SKY)
    assert abs(light(grey) - light(SKY)) < 1.5


def test_sepia_makes_all_colours_brown() -> None:
    for colour in (SKY, (30, 200, 30), (128, 128, 128)):
        blue, green, red = graded(Grade(sepia=100), colour)
        assert blue < green < red


def test_the_grades_of_a_clip_and_of_the_film_add_up() -> None:
    both = Grader((Grade(saturation=-100), Grade(sepia=100)))
    picture = both.graded(np.full((4, 4, 3), SKY, np.uint8))
    assert picture[0, 0, 0] < picture[0, 0, 2]


def test_a_grade_shows_in_its_clip_alone_and_leaves_words_white() -> None:
    clips = (scene_clip(0, 500), scene_clip(500, 500, grade=Grade(saturation=-100)))
    frames = painted(film(1000, clips=clips, fps=10))
    assert near(frames[4], RED)
    assert spread(colour_of(frames[5])) == 0


def test_a_grade_of_the_film_shows_in_every_clip() -> None:
    clips = (scene_clip(0, 500), scene_clip(500, 500, 1))
    frames = painted(film(1000, clips=clips, fps=10, grade=Grade(saturation=-100)))
    assert [spread(colour_of(frame)) for frame in frames] == [0] * 10


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    """A blue square whose lower half can be seen through."""
    pixels = np.zeros((40, 40, 4), np.uint8)
    pixels[:20] = (0, 0, 255, 255)
    Image.fromarray(pixels, "RGBA").save(tmp_path / "logo.png")
    return tmp_path / "logo.png"


@pytest.mark.parametrize("corner", CORNERS)
def test_a_logo_stands_in_its_corner_and_is_seen_through(logo: Path, corner: str) -> None:
    frame = painted(with_logo(corner=corner, size=30), logo)[0]
    blue = np.argwhere(frame[..., 0] > 200)
    rows, columns = blue[:, 0], blue[:, 1]
    assert len(blue) == pytest.approx(16 * 8, abs=20)  # a square of 16, its upper half
    assert bool((rows < 27).all()) == ("top" in corner)
    assert bool((columns < 48).all()) == ("left" in corner)


def test_a_logo_shows_in_its_time_only_and_as_strongly_as_was_asked(logo: Path) -> None:
    frames = painted(with_logo(start_ms=200, duration_ms=300, opacity=50, size=30), logo)
    strongest = [int(frame[27:, 48:, 0].max()) for frame in frames]
    assert [value > 60 for value in strongest] == [False] * 2 + [True] * 3 + [False] * 5
    assert max(strongest) == pytest.approx(128, abs=4)


def with_logo(**more: object) -> Film:
    made: dict[str, object] = {"start_ms": 0, "duration_ms": 1000, "name": "logo.png"} | more
    overlay = Overlay(asset="logo", **made)  # type: ignore[arg-type]
    return film(1000, fps=10, overlays=(overlay,))


def painted(made: Film, logo: Path | None = None) -> list[Bytes]:
    decided = plan(made, quality="high", container="mp4", scale=0.05, fps=None)
    assets = {"logo": logo} if logo else {}
    reel = Job(film=made, assets=assets, plan=decided, art=ART).reel
    return [reel.frame(index).copy() for index in range(decided.frames)]


def colour_of(picture: Bytes) -> tuple[int, int, int]:
    blue, green, red = (int(one) for one in picture[40, 60])
    return blue, green, red
