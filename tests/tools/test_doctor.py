"""doctor.py as a host runs it, above all where nothing else would run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from t2v.report import Exit
from tests.scripted_service import GIVEN, ScriptedService
from tests.tools.conftest import LAUNCHERS, Ran, ToolRunner
from tests.tools.test_python import PYTHON, needs_python

TOKEN = "nmv_usr_canary"  # noqa: S105 - a test's own
PASSWORD = "canary-of-proxy"  # noqa: S105 - a test's own
CLIENT = "canary00-0000-4000-8000-000000000000"
BARE = (sys.executable, "-S")
"""Without `site` the interpreter sees the standard library alone."""


@pytest.fixture
def online(service: ScriptedService) -> dict[str, str]:
    service.serve_project(available=400)
    return {"NEMO_API_URL": service.url}


def states(ran: Ran) -> dict[str, str]:
    return {row["check"]: row["state"] for row in findings(ran)}


def findings(ran: Ran) -> list[dict[str, str]]:
    found: list[dict[str, str]] = ran.document["data"]["findings"]
    return found


def test_where_all_is_well_it_ends_with_0(run_tool: ToolRunner, online: dict[str, str]) -> None:
    ran = run_tool("doctor", env=online)
    assert (ran.exit, ran.say) == (Exit.OK, "Everything is ready to make videos.")
    assert set(states(ran).values()) == {"ok"}
    assert ran.stderr == ""


def bare(ran: Ran) -> None:
    assert (ran.code, ran.exit, ran.document["next"]) == ("not_ready", 69, ["mend"])
    missing = next(row for row in findings(ran) if row["check"] == "packages")
    assert missing["state"] == "fail"
    for package in ("requests", "urllib3", "sseclient-py", "PyYAML"):
        assert f"{package} is not installed" in missing["say"]
        assert f'"{package}>=' in missing["mend"]
    assert states(ran)["network"] == "ok"


def test_without_any_package_it_works_and_names_them_all(
    run_tool: ToolRunner, online: dict[str, str]
) -> None:
    bare(run_tool("doctor", env={**online, "NEMO_TOKEN": TOKEN}, python=BARE))


@needs_python
def test_so_it_does_in_the_oldest_python(run_tool: ToolRunner, online: dict[str, str]) -> None:
    bare(run_tool("doctor", env=online, python=(str(PYTHON), "-S")))


@pytest.mark.parametrize(
    "home", [{"T2V_HOME": "/dev/null/t2v"}, {"T2V_HOME": "", "XDG_CONFIG_HOME": "", "HOME": ""}]
)
@pytest.mark.parametrize("python", [(sys.executable,), BARE], ids=["whole", "bare"])
def test_without_a_home_it_works(
    run_tool: ToolRunner, online: dict[str, str], home: dict[str, str], python: tuple[str, ...]
) -> None:
    ran = run_tool("doctor", env={**online, **home}, python=python)
    assert len(findings(ran)) > 10
    assert not [row for row in findings(ran) if "could not be looked at" in row["say"]]


def test_nothing_secret_is_told(
    run_tool: ToolRunner, service: ScriptedService, online: dict[str, str], own_home: Path
) -> None:
    run_tool("connect", env=online)
    state = own_home.parent / "t2v" / "text-to-video" / "state.json"
    assert GIVEN in state.read_text()
    state.with_name("state.00000000.bad").write_bytes(state.read_bytes())
    proxy = f"http://me:{PASSWORD}@127.0.0.1:9"
    for environment in (
        online,
        {**online, "NEMO_TOKEN": TOKEN, "NEMO_CLIENT_ID": CLIENT},
        {"NEMO_API_URL": "https://video.invalid", "https_proxy": proxy, "HTTP_PROXY": proxy},
        {**online, "NEMO_TOKEN": f"{TOKEN}\n{TOKEN}", "NEMO_CLIENT_ID": f"{CLIENT}!"},
        {"NEMO_API_URL": f"https://me:{PASSWORD}@video.invalid"},
        {"NEMO_API_URL": "https://video.invalid", "https_proxy": f"{PASSWORD}@:x"},
    ):
        ran = run_tool("doctor", env=environment)
        client = (own_home.parent / "t2v" / "client_id").read_text()
        for secret in (GIVEN, TOKEN, CLIENT, PASSWORD, client):
            assert secret not in ran.stdout + ran.stderr
    assert not [seen for seen in service.history if seen.headers["X-Client-Id"] == CLIENT]


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_people_read_a_table(
    online: dict[str, str], workspace: Path, own_home: Path, encoding: str
) -> None:
    left = own_home.parent / "t2v" / "text-to-video"
    left.mkdir(parents=True, mode=0o700)
    (left / "state.0.bad").write_bytes(b"")
    done = subprocess.run(
        [sys.executable, str(LAUNCHERS / "doctor.py"), "--text"],
        cwd=workspace,
        env={**os.environ, **online, "PYTHONIOENCODING": encoding},
        capture_output=True,
        text=True,
        check=True,
    )
    said, *rows = done.stdout.splitlines()
    assert said.startswith("Ready to make videos, with something to look at: ")
    assert {row[:6] for row in rows} == {"  ok  ", "  warn", " " * 6}
    at = {row.index(word) for row in rows for word in ("Python 3", "unreadable") if word in row}
    assert max(at) - min(at) <= 2  # one column, the second word comes after a number
    assert f"$ rm {left / 'state.0.bad'}" in done.stdout
