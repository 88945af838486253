"""batch.py as a host runs it: answers in time, goes on by itself, stops when a person says so."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from figures.instant import studio
from t2v.report import Exit
from tests.tools.conftest import LAUNCHERS, ToolRunner
from tests.tools.working import until

ROWS = 6
ORDER = ("prompts.csv", "--output", "clips", "--local")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Run a studio that answers at once, for tools of that home."""
    place = tmp_path_factory.mktemp("studio")
    with studio(place):
        yield place


@pytest.fixture(autouse=True)
def table(home: Path, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("T2V_HOME", str(home))
    rows = "".join(f"r{n},dog number {n} runs for 3 seconds\n" for n in range(ROWS))
    (workspace / "prompts.csv").write_text(f"id,prompt\n{rows}")


def test_a_call_ends_in_time_and_the_batch_goes_on(run_tool: ToolRunner, workspace: Path) -> None:
    first = run_tool("batch", *ORDER, "--wait", "0.1")
    assert (first.exit, first.document["next"]) == (Exit.TEMPORARY, ["wait"])
    assert first.document["data"]["job"]["kind"] == "batch"
    again = run_tool("batch", *ORDER, "--wait", "0.1")
    assert again.exit in (Exit.TEMPORARY, Exit.OK), "the same words watch it, and begin nothing"
    done = run_tool("batch", "--output", "clips", "--resume", "--local", "--wait", "50")
    assert done.document["data"]["made"] == ROWS
    assert len(list((workspace / "clips").glob("*.mp4"))) == ROWS
    assert done.document["data"]["credits_spent"] == 100 * ROWS


def test_progress_names_the_items_and_counts_them(workspace: Path) -> None:
    done = subprocess.run(
        [sys.executable, LAUNCHERS / "batch.py", *ORDER, "--limit", "2", "--progress", "ndjson"],
        cwd=workspace,
        capture_output=True,
        check=True,
        timeout=60,
    )
    steps = [json.loads(line) for line in done.stderr.splitlines()]
    assert {"r0", "r1"} == {step["item"] for step in steps if "item" in step}
    assert any(str(step["stage"]).startswith("2 of 2 made") for step in steps)


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_person_stops_the_batch_and_a_host_does_not(
    run_tool: ToolRunner, workspace: Path, number: int, code: int
) -> None:
    tool = subprocess.Popen(
        [sys.executable, LAUNCHERS / "batch.py", *ORDER, "--wait", "50"],
        cwd=workspace,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    until(lambda: list((workspace / "clips").glob("*.mp4")))
    tool.send_signal(number)
    out, _ = tool.communicate(timeout=30)
    told = json.loads(out)
    assert tool.returncode == code
    assert told["error"]["code"] == ("batch_stopped" if code == 130 else "terminated")
    after = run_tool("batch", "--output", "clips", "--resume", "--local", "--wait", "50").document
    if code == 130:
        assert after["error"]["code"] == "batch_stopped"
        assert 1 <= after["data"]["made"] < ROWS
        after = run_tool("batch", *ORDER, "--wait", "50").document
    assert after["data"]["made"] == ROWS
    assert after["data"]["credits_total"] == 100 * ROWS


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--output", "clips"), "usage"),
        (("--output", "clips", "--resume"), "nothing_to_resume"),
        (("none.csv", "--output", "clips"), "file_missing"),
        (("prompts.csv", "--output", ""), "usage"),
        (("prompts.csv", "--output", "clips", "--jobs", "0"), "usage"),
        (("prompts.csv", "--output", "prompts.csv"), "output_unusable"),
        ((".", "--output", "clips"), "edit_needed"),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_named_and_leaves_nothing(
    run_tool: ToolRunner, workspace: Path, words: tuple[str, ...], code: str
) -> None:
    assert run_tool("batch", *words, "--local").code == code
    assert sorted(path.name for path in workspace.iterdir()) == ["prompts.csv"]


def test_bad_rows_are_told_as_the_schema_says(run_tool: ToolRunner, workspace: Path) -> None:
    (workspace / "prompts.csv").write_text("id,prompt\n../a,x\nb,\n")
    ran = run_tool("batch", *ORDER)
    assert (ran.code, ran.exit) == ("bad_rows", Exit.DATA)
    assert [(row["row"], row["code"]) for row in ran.document["data"]["bad_rows"]] == [
        (2, "id_slash"),
        (3, "no_prompt"),
    ]
    assert run_tool("batch", *ORDER, "--skip-bad").code == "no_rows"


def test_a_look_tells_the_cost(run_tool: ToolRunner) -> None:
    data = run_tool("batch", *ORDER, "--dry-run").document["data"]
    assert (data["rows"], data["videos"], data["estimate"]) == (ROWS, ROWS, 100 * ROWS)
    assert data["free"] is True
