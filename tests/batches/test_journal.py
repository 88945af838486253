"""The journal: whole or not there, and where it was after any end of its process."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from t2v.batches import journal as journals
from t2v.batches.check import Item
from t2v.batches.journal import DONE, FAILED, Draft, Journal, Line
from t2v.batches.stores import ItemStore
from t2v.errors import SkillError
from t2v.store import Session, Store


def item(n: int, row: int | None = None) -> Item:
    return Item(n, n + 2 if row is None else row, f"r{n}", 0, f"r{n}.mp4", "a dog")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    draft = Draft(tmp_path / "journal.db")
    for n in range(4):
        draft.add(item(n, row=2 + n // 2))
    draft.publish({"digest": "d"}, [])
    return tmp_path / "journal.db"


def test_a_row_of_the_table_is_a_line(path: Path) -> None:
    with Journal(path) as found, sqlite3.connect(path) as db:
        columns = [name for _, name, *_ in db.execute("PRAGMA table_info(items)")]
        assert columns == [*Item._fields, *Line._fields[1:]]
        assert [line.item for line in found.lines()] == [item(n, row=2 + n // 2) for n in range(4)]
    db.close()


def test_a_draft_that_is_not_published_leaves_nothing(tmp_path: Path) -> None:
    draft = Draft(tmp_path / "journal.db")
    draft.add(item(0))
    draft.discard()
    assert list(tmp_path.iterdir()) == []


def test_rows_that_are_left_out_are_not_there(tmp_path: Path) -> None:
    draft = Draft(tmp_path / "journal.db")
    for n in range(3):
        draft.add(item(n))
    draft.publish({}, [3])
    with Journal(tmp_path / "journal.db") as found:
        assert [line.item.n for line in found.lines()] == [0, 2]


def test_what_was_begun_comes_first_when_its_process_is_gone(path: Path) -> None:
    with Journal(path) as found:
        first, second = found.take(None), found.take(None)
        assert first is not None
        assert second is not None
        found.end(first, DONE, {"credits": 100})
    with Journal(path) as found:
        again = found.take(None)
        assert again is not None
        assert (again.item.n, again.attempts) == (1, 1), "that its process ended is not its fault"
        assert found.spent() == 100


def test_a_limit_is_one_of_rows(path: Path) -> None:
    with Journal(path) as found:
        most = found.first(1)
        assert most == 2
        taken = [line.item.n for _ in range(3) if (line := found.take(most)) is not None]
        assert taken == [0, 1]
        assert sum(found.counts(most).values()) == 2


def test_failed_ones_wait_until_they_are_asked_for(path: Path) -> None:
    with Journal(path) as found:
        line = found.take(None)
        assert line is not None
        found.end(line, FAILED, {"error": "agent_failed"})
        assert found.counts(None) == {"failed": 1, "waiting": 3}
        assert found.retry_failed() == 1
        again = found.take(None)
        assert again is not None
        assert (again.item.n, again.attempts) == (0, 1)


def test_what_the_engine_keeps_of_an_item_stays_its_own(path: Path, tmp_path: Path) -> None:
    session = Session("s", "t", "b", "en", 1.0)
    with Journal(path) as found:
        state = Store(tmp_path / "home", print)
        one, other = (ItemStore(state, found, n) for n in (0, 1))
        one.keep_session("key", session)
        one.keep_job("key", "render", {"render_id": "r1"})
        one.keep_note("said", {"credits": 1})
        assert (one.session("key"), other.session("key")) == (session, None)
        assert one.job("key", "render") == {"render_id": "r1"}
        one.keep_job("key", "render", None)
        assert (one.job("key", "render"), one.note("render")) == (None, "r1")
        line = found.take(None)
        assert line is not None
        found.end(line, DONE, {})
        assert one.session("key") is None
    assert not (tmp_path / "home").exists(), "nothing went into the state of all"


def test_items_of_one_project_share_its_session_and_nothing_else(
    path: Path, tmp_path: Path
) -> None:
    with Journal(path) as found:
        state = Store(tmp_path / "home", print)
        one, other = (ItemStore(state, found, n, shared=True) for n in (0, 1))
        one.keep_session("key", Session("s", "t", "b", "en", 1.0))
        one.keep_job("key", "chat", {"kind": "chat"})
        assert other.session("key") is not None
        assert other.job("key", "chat") is None


@pytest.mark.parametrize(
    ("message", "code"),
    [("database or disk is full", "disk_full"), ("file is not a database", "batch_unusable")],
)
def test_what_sqlite_says_has_a_name(message: str, code: str) -> None:
    with pytest.raises(SkillError) as caught, journals._named():
        raise sqlite3.OperationalError(message)
    assert caught.value.code == code


def test_a_journal_of_another_version_is_not_touched(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("UPDATE meta SET value = '9' WHERE name = 'version'")
    db.close()
    with pytest.raises(SkillError) as caught:
        Journal(path)
    assert caught.value.code == "batch_unusable"
