"""Rows 57 and 70: a disk that is full, and what is thrown away so that it never is."""

from __future__ import annotations

import dataclasses
import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from t2v.endpoints import CHAT, CREATE_SESSION, CREDITS, RENDER, UPLOAD
from tests.running_studio import RunningStudio, events, message, order, running_studio
from tests.studio.listening import eventually
from tests.studio.scripted import PICTURE, Renderer, scripted

PNG = b"\x89PNG" + bytes(60)
FULL_DEVICE = Path("/dev/full")


@contextmanager
def full(studio: RunningStudio) -> Iterator[None]:
    """Leave the database no page more than it has, as a full disk does."""
    with studio.studio.database.transaction() as connection:
        (before,) = connection.execute("PRAGMA max_page_count").fetchone()
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        with studio.studio.database.transaction() as connection:
            connection.execute(f"PRAGMA max_page_count = {before}")


def until_full(ask: Callable[[int], requests.Response]) -> int:
    """Ask, with a number, for more and more until it is refused; return the answer's status."""
    statuses = (ask(number).status_code for number in range(500))
    return next((status for status in statuses if status != 200), 200)


@pytest.mark.skipif(not FULL_DEVICE.exists(), reason="only Linux has a device that is full")
def test_a_record_that_cannot_be_written_costs_no_answer(tmp_path: Path) -> None:
    (tmp_path / "s").mkdir(mode=0o700)
    (tmp_path / "s" / "requests.ndjson").symlink_to(FULL_DEVICE)
    with running_studio(tmp_path / "s", scripted()) as studio:
        assert [studio.get(CREDITS.path).status_code for _ in range(200)] == [200] * 200


def test_a_full_disk_is_507_everywhere_and_costs_nothing(api: RunningStudio) -> None:
    session = api.session()
    api.say(session, "generate a dog")
    draft = api.state(session)["draft"]
    before = api.credits()
    upload = UPLOAD.path.format(session=session)
    with full(api):
        asks: tuple[Callable[[int], requests.Response], ...] = (
            lambda _: api.post(CREATE_SESSION.path, json={"task_name": "n" * 200}),
            lambda _: api.post(upload, files={"files": ("n" * 200, PNG)}),
            lambda number: api.post(RENDER.path, json=order(session, draft, id=f"r{number}")),
        )
        assert [until_full(ask) for ask in asks] == [507, 507, 507]
        said = events(api.post(CHAT.path, json=message(session, "edit " + "long " * 1000)).text)
        assert said[-1]["error"]
        assert api.get(CREDITS.path).status_code == 200
        assert list(api.studio.uploads.incoming.iterdir()) == []
        kept = len(list(api.studio.uploads.folder.iterdir()))
        assert kept == len(api.state(session)["video_infos"])
    api.studio.clean()
    assert api.credits() == before
    assert api.post(CREATE_SESSION.path, json={}).status_code == 200


def test_a_fault_of_the_database_that_is_not_the_disk_is_a_fault(
    api: RunningStudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise sqlite3.OperationalError("no such table: sessions")

    monkeypatch.setattr(api.studio.sessions, "create", broken)
    assert api.post(CREATE_SESSION.path, json={}).status_code == 500


def test_a_film_that_finds_no_room_says_so(tmp_path: Path, renderer: Renderer) -> None:
    renderer.failures.append(OSError(errno.ENOSPC, "No space left on device"))
    with running_studio(tmp_path / "s", scripted(renderer)) as studio:
        session = studio.session()
        studio.say(session, "generate a dog")
        studio.render(session)
        assert studio.finished("render_1")["error"] == "The disk of the studio is full."


def test_all_uploads_together_have_a_limit(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), disk_mb=0.00015) as studio:
        sessions = [studio.session() for _ in range(3)]
        paths = [UPLOAD.path.format(session=session) for session in sessions]
        answers = [studio.post(path, files={"files": ("a.png", PNG)}) for path in paths]
    assert [answer.status_code for answer in answers] == [200, 200, 507]


def test_what_would_not_fit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), session_quota_mb=0.01) as studio:
        path = UPLOAD.path.format(session=studio.session())
        headers = {"Content-Type": "multipart/form-data; boundary=b", "Content-Length": "90000"}
        assert studio.post(path, data=b"", headers=headers).status_code == 507


def test_an_account_keeps_its_sessions_that_were_used_last(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), sessions=3) as studio:
        other = studio.anonymous()
        theirs = other.session()
        first, second, third = (studio.session() for _ in range(3))
        studio.say(first, "generate a dog")
        studio.session()
        assert studio.state(first)["draft"]["t"]
        assert studio.state(third) is not None
        assert other.state(theirs) is not None
        path = f"/api/state/nemo_agent/me/{second}/latest"
        assert studio.get(path).json()["code"] == 1002


def test_ten_thousand_sessions_leave_as_many_as_may_be(api: RunningStudio) -> None:
    account = api.studio.accounts.by_token(api.token)
    with api.studio.database.transaction():
        for _ in range(10_000):
            api.studio.sessions.create(account, "project", "en")
    row = api.studio.database.row("SELECT COUNT(*) AS sessions FROM sessions")
    assert row is not None
    assert row["sessions"] == api.studio.settings.sessions


def test_a_studio_that_runs_for_long_cleans_up_without_a_film(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), keep_days=0.0, clean_s=0.02) as studio:
        session = studio.session()
        path = UPLOAD.path.format(session=session)
        studio.post(path, files={"files": ("a.png", PNG)})
        eventually(lambda: list(studio.studio.uploads.folder.iterdir()) == [])


def test_credits_of_an_operation_that_nobody_works_on_come_back(api: RunningStudio) -> None:
    api.studio.ledger.reserve("owner", "e-lost", "generate", 100)
    api.studio.clean()
    assert api.credits()["frozen"] == 0


def test_credits_of_work_that_goes_on_stay_reserved(tmp_path: Path) -> None:
    with (
        running_studio(tmp_path / "s", scripted(), pace=20.0) as studio,
        studio.chat(studio.session(), "generate a dog", stream=True) as answer,
    ):
        next(answer.iter_content(1))
        studio.studio.clean()
        assert studio.credits()["frozen"] == 100


def test_a_film_that_takes_too_long_is_given_up(tmp_path: Path, renderer: Renderer) -> None:
    renderer.proceed.clear()
    with running_studio(tmp_path / "s", scripted(renderer), render_s=0.05) as studio:
        session = studio.session()
        studio.say(session, "generate a dog")
        studio.render(session)
        assert studio.finished("render_1")["error"] == "The film took too long to draw."


def test_the_scripted_film_is_one_the_schema_takes() -> None:
    """Else a refusal of the draft would stand for one of the disk."""
    assert dataclasses.asdict(PICTURE)["duration_ms"] == 4000
