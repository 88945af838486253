"""The doctor: each check of this computer made to fail for real, and the command it names then."""

from __future__ import annotations

import errno
import socket
import sys
import time as real_time
from pathlib import Path
from typing import Any, NoReturn

import pytest

from t2v.checks import examination, folder, python, shell
from t2v.checks.examination import CHECKS, Check
from t2v.checks.finding import State
from t2v.commands.doctor import doctor
from t2v.errors import SkillError
from tests.engine.conftest import ContextMaker, PatientMaker
from tests.fake_time import FakeTime
from tests.scripted_service import ScriptedService

TOKEN = "nmv_usr_canary"  # noqa: S105 - a test's own


def test_on_a_healthy_computer_everything_is_fine(
    make_context: ContextMaker, service: ScriptedService, time: FakeTime
) -> None:
    time.now = real_time.time()
    service.serve_project(available=400)
    report = doctor(make_context(NEMO_TOKEN=TOKEN), text_for="a dog, 狗")
    assert {row["state"] for row in report.data["findings"]} == {"ok"}
    names = [row["check"] for row in report.data["findings"]]
    assert names == [check.name for check in CHECKS if check.name != "certificates"]
    assert report.say == "Everything is ready to make videos."


def test_only_the_answer_and_the_balance_are_asked_for(
    make_context: ContextMaker, service: ScriptedService, time: FakeTime
) -> None:
    time.now = real_time.time()
    service.serve_project()
    doctor(make_context(), text_for=None)
    assert [(seen.method, seen.path) for seen in service.history] == [("GET", "/")]
    doctor(make_context(NEMO_TOKEN=TOKEN), text_for=None)
    first, second = service.history[1:]
    assert (first.path, second.path) == ("/", "/api/credits/balance/simple")
    assert first.headers["Authorization"] is None
    assert first.headers["X-Skill-Source"] == "text-to-video-kaggle"


def test_local_asks_no_network(
    make_context: ContextMaker, service: ScriptedService, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> NoReturn:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    report = doctor(make_context(NEMO_API_URL="local", NEMO_TOKEN=TOKEN), text_for=None)
    online = {check.name for check in CHECKS if check.online}
    assert online & {row["check"] for row in report.data["findings"]} == set()
    assert service.history == []


@pytest.mark.parametrize("text_for", [None, "a dog"])
def test_the_table_is_gone_through_whatever_breaks(
    make_context: ContextMaker, monkeypatch: pytest.MonkeyPatch, text_for: str | None
) -> None:
    def broken(_: object) -> NoReturn:
        raise OSError(errno.EIO, f"the words of an error may hold {TOKEN}")

    monkeypatch.setattr(
        examination, "CHECKS", tuple(check._replace(look=broken) for check in CHECKS)
    )
    with pytest.raises(SkillError) as caught:
        doctor(make_context(NEMO_TOKEN=TOKEN), text_for=text_for)
    rows = caught.value.data["findings"]
    assert [row["check"] for row in rows] == [check.name for check in CHECKS]
    assert {row["say"] for row in rows} == {"This could not be looked at (OSError)."}
    assert (caught.value.code, TOKEN in repr(caught.value.document())) == ("not_ready", False)


def test_a_check_that_never_ends_is_left_behind(
    make_context: ContextMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examination, "LOCAL_S", 0.05)
    endless = Check("endless", lambda _: real_time.sleep(5))
    monkeypatch.setattr(examination, "CHECKS", (endless,))
    (row,) = doctor(make_context(), text_for=None).data["findings"]
    assert (row["state"], row["check"]) == ("warn", "endless")


# Python and packages


def test_a_python_that_is_too_old(patient: PatientMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(python, "OLDEST", (99, 0))
    assert python.python(patient()).state is State.FAIL


@pytest.mark.parametrize(
    ("requirement", "said"),
    [
        ("no-such-package>=1,<2", "no-such-package is not installed"),
        ("requests>=99,<100", "does not fit, requests>=99,<100 is needed"),
        ("urllib3>=1,<2", "does not fit"),
    ],
)
def test_a_package_that_is_missing_or_does_not_fit(
    patient: PatientMaker, monkeypatch: pytest.MonkeyPatch, requirement: str, said: str
) -> None:
    monkeypatch.setattr(python, "declared", lambda _: {requirement, "PyYAML>=6,<7"})
    finding = python.packages(patient())
    assert (finding.state, said in finding.say) == (State.FAIL, True)
    assert finding.mend == shell.install(requirement)


def test_the_packages_are_those_of_the_launchers(patient: PatientMaker) -> None:
    wanted = python.declared(patient().launchers)
    assert {"requests>=2.31,<3", "PyYAML>=6,<7"} <= wanted


def test_a_skill_without_its_page(patient: PatientMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: Path) -> NoReturn:
        raise SkillError("skill_broken", "SKILL.md is missing beside the tools.")

    monkeypatch.setattr("t2v.skill.skill_folder", missing)
    finding = python.skill(patient())
    assert finding is not None
    assert "SKILL.md is missing" in finding.say


@pytest.mark.parametrize(
    ("name", "value", "mend"),
    [
        ("NEMO_API_URL", "ftp://nowhere", "unset NEMO_API_URL"),
        ("NEMO_API_URL", "http://far.example", "unset NEMO_API_URL"),
        ("NEMO_WEB_URL", "nowhere", "unset NEMO_WEB_URL"),
        ("NEMO_CLIENT_ID", "not an id", "unset NEMO_CLIENT_ID"),
        ("SKILL_SOURCE", "a\nb", "unset SKILL_SOURCE"),
        ("T2V_HOME", "~nobody-of-that-name/x", "unset T2V_HOME"),
        ("NEMO_TOKEN", f"{TOKEN} {TOKEN}", None),
    ],
)
def test_a_variable_that_is_wrong_is_named_and_spoils_no_other_check(
    patient: PatientMaker, name: str, value: str, mend: str | None
) -> None:
    ill = patient(**{name: value})
    finding = python.settings(ill)
    assert (finding.state, finding.say.startswith(f"{name}: ")) == (State.FAIL, True)
    assert finding.mend == mend
    assert value not in finding.say
    assert folder.folder(ill).state is State.OK


def test_an_output_for_ascii_alone(patient: PatientMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    class Poor:
        encoding = "ANSI_X3.4-1968"

    monkeypatch.setattr(sys, "stdout", Poor())
    finding = python.encoding(patient())
    assert (finding.state, finding.mend) == (State.WARN, "export PYTHONUTF8=1")
