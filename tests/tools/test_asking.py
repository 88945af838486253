"""Who may ask for a free token, of which a computer gets one a week: what makes a video, alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from t2v.endpoints import ANONYMOUS_TOKEN
from t2v.report import Exit
from tests.scripted_service import ScriptedService, ok, reply
from tests.tools.conftest import LAUNCHERS, QuickTool
from tests.tools.test_promises import CLIP

TOOLS = {path.stem for path in LAUNCHERS.glob("*.py")}
MAKING = {
    "connect": (),
    "send": ("a cat",),
    "create": ("a cat", "--output", "cat.mp4"),
    "upload": ("clip.mp4",),
    "batch": ("prompts.txt", "--output", "clips", "--max-credits", "500"),
}
"""Tools that somebody runs who wants a video; the others look at what there is."""
LOOKING = (
    ("route", "a cat surfing"),
    ("route", "--reply", "Click Export."),
    ("state",),
    ("credits",),
    ("credits", "--history", "5"),
    ("export",),
    ("export", "--resume"),
    ("send", "--resume"),
    ("create", "--resume"),
    ("jobs",),
    ("doctor",),
    ("evaluate", "clip.mp4"),
    ("batch", "prompts.txt", "--output", "clips", "--dry-run"),
    ("batch", "--output", "clips", "--resume"),
)
QUOTA = reply({"code": 429, "message": "1 per 7 days"}, 429, Retry_After="1")


@pytest.fixture(autouse=True)
def _project(service: ScriptedService, workspace: Path) -> None:
    service.serve_project()
    (workspace / "clip.mp4").write_bytes(CLIP)
    (workspace / "prompts.txt").write_text("a cat surfing\na dog running\n")


def test_every_tool_either_makes_or_looks() -> None:
    looking = {tool for tool, *_ in LOOKING}
    assert looking | MAKING.keys() == TOOLS, "say here whether the new tool may ask for a token"
    assert (looking & MAKING.keys()) == {"send", "create", "batch"}, "these look, too"


@pytest.mark.parametrize("tool", MAKING)
def test_a_tool_that_makes_asks_once(
    quick_tool: QuickTool, service: ScriptedService, tool: str
) -> None:
    for _ in range(2):
        quick_tool(tool, *MAKING[tool], env={"NEMO_API_URL": service.url})
    assert len(service.calls(ANONYMOUS_TOKEN)) == 1


@pytest.mark.parametrize("there", ["nothing", "a project without a token"])
@pytest.mark.parametrize("words", LOOKING, ids=" ".join)
def test_a_tool_that_looks_never_asks(
    quick_tool: QuickTool, service: ScriptedService, words: tuple[str, ...], there: str
) -> None:
    online = {"NEMO_API_URL": service.url}
    if there != "nothing":  # made with a token of the user's own, which is not set any more
        quick_tool("connect", env={**online, "NEMO_TOKEN": "nmv_usr_own"})
        assert service.history
    quick_tool(*words, env=online)
    assert service.calls(ANONYMOUS_TOKEN) == []


@pytest.mark.parametrize("tool", sorted(TOOLS))
def test_neither_help_nor_import_calls_anybody_or_writes_anything(
    service: ScriptedService, workspace: Path, own_home: Path, tool: str
) -> None:
    online = {"NEMO_API_URL": service.url}
    code = f"import runpy; runpy.run_path({str(LAUNCHERS / tool) + '.py'!r})"
    imported = ("-c", f"import sys; sys.path.insert(0, {str(LAUNCHERS)!r}); {code}")
    for words in ((LAUNCHERS / f"{tool}.py", "--help"), imported):
        subprocess.run(
            [sys.executable, *words],
            cwd=workspace,
            env={**os.environ, **online},
            capture_output=True,
            check=True,
            timeout=60,
        )
    assert service.history == []
    assert [path for path in own_home.parent.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("tool", MAKING)
def test_a_used_up_quota_is_told_and_not_got_around(
    quick_tool: QuickTool, service: ScriptedService, own_home: Path, tool: str
) -> None:
    service.on(ANONYMOUS_TOKEN, QUOTA)
    online = {"NEMO_API_URL": service.url}
    for number in (1, 2):
        ran = quick_tool(tool, *MAKING[tool], env=online)
        assert (ran.code, ran.exit) == ("token_quota", Exit.TEMPORARY)
        assert len(service.calls(ANONYMOUS_TOKEN)) == number, "asked again by itself"
    ids = {seen.headers["X-Client-Id"] for seen in service.calls(ANONYMOUS_TOKEN)}
    kept = {path.read_text() for path in own_home.parent.rglob("client_id")}
    assert len(ids) == 1
    assert ids == kept


def test_a_client_id_given_by_the_user_is_used_as_it_is(
    quick_tool: QuickTool, service: ScriptedService, own_home: Path
) -> None:
    service.on(ANONYMOUS_TOKEN, QUOTA, QUOTA, ok(token="nmv_usr_given"))  # noqa: S106 - a test's own
    given = "0b9c1c52-6d5f-4f5c-9a53-3c1f6f0f7a11"
    for _ in range(2):
        quick_tool("connect", env={"NEMO_API_URL": service.url, "NEMO_CLIENT_ID": given})
    assert {seen.headers["X-Client-Id"] for seen in service.calls(ANONYMOUS_TOKEN)} == {given}
    assert list(own_home.parent.rglob("client_id")) == []
