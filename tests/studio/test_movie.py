"""Real files, tiny, checked by decoding them."""

from __future__ import annotations

import dataclasses
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.stream import Stream

from t2v_studio.film import Caption, Film
from t2v_studio.movie import CONTAINERS, QUALITIES, RenderError
from t2v_studio.sound import integrated
from tests.studio.movie_samples import (
    BLUE,
    GREEN,
    RED,
    film,
    frames_of,
    music,
    near,
    scene_clip,
    sound_of,
    tiny,
)  # fmt: skip


def lasts(stream: Stream) -> Fraction:
    return (stream.duration or 0) * (stream.time_base or Fraction(0))


def atoms(path: Path) -> list[bytes]:
    """List the top-level boxes of an MP4."""
    data, at, names = path.read_bytes(), 0, []
    while at < len(data):
        names.append(data[at + 4 : at + 8])
        at += int.from_bytes(data[at : at + 4], "big")
    return names


@pytest.mark.parametrize(
    ("duration_ms", "fps", "frames"),
    [(2000, 30, 60), (1000, 24, 24), (1050, 60, 63), (3333, 30, 100), (33, 30, 1), (1, 30, 1)],
)
def test_a_film_lasts_to_the_frame(tmp_path: Path, duration_ms: int, fps: int, frames: int) -> None:
    movie = tiny(film(duration_ms, fps=fps), tmp_path)
    with av.open(str(movie.path)) as file:
        video, audio = file.streams.video[0], file.streams.audio[0]
        assert lasts(video) * fps == frames
        assert abs(lasts(audio) - Fraction(frames, fps)) < 1 / 1000
        assert [round((one.time or 0) * fps) for one in file.decode(video)] == list(range(frames))
    assert (movie.frames, movie.fps) == (frames, fps)
    assert movie.bytes == movie.path.stat().st_size


def test_an_mp4_is_h264_and_aac_in_bt709_and_starts_fast(tmp_path: Path) -> None:
    movie = tiny(film(), tmp_path)
    names = atoms(movie.path)
    assert names.index(b"moov") < names.index(b"mdat")
    with av.open(str(movie.path)) as file:
        video, audio = file.streams.video[0].codec_context, file.streams.audio[0].codec_context
        assert (video.name, video.pix_fmt, audio.name) == ("h264", "yuv420p", "aac")
        tags = (video.colorspace, video.color_primaries, video.color_trc, video.color_range)
        assert tags == (1, 1, 1, 1)
        assert (audio.sample_rate, audio.layout.name) == (48_000, "stereo")


@pytest.mark.parametrize(("seed", "colour"), [(0, RED), (1, GREEN), (2, BLUE)])
def test_colours_come_back_as_they_were_painted(
    tmp_path: Path, seed: int, colour: tuple[int, int, int]
) -> None:
    movie = tiny(film(500, clips=(scene_clip(0, 500, seed),)), tmp_path)
    assert near(frames_of(movie.path)[5], colour, tolerance=4)


