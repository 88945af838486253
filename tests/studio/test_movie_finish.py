"""Speed, transitions and fades, seen in the frames that they change."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from t2v_studio.film import Clip, Film
from t2v_studio.finish import Transition
from t2v_studio.movie.art import Art
from t2v_studio.movie.job import Job
from t2v_studio.movie.plan import plan
from t2v_studio.scene import Scene
from tests.studio.movie_samples import (
    ART,
    GREEN,
    RED,
    Bytes,
    film,
    frames_of,
    near,
    scene_clip,
    solid,
    tiny,
    white_box,
    write_clip,
)


def reel(made: Film, assets: dict[str, Path] | None = None) -> list[Bytes]:
    """Paint every frame, last ones first: no frame may need the one before it."""
    decided = plan(made, quality="high", container="mp4", scale=0.05, fps=None)
    job = Job(film=made, assets=assets or {}, plan=decided, art=ART)
    return [job.reel.frame(index).copy() for index in reversed(range(decided.frames))][::-1]


def two(kind: str, ms: int = 400) -> Film:
    """Red, then green, a second each."""
    second = scene_clip(1000, 1000, 1, transition=Transition(kind, ms))
    return film(2000, clips=(scene_clip(0, 1000), second), fps=10)


def middle(picture: Bytes) -> tuple[int, int, int]:
    blue, green, red = (int(one) for one in picture[40, 48])
    return blue, green, red


def test_a_cut_is_hard() -> None:
    frames = reel(two("cut"))
    assert near(frames[9], RED)
    assert near(frames[10], GREEN)


def test_a_dissolve_mixes_both_clips_in_its_time_and_nowhere_else() -> None:
    frames = reel(two("dissolve"))
    assert near(frames[9], RED)
    greens = [middle(frame)[1] for frame in frames[10:14]]
    reds = [middle(frame)[2] for frame in frames[10:14]]
    assert greens == sorted(greens)
    assert reds == sorted(reds, reverse=True)
    assert all(0 < value < 255 for value in (*greens, *reds))
    assert near(frames[14], GREEN)


def test_a_wipe_uncovers_the_second_clip_from_the_left() -> None:
    frames = reel(two("wipe"))
    assert near(frames[9], RED)
    edges = [int((frame[40, :, 1] > 128).sum()) for frame in frames[10:14]]
    assert edges == [19, 38, 58, 77]
    assert all(bool((frame[40, -1] == RED).all()) for frame in frames[10:14])
    assert near(frames[14], GREEN)


def test_a_dip_goes_through_black() -> None:
    frames = reel(two("dip"))
    assert [middle(frame)[2] for frame in frames[7:10]] == [255, 128, 0]
    assert [middle(frame)[1] for frame in frames[10:13]] == [0, 128, 255]


def test_a_film_fades_in_and_out() -> None:
    first = scene_clip(0, 1000, transition=Transition("dip", 300))
    frames = reel(film(1000, clips=(first,), fps=10, fade_out_ms=300))
    assert [middle(frame)[2] for frame in frames] == [0, 85, 170, 255, 255, 255, 255, 170, 85, 0]


@pytest.mark.parametrize("kind", ["dissolve", "wipe", "dip"])
def test_a_transition_looks_the_same_however_the_film_is_cut_into_stretches(
    tmp_path: Path, kind: str
) -> None:
    decoded = frames_of(tiny(two(kind), tmp_path).path)  # two stretches, one frame apart
    painted = reel(two(kind))
    assert len(decoded) == len(painted) == 20
    for frame, shown in zip(decoded, painted, strict=True):
        assert np.abs(frame.astype(int) - shown).mean() < 6


@pytest.mark.parametrize(
    ("speed", "bars"),
    [(100, [0, 1, 2, 3]), (200, [0, 2, 4, 6]), (50, [0, 0, 1, 1]), (150, [0, 1, 3, 4])],
)
def test_a_drawn_scene_runs_at_its_speed(speed: int, bars: list[int]) -> None:
    frames = reel_of_clock(film(400, clips=(scene_clip(0, 400, speed=speed),), fps=10))
    assert frames == bars


def test_a_trimmed_fast_scene_begins_where_it_was_trimmed() -> None:
    clip = scene_clip(0, 400, speed=400, offset_ms=1000)
    assert reel_of_clock(film(400, clips=(clip,), fps=10)) == [10, 14, 18, 22]


class Clock:
    """Paints the tenth of a second that it is."""

    def __init__(self, fps: int, size: tuple[int, int]) -> None:
        self.fps, self.size = fps, size

    def paint(self, index: int) -> Bytes:
        return np.full((self.size[1], self.size[0], 3), index * 10 // self.fps, np.uint8)


def clock(scene: Scene, *, width: int, height: int, fps: int, duration_ms: int) -> Clock:
    return Clock(fps, (width, height))


def reel_of_clock(made: Film) -> list[int]:
    decided = plan(made, quality="high", container="mp4", scale=0.05, fps=None)
    art = Art(clock, white_box, lambda *_: None)
    job = Job(film=made, assets={}, plan=decided, art=art)
    return [int(job.reel.frame(index)[0, 0, 0]) for index in range(decided.frames)]


@pytest.mark.parametrize(("speed", "levels"), [(100, [0, 40, 80]), (200, [0, 80, 160])])
def test_an_uploaded_clip_runs_at_its_speed(tmp_path: Path, speed: int, levels: list[int]) -> None:
    path = write_clip(tmp_path / "c.mp4", lambda i: solid((i * 20,) * 3)(i), frames=12)
    frames = reel(film(600, fps=10, clips=(uploaded(0, 600, 1200, speed),)), {"c": path})
    assert [middle(frame)[0] for frame in frames[::2]] == pytest.approx(levels, abs=6)


def test_a_clip_that_ends_stands_still_while_it_dissolves(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "c.mp4", lambda i: solid((0, 0, 25 * i))(i), frames=10)
    first = uploaded(0, 1000, source_ms=1000)
    second = scene_clip(1000, 1000, 2, transition=Transition("dissolve", 400))
    frames = reel(film(2000, fps=10, clips=(first, second)), {"c": path})
    reds = [middle(frame)[2] for frame in frames[10:14]]
    assert reds == sorted(reds, reverse=True)
    assert reds[0] > 150


def uploaded(start_ms: int, duration_ms: int, source_ms: int, speed: int = 100) -> Clip:
    return Clip(
        start_ms=start_ms, duration_ms=duration_ms, name="c", asset="c", asset_kind="video",
        source_ms=source_ms, speed=speed,
    )  # fmt: skip
