"""Metrics against their definitions, computed another way."""

from __future__ import annotations

import itertools
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from planted.films import FPS, Coding, Film, scene, write
from t2v_measure import agreement, metrics, reference, similarity, vmaf
from t2v_measure.hearing.loudness import RATE
from t2v_measure.rows import Wanted, measured
from t2v_measure.seeing import detail
from t2v_measure.seeing.fingerprint import frame_hash
from t2v_measure.seeing.look import Look
from t2v_measure.similarity import Film as Compared
from t2v_measure.targets import Item
from t2v_measure.watching import watch


def test_flicker_is_vbenchs_formula(clip: Path) -> None:
    with av.open(str(clip)) as container:
        frames = [frame.to_ndarray(format="bgr24") for frame in container.decode(video=0)]
    pairs = itertools.pairwise(frames)
    maes = [np.abs(a.astype(np.float64) - b).mean() for a, b in pairs]
    assert watch(clip, threads=1).flicker.score() == pytest.approx((255 - np.mean(maes)) / 255)


def test_a_still_film_is_steady_and_its_motion_nothing(tmp_path: Path) -> None:
    still = [scene(4, 1)[0]] * FPS
    write(Film(frames=still, sound=None), tmp_path / "still.mp4")
    seen = watch(tmp_path / "still.mp4", threads=1)
    assert seen.flicker.score() == pytest.approx(1, abs=1e-3)
    assert seen.motion.mean() == pytest.approx(0, abs=0.2)
    assert metrics.values(seen)["loudness"] is None


def test_motion_is_the_speed_of_the_picture(tmp_path: Path) -> None:
    """A picture that shifts 2 px a frame at 24 fps moves 48 of its 384 px a second: 12.5 %."""
    wide = np.asarray(cv2.resize(scene(5, 1)[0], (768, 432)), np.uint8)
    frames = [np.ascontiguousarray(wide[100:316, 2 * n : 2 * n + 384]) for n in range(FPS)]
    write(Film(frames=frames, sound=None), tmp_path / "pan.mp4")
    assert watch(tmp_path / "pan.mp4", threads=1).motion.mean() == pytest.approx(12.5, rel=0.15)


@pytest.mark.parametrize(("level", "lufs"), [(-23.0, -23.0), (-33.0, -33.0)])
def test_loudness_is_ebu_tech_3341s(tmp_path: Path, level: float, lufs: float) -> None:
    """Its test signals: a stereo sine of 1 kHz at so many dBFS reads as many LUFS, within 0.1."""
    time = np.arange(4 * RATE) / RATE
    sine = 10 ** (level / 20) * np.sin(2 * np.pi * 1000 * time)
    film = Film(frames=scene(6, FPS), sound=np.stack([sine, sine]).astype(np.float32))
    film.coding = Coding(container="matroska", audio="flac")
    write(film, tmp_path / "sine.mkv")
    ear = watch(tmp_path / "sine.mkv", threads=1).ear
    assert ear is not None
    assert ear.loudness.integrated() == pytest.approx(lufs, abs=0.1)
    assert ear.loudness.true_peak() == pytest.approx(level, abs=0.3)


def test_colourfulness_of_grey_is_nothing_and_of_stripes_the_formulas() -> None:
    small = np.zeros((64, 64, 3), np.uint8)
    assert detail.colourfulness(look_at(small)) == 0
    small[:, ::2, 2] = 255  # red and black: rg is 0 or 255, yb 0 or 127.5
    spread = np.hypot(127.5, 63.75)
    assert detail.colourfulness(look_at(small)) == pytest.approx(spread + 0.3 * spread)


def test_blur_grows_with_blur() -> None:
    frame = scene(7, 1)[0]
    blurs = [
        detail.blur(look_at(np.asarray(cv2.GaussianBlur(frame, (0, 0), sigma), np.uint8)))
        for sigma in (0.3, 1, 2, 4)
    ]
    assert blurs == sorted(blurs)
    assert detail.sharpness(look_at(frame)) > 100


def look_at(small: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> Look:
    luma = np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), np.uint8)
    cells = np.zeros((18, 32), np.float32)
    return Look(index=0, time_s=0, until_s=1, full=small, small=small, luma=luma, cells=cells)


