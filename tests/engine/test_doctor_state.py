"""The state folder and the disk, each made unfit for real: what the doctor says and offers."""

from __future__ import annotations

import errno
import json
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from t2v.checks import folder, shell
from t2v.checks.finding import State
from tests.engine.conftest import PatientMaker
from tests.fake_time import FakeTime


@pytest.fixture
def state(patient: PatientMaker) -> Path:
    """Return the folder that tools keep their state in, made as they make it."""
    inner = patient().home / "text-to-video"
    for place in (inner.parent, inner):
        place.mkdir(mode=0o700)
    return inner


def test_no_folder_yet_is_fine_and_stays_so(patient: PatientMaker) -> None:
    well = patient()
    assert "made when it is needed" in folder.folder(well).say
    assert not well.home.exists()


def as_file(state: Path) -> None:
    state.rmdir()
    state.write_bytes(b"")


def as_link(state: Path) -> None:
    state.rmdir()
    state.symlink_to(state.parent)


def as_garbage(state: Path) -> None:
    (state / "state.json").write_text("{")
    (state / "state.json").chmod(0o600)


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (as_file, (State.FAIL, "is a file, not a folder", "export T2V_HOME=")),
        (as_link, (State.FAIL, "is a link", "export T2V_HOME=")),
        (as_garbage, (State.WARN, "state.json cannot be read", None)),
        (lambda state: state.chmod(0o755), (State.WARN, "(text-to-video)", "chmod go-rwx ")),
    ],
)
def test_a_state_folder_that_is_wrong(
    patient: PatientMaker,
    state: Path,
    spoil: Callable[[Path], None],
    expected: tuple[State, str, str | None],
) -> None:
    spoil(state)
    state_of, said, mend = expected
    finding = folder.folder(patient())
    assert (finding.state, said in finding.say) == (state_of, True), finding
    assert (finding.mend or "").startswith(mend or "")
    assert bool(finding.mend) is bool(mend)


def test_the_command_that_mends_a_mode_does(patient: PatientMaker, state: Path) -> None:
    state.chmod(0o755)
    mend = folder.folder(patient()).mend
    assert mend is not None
    assert os.system(mend) == 0  # noqa: S605 - that it can be run as it stands is the point
    assert stat.S_IMODE(state.stat().st_mode) == 0o700
    assert folder.folder(patient()).state is State.OK


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "is full"), (errno.EROFS, "cannot be written")]
)
def test_a_disk_that_takes_nothing(
    patient: PatientMaker, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def refuse(**_: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    finding = folder.folder(patient())
    assert (finding.state, said in finding.say) == (State.FAIL, True)


def test_another_users_folder(
    patient: PatientMaker, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: state.stat().st_uid + 1)
    finding = folder.folder(patient())
    assert (finding.state, "another user" in finding.say) == (State.FAIL, True)
    assert (finding.mend or "").startswith("sudo chown -R ")


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (("state.0badf00d.bad", 0.0), "were set aside"),
        ((".state.json.123.tmp", 7_200.0), "half-written"),
        ((".state.json.123.tmp", 1.0), "There are none"),
    ],
)
def test_what_was_left_behind(
    patient: PatientMaker, state: Path, time: FakeTime, left: tuple[str, float], said: str
) -> None:
    name, age = left
    (state / name).write_bytes(b"")
    os.utime(state / name, (time.now - age, time.now - age))
    finding = folder.leftovers(patient())
    assert said in finding.say
    if finding.mend:
        assert os.system(finding.mend) == 0  # noqa: S605 - as above
    assert (folder.leftovers(patient()).state, said in finding.say) == (State.OK, True)


@pytest.mark.parametrize(
    "job", [("chat", 60, None), ("chat", 3600, "send"), ("render", 3600, "export")]
)
def test_work_that_was_never_settled(
    patient: PatientMaker, state: Path, time: FakeTime, job: tuple[str, float, str | None]
) -> None:
    kind, age, tool = job
    service = patient().settings.api_url
    row = {"kind": kind, "started_at": time.now - age}
    odd = {"kind": "chat", "started_at": "yesterday"}
    tables = {"version": 1, "jobs": {f"{service} one": row, f"{service} two": odd, "local x": odd}}
    (state / "state.json").write_text(json.dumps(tables))
    finding = folder.jobs(patient())
    mend = shell.tool(patient().launchers, tool, "--resume") if tool else None
    assert (finding.state, finding.mend) == (State.WARN if tool else State.OK, mend)


@pytest.mark.parametrize(
    ("free", "state_of"), [(10, State.FAIL), (100, State.WARN), (9_000, State.OK)]
)
def test_the_space_that_is_left(
    patient: PatientMaker, monkeypatch: pytest.MonkeyPatch, free: int, state_of: State
) -> None:
    class Usage:
        def __init__(self, _: Path) -> None:
            self.free = free * 1_000_000

    monkeypatch.setattr("shutil.disk_usage", Usage)
    assert folder.disk(patient()).state is state_of
