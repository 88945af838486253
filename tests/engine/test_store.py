"""What is remembered between two calls, and what happens when that file is not as we left it."""

from __future__ import annotations

import json
import os
import stat
import threading
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from t2v import disk
from t2v.errors import SkillError
from t2v.jobs import Job, Jobs
from t2v.store import KeptToken, Session, Store
from tests.fake_time import FakeTime, Heard

BACKEND = "https://api.example"
TOKEN = KeptToken(token="nmv_usr_given", obtained_at=1000.0)  # noqa: S106 - a test's own
SESSION = Session(
    session_id="session-1", task_id="task-1", bind_id="task-1", language="en", created_at=1000.0
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "nemovideo"


@pytest.fixture
def store(home: Path, heard: Heard) -> Store:
    return Store(home, heard.say)


def again(home: Path) -> Store:
    """Return the store of the next call."""
    return Store(home, lambda text: None)


def put(home: Path, content: object) -> Path:
    """Write the state file as somebody else would."""
    path = home / "text-to-video" / "state.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


# What is kept


def test_the_next_call_knows_what_this_one_kept(store: Store, home: Path) -> None:
    store.keep_token(BACKEND, TOKEN)
    store.keep_session("key", SESSION)
    store.keep_job("key", "chat", {"kind": "chat"})
    assert again(home).token(BACKEND) == TOKEN
    assert again(home).session("key") == SESSION
    assert again(home).job("key", "chat") == {"kind": "chat"}
    assert again(home).token("https://other.example") is None
    assert store.saved


def test_what_is_forgotten_is_gone(store: Store, home: Path) -> None:
    store.keep_session("key", SESSION)
    store.keep_session("key", None)
    assert again(home).session("key") is None


def test_everything_is_private(store: Store, home: Path) -> None:
    store.keep_token(BACKEND, TOKEN)
    for path in (home, *home.rglob("*")):
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path


def test_two_stores_do_not_lose_each_others_words(home: Path) -> None:
    def fill(name: str) -> None:
        mine = again(home)
        for number in range(20):
            mine.keep_job(f"{name}{number}", "chat", {"kind": name})

    threads = [threading.Thread(target=fill, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    state = json.loads((home / "text-to-video" / "state.json").read_bytes())
    assert len(state["jobs"]) == 40


def test_a_tokens_age_is_never_negative() -> None:
    assert TOKEN.age_days(1000.0 + 86_400) == 1
    assert TOKEN.age_days(0.0) == 0


def test_a_kept_token_hides_itself() -> None:
    assert "nmv" not in repr(TOKEN)


# The client id


def test_a_client_id_is_made_once_and_kept(store: Store, home: Path) -> None:
    made = store.client_id(None)
    assert str(uuid.UUID(made)) == made
    assert (home / "client_id").read_text() == made
    assert again(home).client_id(None) == made


def test_the_vendors_client_id_is_used_and_never_changed(store: Store, home: Path) -> None:
    home.mkdir()
    (home / "client_id").write_text("0a1b2c3d-vendor\n")
    assert store.client_id(None) == "0a1b2c3d-vendor"
    assert (home / "client_id").read_text() == "0a1b2c3d-vendor\n"


def test_the_users_client_id_is_used_and_not_stored(store: Store, home: Path) -> None:
    assert store.client_id("11111111-2222") == "11111111-2222"
    assert not (home / "client_id").exists()


def test_a_client_id_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(SkillError, match="NEMO_CLIENT_ID"):
        store.client_id("two\nlines")


# When the file is not as we left it


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"garbage",
        b"[]",
        b"null",
        b"{}",
        b'{"version": 1',
        {"version": 0, "tokens": {}},
        {"version": "1"},
        {"version": 1, "tokens": []},
        b"\xff\xfe",
        b"[" * 10_000,
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_broken_file_is_set_aside(
    store: Store, home: Path, heard: Heard, content: object
) -> None:
    path = put(home, content)
    before = path.read_bytes()
    assert store.token(BACKEND) is None
    (aside,) = path.parent.glob("state.*.bad")
    assert aside.read_bytes() == before
    assert heard.lines == [f"The state file was not readable; it is kept as {aside.name}."]
    store.keep_token(BACKEND, TOKEN)
    assert again(home).token(BACKEND) == TOKEN


@pytest.mark.parametrize(
    "row",
    [
        7,
        [],
        "nmv_usr_given",
        {},
        {"token": "nmv_usr_given"},
        {"token": 7, "obtained_at": 1.0},
        {"token": None, "obtained_at": 1.0},
        {"token": "nmv_usr_given", "obtained_at": "yesterday"},
        {"token": "nmv_usr_given", "obtained_at": 1.0, "more": 1},
    ],
    ids=str,
)
def test_a_row_of_another_shape_counts_as_none(store: Store, home: Path, row: object) -> None:
    put(home, {"version": 1, "tokens": {BACKEND: row}})
    assert store.token(BACKEND) is None


@pytest.mark.parametrize(
    "change",
    [
        {"started_at": "yesterday"},
        {"kind": 7},
        {"looks": None},
        {"before": []},
        {"available": "many"},
        {"surprise": 1},
    ],
    ids=str,
)
def test_a_job_of_another_shape_counts_as_none(
    store: Store, home: Path, time: FakeTime, change: dict[str, Any]
) -> None:
    good: dict[str, Any] = {"kind": "chat", "session_id": "session-1", "started_at": 1.0}
    put(home, {"version": 1, "jobs": {"key chat": good, "bad chat": {**good, **change}}})
    assert Jobs(store, time.clock, "key").open == Job(**good)
    assert Jobs(store, time.clock, "bad").open is None


def test_a_link_in_the_files_place_is_refused(store: Store, home: Path, tmp_path: Path) -> None:
    put(home, {"version": 1}).unlink()
    (home / "text-to-video" / "state.json").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SkillError) as caught:
        store.token(BACKEND)
    assert caught.value.code == "state_unusable"


FOREIGN: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "huge": lambda path: path.write_bytes(bytes(disk.SMALL + 1)),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_what_is_no_file_at_all_is_set_aside_as_it_is(
    store: Store, home: Path, heard: Heard, kind: str
) -> None:
    path = put(home, b"")
    path.unlink()
    FOREIGN[kind](path)
    store.keep_session("key", SESSION)
    assert again(home).session("key") == SESSION
    (aside,) = path.parent.glob("state.*.bad")
    assert heard.lines == [f"The state file was not readable; it is kept as {aside.name}."]


# When nothing can be kept


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    """Return a home that cannot be made, not even by root."""
    (tmp_path / "file").write_bytes(b"")
    return tmp_path / "file" / "nemovideo"


def test_without_a_place_it_is_kept_in_memory_and_said_once(nowhere: Path, heard: Heard) -> None:
    store = Store(nowhere, heard.say)
    store.keep_session("key", SESSION)
    store.keep_job("key", "chat", {"kind": "chat"})
    assert store.session("key") == SESSION
    assert store.job("key", "chat") == {"kind": "chat"}
    assert not store.saved
    assert len(heard.lines) == 1
    assert heard.lines[0].startswith("Nothing can be kept for the next call")


def test_without_a_place_a_token_cannot_be_asked_for(nowhere: Path, heard: Heard) -> None:
    with pytest.raises(SkillError) as caught:
        Store(nowhere, heard.say).require_writable()
    assert caught.value.code == "state_not_saved"


def test_without_a_place_the_work_goes_on_unlocked(nowhere: Path, heard: Heard) -> None:
    with Store(nowhere, heard.say).only_one("key"):
        assert heard.lines


def test_only_one_works_at_a_time(store: Store, home: Path) -> None:
    with store.only_one("a key with / in it"):
        with pytest.raises(SkillError) as caught, again(home).only_one("a key with / in it"):
            pass
        assert caught.value.code == "busy"
        with again(home).only_one("another"):
            assert len(list((home / "text-to-video" / "locks").iterdir())) == 2
