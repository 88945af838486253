"""Uploaded pictures, clips and sounds: placed as given, whole, at their time."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from t2v_studio.film import Clip, Sound
from t2v_studio.movie.fitting import contained
from t2v_studio.movie.footage import ClipPainter, StillPainter, Stretch
from tests.studio.movie_samples import (
    BLUE,
    GREEN,
    RED,
    Bytes,
    film,
    frames_of,
    near,
    solid,
    sound_of,
    tiny,
    tone,
    write_clip,
    write_sound,
)  # fmt: skip

FRAME = (96, 54)


def use(start_ms: int, duration_ms: int, asset: str, kind: str, **more: Any) -> Clip:
    return Clip(
        start_ms=start_ms, duration_ms=duration_ms, name=asset, asset=asset, asset_kind=kind, **more
    )


def counting(index: int) -> Bytes:
    """A picture whose grey tells its number."""
    return np.full((36, 64, 3), 20 + index * 10, np.uint8)


def number(picture: Bytes) -> int:
    return round((float(picture[20:30].mean()) - 20) / 10)


def test_a_red_clip_then_a_blue_picture_show_in_their_times(tmp_path: Path) -> None:
    red = write_clip(tmp_path / "red.mp4", solid(RED), frames=10)
    Image.new("RGB", (64, 36), "blue").save(tmp_path / "blue.png")
    clips = (use(0, 1000, "r", "video"), use(1000, 1000, "b", "image"))
    made = film(2000, clips=clips, fps=10)
    out = tmp_path / "out"
    out.mkdir()
    frames = frames_of(tiny(made, out, assets={"r": red, "b": tmp_path / "blue.png"}).path)
    assert [near(frame, RED) for frame in frames] == [True] * 10 + [False] * 10
    assert [near(frame, BLUE) for frame in frames] == [False] * 10 + [True] * 10


@pytest.mark.parametrize("ending", [".mp4", ".mov", ".avi", ".mkv", ".webm"])
def test_a_clip_keeps_its_own_time_at_another_frame_rate(tmp_path: Path, ending: str) -> None:
    path = write_clip(tmp_path / f"count{ending}", counting, frames=20, fps=10)
    painter = ClipPainter(path, Stretch(0, 60, 30), FRAME)
    shown = [number(painter.paint(index)) for index in range(60)]
    assert shown == [index // 3 for index in range(60)]


def test_a_clip_can_be_asked_in_any_order(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "count.mp4", counting, frames=20, fps=10)
    painter = ClipPainter(path, Stretch(0, 20, 10), FRAME)
    order = [15, 3, 4, 19, 0, 7, 7, 6]
    assert [number(painter.paint(index)) for index in order] == order


def test_a_trimmed_clip_begins_further_on_and_comes_again(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "count.mp4", counting, frames=10, fps=10)
    clips = (use(0, 1500, "c", "video", offset_ms=400),)
    frames = frames_of(tiny(film(1500, clips=clips, fps=10), tmp_path, assets={"c": path}).path)
    shown = [number(frame) for frame in frames]
    assert shown == [4, 5, 6, 7, 8, 9] * 2 + [4, 5, 6]


@pytest.mark.parametrize("size", [(40, 80), (120, 30), (50, 50)])
def test_a_picture_of_another_shape_is_whole_upon_a_fill(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    picture = Image.new("RGB", size, "lime")
    picture.paste("red", (0, 0, size[0], size[1] // 2))
    picture.save(tmp_path / "p.png")
    for index in (0, 29):
        frame = StillPainter(tmp_path / "p.png", Stretch(0, 30, 30), FRAME).paint(index)
        assert frame.shape == (54, 96, 3)
        assert frame.max(axis=2).min() > 60  # no black bars
        middle = frame[:, 48].astype(int)
        assert np.abs(middle[24 - 6] - RED).max() < 40
        assert np.abs(middle[30 + 6] - GREEN).max() < 40


def test_a_clip_of_another_shape_is_whole_upon_a_fill(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "tall.mp4", solid(GREEN, (36, 64)), frames=5)
    frame = ClipPainter(path, Stretch(0, 5, 10), FRAME).paint(2)
    assert near(frame[:, 34:62], GREEN)
    assert 60 < frame[27, 4, 1] < 200  # darker at the sides, not black


def test_a_still_picture_grows_slowly(tmp_path: Path) -> None:
    pixels = np.random.default_rng(1).integers(0, 255, (12, 21, 3), dtype=np.uint8)
    Image.fromarray(pixels).resize((960, 540), Image.Resampling.BICUBIC).save(tmp_path / "p.png")
    painter = StillPainter(tmp_path / "p.png", Stretch(0, 90, 30), (192, 108))
    frames = [painter.paint(index).astype(int) for index in range(90)]
    steps = [np.abs(after - before).mean() for before, after in pairwise(frames)]
    assert min(steps) > 0
    assert max(steps) < 4
    assert np.abs(frames[-1] - frames[0]).mean() > 3


@pytest.mark.parametrize(("turn", "corner"), [(1, RED), (6, BLUE), (3, GREEN)])
def test_a_photo_is_shown_upright(tmp_path: Path, turn: int, corner: tuple[int, int, int]) -> None:
    """The camera wrote which way up it was held; the top left corner shows that it is heard."""
    photo = Image.new("RGB", (160, 90), "white")
    photo.paste("red", (0, 0, 60, 40))
    photo.paste("blue", (0, 50, 60, 90))
    photo.paste("lime", (100, 50, 160, 90))
    exif = Image.Exif()
    exif[0x0112] = turn
    photo.save(tmp_path / "p.jpg", exif=exif, quality=95)
    size = (90, 160) if turn == 6 else (160, 90)
    shown = StillPainter(tmp_path / "p.jpg", Stretch(0, 1, 30), size).paint(0)
    assert np.abs(shown[15, 15].astype(int) - corner).max() < 30


@pytest.mark.parametrize(
    ("shape", "inner"),
    [((1920, 1080), FRAME), ((1920, 1088), FRAME), ((1080, 1920), (30, 54)), ((200, 50), (96, 24))],
)
def test_what_fits_into_a_frame(shape: tuple[int, int], inner: tuple[int, int]) -> None:
    assert contained(shape, FRAME) == inner


@pytest.mark.parametrize("ending", [".wav", ".mp3", ".m4a", ".aac"])
def test_an_uploaded_sound_is_heard_at_its_place(tmp_path: Path, ending: str) -> None:
    path = write_sound(tmp_path / f"tone{ending}", tone(1000, 3, rate=44_100), 44_100)
    placed = Sound(start_ms=1000, duration_ms=1000, name="tone", volume=100, asset="t")
    heard = sound_of(tiny(film(3000, sounds=(placed,)), tmp_path, assets={"t": path}).path)
    levels = np.sqrt((heard[: 3 * 48_000].reshape(30, 4800, 2) ** 2).mean(axis=(1, 2)))
    assert levels[:9].max() < 0.003
    assert levels[11:19].min() > 0.1
    assert levels[21:].max() < 0.003
    spectrum = np.abs(np.fft.rfft(heard[52_800:91_200, 0]))
    assert abs(spectrum.argmax() / 0.8 - 1000) < 3


def test_the_sound_of_a_clip_can_be_used(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "talk.mp4", solid(RED), frames=20, audio=True)
    placed = Sound(start_ms=0, duration_ms=2000, name="talk", volume=100, asset="c")
    heard = sound_of(tiny(film(2000, sounds=(placed,)), tmp_path, assets={"c": path}).path)
    assert np.abs(heard[20_000:80_000]).mean() > 0.05
