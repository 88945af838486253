"""The contact sheet and the timeline picture, by their pixels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from t2v.errors import SkillError
from t2v_studio.__main__ import main
from t2v_studio.media import MediaError
from t2v_studio.pictures import contact_sheet, timeline_picture
from t2v_studio.pictures.paper import CUT, clipped, length
from t2v_studio.pictures.sheet import clock
from t2v_studio.pictures.timeline import COLOURS, GUTTER, MARGIN, WIDTH, lanes, seconds
from tests.studio.movie_samples import Bytes, tone, write_clip, write_sound


def segment(name: str, start_ms: int, end_ms: int, **more: Any) -> dict[str, Any]:
    return {"name": name, "start_ms": start_ms, "end_ms": end_ms, **more}


def track(kind: str, *segments: dict[str, Any]) -> dict[str, Any]:
    return {"kind": kind, "label": kind.title(), "segments": list(segments)}


def pixels(path: Path) -> Bytes:
    with Image.open(path) as image:
        assert image.format == "PNG"
        return np.asarray(image.convert("RGB"))


def span(picture: Bytes, colour: tuple[int, int, int]) -> tuple[int, int]:
    """Return where a colour begins and ends, right of the labels."""
    found = (picture[:, GUTTER:] == colour).all(axis=2).any(axis=0).nonzero()[0] + GUTTER
    return int(found[0]), int(found[-1])


def tinted(index: int) -> Bytes:
    return np.full((36, 64, 3), (0, 0, 20 + 10 * index), np.uint8)


@pytest.mark.parametrize(
    ("frames", "rows", "columns"), [(8, 2, 4), (4, 2, 2), (9, 3, 3), (1, 1, 1)]
)
def test_a_contact_sheet_shows_evenly_spaced_frames(
    tmp_path: Path, frames: int, rows: int, columns: int
) -> None:
    video = write_clip(tmp_path / "film.mp4", tinted, frames=20)
    sheet = pixels(contact_sheet(video, tmp_path / "sheet.png", frames=frames))
    height, width = sheet.shape[:2]
    middles = [66 + (height - 94) * (2 * row + 1) // (2 * rows) for row in range(rows)]
    centres = [width * (2 * column + 1) // (2 * columns) for column in range(columns)]
    reds = [int(sheet[y, x, 0]) for y in middles for x in centres]
    wanted = [20 + 10 * int(20 * (2 * number + 1) / (2 * frames)) for number in range(frames)]
    assert np.abs(np.array(reds) - wanted).max() <= 6


def test_an_upright_film_has_upright_pictures(tmp_path: Path) -> None:
    video = write_clip(tmp_path / "f.mp4", lambda _: np.full((64, 36, 3), 200, np.uint8), frames=9)
    sheet = pixels(contact_sheet(video, tmp_path / "sheet.png"))
    runs = np.flatnonzero(np.diff((sheet[200, :, 0] > 150).astype(int)))
    assert len(runs) == 8  # four side by side
    assert runs[1] - runs[0] == 248


def test_a_contact_sheet_of_a_sound_is_refused_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = write_sound(tmp_path / "beep.wav", tone(440, 0.5))
    code = main(["sheet", str(sound), str(tmp_path / "sheet.png")])
    assert code == SkillError("unsupported_file").failure.exit
    assert capsys.readouterr().err.startswith("There are no pictures in beep.wav.")
    assert not (tmp_path / "sheet.png").exists()


def test_a_contact_sheet_of_no_film_is_refused(tmp_path: Path) -> None:
    (tmp_path / "f.mp4").write_bytes(b"words")
    with pytest.raises(MediaError):
        contact_sheet(tmp_path / "f.mp4", tmp_path / "sheet.png")
    with pytest.raises(ValueError, match="at least one"):
        contact_sheet(tmp_path / "f.mp4", tmp_path / "sheet.png", frames=0)
    assert not (tmp_path / "sheet.png").exists()


@pytest.mark.parametrize(
    ("kind", "start_ms", "end_ms"),
    [("video", 0, 10_000), ("audio", 2500, 7500), ("text", 9000, 10_000), ("other", 0, 100)],
)
def test_a_segment_lies_at_its_time_in_its_colour(
    tmp_path: Path, kind: str, start_ms: int, end_ms: int
) -> None:
    timeline = {"duration_ms": 10_000, "tracks": [track(kind, segment("", start_ms, end_ms))]}
    left, right = span(pixels(timeline_picture(timeline, tmp_path / "t.png")), COLOURS[kind])
    lane = WIDTH - GUTTER - MARGIN
    assert left == pytest.approx(GUTTER + lane * start_ms / 10_000, abs=2)
    assert right == pytest.approx(GUTTER + lane * end_ms / 10_000, abs=4)


@pytest.mark.parametrize(
    "name", ["A title " * 40, "天堂与城市之梦" * 30, "x" * 500, "two\nlines\there" * 30]
)
def test_words_stay_inside_their_box(tmp_path: Path, name: str) -> None:
    timeline = {"duration_ms": 10_000, "tracks": [track("text", segment(name, 0, 2000))]}
    picture = pixels(timeline_picture(timeline, tmp_path / "t.png"))
    bare = {"duration_ms": 10_000, "tracks": [track("text", segment("", 0, 2000))]}
    without = pixels(timeline_picture(bare, tmp_path / "u.png"))
    changed = (picture != without).any(axis=2).any(axis=0).nonzero()[0]
    assert changed.size
    assert changed[0] >= GUTTER
    assert changed[-1] < GUTTER + (WIDTH - GUTTER - MARGIN) / 5


@pytest.mark.parametrize(
    "timeline",
    [
        {"duration_ms": 0, "tracks": []},
        {"duration_ms": 0, "tracks": [track("video")]},
        {"duration_ms": 1000, "tracks": [track("hologram", segment("x", 0, 5000, volume=None))]},
        {"duration_ms": 7_200_000, "tracks": [track("audio", segment("x", 0, 10, volume=0))]},
        {"duration_ms": 1000, "tracks": [track("video", *[segment("x", 0, 900)] * 100)]},
    ],
)
def test_odd_timelines_are_drawn_too(tmp_path: Path, timeline: dict[str, Any]) -> None:
    picture = pixels(timeline_picture(timeline, tmp_path / "t.png"))
    assert picture.shape[1] == WIDTH
    assert picture.shape[0] < 4000
    assert len(np.unique(picture.sum(axis=2))) > 3


def test_segments_that_overlap_lie_on_lanes_of_their_own() -> None:
    parts = [segment("a", 0, 5), segment("b", 4, 8), segment("c", 5, 9), segment("d", 8, 9)]
    assert [[one["name"] for one in lane] for lane in lanes(parts)] == [["a", "c"], ["b", "d"]]


def test_a_line_is_cut_where_it_ends() -> None:
    assert clipped("short", 20, 500) == "short"
    cut = clipped("a rather long name", 20, 90)
    assert cut.endswith(CUT)
    assert length(cut, 20) <= 90
    assert clipped("anything", 20, 3) == ""


@pytest.mark.parametrize(
    ("time_ms", "ruler", "stamp"),
    [(0, "0 s", "0:00.0"), (2500, "2.5 s", "0:02.5"), (65_000, "1:05", "1:05.0")],
)
def test_times_are_said_shortly(time_ms: int, ruler: str, stamp: str) -> None:
    assert (seconds(time_ms), clock(time_ms)) == (ruler, stamp)
