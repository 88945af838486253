"""Every format in every quality: what is in the file, and that one program says what it can be."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import pytest

from t2v.comparison import LINES
from t2v.endpoints import FORMATS, FRAME_RATES, LARGER, QUALITIES, SIZES
from t2v_studio import movie
from t2v_studio.draft_schema import MAX_FPS, MIN_FPS
from t2v_studio.movie import CONTAINERS
from t2v_studio.movie.plan import plan
from tests.studio.movie_samples import film, frames_of, music, tiny

CODECS = {
    "mp4": ("h264", "aac"), "mov": ("h264", "aac"), "webm": ("vp9", "opus"), "gif": ("gif", None),
}  # fmt: skip
SHORT_SIDES = {"low": 480, "medium": 720, "high": 1080, "1440p": 1440, "2160p": 2160}


def test_the_tools_offer_what_the_studio_makes() -> None:
    assert set(FORMATS) == set(CONTAINERS) == set(CODECS)
    assert {*QUALITIES, *LARGER} == set(movie.QUALITIES) == set(SHORT_SIDES)
    assert {SIZES.get(name, name): LINES[name] for name in LINES} == SHORT_SIDES
    assert (min(FRAME_RATES), max(FRAME_RATES)) == (MIN_FPS, MAX_FPS)


@pytest.mark.parametrize("quality", SHORT_SIDES)
@pytest.mark.parametrize("container", ["mp4", "webm"])
def test_a_quality_is_a_size(quality: str, container: str) -> None:
    made = plan(film(1000), quality=quality, container=container, scale=1, fps=None)
    assert min(made.width, made.height) == SHORT_SIDES[quality]
    assert abs(made.width / made.height - 16 / 9) < 0.005


@pytest.mark.parametrize("container", CODECS)
@pytest.mark.parametrize("fps", [24, 60])
def test_a_file_is_what_its_format_and_rate_say(tmp_path: Path, container: str, fps: int) -> None:
    made = film(1000, sounds=(music(1000),), fps=30)
    movie = tiny(made, tmp_path, container=container, fps=fps, scale=0.1)
    rate = min(fps, CONTAINERS[container].max_fps)
    with av.open(str(movie.path)) as file:
        video = file.streams.video[0]
        audio = [one.codec_context.name for one in file.streams.audio]
        assert video.codec_context.name == CODECS[container][0]
        assert audio == [name for name in CODECS[container][1:] if name]
        assert (video.width, video.height) == (movie.width, movie.height)
        times = [frame.time or 0 for frame in file.decode(video)]
    assert len(times) == movie.frames == rate
    assert all(
        abs(time - float(Fraction(number, rate))) < 0.006 for number, time in enumerate(times)
    )


@pytest.mark.parametrize(("quality", "longest"), [("low", 284), ("medium", 426), ("2160p", 640)])
def test_a_gif_is_smaller_than_film(quality: str, longest: int) -> None:
    made = plan(film(1000), quality=quality, container="gif", scale=1, fps=60)
    assert max(made.width, made.height) == longest
    assert made.fps == 20


@pytest.mark.slow
def test_a_film_in_2160p_at_60_frames_a_second(tmp_path: Path) -> None:
    movie = tiny(film(50, fps=60), tmp_path, quality="2160p", scale=1.0)
    frames = frames_of(movie.path)
    assert [frame.shape for frame in frames] == [(2160, 3840, 3)] * 3


@pytest.mark.parametrize("workers", [0, 1, 2])
@pytest.mark.parametrize("container", ["webm", "gif"])
def test_whoever_makes_it_the_film_is_the_same(
    tmp_path: Path, container: str, workers: int
) -> None:
    made = film(3000, sounds=(music(3000),))
    films = [
        tiny(made, tmp_path, container=container, workers=count, name=f"{count}.{container}")
        for count in (0, workers)
    ]
    first, second = ([frame.tobytes() for frame in frames_of(one.path)] for one in films)
    assert first == second


def test_the_same_film_twice_is_the_same_file_bit_for_bit(tmp_path: Path) -> None:
    made = film(1000, sounds=(music(1000, seed=7),))
    first, second = (tiny(made, tmp_path, name=f"{name}.mp4").path.read_bytes() for name in "ab")
    assert first == second
