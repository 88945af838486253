"""Tools as a host runs them: programs, called by path from another folder, heard on stdout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest

from tests.faults.forge import Forge, Order
from tests.scripted_service import ScriptedService
from tests.tools.schema import validate

LAUNCHERS = Path(__file__).resolve().parents[2] / "tools"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a tool left behind."""

    document: dict[str, Any]
    exit: int
    stdout: str
    stderr: str

    @property
    def code(self) -> str:
        """The failure's code."""
        return str(self.document["error"]["code"])

    @property
    def say(self) -> str:
        """The sentence, of a success or of a failure."""
        return str(self.document.get("error", self.document)["say"])


class ToolRunner(Protocol):
    """Runs a tool and checks all that every tool promises."""

    def __call__(
        self,
        name: str,
        *args: str | bytes,
        env: Mapping[str, str] | None = None,
        stdin: bytes | None = None,
        python: tuple[str, ...] = (sys.executable,),
    ) -> Ran: ...


class QuickTool(Protocol):
    """Does so without the price of a start, and so without what only a program has."""

    def __call__(
        self, name: str, *args: str | bytes, env: Mapping[str, str] | None = None
    ) -> Ran: ...


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return the host's own folder, in which its commands run."""
    folder = tmp_path / "workspace"
    folder.mkdir()
    return folder


@pytest.fixture
def service() -> Iterator[ScriptedService]:
    running = ScriptedService()
    yield running
    running.close()


@pytest.fixture
def run_tool(workspace: Path) -> ToolRunner:
    """Return a function that runs `tools/<name>.py` and returns its checked answer."""

    def run(
        name: str,
        *args: str | bytes,
        env: Mapping[str, str] | None = None,
        stdin: bytes | None = None,
        python: tuple[str, ...] = (sys.executable,),
    ) -> Ran:
        environment = {**os.environ, **(env or {})}
        # It would hide that a tool writes into its own folder.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        done = subprocess.run(
            [*python, str(LAUNCHERS / f"{name}.py"), *args],
            cwd=workspace,
            env=environment,
            input=stdin if stdin is not None else b"",
            capture_output=True,
            check=False,
            timeout=60,
        )
        stdout, stderr = done.stdout.decode(), done.stderr.decode(errors="replace")
        return checked(name, done.returncode, stdout, stderr)

    return run


def checked(name: str, code: int, stdout: str, stderr: str) -> Ran:
    """Check what every tool promises: its answer as the last line, no traceback."""
    assert "Traceback" not in stderr, stderr
    *before, last = stdout.splitlines() or [""]
    assert not [line for line in before if not line.startswith("MEDIA:")], stdout
    document = json.loads(last)
    validate(name, document, code)
    return Ran(document=document, exit=code, stdout=stdout, stderr=stderr)


@pytest.fixture(scope="session")
def forge() -> Iterator[Forge | None]:
    """Return what has the engine loaded and forks a process for each tool; it needs Linux."""
    running = Forge() if sys.platform == "linux" else None
    yield running
    if running:
        running.close()


@pytest.fixture
def quick_tool(workspace: Path, run_tool: ToolRunner, forge: Forge | None) -> Iterator[QuickTool]:
    """Return what `run_tool` is, without the price of a start: for what tools say and do.

    How they start, and what they read from standard input, is for `run_tool` to tell.
    """
    if forge is None:
        yield run_tool
        return

    def run(name: str, *args: str | bytes, env: Mapping[str, str] | None = None) -> Ran:
        order = Order({**os.environ, **(env or {})}, workspace, settle_s=0.0)
        ran = forge.run(order, name, *map(os.fsdecode, args))
        return checked(name, ran.code, ran.stdout, ran.stderr)

    yield run
    forge.settle(kill=True)
