"""Where a package is missing a tool says which command mends that, and the command does."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.hosts.programs import Computer
from tests.hosts.story import SOURCE, Installed, tell_the_story
from tests.running_studio import RunningStudio

SKILL = SOURCE.skills[0]
CALLS: tuple[tuple[str, ...], ...] = (
    ("connect",),
    ("send", "a cat"),
    ("upload", "cat.png"),
    ("state",),
    ("credits",),
    ("export",),
    ("create", "a cat"),
)


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """Return a Python that has pip and nothing else."""
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "bare"], check=True)
    return tmp_path / "bare" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def test_the_command_that_a_tool_names_mends_it(
    computer: Computer, studio: RunningStudio, bare: Path, outside: dict[str, str]
) -> None:
    computer.run("clawhub", "--no-input", "install", SKILL.slug)
    folder = computer.work / "skills" / SKILL.slug
    host = replace(Installed(folder, computer, studio), python=bare)
    (computer.work / "cat.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))

    assert host.run("route", "a cat")["ok"]
    said = [host.run(*call, exit_code=69) for call in CALLS]
    assert {one["error"]["code"] for one in said} == {"extra_missing"}
    (command,) = {one["data"]["command"] for one in said}

    subprocess.run(shlex.split(command), env=outside, capture_output=True, check=True)
    tell_the_story(host, SKILL)
