"""Limits and the history as a host sees them, through the whole program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from t2v.endpoints import CHAT, RENDER
from t2v.report import Exit
from tests.scripted_service import ScriptedService, event, stream
from tests.tools.conftest import LAUNCHERS, ToolRunner


@pytest.fixture
def online(service: ScriptedService) -> dict[str, str]:
    service.serve_project(available=500)
    service.on(CHAT, stream(event("Here it is.")))
    return {"NEMO_API_URL": service.url, "NEMO_TOKEN": "nmv_usr_own"}


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (("--max-credits", "99"), {}),
        ((), {"T2V_MAX_CREDITS": "99"}),
        (("--max-credits", "99"), {"T2V_MAX_CREDITS": "1000"}),
    ],
    ids=["argument", "environment", "argument wins"],
)
@pytest.mark.parametrize("tool", ["send", "create"])
def test_what_costs_more_than_is_allowed_is_not_sent(  # noqa: PLR0913, PLR0917 - a table
    run_tool: ToolRunner,
    service: ScriptedService,
    online: dict[str, str],
    tool: str,
    arguments: tuple[str, ...],
    environment: dict[str, str],
) -> None:
    ran = run_tool(tool, "a video of a cat", *arguments, env={**online, **environment})
    assert (ran.code, ran.exit) == ("over_budget", Exit.DENIED)
    assert ran.document["charged"] == "no"
    assert ran.document["data"]["estimate"] == 100
    assert service.calls(CHAT) == service.calls(RENDER) == []


def test_the_history_is_a_table_for_people(
    run_tool: ToolRunner, service: ScriptedService, online: dict[str, str], workspace: Path
) -> None:
    run_tool("send", "a video of a cat", env=online)
    ran = run_tool("credits", "--history", env=online)
    assert ran.document["data"]["history"][0]["asked"] == "a video of a cat"
    done = subprocess.run(
        [sys.executable, str(LAUNCHERS / "credits.py"), "--history", "5", "--text"],
        cwd=workspace,
        env={**os.environ, **online},
        capture_output=True,
        text=True,
        check=True,
    )
    said, heads, row = done.stdout.splitlines()
    assert said == (
        "500 credits left. A video costs about 100, an edit about 50, an export nothing. "
        "So far 1 request cost 0 credits."
    )
    assert heads.split() == ["when", "(UTC)", "what", "asked", "credits", "file"]
    assert "generate  a video of a cat  0" in row
