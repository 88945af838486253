"""The records of jobs: written whole, read with suspicion, cleaned up, and never taken on trust."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from t2v.errors import SkillError
from t2v.failures import FAILURES
from t2v.report import Charged, Exit, External, Next, Report
from t2v.workers import process
from t2v.workers.shelf import KEPT, LOCK, RECORD, STALE_S, TOLD, Shelf
from t2v.workers.steps import MOST_BYTES, Follower, Steps, last
from t2v.workers.task import Task, lost
from tests.fake_time import FakeTime, Heard

NEW = Task(id="", kind="chat", session="local t2v", request={}, created_at=1000.0, limit_s=60.0)
DONE = Report(
    say="Done.",
    data={"file": "cat.mp4"},
    next=(Next.DELIVER_FILE,),
    charged=Charged.YES,
    external=External("It is a cat."),
)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "jobs")


# The answer


@pytest.mark.parametrize(
    "report", [DONE, Report(say="Still.", exit=Exit.TEMPORARY)], ids=["done", "going on"]
)
def test_a_report_comes_back_as_it_was(shelf: Shelf, report: Report) -> None:
    task = shelf.read(shelf.add(NEW.ended(report, 1060.0)).id)
    assert task is not None
    again = task.answer()
    assert (again.document(), again.exit) == (report.document(), report.exit)
    assert (task.state, task.took_s) == ("done", 60)
    assert task.age_s(9999.0) == 8999


@pytest.mark.parametrize("code", FAILURES)
def test_a_failure_comes_back_as_it_was(shelf: Shelf, code: str) -> None:
    error = SkillError(
        code,
        "It went wrong.",
        charged=Charged.UNKNOWN,
        data={"log": "x"},
        external="no",
        retry_after_s=5.0,
    )
    task = shelf.read(shelf.add(NEW.ended(error, 1060.0)).id)
    assert task is not None
    with pytest.raises(SkillError) as caught:
        task.answer()
    assert caught.value.document() == error.document()
    assert caught.value.failure is error.failure
    assert (task.state, task.charged) == ("failed", "unknown")


@pytest.mark.parametrize(
    "document",
    [{}, {"ok": True}, {"ok": False, "error": {"code": "odd"}}, {"ok": True, "say": 1}, None],
    ids=str,
)
def test_an_answer_that_cannot_be_read_is_lost_and_nobody_says_it_was_free(
    document: dict[str, Any] | None,
) -> None:
    with pytest.raises(SkillError) as caught:
        NEW._replace(state="done", document=document).answer()
    assert (caught.value.code, caught.value.charged) == ("job_lost", Charged.UNKNOWN)


# The folder


def test_a_job_gets_a_name_that_can_be_said_and_a_folder_of_its_own(shelf: Shelf) -> None:
    ids = {shelf.add(NEW).id for _ in range(30)}
    assert len(ids) == 30
    assert all(len(name) == 6 and name[:4].isalpha() and name[4:].isdecimal() for name in ids)
    if os.name == "posix":
        paths = [shelf.folder, *shelf.folder.rglob("*")]
        assert not [path for path in paths if path.stat().st_mode & 0o077]


@pytest.mark.parametrize("name", ["../../etc", "lumo27/..", "", "LUMO27", "lumo2", "."])
def test_what_is_no_id_leads_nowhere(shelf: Shelf, name: str) -> None:
    with pytest.raises(SkillError) as caught:
        shelf.read(name)
    assert caught.value.code == "usage"


def garbage(place: Path) -> None:
    (place / RECORD).write_bytes(b"\0\xff{")


def huge(place: Path) -> None:
    with (place / RECORD).open("wb") as file:
        file.truncate(2_000_000)


def linked(place: Path) -> None:
    (place / RECORD).rename(place.parent / "elsewhere")
    (place / RECORD).symlink_to(place.parent / "elsewhere")


def piped(place: Path) -> None:
    (place / RECORD).unlink()
    os.mkfifo(place / RECORD)


def rewritten(**change: Any) -> Any:
    def write(place: Path) -> None:
        row = json.loads((place / RECORD).read_bytes())
        (place / RECORD).write_text(json.dumps({**row, **change}))

    return write


@pytest.mark.skipif(os.name == "nt", reason="links and pipes")
@pytest.mark.parametrize(
    "spoil",
    [
        garbage,
        huge,
        linked,
        piped,
        rewritten(version=99),
        rewritten(kind="odd"),
        rewritten(state="odd"),
        rewritten(pid="1"),
        rewritten(id="lumo28"),
        rewritten(surprise=1),
        rewritten(request=[]),
    ],
)
def test_a_hostile_record_counts_as_none_and_hides_no_other(shelf: Shelf, spoil: Any) -> None:
    good, bad = shelf.add(NEW), shelf.add(NEW)
    spoil(shelf.place(bad.id))
    assert shelf.read(bad.id) is None
    assert shelf.all() == [good]
    assert shelf.clean(good.created_at) == 0


def test_a_link_in_a_jobs_place_is_not_followed(shelf: Shelf, tmp_path: Path) -> None:
    task = shelf.add(NEW.ended(DONE, 1.0))
    place = shelf.place(task.id)
    place.rename(tmp_path / "elsewhere")
    place.symlink_to(tmp_path / "elsewhere")
    assert shelf.read(task.id) is None
    shelf.clean(STALE_S * 10, kept=0)
    assert (tmp_path / "elsewhere" / RECORD).exists()


def test_only_what_has_ended_and_was_heard_is_cleaned_away(shelf: Shelf) -> None:
    running = shelf.add(NEW)
    unheard = shelf.add(NEW._replace(created_at=1.0).ended(DONE, 2.0))
    heard = [shelf.add(NEW.ended(DONE, 1000.0 + n)) for n in range(KEPT + 3)]
    for task in heard:
        shelf.mark(task, TOLD)
    assert shelf.clean(2000.0) > 0
    left = shelf.all()
    assert {running.id, unheard.id} <= {task.id for task in left}
    assert len(left) <= KEPT + 2
    shelf.clean(STALE_S * 2, kept=0)
    assert shelf.all() == [running]


def test_a_folder_that_holds_something_else_stays(shelf: Shelf) -> None:
    task = shelf.add(NEW.ended(DONE, 1.0))
    precious = shelf.place(task.id) / "thesis.txt"
    precious.write_text("years")
    shelf.clean(STALE_S * 2, kept=0)
    assert precious.read_text() == "years"


# Who works on it


def test_alive_is_who_holds_the_lock_and_nothing_else(shelf: Shelf) -> None:
    """A number may be another process's by now, after a restart of the computer at the latest."""
    task = shelf.write(shelf.add(NEW)._replace(state="running", pid=os.getpid(), birth="x"))
    assert not shelf.alive(task, 1000.0)
    with shelf.held(task.id):
        assert shelf.alive(task, 1000.0)
    assert not shelf.alive(task, 1000.0)
    (shelf.place(task.id) / LOCK).unlink()
    (shelf.place(task.id) / LOCK).symlink_to("/dev/null")
    assert not shelf.alive(task, 1000.0)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="births are read from /proc")
