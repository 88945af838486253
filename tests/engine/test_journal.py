"""Where the ledger lies: each row is there or not, whatever happens to the disk or the file."""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
import time as system
from pathlib import Path
from typing import Any

import pytest

from t2v.costs import entries, journal
from t2v.costs.entries import Sums
from t2v.costs.ledger import Ledger
from t2v.errors import SkillError
from t2v.store import Store
from tests.engine.ledgers import ASKING, BACKEND, again, paid, segments
from tests.fake_time import FakeTime, Heard


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "nemovideo"


@pytest.fixture
def ledger(home: Path, heard: Heard, time: FakeTime) -> Ledger:
    return Ledger(Store(home, heard.say), time.clock)


# Files that are not as we left them


@pytest.mark.parametrize("keep", [0, 1, 40, -1])
def test_a_torn_last_line_is_no_row_and_the_next_row_is_whole(
    ledger: Ledger, home: Path, time: FakeTime, keep: int
) -> None:
    first = ledger.intend(ASKING)
    (path,) = segments(home)
    whole = path.read_bytes()
    second = ledger.intend(ASKING)
    line = path.read_bytes()[len(whole) :]
    path.write_bytes(whole + line[:keep])
    third = again(home, time).intend(ASKING)
    # A line that lacks nothing but its end is a row: it may have been all that was to be written.
    expected = [first, *([second] if keep == -1 else []), third]
    assert [one.intent.id for one in again(home, time).recent()] == expected


HOSTILE: tuple[Any, ...] = (
    b"\xff\xfe\0\0",
    b"[" * 100_000,
    b'{"row":' + b"[" * 100_000,
    b"null",
    b"[]",
    {"row": ["intent"]},
    {"row": {}},
    {"row": "intent"},
    {"row": "sums", "backends": {BACKEND: [1, 2, "x"], "b": [-1, 0, 0], "c": [True, 0, 0]}},
    {"row": "sums", "backends": 5},
    {"row": "settled", "id": "../../../etc/passwd", "charged": "yes", "credits": 5},
    b'{"row":"settled","id":"ID","at":"2027-01-15T08:00:00Z","charged":"yes","credits":1e999}',
    b'{"row":"settled","id":"ID","at":"2027-01-15T08:00:00Z","charged":"yes","credits":NaN}',
    b'{"row":"settled","id":"ID","at":"2027-01-15T08:00:00Z","charged":"yes","credits":-5}',
    b'{"row":"settled","id":"ID","at":"2027-01-15T08:00:00Z","charged":"free","credits":5}',
    b'{"row":"settled","id":"ID","at":"2027-01-15T08:00:00Z","charged":"yes","credits":true}',
    b'{"row":"settled","id":"ID","at":"now","charged":"yes","credits":5}',
    b"x" * 3_000_000,
)


@pytest.mark.parametrize("line", HOSTILE, ids=range(len(HOSTILE)))
def test_a_line_that_is_not_ours_changes_nothing(
    ledger: Ledger, home: Path, time: FakeTime, line: Any
) -> None:
    if isinstance(line, bytes) and len(line) > journal.READ_LIMIT:
        (home / "text-to-video" / "ledger").mkdir(parents=True)
        (home / "text-to-video" / "ledger" / "00000001.jsonl").write_bytes(line + b"\n")
    asked = ledger.intend(ASKING)
    raw = line if isinstance(line, bytes) else json.dumps(line).encode()
    if len(raw) <= journal.READ_LIMIT:
        with segments(home)[-1].open("ab") as file:
            file.write(raw.replace(b"ID", asked.encode()) + b"\n")
    after = again(home, time)
    assert [one.intent.id for one in after.open(BACKEND)] == [asked]
    after.settle(paid(asked))
    sums = again(home, time).sums(BACKEND)
    assert sums.credits == 50


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_a_ledger_that_is_no_file_is_left_alone(
    ledger: Ledger, home: Path, heard: Heard, tmp_path: Path, kind: str
) -> None:
    folder = home / "text-to-video" / "ledger"
    folder.mkdir(parents=True)
    place, target = folder / "00000001.jsonl", tmp_path / "target"
    target.write_bytes(b"")
    {"link": lambda: place.symlink_to(target), "pipe": lambda: os.mkfifo(place)}.get(
        kind, place.mkdir
    )()
    asked = ledger.intend(ASKING)
    assert [one.intent.id for one in ledger.open(BACKEND)] == [asked]
    assert target.read_bytes() == b""
    assert len([line for line in heard.lines if "Nothing can be kept" in line]) == 1


