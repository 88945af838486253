"""jobs.py: what goes on is shown, cancelled honestly, and cleared away."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from t2v.endpoints import CHAT, RENDER
from t2v.report import Exit
from tests.scripted_service import ScriptedService
from tests.tools.conftest import ToolRunner
from tests.tools.working import PRICE, Work, until


@pytest.fixture
def work(service: ScriptedService, workspace: Path, run_tool: ToolRunner) -> Work:
    """Return a project with a chat that goes on."""
    made = Work(service, Path(os.environ["T2V_HOME"]), workspace)
    run_tool("connect", env=made.environment)
    run_tool("send", "add a title", "--wait", "0", env=made.environment)
    until(lambda: made.working)
    return made


def test_what_goes_on_is_listed_and_shown(run_tool: ToolRunner, work: Work) -> None:
    listed = run_tool("jobs", env=work.environment).document
    (job,) = listed["data"]["jobs"]
    assert (job["id"], job["kind"], job["state"]) == (work.task.id, "chat", "running")
    assert listed["say"] == "1 job, 1 of them going on."
    shown = run_tool("jobs", "show", job["id"], env=work.environment).document
    assert shown["data"]["answer"] is None
    assert (shown["charged"], shown["data"]["job"]["charged"]) == ("no", "unknown")

    work.finish()
    until(lambda: work.task.state == "done")
    ended = run_tool("jobs", env=work.environment).document["data"]["jobs"][0]
    assert ended["age_s"] >= ended["took_s"] >= 0
    shown = run_tool("jobs", "show", job["id"], env=work.environment).document
    assert (shown["charged"], shown["data"]["job"]["charged"]) == ("no", "yes")
    assert shown["data"]["answer"]["data"]["credits_spent"] == PRICE
    assert "external" not in shown["data"]["answer"]
    assert shown["external"]["untrusted"] is True


@pytest.mark.parametrize("hung", [False, True])
def test_cancelling_ends_the_worker_and_promises_nothing_for_the_service(
    run_tool: ToolRunner, work: Work, *, hung: bool
) -> None:
    if hung:  # it cannot hear that it is asked to end
        os.kill(work.task.pid, signal.SIGSTOP)
    work.tell("At it.")
    watching = work.start("send", "--resume", "--wait", "60", "--progress", "ndjson")
    assert watching.stderr is not None
    watching.stderr.readline()  # it watches
    cancelled = run_tool("jobs", "cancel", work.task.id, env=work.environment).document
    assert cancelled["data"]["job"]["state"] == "cancelled"
    assert (cancelled["charged"], cancelled["next"]) == ("unknown", ["poll_state"])
    assert "may finish the work, and charge for it" in cancelled["say"]
    out, _ = watching.communicate(timeout=30)
    assert json.loads(out)["error"]["code"] == "cancelled"
    assert not work.alive

    work.finish()
    found = run_tool("send", "--resume", "--wait", "30", env=work.environment).document
    assert (found["charged"], found["data"]["credits_spent"]) == ("yes", PRICE)
    assert len(work.service.calls(CHAT)) == 1


def test_a_cancelled_render_is_over_and_the_next_one_is_new(
    run_tool: ToolRunner, service: ScriptedService, workspace: Path
) -> None:
    work = Work(service, Path(os.environ["T2V_HOME"]), workspace)
    run_tool("connect", env=work.environment)
    run_tool("export", "--output", "a.mp4", "--wait", "0", env=work.environment)
    until(lambda: work.working)
    cancelled = run_tool("jobs", "cancel", work.task.id, env=work.environment)
    assert "Nothing is charged for it." in cancelled.say

    shown = run_tool("jobs", "show", work.task.id, env=work.environment).document
    told = shown["data"]["answer"]
    assert (told["charged"], told["next"]) == ("no", [])
    assert "nothing is charged for it" in told["error"]["say"]
    looked = run_tool("state", env=work.environment).document
    assert (looked["data"]["job"], looked["next"]) == (None, ["offer_export"])
    resumed = run_tool("export", "--resume", env=work.environment)
    assert resumed.code == "nothing_to_resume"

    work.finish()
    made = run_tool("export", "--output", "a.mp4", "--wait", "30", env=work.environment)
    assert (made.exit, len(work.service.calls(RENDER))) == (Exit.OK, 2)


def test_cancelling_nothing_is_said(run_tool: ToolRunner, work: Work) -> None:
    work.finish()
    until(lambda: work.task.state == "done")
    refused = run_tool("jobs", "cancel", work.task.id, env=work.environment)
    assert (refused.code, refused.exit) == ("nothing_to_cancel", Exit.DATA)


@pytest.mark.parametrize(
    "arguments",
    [("show",), ("cancel",), ("show", "lumo27"), ("show", "../x"), ("list", "lumo27"), ("dance",)],
    ids=str,
)
def test_a_job_that_is_none_is_named(run_tool: ToolRunner, arguments: tuple[str, ...]) -> None:
    refused = run_tool("jobs", *arguments)
    assert (refused.code, refused.exit) == ("usage", Exit.USAGE)


def test_what_alone_goes_on_is_cancelled_without_its_id(run_tool: ToolRunner, work: Work) -> None:
    cancelled = run_tool("jobs", "cancel", env=work.environment).document
    assert cancelled["data"]["job"]["id"] == work.task.id
    assert cancelled["data"]["job"]["state"] == "cancelled"
    again = run_tool("jobs", "cancel", env=work.environment)
    assert again.document["error"]["say"].startswith("Nothing is going on")


def test_clearing_away_leaves_what_nobody_has_heard(run_tool: ToolRunner, work: Work) -> None:
    work.finish()
    until(lambda: work.task.state == "done")
    assert run_tool("jobs", "clean").document["data"]["removed"] == 0
    run_tool("send", "--resume", env=work.environment)
    assert run_tool("jobs", "clean").document["data"]["removed"] == 1
    assert run_tool("jobs").document["data"]["jobs"] == []


def test_people_read_a_line_for_each(work: Work) -> None:
    listed = work.start("jobs", "--text")
    out, _ = listed.communicate(timeout=30)
    first, second = out.decode().splitlines()
    assert first == "1 job, 1 of them going on."
    assert second.startswith(f"  {work.task.id}  chat: running, ")
