"""Stretches made apart, by other processes, and what happens when they are not to be finished."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from t2v_studio.film import Caption, Clip, Sound
from t2v_studio.movie import CONTAINERS, QUALITIES, RenderCancelledError, RenderError
from t2v_studio.movie.encode import encode
from t2v_studio.movie.job import Job
from t2v_studio.movie.plan import Chunk, plan
from tests.studio.movie_samples import (
    ART,
    BROKEN_ART,
    DYING_ART,
    film,
    frames_of,
    music,
    scene_clip,
    tiny,
)  # fmt: skip

CAPTION = Caption(start_ms=400, duration_ms=2000, text="hello")
LONG = film(
    4000, clips=(scene_clip(0, 2100, 0), scene_clip(2100, 1900, 1)), captions=(CAPTION,),
    sounds=(music(4000, "calm"),),
)  # fmt: skip


def test_two_processes_write_the_same_bytes_as_none(tmp_path: Path) -> None:
    alone = tiny(LONG, tmp_path, name="alone.mp4", workers=0)
    together = tiny(LONG, tmp_path, name="together.mp4", workers=2)
    assert alone.path.read_bytes() == together.path.read_bytes()


def test_a_film_of_joined_stretches_decodes_as_one_made_in_one_piece(tmp_path: Path) -> None:
    joined = frames_of(tiny(LONG, tmp_path).path)
    decided = plan(LONG, quality="high", container="mp4", scale=0.05, fps=None)
    assert len(decided.chunks) > 2
    whole = Job(film=LONG, assets={}, plan=decided, art=ART)
    for chunk in decided.chunks:
        for index in (chunk.first, chunk.last - 1):
            painted = whole.reel.frame(index).astype(int)
            assert np.abs(joined[index] - painted).mean() < 3


@pytest.mark.parametrize("name", ["mp4", "webm"])
def test_the_same_stretch_gives_the_same_packets_at_any_time(name: str) -> None:
    decided = plan(LONG, quality="low", container=name, scale=0.1, fps=None)
    chunk = decided.chunks[1]
    fresh, used = (Job(film=LONG, assets={}, plan=decided, art=ART) for _ in "ab")
    encode(used.reel, decided, decided.chunks[0])
    packets = encode(fresh.reel, decided, chunk)
    assert encode(used.reel, decided, chunk) == packets
    assert [packet.pts for packet in packets] == list(range(chunk.first, chunk.last))
    assert [packet.key for packet in packets] == [True] + [False] * (len(packets) - 1)


@pytest.mark.parametrize("duration_ms", [10, 700, 1250, 1300, 10_000, 61_234])
def test_stretches_cover_every_frame_once(duration_ms: int) -> None:
    decided = plan(film(duration_ms), quality="high", container="mp4", scale=1, fps=30)
    edges = [(chunk.first, chunk.last) for chunk in decided.chunks]
    assert edges[0][0] == 0
    assert edges[-1][1] == decided.frames
    assert all(before[1] == after[0] for before, after in pairwise(edges))
    assert all(0 < last - first <= 38 for first, last in edges)


def test_a_row_of_the_callers_own_is_taken_as_it_is(tmp_path: Path) -> None:
    usual = CONTAINERS["mp4"]
    finer = replace(QUALITIES["low"], crf={"libx264": 10})
    plain = replace(usual, options={"x264-params": "scenecut=0"})
    made = tiny(LONG, tmp_path, quality="low", container=usual)
    assert made.path.read_bytes() == tiny(LONG, tmp_path, quality="low").path.read_bytes()
    for own in ({"quality": finer, "container": "mp4"}, {"quality": "low", "container": plain}):
        assert tiny(LONG, tmp_path, **own).bytes != made.bytes


def test_a_gif_is_made_in_one_piece() -> None:
    decided = plan(film(10_000), quality="high", container="gif", scale=1, fps=60)
    assert decided.chunks == (Chunk(0, decided.frames),)
    assert (decided.fps, max(decided.width, decided.height)) == (20, 640)


@pytest.mark.parametrize("workers", [0, 2])
def test_progress_grows_to_the_end(tmp_path: Path, workers: int) -> None:
    heard: list[float] = []
    tiny(LONG, tmp_path, workers=workers, progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert all(0 <= share <= 1 for share in heard)


@pytest.mark.parametrize("workers", [0, 2])
@pytest.mark.parametrize("patience", [0, 1, 2])
def test_a_cancelled_render_leaves_what_was_there(
    tmp_path: Path, workers: int, patience: int
) -> None:
    (tmp_path / "film.mp4").write_bytes(b"the film before")
    asked = iter([False] * patience)
    with pytest.raises(RenderCancelledError):
        tiny(LONG, tmp_path, workers=workers, cancelled=lambda: next(asked, True))
    assert [path.name for path in tmp_path.iterdir()] == ["film.mp4"]
    assert (tmp_path / "film.mp4").read_bytes() == b"the film before"


@pytest.mark.parametrize("workers", [0, 2])
def test_a_painter_that_fails_leaves_nothing(tmp_path: Path, workers: int) -> None:
    with pytest.raises(RuntimeError, match="out of paint"):
        tiny(LONG, tmp_path, workers=workers, art=BROKEN_ART)
    assert not list(tmp_path.iterdir())


def test_a_process_that_dies_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="memory"):
        tiny(LONG, tmp_path, workers=2, art=DYING_ART)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [None, b"words", b"\x00\x00\x00\x18ftypisom" + bytes(60)])
@pytest.mark.parametrize(
    ("kind", "workers"), [("image", 0), ("video", 0), ("sound", 0), ("video", 2)]
)
def test_an_asset_that_is_gone_or_broken_leaves_nothing(
    tmp_path: Path, kind: str, content: bytes | None, workers: int
) -> None:
    upload = tmp_path / "beach"
    upload.write_bytes(content or b"")
    assets = {} if content is None else {"a1": upload}
    if kind == "sound":
        sound = Sound(start_ms=0, duration_ms=500, name="beach", asset="a1")
        made = film(500, sounds=(sound,))
    else:
        clip = Clip(start_ms=0, duration_ms=500, name="beach", asset="a1", asset_kind=kind)
        made = film(500, clips=(clip,))
    with pytest.raises(
        RenderError, match="'beach'" if content is None else "formats|damaged|still"
    ):
        tiny(made, tmp_path, assets=assets, workers=workers)
    assert [path.name for path in tmp_path.iterdir()] == ["beach"]
