"""From the draft to a file here: rendered, waited for, downloaded, found again."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from t2v.context import Context
from t2v.endpoints import CHAT, CREATE_SESSION, CREDITS, RENDER, RENDER_STATUS, STATE
from t2v.jobs import Job
from t2v.report import Charged, Exit, Next
from tests.engine.conftest import USERS_TOKEN, ContextMaker
from tests.engine.exporting import DRAFT, PENDING, done, fail, ids, run
from tests.fake_time import FakeTime
from tests.films import MP4
from tests.scripted_service import (
    ScriptedService,
    ok,
    refusal,
    reply,
)

pytestmark = pytest.mark.usefixtures("film")


# When all goes well


def test_the_file_is_there_and_told(
    context: Context, service: ScriptedService, workspace: Path
) -> None:
    told = run(context)
    assert (workspace / "cat.mp4").read_bytes() == MP4
    assert told.data["file"] == str(workspace / "cat.mp4")
    assert told.data["bytes"] == len(MP4)
    assert told.data["timeline"] == "Timeline (1 track): 1. Video (0-10s)"
    assert told.data["sha256"] == hashlib.sha256(MP4).hexdigest()
    assert told.external is not None
    assert told.external.timeline == "Timeline (1 track): 1. Video: a cat (0-10s)"
    assert told.data["link"] == "https://nemovideo.com/workspace/claim?ct=clm_1"
    assert (told.next, told.charged) == ((Next.DELIVER_FILE, Next.SHOW_CLAIM_LINK), Charged.NO)
    assert context.jobs.open is None


def test_the_render_is_asked_for_in_the_services_own_words(
    context: Context, service: ScriptedService
) -> None:
    run(context, quality="low")
    (seen,) = service.calls(RENDER)
    assert seen.json.pop("id").startswith("render_")
    body = seen.json
    body.pop("id")
    assert body == {
        "sessionId": "session-1",
        "draft": DRAFT,
        "output": {"format": "mp4", "quality": "low"},
    }


@pytest.mark.parametrize("wish", [{"quality": "2160p"}, {"fps": 60}])
def test_what_only_the_studio_renders_is_refused_before_anything_is_asked(
    context: Context, service: ScriptedService, wish: dict[str, Any]
) -> None:
    error = fail(context, **wish)
    assert (error.code, "1080p at most" in str(error.detail)) == ("usage", True)
    assert not service.calls(RENDER)


def test_without_a_name_the_file_is_called_by_what_it_shows(
    context: Context, workspace: Path
) -> None:
    assert run(context, output=None).data["file"] == str(workspace / "a-cat.mp4")


def test_a_folder_with_a_dot_in_its_name_is_a_folder(context: Context, workspace: Path) -> None:
    (workspace / "films.v1").mkdir()
    told = run(context, output="films.v1")
    assert told.data["file"] == str(workspace / "films.v1" / "a-cat.mp4")


def test_the_link_gets_nothing_of_ours(context: Context, service: ScriptedService) -> None:
    run(context)
    (seen,) = [seen for seen in service.history if seen.path == "/film.mp4"]
    ours = ("Authorization", "Cookie", "X-Client-Id", "X-Skill-Source", "X-Skill-Version")
    assert [seen.headers[name] for name in ours] == [None] * len(ours)


def test_pauses_grow_from_half_a_second_to_half_a_minute(
    context: Context, service: ScriptedService, time: FakeTime, film: str
) -> None:
    service.on(RENDER_STATUS, *[PENDING] * 15, done(film))
    run(context)
    assert time.pauses[0] < 0.5
    assert time.pauses == sorted(time.pauses)
    assert time.pauses[-2:] == [30, 30]


def test_a_known_progress_is_looked_at_when_it_should_be_done(
    context: Context, service: ScriptedService, time: FakeTime, film: str
) -> None:
    halfway = reply({"status": "processing", "progress": 50})
    service.on(RENDER_STATUS, *[PENDING] * 8, *[halfway] * 3, done(film))
    run(context)
    assert max(time.pauses) < 30


def test_a_service_that_asks_to_slow_down_is_given_the_time(
    context: Context, service: ScriptedService, time: FakeTime, film: str
) -> None:
    service.on(RENDER_STATUS, reply({"code": 429}, 429, Retry_After="17"), done(film))
    run(context)
    assert time.pauses == [17]


# When it must not even start


def test_an_empty_timeline_is_not_rendered(context: Context, service: ScriptedService) -> None:
    service.on(STATE, ok(state={"draft": {"t": [{"tt": 0, "sg": []}]}}))
    error = fail(context)
    assert (error.code, error.next) == ("empty_draft", (Next.DESCRIBE_VIDEO,))
    assert ids(service) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"output": "none/cat.mp4"}, "output_unusable"),
        ({"output": "there.mp4"}, "output_exists"),
        ({"output": "cat.mov"}, "usage"),
        ({"output": "cat.mp4", "format": "gif"}, "usage"),
        ({"resume": True}, "nothing_to_resume"),
    ],
    ids=str,
)
def test_an_output_that_cannot_be_is_named_before_rendering(
    context: Context,
    service: ScriptedService,
    workspace: Path,
    changes: dict[str, Any],
    code: str,
) -> None:
    (workspace / "there.mp4").write_bytes(b"precious")
    assert fail(context, **changes).code == code
    assert (workspace / "there.mp4").read_bytes() == b"precious"
    assert ids(service) == []


def test_while_the_agent_works_nothing_is_rendered(
    context: Context, service: ScriptedService, time: FakeTime
) -> None:
    service.on(CREDITS, ok(available=0, frozen=100, total=100))
    context.jobs.keep(Job(kind="chat", session_id="session-1", started_at=time.now))
    assert fail(context).code == "busy"
    assert ids(service) == []


def test_a_chat_that_nobody_works_on_any_more_holds_no_export_up(
    context: Context, service: ScriptedService, time: FakeTime
) -> None:
    """A killed `send` leaves its job open; the balance shows that nothing is going on."""
    context.jobs.keep(Job(kind="chat", session_id="session-1", started_at=time.now))
    assert run(context).next[0] is Next.DELIVER_FILE
    assert len(ids(service)) == 1


def test_the_plan_is_not_the_credits(context: Context, service: ScriptedService) -> None:
    service.on(RENDER, refusal(402, status=402))
    error = fail(context)
    assert (error.code, error.next) == ("export_blocked", (Next.UPGRADE_PLAN,))
    assert "plan" in error.say
    assert context.jobs.open is None


def test_a_session_that_is_gone_is_replaced(context: Context, service: ScriptedService) -> None:
    service.on(STATE, refusal(1002))
    service.on(CREATE_SESSION, ok(task_id="task-2", session_id="session-2"))
    error = fail(context)
    assert (error.code, error.next) == ("session_lost", (Next.DESCRIBE_VIDEO,))
    assert context.projects.require().session_id == "session-2"


# When it takes longer than this call may


def test_when_the_time_is_up_the_render_goes_on_in_another_call(
    context: Context, make_context: ContextMaker, service: ScriptedService, film: str
) -> None:
    service.on(RENDER_STATUS, PENDING)
    told = run(context, wait=10)
    assert (told.exit, told.next) == (Exit.TEMPORARY, (Next.WAIT,))
    assert [told.data["render"]] == ids(service)

    service.on(RENDER_STATUS, done(film))
    assert run(make_context(NEMO_TOKEN=USERS_TOKEN), resume=True).exit is Exit.OK
    assert len(ids(service)) == 1
    assert service.calls(CHAT) == []


def test_no_token_and_no_signed_link_is_in_the_answer(
    context: Context, service: ScriptedService, film: str
) -> None:
    service.on(RENDER_STATUS, done(film + "?signature=secret"))
    text = json.dumps(run(context).document())
    assert USERS_TOKEN not in text
    assert "signature" not in text