def test_a_hash_survives_scaling_and_light_and_not_another_scene() -> None:
    one, other = (np.asarray(cv2.cvtColor(scene(n, 1)[0], cv2.COLOR_BGR2GRAY)) for n in (8, 9))
    base = frame_hash(np.asarray(one, np.uint8))
    small = np.asarray(cv2.resize(one, None, fx=0.5, fy=0.5), np.uint8)
    dark = (one * 0.7).astype(np.uint8)
    assert (base ^ frame_hash(small)).bit_count() <= 6
    assert (base ^ frame_hash(dark)).bit_count() <= 6
    assert (base ^ frame_hash(np.asarray(other, np.uint8))).bit_count() > 16


def test_near_duplicates_are_grouped_and_diversity_is_between_prompts() -> None:
    same, near, far = ("00" * 8,) * 8, ("01" + "00" * 7,) * 8, ("ff" * 8,) * 8
    films = [Compared("a", same, "x"), Compared("b", near, "x"), Compared("c", far, "y")]
    found = similarity.compare(films)
    assert found["duplicates"] == [["a", "b"]]
    assert found["diversity_within_prompts"] == pytest.approx(1 / 64, abs=1e-4)
    assert found["diversity_between_prompts"] == pytest.approx(1 - 0.5 / 64, abs=1e-4)


def test_correlations_are_pearsons_and_spearmans() -> None:
    values, scores = [1.0, 2.0, 2.0, 4.0, None], [10.0, 20.0, 30.0, 1000.0, 5.0]
    found = agreement.agreements({"m": values, "flat": [1.0] * 5}, scores)
    assert set(found) == {"m"}
    assert found["m"].srcc == pytest.approx(0.9487, abs=1e-4)  # ranks 1 2.5 2.5 4 and 1 2 3 4
    assert found["m"].plcc == pytest.approx(0.9324, abs=1e-4)
    assert found["m"].count == 4


def test_a_copy_of_itself_is_the_same(clip: Path) -> None:
    assert reference.compare(clip, clip) == {"psnr": None, "ssim": 1.0}


def test_psnr_is_that_of_the_decoded_pixels(clip: Path, tmp_path: Path) -> None:
    worse = tmp_path / "worse.mp4"
    write(Film(frames=scene(1, FPS * 2), sound=None, coding=Coding(crf=40)), worse)
    errors = [
        np.mean((a.astype(np.float64) - b) ** 2)
        for a, b in zip(planes(worse), planes(clip), strict=True)
    ]
    found = reference.compare(worse, clip)
    assert found["psnr"] == pytest.approx(10 * np.log10(255**2 / np.mean(errors)), abs=0.1)
    assert found["ssim"] is not None
    assert 0.5 < found["ssim"] < 0.99


def planes(path: Path) -> list[np.ndarray[tuple[int, ...], np.dtype[np.uint8]]]:
    with av.open(str(path)) as container:
        return [np.asarray(f.to_ndarray(format="yuv420p")) for f in container.decode(video=0)]


def test_vmaf_tells_a_copy_from_a_bad_one(clip: Path, tmp_path: Path) -> None:
    pytest.importorskip("imageio_ffmpeg", reason="the extra `vmaf` is not installed")
    worse = tmp_path / "worse.mp4"
    write(Film(frames=scene(1, FPS * 2), sound=None, coding=Coding(crf=44)), worse)
    assert vmaf.vmaf(clip, clip) > 95
    assert vmaf.vmaf(worse, clip) < 80


def test_without_vmaf_a_row_says_so(clip: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vmaf, "available", lambda: False)
    row = measured(Item(path=clip, name="clip.mp4"), Wanted(reference=clip))
    assert row.metrics["vmaf"] is None
    assert any("vmaf" in note for note in row.notes)


def test_every_metric_has_a_meaning_and_a_value(clip: Path) -> None:
    values = metrics.values(watch(clip, threads=1))
    assert [row.name for row in metrics.METRICS if not (row.meaning and row.source)] == []
    assert [name for name, value in values.items() if value is None] == []
    assert values["conforms"] is True
    assert (values["width"], values["height"], values["aspect"]) == (384, 216, "16:9")
