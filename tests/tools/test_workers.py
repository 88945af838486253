"""Work goes on without the command that started it, and is found again whoever was killed."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from t2v.endpoints import CHAT, RENDER, RENDER_STATUS
from t2v.report import Exit
from tests.films import MP4
from tests.scripted_service import ScriptedService
from tests.tools.conftest import ToolRunner
from tests.tools.schema import validate
from tests.tools.working import PRICE, Work, until

RESUMED = ("--resume", "--wait", "30")


@pytest.fixture
def work(service: ScriptedService, workspace: Path, run_tool: ToolRunner) -> Work:
    """Return a project with a film in it, at a service that takes its time."""
    made = Work(service, Path(os.environ["T2V_HOME"]), workspace)
    run_tool("connect", env=made.environment)
    return made


def test_after_the_wait_the_work_goes_on_and_any_later_call_finds_it(
    run_tool: ToolRunner, work: Work
) -> None:
    begun = run_tool("send", "add a title", "--wait", "0.5", env=work.environment)
    assert (begun.exit, begun.document["next"]) == (Exit.TEMPORARY, ["wait"])
    assert begun.document["charged"] == "unknown"
    assert begun.document["data"]["job"]["kind"] == "chat"
    until(lambda: work.working)

    looked = run_tool("state", env=work.environment)
    assert looked.document["data"]["job"]["id"] == work.task.id
    assert "A chat has been going on for" in looked.say

    work.finish()
    until(lambda: work.task.state == "done")
    found = run_tool("send", "--resume", env=work.environment)
    assert (found.document["charged"], found.document["data"]["credits_spent"]) == ("yes", PRICE)
    assert found.document["external"]["text"].endswith("Done.")
    assert len(work.service.calls(CHAT)) == 1
    again = run_tool("send", "--resume", env=work.environment)
    assert again.code == "nothing_to_resume"


def test_the_stream_is_kept_open_when_the_tool_is_killed(run_tool: ToolRunner, work: Work) -> None:
    tool = work.start("send", "add a title", "--wait", "60")
    until(lambda: work.working)
    tool.kill()
    tool.communicate()
    assert work.alive
    work.finish()
    found = run_tool("send", *RESUMED, env=work.environment)
    assert found.document["data"]["credits_spent"] == PRICE
    assert found.document["external"]["text"].endswith("Done.")  # nobody closed the stream
    assert len(work.service.calls(CHAT)) == 1


@pytest.mark.parametrize("restarted", [False, True])
def test_a_killed_worker_is_replaced_by_one_that_looks_and_sends_nothing(
    run_tool: ToolRunner, work: Work, *, restarted: bool
) -> None:
    """Also after a restart of the computer: then the record names a worker of another boot."""
    tool = work.start("send", "add a title", "--wait", "60")
    until(lambda: work.working)
    tool.kill()
    tool.communicate()
    work.kill_worker()
    if restarted:  # its number is another process's now
        work.shelf.write(work.task._replace(pid=os.getpid(), birth="another boot 1"))
    work.finish()
    found = run_tool("send", *RESUMED, env=work.environment)
    assert found.document["data"]["credits_spent"] == PRICE
    assert len(work.service.calls(CHAT)) == 1
    assert work.task.attempts == 2


def test_the_call_that_watches_replaces_it_too(run_tool: ToolRunner, work: Work) -> None:
    tool = work.start("send", "add a title", "--wait", "60")
    until(lambda: work.working)
    work.finish()
    work.kill_worker()
    document = json.loads(tool.communicate(timeout=30)[0])
    validate("send", document, tool.returncode)
    assert document["data"]["changed"] is True
    assert len(work.service.calls(CHAT)) == 1


def test_a_worker_killed_before_anything_was_sent_says_so(run_tool: ToolRunner, work: Work) -> None:
    run_tool("send", "add a title", "--wait", "0", env=work.environment)
    until(lambda: work.working)
    work.finish()
    until(lambda: work.task.state == "done")
    # As it lies there when a computer goes down between the record and the request.
    work.shelf.write(work.task._replace(state="queued", exit=None, document=None, ended_at=None))
    found = run_tool("send", *RESUMED, env=work.environment)
    assert (found.code, found.document["charged"]) == ("not_sent", "no")
    assert len(work.service.calls(CHAT)) == 1


def test_a_render_outlives_tool_and_worker(
    run_tool: ToolRunner, work: Work, workspace: Path
) -> None:
    tool = work.start("export", "--output", "cat.mp4", "--wait", "60")
    until(lambda: work.working)
    tool.kill()
    tool.communicate()
    work.kill_worker()
    work.finish()
    found = run_tool("export", *RESUMED, env=work.environment)
    assert found.document["data"]["file"] == str(workspace / "cat.mp4")
    assert (workspace / "cat.mp4").read_bytes() == MP4
    assert len(work.service.calls(RENDER)) == 1
    asked = {seen.path for seen in work.service.calls(RENDER_STATUS)}
    assert len(asked) == 1
    assert [path.name for path in workspace.iterdir()] == ["cat.mp4"]


def test_a_film_whose_worker_was_killed_goes_on_to_its_file(
    run_tool: ToolRunner, work: Work, workspace: Path
) -> None:
    tool = work.start("create", "a cat", "--output", "cat.mp4", "--wait", "60")
    until(lambda: work.working)
    tool.kill()
    tool.communicate()
    work.kill_worker()
    refused = run_tool("send", "--resume", env=work.environment)
    assert "create.py" in refused.say
    work.finish()
    found = run_tool("create", *RESUMED, env=work.environment)
    assert found.document["data"]["file"] == str(workspace / "cat.mp4")
    assert (found.document["charged"], found.document["data"]["credits_spent"]) == ("yes", PRICE)
    assert len(work.service.calls(CHAT)) == 1


def test_one_job_at_a_time_and_the_second_hears_which(run_tool: ToolRunner, work: Work) -> None:
    run_tool("send", "add a title", "--wait", "0", env=work.environment)
    for rival in (("send", "a dog"), ("export",), ("create", "a dog"), ("connect", "--new")):
        refused = run_tool(*rival, env=work.environment)
        assert (refused.code, refused.exit) == ("busy", Exit.TEMPORARY)
        if rival[0] != "connect":
            assert refused.document["data"]["job"]["id"] == work.task.id
            assert refused.document["data"]["job"]["age_s"] >= 0
    until(lambda: work.working)
    work.finish()
    run_tool("send", *RESUMED, env=work.environment)
    assert len(work.service.calls(CHAT)) == 1


def test_a_chat_leaves_a_render_that_waits_to_be_fetched(
    run_tool: ToolRunner, work: Work, workspace: Path
) -> None:
    run_tool("export", "--output", "cat.mp4", "--wait", "0", env=work.environment)
    until(lambda: work.working)
    work.kill_worker()
    work.finish()
    assert run_tool("send", "add a title", env=work.environment).exit == Exit.OK
    found = run_tool("export", *RESUMED, env=work.environment)
    assert found.document["data"]["file"] == str(workspace / "cat.mp4")
    assert len(work.service.calls(RENDER)) == 1


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (signal.SIGTERM, Exit.TERMINATED),
        (signal.SIGHUP, Exit.TERMINATED),
        (signal.SIGINT, Exit.INTERRUPTED),
    ],
)
def test_a_tool_that_is_stopped_says_what_goes_on_without_it(
    run_tool: ToolRunner, work: Work, number: signal.Signals, code: Exit
) -> None:
    """A terminal that is closed, or Ctrl-C, reaches the whole group of processes."""
    tool = work.start("send", "add a title", "--wait", "60", start_new_session=True)
    until(lambda: work.working)
    os.killpg(tool.pid, number)
    out, err = tool.communicate(timeout=30)
    (line,) = out.splitlines()
    document = json.loads(line)
    validate("send", document, tool.returncode)
    assert tool.returncode == code
    assert (document["charged"], document["next"]) == ("unknown", ["wait"])
    assert document["data"]["job"]["id"] == work.task.id
    assert b"Traceback" not in err
    assert work.alive
    work.finish()
    assert run_tool("send", *RESUMED, env=work.environment).document["charged"] == "yes"


def test_the_worker_is_nobodys_child_and_keeps_words_and_secrets_out_of_sight(
    run_tool: ToolRunner, work: Work
) -> None:
    """Hosts that end a command end its children with it."""
    tool = work.start("send", "add a very secret title", "--wait", "60")
    until(lambda: work.working)
    if Path("/proc").is_dir():
        status = Path(f"/proc/{work.task.pid}/stat").read_text().rpartition(")")[2].split()
        assert int(status[1]) != tool.pid
        command = Path(f"/proc/{work.task.pid}/cmdline").read_bytes()
        assert b"secret" not in command
        assert work.environment["NEMO_TOKEN"].encode() not in command
    place = work.shelf.place(work.task.id)
    assert not [path for path in place.iterdir() if path.stat().st_mode & 0o077]
    work.finish()
    tool.communicate(timeout=30)
    assert tool.returncode == Exit.OK
    until(lambda: not work.alive)
    assert (place / "worker.log").read_bytes() == b""


def test_progress_of_the_worker_reaches_the_caller(run_tool: ToolRunner, work: Work) -> None:
    tool = work.start("export", "--output", "cat.mp4", "--wait", "60", "--progress", "ndjson")
    until(lambda: work.working)
    work.finish()
    _, err = tool.communicate(timeout=30)
    steps = [json.loads(line) for line in err.splitlines()]
    assert list(steps[0]) == ["elapsed_s", "stage", "percent", "say"]
    assert {"Rendering", "Downloading"} <= {step["stage"] for step in steps}
    assert 40 in [step["percent"] for step in steps if step["stage"] == "Rendering"]


def test_where_nothing_can_be_kept_the_tool_does_the_work_itself(
    run_tool: ToolRunner, work: Work, workspace: Path
) -> None:
    """A home that is a file: nothing is found again, and nothing is worse than before."""
    (workspace / "file").write_bytes(b"")
    work.finish()
    home = {**work.environment, "T2V_HOME": str(workspace / "file" / "home")}
    made = run_tool("create", "a cat", "--output", "cat.mp4", env=home)
    assert made.document["data"]["file"] == str(workspace / "cat.mp4")
