"""Fitted copies: never over the limit, honest about the rest."""

from __future__ import annotations

import itertools
from pathlib import Path

import av
import pytest

from planted.films import FPS, Coding, Film, scene, tone, write
from t2v_measure import fit, ladder, twopass, vmaf
from t2v_measure.fit import fitted
from t2v_measure.ladder import rung
from t2v_measure.trouble import MeasureError

LENGTHS_S = (1, 3)
LIMITS = (40_000, 90_000, 200_000)
TRIED = {(3, 40_000), (1, 90_000), (1, 200_000)}
"""Each limit once, the tightest by the longer film; the others are for the group `soak`."""


def film(path: Path, seconds: int, *, sound: bool = True) -> Path:
    write(
        Film(
            frames=scene(31, FPS * seconds),
            sound=tone(31, seconds) if sound else None,
            coding=Coding(crf=4),
        ),
        path,
    )
    return path


@pytest.mark.parametrize(
    ("seconds", "limit"),
    [
        pytest.param(seconds, limit, marks=() if (seconds, limit) in TRIED else pytest.mark.soak)
        for seconds, limit in itertools.product(LENGTHS_S, LIMITS)
    ],
)
def test_a_copy_is_never_over_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: int, limit: int
) -> None:
    monkeypatch.setattr(vmaf, "available", lambda: False)
    source = film(tmp_path / "film.mp4", seconds)
    before = source.read_bytes()
    copy = fitted(source, tmp_path / "copy.mp4", limit, lambda _: None)
    assert copy.file is not None
    assert copy.bytes == (tmp_path / "copy.mp4").stat().st_size <= limit
    assert copy.bytes > 0.5 * limit
    assert source.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.mp4", "film.mp4"]
    with av.open(str(tmp_path / "copy.mp4")) as container:
        assert (container.duration or 0) / av.time_base == pytest.approx(seconds, abs=0.1)
        assert container.streams.video[0].codec_context.name == "h264"
        assert container.streams.audio[0].codec_context.name == "aac"
    assert copy.ssim is not None
    assert copy.ssim > 0.4


def test_a_film_that_fits_is_left_alone(tmp_path: Path) -> None:
    source = film(tmp_path / "film.mp4", 1)
    copy = fitted(source, tmp_path / "copy.mp4", 10_000_000, lambda _: None)
    assert (copy.file, copy.bytes) == (None, source.stat().st_size)
    assert not (tmp_path / "copy.mp4").exists()


def test_ten_minutes_in_a_megabyte_are_refused() -> None:
    ten_minutes = ladder.Film(seconds=600, width=1920, height=1080, fps=30, sound=True)
    with pytest.raises(MeasureError, match="10 minutes cannot fit into 1 MB") as caught:
        rung(ten_minutes, 1_000_000)
    assert caught.value.code == "cannot_fit"


@pytest.mark.parametrize("limit", [16e6, 20e6, 25e6, 50e6])
@pytest.mark.parametrize("seconds", [10, 30, 60, 180])
def test_less_room_never_means_a_larger_picture(seconds: int, limit: float) -> None:
    long = ladder.Film(seconds=seconds, width=1920, height=1080, fps=30, sound=True)
    tight, wide = rung(long, int(limit)), rung(long, int(limit * 2))
    assert tight.width <= wide.width
    assert tight.audio_kbps <= wide.audio_kbps
    total = (tight.video_kbps + tight.audio_kbps) * 1000 / 8 * seconds
    assert total < limit
    assert tight.width % 2 == tight.height % 2 == 0


def test_an_encoder_that_misses_aims_lower(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def encode(_: Path, target: Path, one: twopass.Pass, __: object) -> None:
        if one.number == 2:
            tried.append(one.rung.video_kbps)
            target.write_bytes(bytes(one.rung.video_kbps * 1000))

    source = film(tmp_path / "film.mp4", 1)
    first = rung(fit._film(source), 90_000)
    monkeypatch.setattr(twopass, "run", encode)
    limit = first.video_kbps * 1000 * 2 // 3
    copy, chosen = fit._encoded(source, tmp_path, first, limit, lambda _: None)
    assert copy.stat().st_size <= limit
    assert len(tried) > 1
    assert chosen.video_kbps == min(tried) < first.video_kbps


def test_what_is_there_is_not_replaced(tmp_path: Path) -> None:
    source = film(tmp_path / "film.mp4", 1)
    (tmp_path / "copy.mp4").write_bytes(b"mine")
    with pytest.raises(MeasureError) as caught:
        fitted(source, tmp_path / "copy.mp4", 40_000, lambda _: None)
    assert caught.value.code == "output_exists"
    assert (tmp_path / "copy.mp4").read_bytes() == b"mine"
