"""Bad and hostile files: each its own code, and nothing but the file itself is opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from t2v_measure import crew, source, targets
from t2v_measure.evaluation import Order, evaluate
from t2v_measure.report import WRITERS
from t2v_measure.rows import Wanted
from t2v_measure.trouble import MeasureError


def refused(path: Path) -> str:
    with pytest.raises(MeasureError) as caught:
        source.open_video(path).close()
    return caught.value.code


def test_what_is_no_video_has_its_own_code(tmp_path: Path, clip: Path) -> None:
    cases = {
        "empty.mp4": (b"", "file_empty"),
        "words.mp4": (b"The free lunch is over.", "not_a_video"),
        "list.mp4": (f"ffconcat version 1.0\nfile {clip}\n".encode(), "not_a_video"),
        "live.mp4": (f"#EXTM3U\n#EXTINF:1,\nfile://{clip}\n".encode(), "not_a_video"),
        "head.mp4": (b"\0\0\0\x20ftypisom" + bytes(500), "file_damaged"),
        "cut.mp4": (clip.read_bytes()[: clip.stat().st_size * 2 // 3], "file_damaged"),
    }
    for name, (data, code) in cases.items():
        (tmp_path / name).write_bytes(data)
        assert refused(tmp_path / name) == code, name
    assert refused(tmp_path / "none.mp4") == "file_missing"
    assert refused(tmp_path) == "not_a_file"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no named pipes in folders")
def test_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp4")
    assert refused(tmp_path / "pipe.mp4") == "not_a_file"


def test_one_bad_file_does_not_spoil_the_others(tmp_path: Path, clip: Path) -> None:
    (tmp_path / "good.mp4").write_bytes(clip.read_bytes())
    (tmp_path / "bad.mp4").write_bytes(b"no")
    (tmp_path / "same.mp4").write_bytes(clip.read_bytes())
    told: list[float] = []
    rows = crew.measure_all(targets.find(tmp_path), Wanted(), told.append, 2)
    assert [row.error and row.error[0] for row in rows] == ["not_a_video", None, None]
    assert told[-1] == 1.0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nothing", "Line 1"),
        ('{"file": "a.mp4"}\n[]', "Line 2"),
        ('{"file": 5}', "Line 1"),
        ('{"prompt": "x"}', "Line 1"),
    ],
)
def test_a_bad_row_of_a_manifest_is_named(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "manifest.jsonl").write_text(text)
    with pytest.raises(MeasureError, match=told) as caught:
        targets.find(tmp_path / "manifest.jsonl")
    assert caught.value.code == "bad_table"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "empty"),
        ("a,b\n", "column"),
        ("file,mos\na,good\n", "Row 2"),
        ("file,mos\na\n", "Row 2"),
    ],
)
def test_a_bad_row_of_scores_is_named(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "scores.csv").write_text(text)
    with pytest.raises(MeasureError, match=told):
        targets.scores(tmp_path / "scores.csv")


def test_scores_of_several_people_are_averaged(tmp_path: Path) -> None:
    (tmp_path / "scores.csv").write_text("Video,MOS\na.mp4,2\na.mp4,4\nb,5\n")
    assert targets.scores(tmp_path / "scores.csv") == {"a.mp4": 3.0, "b": 5.0}


def test_an_empty_folder_holds_no_videos(tmp_path: Path) -> None:
    (tmp_path / ".hidden.mp4").write_bytes(b"x")
    with pytest.raises(MeasureError) as caught:
        targets.find(tmp_path)
    assert caught.value.code == "no_videos"


def test_a_page_shows_hostile_names_and_loads_nothing(tmp_path: Path, clip: Path) -> None:
    hostile = "<img src=x onerror=alert(1)>.mp4"
    (tmp_path / hostile).write_bytes(clip.read_bytes())
    (tmp_path / "=cmd.mp4").write_bytes(clip.read_bytes())
    found = evaluate(Order(target=tmp_path, output=tmp_path, formats=()), lambda _: None)
    written = {name: writer(found) for name, (_, writer) in WRITERS.items()}
    assert "<img src=x" not in written["html"]
    assert "&lt;img src=x" in written["html"]
    assert "http" not in written["html"].replace("http-equiv", "")
    assert "\n'=cmd.mp4," in written["csv"].replace("\r", "")
    assert found.similar["duplicates"] == [sorted([hostile, "=cmd.mp4"])]
