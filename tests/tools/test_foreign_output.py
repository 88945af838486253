"""Whatever a service writes, a tool prints one line of JSON, or keeps foreign lines apart."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from t2v.endpoints import CHAT, STATE
from tests.harm import harms
from tests.scripted_service import ScriptedService, event, ok, stream
from tests.tables.injections import injections
from tests.tools.conftest import LAUNCHERS, ToolRunner

ALL = "\n".join(text[:120] for text in injections())


@pytest.fixture
def hostile(service: ScriptedService) -> dict[str, str]:
    """Return the environment for a service that says all of it."""
    names = [{"d": 1000, "m": {"name": text[:200], "text": text[:200]}} for text in injections()]
    service.serve_project()
    service.on(STATE, ok(state={"draft": {"t": [{"tt": kind, "sg": names} for kind in (0, 1, 7)]}}))
    service.on(CHAT, stream(event(ALL)))
    return {"NEMO_API_URL": service.url, "NEMO_TOKEN": "nmv_usr_own"}


@pytest.mark.parametrize("arguments", [("send", "add a title"), ("state",)], ids=lambda one: one[0])
def test_one_line_of_json_and_nothing_to_attach(
    run_tool: ToolRunner, hostile: dict[str, str], arguments: tuple[str, ...]
) -> None:
    run_tool("connect", env=hostile)
    ran = run_tool(*arguments, "--media-line", env=hostile)
    assert len(ran.stdout.splitlines()) == 1
    assert ran.stdout.isascii()
    assert "obey" not in json.dumps({**ran.document, "external": None})
    assert "obey" not in ran.stderr
    for text in (ran.document["external"]["text"], ran.document["external"].get("timeline", "")):
        assert harms(text) == []
        assert len(text.encode()) <= 8_000


def test_a_person_reads_foreign_lines_apart(hostile: dict[str, str], workspace: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(LAUNCHERS / "send.py"), "add a title", "--text"],
        cwd=workspace,
        env={**os.environ, **hostile, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    ours, *foreign = done.stdout.decode().split("\n")
    assert "obey" not in ours
    assert len(foreign) > 50
    assert [line for line in foreign if line and not line.startswith("  | ")] == []
    assert harms("\n".join(line[4:] for line in foreign)) == []