def test_a_tagged_red_has_the_values_of_bt709(tmp_path: Path) -> None:
    movie = tiny(film(500), tmp_path)
    with av.open(str(movie.path)) as file:
        planes = next(file.decode(video=0)).to_ndarray()
    luma = planes[movie.height * 3 // 4, movie.width // 2]
    assert abs(int(luma) - 63) <= 1  # BT.601 would give 81


def test_clips_show_in_their_time_and_gaps_are_black(tmp_path: Path) -> None:
    clips = (scene_clip(0, 1000, 0), scene_clip(1500, 500, 1), scene_clip(1800, 200, 2))
    movie = tiny(film(2000, clips=clips, fps=10), tmp_path)
    frames = frames_of(movie.path)
    shown = [(RED, 9), ((0, 0, 0), 10), ((0, 0, 0), 14), (GREEN, 15), (GREEN, 17), (BLUE, 18)]
    assert [near(frames[index], colour) for colour, index in shown] == [True] * len(shown)


def test_a_trimmed_scene_begins_further_on(tmp_path: Path) -> None:
    whole = tiny(film(2000, fps=10), tmp_path, name="a.mp4")
    clips = (scene_clip(0, 1000, offset_ms=1000),)
    part = tiny(film(1000, clips=clips, fps=10), tmp_path, name="b.mp4")
    for ours, theirs in zip(frames_of(part.path), frames_of(whole.path)[10:], strict=True):
        assert np.abs(ours.astype(int) - theirs).mean() < 2


def test_captions_come_and_go_softly(tmp_path: Path) -> None:
    captions = (Caption(start_ms=500, duration_ms=1000, text="hello"),)
    made = tiny(film(2000, captions=captions), tmp_path)
    green = [int(one[one.shape[0] * 3 // 4, one.shape[1] // 4, 1]) for one in frames_of(made.path)]
    assert max(green[:15] + green[46:]) < 20
    assert min(green[25:36]) > 235
    assert 60 < green[19] < 190
    assert 60 < green[40] < 190


@pytest.mark.parametrize("name", CONTAINERS)
def test_every_container_can_be_decoded_whole(tmp_path: Path, name: str) -> None:
    made = film(1300, sounds=(music(1300),))
    movie = tiny(made, tmp_path, container=name)
    frames = frames_of(movie.path)
    assert len(frames) == movie.frames == 1300 * movie.fps // 1000
    assert frames[0].shape[:2] == (movie.height, movie.width)
    assert near(frames[-1], RED, tolerance=25)
    with av.open(str(movie.path)) as file:
        assert len(file.streams.audio) == bool(CONTAINERS[name].audio_codec)
        assert abs((file.duration or 0) / 1e6 - movie.frames / movie.fps) < 0.03


@pytest.mark.parametrize(
    ("aspect", "quality", "size"),
    [
        ("16:9", "low", (854, 480)), ("16:9", "medium", (1280, 720)),
        ("16:9", "high", (1920, 1080)), ("9:16", "high", (1080, 1920)),
        ("1:1", "medium", (720, 720)), ("4:5", "low", (480, 600)),
    ],
)  # fmt: skip
def test_a_quality_has_its_size_in_every_aspect(
    tmp_path: Path, aspect: str, quality: str, size: tuple[int, int]
) -> None:
    one_frame = dataclasses.replace(film(30), aspect=aspect)
    made = tiny(one_frame, tmp_path, quality=quality, scale=1.0)
    assert (made.width, made.height) == size == frames_of(made.path)[0].shape[1::-1]


def test_better_quality_costs_more_bytes(tmp_path: Path) -> None:
    sizes = [tiny(film(1000), tmp_path, quality=name, scale=0.2).bytes for name in QUALITIES]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == len(sizes)


def test_music_is_heard_at_the_usual_loudness(tmp_path: Path) -> None:
    made = tiny(film(4000, sounds=(music(4000),)), tmp_path)
    assert integrated(sound_of(made.path), 48_000) == pytest.approx(-16, abs=0.7)


def test_a_film_without_sounds_has_a_silent_track(tmp_path: Path) -> None:
    heard = sound_of(tiny(film(), tmp_path).path)
    assert len(heard) >= 96_000
    assert np.abs(heard).max() < 1e-4


@pytest.mark.parametrize(
    ("made", "options", "say"),
    [
        (film(1000), {"container": "flv"}, "mp4, mov, webm, gif"),
        (film(1000), {"quality": "best"}, "low, medium, high"),
        (Film(duration_ms=0), {}, "one frame to one hour"),
        (film(3_600_001), {}, "one frame to one hour"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(
    tmp_path: Path, made: Film, options: dict[str, str], say: str
) -> None:
    with pytest.raises(RenderError, match=say):
        tiny(made, tmp_path, **options)
    assert not list(tmp_path.iterdir())