def test_only_the_process_that_was_meant_is_stopped() -> None:
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as other:
        born = process.birth(other.pid)
        assert born
        boot, _, started = born.partition(" ")
        for birth in ("", f"{boot} 1", f"{'0' * len(boot)} {started}"):
            assert not process.stop(other.pid, birth, force=True)
        assert other.poll() is None
        assert process.stop(other.pid, born, force=True)
        assert other.wait(10) != 0
    for pid in (0, 1, -1, 2**31 - 1):
        assert not process.stop(pid, process.birth(pid))


# How far it is


def test_steps_reach_whoever_follows_and_latecomers_hear_the_last(tmp_path: Path) -> None:
    steps, early = Steps(tmp_path / "steps"), Heard()
    follower = Follower(tmp_path / "steps", early, late=False)
    steps.say("Looking...")
    steps.advance("Rendering", 0.4)
    steps.advance("Rendering", 0.401)
    follower.follow()
    steps.advance("Working")
    follower.follow()
    assert early.lines == ["Looking..."]
    assert early.stages == [("Rendering", 0.4), ("Working", None)]
    late = Heard()
    Follower(tmp_path / "steps", late, late=True).follow()
    assert (late.lines, late.stages) == ([], [("Working", None)])
    assert last(tmp_path / "steps") == ("Working", None)
    assert last(tmp_path / "none") == (None, None)


def test_a_step_that_is_half_written_or_none_is_passed_over(tmp_path: Path) -> None:
    path, heard = tmp_path / "steps", Heard()
    path.write_bytes(b'[]\n\xff\n{"say": 7}\n{"stage": "A", "fraction": "b"}\n{"say": "ha')
    follower = Follower(path, heard, late=False)
    follower.follow()
    with path.open("ab") as file:
        file.write(b'lf."}\n')
    follower.follow()
    assert (heard.lines, heard.stages) == (["half."], [("A", None)])


def test_progress_without_an_end_fills_no_disk(tmp_path: Path, time: FakeTime) -> None:
    steps = Steps(tmp_path / "steps")
    for _ in range(40):
        steps.say("x" * 10_000)
    assert (tmp_path / "steps").stat().st_size < MOST_BYTES + 20_000
    Steps(tmp_path / "none" / "steps").say("Nobody can write that.")


@pytest.mark.parametrize(("kind", "charged"), [("chat", "unknown"), ("render", "no")])
def test_a_lost_job_admits_what_it_may_have_cost(kind: str, charged: str) -> None:
    assert lost(NEW._replace(kind=kind)).charged.value == charged
