"""The ledger: what is written before a request and after it, and who is at work on it."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from t2v.costs.entries import Sums
from t2v.costs.ledger import ASKED, Ledger
from t2v.store import Store
from tests.engine.ledgers import ASKING, BACKEND, again, paid, segments
from tests.fake_time import FakeTime, Heard


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "nemovideo"


@pytest.fixture
def ledger(home: Path, heard: Heard, time: FakeTime) -> Ledger:
    return Ledger(Store(home, heard.say), time.clock)


# What is written


def test_an_intent_is_open_until_it_is_settled(ledger: Ledger, home: Path, time: FakeTime) -> None:
    asked = ledger.intend(ASKING)
    (entry,) = again(home, time).open(BACKEND)
    assert (entry.intent.id, entry.charged.value, entry.credits) == (asked, "unknown", None)
    settled = ledger.settle(paid(asked))
    assert settled is not None
    assert (settled.charged.value, settled.credits) == ("yes", 50)
    assert again(home, time).open(BACKEND) == []
    assert again(home, time).sums(BACKEND) == Sums(asked=1, unknown=0, credits=50)


def test_a_row_says_what_was_asked_and_when(ledger: Ledger, home: Path) -> None:
    asked = ledger.intend(ASKING)
    ledger.settle(paid(asked))
    ledger.deliver(asked, "/home/u/film.mp4")
    intent, settled, file = (
        json.loads(line) for line in segments(home)[0].read_bytes().splitlines()
    )
    assert intent == {
        "row": "intent",
        "id": asked,
        "at": "2027-01-15T08:00:00Z",
        "kind": "edit",
        "backend": BACKEND,
        "skill": "text-to-video-kaggle",
        "asked": "make it blue",
        "estimate": 50,
    }
    assert (settled["charged"], settled["credits"], settled["how"]) == ("yes", 50, "answer")
    assert (file["id"], file["file"]) == (asked, "/home/u/film.mp4")


def test_a_second_settlement_changes_nothing(ledger: Ledger) -> None:
    asked = ledger.intend(ASKING)
    ledger.settle(paid(asked, 50))
    entry = ledger.settle(paid(asked, 99))
    assert entry is not None
    assert entry.credits == 50
    assert ledger.sums(BACKEND) == Sums(1, 0, 50)


def test_backends_are_counted_apart(ledger: Ledger) -> None:
    ledger.settle(paid(ledger.intend(ASKING)))
    ledger.intend(ASKING._replace(backend="local"))
    assert ledger.sums("local") == Sums(1, 0, 0)
    assert ledger.sums(BACKEND) == Sums(1, 0, 50)
    assert [one.intent.backend for one in ledger.newest("local", 5)] == ["local"]


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_only_the_owner_may_read_it(ledger: Ledger, home: Path) -> None:
    ledger.intend(ASKING)
    (path,) = segments(home)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    ledger.recent()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "words", ["x" * 5000, "a\nb\0c", "\x1b[31mred", "\ud800", "夜" * 400, "{}[]\"'\\", "MEDIA:/x"]
)
def test_any_words_are_kept_as_one_short_line(ledger: Ledger, words: str) -> None:
    ledger.intend(ASKING._replace(asked=words))
    (entry,) = ledger.recent()
    assert len(entry.intent.asked) <= ASKED
    assert entry.intent.asked.isprintable()


# Who is at work


def test_an_intent_is_live_while_its_process_works_on_it(
    ledger: Ledger, home: Path, time: FakeTime
) -> None:
    asked = ledger.intend(ASKING)
    other = again(home, time)
    assert ledger.live(asked)
    assert other.live(asked)
    ledger.settle(paid(asked))
    assert not other.live(asked)
    assert list((home / "text-to-video" / "ledger" / "live").iterdir()) == []


def test_locks_of_the_dead_are_swept_and_those_of_the_living_stay(
    ledger: Ledger, home: Path, time: FakeTime
) -> None:
    asked = ledger.intend(ASKING)
    live = home / "text-to-video" / "ledger" / "live"
    (live / "0123456789abcdef").touch()
    again(home, time).sweep()
    assert [path.name for path in live.iterdir()] == [asked]