# Disks


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk take ten bytes of a row and no more."""
    write = os.write
    taken: list[int] = []

    def short(handle: int, data: bytes) -> int:
        if taken:
            raise OSError(errno.ENOSPC, "full")
        taken.append(1)
        return write(handle, data[:10])

    monkeypatch.setattr(os, "write", short)


def test_a_full_disk_lets_no_request_go_out(
    ledger: Ledger, home: Path, time: FakeTime, request: pytest.FixtureRequest
) -> None:
    ledger.settle(paid(ledger.intend(ASKING)))
    before = segments(home)[0].read_bytes()
    request.getfixturevalue("full")
    with pytest.raises(SkillError) as raised:
        ledger.intend(ASKING)
    assert raised.value.code == "disk_full"
    assert segments(home)[0].read_bytes() == before
    assert again(home, time).open(BACKEND) == []


def test_a_disk_that_fills_up_meanwhile_leaves_it_open(
    ledger: Ledger, home: Path, time: FakeTime, request: pytest.FixtureRequest
) -> None:
    asked = ledger.intend(ASKING)
    request.getfixturevalue("full")
    ledger.settle(paid(asked))
    assert [one.intent.id for one in again(home, time).open(BACKEND)] == [asked]
    assert not again(home, time).live(asked)


def test_an_unwritable_home_keeps_the_rows_for_this_call(
    tmp_path: Path, heard: Heard, time: FakeTime
) -> None:
    (tmp_path / "file").touch()
    ledger = Ledger(Store(tmp_path / "file" / "home", heard.say), time.clock)
    asked = ledger.intend(ASKING)
    assert ledger.live(asked)
    entry = ledger.settle(paid(asked))
    assert entry is not None
    assert entry.credits == 50
    assert ledger.sums(BACKEND) == Sums(1, 0, 50)
    assert len(heard.lines) == 1


# Many rows, many processes


def test_a_full_segment_is_followed_by_one_that_knows_the_sums_and_what_is_open(
    ledger: Ledger, home: Path, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "SEGMENT", 2000)
    waiting = ledger.intend(ASKING._replace(asked="the first"))
    for _ in range(40):
        ledger.settle(paid(ledger.intend(ASKING)))
    assert len(segments(home)) > 5
    after = again(home, time)
    assert [one.intent.id for one in after.open(BACKEND)] == [waiting]
    assert after.sums(BACKEND) == Sums(asked=41, unknown=0, credits=2000)
    assert len(after.newest(BACKEND, 30)) == 30
    everything = after.newest(BACKEND, 1000)
    assert len({one.intent.id for one in everything}) == len(everything) == 41
    after.settle(paid(waiting, 7))
    assert again(home, time).sums(BACKEND) == Sums(asked=41, unknown=0, credits=2007)


def test_what_nobody_could_settle_for_months_is_carried_on_no_more(
    ledger: Ledger, home: Path, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "SEGMENT", 2000)
    old = ledger.intend(ASKING)
    time.now += 100 * 86_400
    for _ in range(10):
        ledger.settle(paid(ledger.intend(ASKING)))
    assert ledger.open(BACKEND) == []
    assert old in [one.intent.id for one in ledger.newest(BACKEND, 100)]


def test_a_hundred_thousand_rows_stay_quick_and_whole(
    ledger: Ledger, home: Path, time: FakeTime
) -> None:
    _fill(home / "text-to-video" / "ledger", 100_000)
    started = system.process_time()
    assert ledger.sums(BACKEND) == Sums(asked=50_000, unknown=0, credits=50 * 50_000)
    assert len(ledger.newest(BACKEND, 20)) == 20
    ledger.settle(paid(ledger.intend(ASKING)))
    assert system.process_time() - started < 1.0
    written = b"".join(path.read_bytes() for path in segments(home))
    assert len(set(re.findall(rb'"intent","id":"(\w+)"', written))) == 50_001


def _fill(folder: Path, rows: int) -> None:
    """Write as many rows as `intend` and `settle` would, without waiting for the disk each time."""
    folder.mkdir(parents=True)
    at, most = "2027-01-15T08:00:00Z", 1000
    for first in range(0, rows // 2, most):
        lines = [entries.sums_row({BACKEND: Sums(first, 0, 50 * first)}, at)]
        for number in range(first, first + most):
            one = f"{number:016x}"
            lines.append(entries.row_of(ASKING._replace(id=one, at=at)))
            lines.append(entries.row_of(paid(one)._replace(at=at)))
        path = folder / f"{first // most + 1:08}.jsonl"
        path.write_bytes(b"".join(journal._line(line) for line in lines))


WRITER = """
import sys
from pathlib import Path
from t2v.clock import Clock
from t2v.costs.entries import Intent, Settlement
from t2v.costs.ledger import Ledger
from t2v.store import Store
ledger = Ledger(Store(Path(sys.argv[1]), print), Clock())
for number in range(100):
    one = ledger.intend(Intent("edit", "b", "s", asked=f"{sys.argv[2]} {number}"))
    ledger.settle(Settlement(one, "yes", 1))
"""


def test_two_processes_lose_no_row(home: Path, time: FakeTime) -> None:
    command = [sys.executable, "-c", WRITER, str(home)]
    environment = {**os.environ, "PYTHONPATH": str(Path(journal.__file__).parents[1])}
    started = [subprocess.Popen([*command, name], env=environment) for name in ("one", "two")]
    assert [process.wait(60) for process in started] == [0, 0]
    ledger = again(home, time)
    assert ledger.sums("b") == Sums(asked=200, unknown=0, credits=200)
    asked = {one.intent.asked for one in ledger.newest("b", 500)}
    assert asked == {f"{name} {number}" for name in ("one", "two") for number in range(100)}
