"""The whole story, told by a skill from where a host put it, to a studio that keeps a record."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from page.source import Profile, read_source
from tests.hosts.programs import Computer
from tests.running_studio import RunningStudio
from tests.tools.schema import validate

SOURCE = read_source(Path(__file__).resolve().parents[2] / "skill.yaml")
HEADERS = ("x-skill-source", "x-skill-version", "x-skill-platform")


@dataclass(frozen=True, slots=True)
class Installed:
    """A skill in a host's folder; `python` starts its tools."""

    folder: Path
    computer: Computer
    studio: RunningStudio
    python: str | Path = sys.executable

    def run(self, tool: str, *arguments: str | Path, exit_code: int = 0) -> dict[str, Any]:
        """Run a tool with Python, and return what it said."""
        return self._run([self.python], tool, arguments, exit_code)

    def run_with_uv(self, tool: str, *arguments: str) -> dict[str, Any]:
        """Run a tool with `uv run`, which brings what the tool declares."""
        return self._run(self.computer.uv, tool, arguments, 0)

    def _run(
        self,
        runner: Sequence[str | Path],
        tool: str,
        arguments: Sequence[str | Path],
        exit_code: int,
    ) -> dict[str, Any]:
        """Run a tool by its path, from the folder that the user works in."""
        done = subprocess.run(
            [*runner, self.folder / "tools" / f"{tool}.py", *arguments],
            cwd=self.computer.work,
            env={**self.computer.environment, "NEMO_API_URL": self.studio.url},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == exit_code, (tool, done.stdout, done.stderr)
        document: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        validate(tool, document, done.returncode)
        return document


def tell_the_story(host: Installed, skill: Profile) -> None:
    """Go the whole way, from the user's words to the file, with every tool that the way has."""
    words = "a cat surfing at golden hour"
    assert host.run("route", words)["data"]["tool"] == "send"
    before = host.run("connect", "--language", "en")["data"]["credits"]
    made = host.run("send", words)
    assert made["charged"] == "yes"
    assert f"(0-{skill.default_duration_s}s)" in made["data"]["timeline"]
    picture = host.computer.work / "logo.png"
    Image.new("RGB", (64, 64), "teal").save(picture)
    assert host.run("upload", picture)["ok"]
    assert host.run("state")["data"]["aspect"] == skill.default_aspect
    assert host.run("credits")["data"]["available"] < before
    film = host.computer.work / f"{skill.slug}.mp4"
    assert host.run("export", "--output", film)["charged"] == "no"
    assert film.read_bytes()[4:8] == b"ftyp"
    assert host.run_with_uv("route", "export it")["data"]["tool"] == "export"
    assert host.run_with_uv("send", 'add a title "Surf"')["ok"]
    assert "Title" in host.run_with_uv("state")["data"]["timeline"]


def headers(studio: RunningStudio) -> set[tuple[str, ...]]:
    """Return what the calls that the studio saw said of their skill."""
    calls = [entry for entry in studio.requests() if entry["path"].startswith(("/api", "/run"))]
    return {tuple(str(call[name]) for name in HEADERS) for call in calls}
