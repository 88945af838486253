"""Renders that fail or get lost, and files that do not come."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from t2v import local
from t2v.context import Context
from t2v.endpoints import RENDER, RENDER_DOWNLOAD, RENDER_STATUS
from t2v.jobs import Job
from t2v.report import Exit, Next
from tests.engine.conftest import USERS_TOKEN, ContextMaker
from tests.engine.exporting import FAILED, FILM, HALF, PENDING, done, fail, ids, run
from tests.films import MP4
from tests.scripted_service import (
    HTML,
    RESET,
    Answer,
    ScriptedService,
    Seen,
    refusal,
    reply,
)

pytestmark = pytest.mark.usefixtures("film", "unplayed")


PLAYABLE = local.playable


@pytest.fixture
def unplayed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say nothing of films, as where no studio is installed: starting one takes long each time."""
    monkeypatch.setattr(local, "playable", lambda _: None)


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


def test_a_render_that_an_earlier_process_never_asked_for_is_asked_for_then(
    context: Context, make_context: ContextMaker, service: ScriptedService, film: str
) -> None:
    service.on(RENDER_STATUS, reply({"detail": "no such render"}, 404))
    fail(context)
    service.on(RENDER_STATUS, reply({"detail": "no such render"}, 404), done(film))
    later = make_context(NEMO_TOKEN=USERS_TOKEN)
    assert run(later, resume=True).exit is Exit.OK
    first, second = ids(service)
    assert first != second


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


def test_a_download_that_broke_goes_on_in_another_call(
    context: Context, service: ScriptedService, workspace: Path
) -> None:
    half = Answer(body=MP4[:100], cut=True,
                  headers={"Content-Length": str(len(MP4)), "ETag": '"v1"'})  # fmt: skip
    service.on_get("/film.mp4", half, RESET)
    assert fail(context).code == "download_failed"
    assert not (workspace / "cat.mp4").exists()
    rest = {"Content-Range": f"bytes 100-{len(MP4) - 1}/{len(MP4)}", "ETag": '"v1"'}
    link = service.on_get("/film.mp4", Answer(status=206, body=MP4[100:], headers=rest))
    assert run(context, resume=True).exit is Exit.OK
    assert [path.name for path in workspace.iterdir()] == ["cat.mp4"]
    assert (workspace / "cat.mp4").read_bytes() == MP4
    (*_, last) = [seen for seen in service.history if link.endswith(seen.path)]
    assert (last.headers["Range"], last.headers["If-Range"]) == ("bytes=100-", '"v1"')


@pytest.mark.parametrize("trouble", [Answer(status=503), RESET], ids=["503", "reset"])
def test_the_api_itself_gives_the_file_when_the_host_of_the_link_is_down(
    context: Context, service: ScriptedService, workspace: Path, trouble: Answer
) -> None:
    service.on_get("/film.mp4", trouble)
    service.on(RENDER_DOWNLOAD, FILM)
    assert run(context).exit is Exit.OK
    assert (workspace / "cat.mp4").read_bytes() == MP4


FLIPPED = bytes([*MP4[:60], MP4[60] ^ 0xFF, *MP4[61:]])
LIES: dict[str, tuple[bytes, dict[str, object]]] = {
    "longer than it is": (MP4, {"size": len(MP4) + 1}),
    "another digest": (MP4, {"sha256": "0" * 64}),
    "a longer film": (MP4, {"duration_ms": 60_000}),
    "flipped bytes": (FLIPPED, {"sha256": hashlib.sha256(MP4).hexdigest()}),
    "a picture that cannot be played": (MP4.replace(MP4[48:100], bytes(52)), {}),
}


@pytest.fixture
def played(unplayed: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the studio play them all the same."""
    monkeypatch.setattr(local, "playable", PLAYABLE)


@pytest.mark.usefixtures("played")
@pytest.mark.parametrize(("body", "facts"), LIES.values(), ids=LIES.keys())
def test_a_file_that_is_not_what_was_rendered_is_not_delivered(
    context: Context,
    service: ScriptedService,
    workspace: Path,
    body: bytes,
    facts: dict[str, object],
) -> None:
    url = service.on_get("/film.mp4", Answer(body=body, headers={"ETag": '"v1"'}))
    service.on(RENDER_STATUS, reply({"status": "completed", "output": {"url": url, **facts}}))
    assert fail(context).code == "corrupt_download"
    assert list(workspace.iterdir()) == []


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
