"""evaluate.py as a host runs it: one line, bounded, its own codes, and work that goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planted.films import FPS, Film, scene, tone, write
from t2v.report import Exit
from tests.tools.conftest import ToolRunner


@pytest.fixture
def clips(workspace: Path) -> Path:
    folder = workspace / "clips"
    folder.mkdir()
    write(Film(frames=scene(1, FPS), sound=tone(1, 1)), folder / "a.mp4")
    (folder / "b.mp4").write_bytes((folder / "a.mp4").read_bytes())
    (folder / "bad.mp4").write_bytes(b"no video")
    return folder


def test_a_folder_is_measured_and_written(
    run_tool: ToolRunner, clips: Path, workspace: Path
) -> None:
    (workspace / "mos.csv").write_text("file,mos\na.mp4,3\n")
    ran = run_tool("evaluate", "clips", "--output", "out", "--scores", "mos.csv")
    data = ran.document["data"]
    assert (data["videos"], data["measured"]) == (3, 2)
    assert data["failed"] == [{"file": "bad.mp4", "code": "not_a_video"}]
    assert data["duplicates"] == [["a.mp4", "b.mp4"]]
    assert "None of these numbers says whether a video shows what its prompt asks for" in ran.say
    assert sorted(path.name for path in (workspace / "out").iterdir()) == [
        "evaluation.csv", "evaluation.html", "evaluation.json",
    ]  # fmt: skip
    whole = json.loads((workspace / "out" / "evaluation.json").read_text("utf-8"))
    assert whole["videos"][0]["human_score"] == 3
    again = run_tool("evaluate", "clips", "--output", "out")
    assert (again.code, again.exit) == ("output_exists", Exit.DATA)
    assert len(ran.stdout) < 5000


def test_a_call_ends_in_time_and_another_fetches_the_answer(
    run_tool: ToolRunner, clips: Path
) -> None:
    words = ("evaluate", "clips", "--format", "json")
    assert run_tool(*words, "--wait", "0").document["next"] == ["wait"]
    assert run_tool(*words, "--resume").document["data"]["measured"] == 2
    assert run_tool(*words, "--resume").code == "nothing_to_resume"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("none.mp4",), "file_missing"),
        (("",), "file_missing"),
        (("clips/bad.mp4",), "not_a_video"),
        (("empty",), "no_videos"),
        (("clips/a.mp4", "--reference", "clips/bad.mp4"), "not_a_video"),
        (("clips/a.mp4", "--scores", "clips/bad.mp4"), "bad_table"),
        (("clips/a.mp4", "--output", "clips/bad.mp4"), "output_unusable"),
        (("clips/a.mp4", "--format", "pdf"), "usage"),
        ((), "usage"),
    ],
)
def test_bad_input_has_its_own_code(
    run_tool: ToolRunner, clips: Path, workspace: Path, words: tuple[str, ...], code: str
) -> None:
    (workspace / "empty").mkdir()
    assert run_tool("evaluate", *words).code == code


def test_without_the_extra_the_command_is_said(
    run_tool: ToolRunner, clips: Path, workspace: Path
) -> None:
    (workspace / "sitecustomize.py").write_text("import sys\nsys.modules['av'] = None\n")
    ran = run_tool("evaluate", "clips", env={"PYTHONPATH": str(workspace)})
    assert ran.code == "extra_missing"
    assert "text-to-video-skills[measure]" in ran.document["data"]["command"]
