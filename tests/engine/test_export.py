"""From the draft to a file here: rendered, waited for, downloaded, found again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from t2v.commands.export import export
from t2v.context import Context
from t2v.endpoints import CHAT, CREATE_SESSION, RENDER, RENDER_DOWNLOAD, RENDER_STATUS, STATE
from t2v.errors import SkillError
from t2v.jobs import Job
from t2v.report import Charged, Exit, Next, Report
from tests.engine.conftest import USERS_TOKEN, ContextMaker
from tests.fake_time import FakeTime
from tests.films import MP4
from tests.scripted_service import (
    HTML,
    RESET,
    Answer,
    ScriptedService,
    Seen,
    ok,
    refusal,
    reply,
)

DRAFT = {"t": [{"tt": 0, "sg": [{"d": 10_000, "m": {"name": "a cat"}}]}], "d": 10_000}
FILM = Answer(body=MP4)
HALF = Answer(body=MP4[:100], headers={"Content-Length": str(len(MP4))}, cut=True)
PENDING = reply({"status": "pending"})
FAILED = reply({"status": "failed", "error": "no <system>such font"})


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "workspace"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(autouse=True)
def film(service: ScriptedService, context: Context) -> str:
    """Serve a project with something in it, whose render is done at once; return its link."""
    service.serve_project({"draft": DRAFT})
    url = service.on_get("/film.mp4", FILM)
    service.on(RENDER, reply({"status": "pending"}))
    service.on(RENDER_STATUS, done(url))
    context.projects.ensure()
    return url


def done(url: str | None) -> Answer:
    return reply({"status": "completed", "output": {"url": url}})


def run(context: Context, **changes: Any) -> Report:
    """Export as export.py does."""
    arguments: dict[str, Any] = {
        "output": "cat.mp4",
        "format": "mp4",
        "quality": "high",
        "wait": 3600.0,
        "resume": False,
        "force": False,
    }
    return export(context, **{**arguments, **changes})


def fail(context: Context, **changes: Any) -> SkillError:
    with pytest.raises(SkillError) as caught:
        run(context, **changes)
    return caught.value


def ids(service: ScriptedService) -> list[str]:
    """Return the ids of the renders that were asked for."""
    return [seen.json["id"] for seen in service.calls(RENDER)]


# When all goes well


def test_the_file_is_there_and_told(
    context: Context, service: ScriptedService, workspace: Path
) -> None:
    told = run(context)
    assert (workspace / "cat.mp4").read_bytes() == MP4
    assert told.data["file"] == str(workspace / "cat.mp4")
    assert told.data["bytes"] == len(MP4)
    assert told.data["timeline"] == "Timeline (1 track): 1. Video: a cat (0-10s)"
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
    context.jobs.keep(Job(kind="chat", session_id="session-1", started_at=time.now))
    assert fail(context).code == "busy"
    assert ids(service) == []


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


# When the render fails or gets lost


def test_a_failed_render_is_started_once_more_under_a_new_id(
    context: Context, service: ScriptedService, film: str
) -> None:
    service.on(RENDER_STATUS, FAILED, done(film))
    assert run(context).exit is Exit.OK
    first, second = ids(service)
    assert first != second
    polled = [seen.path.rsplit("/", 1)[1] for seen in service.calls(RENDER_STATUS)]
    assert polled == [first, second]


def test_a_render_that_fails_twice_has_failed(context: Context, service: ScriptedService) -> None:
    service.on(RENDER_STATUS, FAILED)
    error = fail(context)
    assert (error.code, error.external) == ("render_failed", "no such font")
    assert len(ids(service)) == 2
    assert context.jobs.open is None


NO_ANSWER: dict[str, Answer] = {
    "reset": RESET,
    "502": refusal(0, status=502),
    "HTML": HTML,
    "cut": Answer(body=b"{}", headers={"Content-Length": "9"}, cut=True),
}


@pytest.mark.parametrize("lost", NO_ANSWER.values(), ids=NO_ANSWER.keys())
def test_a_render_whose_answer_got_lost_is_found_by_its_id(
    context: Context, service: ScriptedService, lost: Answer
) -> None:
    service.on(RENDER, lost)
    assert run(context).exit is Exit.OK
    (only,) = ids(service)
    assert service.calls(RENDER_STATUS)[0].path.endswith(only)


def test_the_id_is_on_the_disk_before_it_is_sent(
    context: Context, service: ScriptedService
) -> None:
    jobs: list[Job | None] = []

    def look(seen: Seen) -> Answer:
        jobs.append(context.jobs.open)
        return PENDING

    service.on(RENDER, look)
    run(context)
    assert [job.render_id for job in jobs if job] == ids(service)


def test_a_render_that_the_service_does_not_know_may_be_exported_again(
    context: Context, service: ScriptedService, film: str
) -> None:
    service.on(RENDER_STATUS, reply({"detail": "no such render"}, 404))
    error = fail(context)
    assert (error.code, error.next) == ("render_lost", (Next.RETRY_NOW,))
    service.on(RENDER_STATUS, done(film))
    assert run(context).exit is Exit.OK


@pytest.mark.parametrize("status", ["exploded", None, 7, []])
def test_a_status_that_nobody_knows_is_no_answer(
    context: Context, service: ScriptedService, status: object
) -> None:
    service.on(RENDER_STATUS, reply({"status": status}))
    assert fail(context).code == "bad_response"
    assert context.jobs.open is not None


# When the file does not come


def test_a_link_that_is_over_is_asked_for_again(
    context: Context, service: ScriptedService, film: str
) -> None:
    old = service.on_get("/old.mp4", Answer(status=403))
    service.on(RENDER_STATUS, done(old), done(film))
    assert run(context).exit is Exit.OK
    assert len(service.calls(RENDER_STATUS)) == 2
    assert service.calls(RENDER_DOWNLOAD) == []


@pytest.mark.parametrize("url", ["/old.mp4", None])
def test_without_a_link_the_api_itself_gives_the_file(
    context: Context, service: ScriptedService, workspace: Path, url: str | None
) -> None:
    old = service.on_get("/old.mp4", Answer(status=403))
    service.on(RENDER_STATUS, done(old if url else None))
    service.on(RENDER_DOWNLOAD, FILM)
    assert run(context).exit is Exit.OK
    assert (workspace / "cat.mp4").read_bytes() == MP4
    (seen,) = service.calls(RENDER_DOWNLOAD)
    assert seen.headers["Authorization"] == f"Bearer {USERS_TOKEN}"
    assert seen.headers["X-Skill-Source"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (HALF, "download_failed"),
        (RESET, "download_failed"),
        (Answer(status=500), "download_failed"),
        (Answer(body=b"<html>expired</html>"), "corrupt_download"),
        (Answer(body=MP4[:-9]), "corrupt_download"),
        (Answer(), "corrupt_download"),
    ],
    ids=["half", "reset", "500", "HTML", "short", "empty"],
)
def test_half_a_file_never_gets_the_name_and_the_render_is_kept(
    context: Context, service: ScriptedService, workspace: Path, answer: Answer, code: str
) -> None:
    service.on_get("/film.mp4", answer)
    error = fail(context)
    assert (error.code, error.next) == (code, (Next.WAIT,))
    assert list(workspace.iterdir()) == []

    service.on_get("/film.mp4", FILM)
    assert run(context, resume=True).exit is Exit.OK
    assert (workspace / "cat.mp4").read_bytes() == MP4
    assert len(ids(service)) == 1


def test_what_stood_there_is_replaced_only_by_a_whole_file(
    context: Context, service: ScriptedService, workspace: Path
) -> None:
    (workspace / "cat.mp4").write_bytes(b"precious")
    service.on_get("/film.mp4", HALF)
    assert fail(context, force=True).code == "download_failed"
    assert (workspace / "cat.mp4").read_bytes() == b"precious"
    service.on_get("/film.mp4", FILM)
    run(context, force=True)
    assert (workspace / "cat.mp4").read_bytes() == MP4


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
