"""A whole story, watched from within: what the tools reach, write and start is what is declared."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from page.builder import bundles, lay_out
from tests.audit import Trail
from tests.documents.made import body, docx, paragraph
from tests.running_studio import RunningStudio, running_studio
from tests.trust.declared import ROOT, SOURCE

SLUG = "text-to-video-kaggle"
STORY = (
    ("route", "a dog running through a sunny park"),
    ("connect", "--language", "en"),
    ("send", "a dog running through a sunny park"),
    ("state",),
    ("credits",),
    ("export", "--output", "dog.mp4"),
    ("create", "a boat at dusk", "--output", "boat.mp4"),
    ("upload", "story.docx", "--plan"),
)
DEVICES = {Path(os.devnull)}


class Watched:
    """An installed skill whose programs write down what they do."""

    def __init__(self, place: Path, url: str) -> None:
        self.skill = place / "skills" / SLUG
        self.workspace, self.state, self.address = place / "workspace", place / "state", url
        self.workspace.mkdir()
        self.trail = Trail(place / "trail")
        lay_out(self.skill, bundles(ROOT)[SLUG])

    def run(self, tool: str, *words: str) -> None:
        """Run a tool to its end."""
        own = {"T2V_HOME": str(self.state), "NEMO_API_URL": self.address}
        done = subprocess.run(
            [sys.executable, self.skill / "tools" / f"{tool}.py", *words],
            cwd=self.workspace,
            env={**os.environ, **own, **self.trail.environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, (tool, done.stdout, done.stderr)

    def plant(self, line: str) -> None:
        """Add a line to what `state` runs."""
        command = self.skill / "tools" / "t2v" / "commands" / "state.py"
        command.write_text(command.read_text("utf-8") + f"\n{line}\n", "utf-8")

    def hosts(self) -> set[str]:
        """Return the hosts reached that are not the service's."""
        return self.trail.hosts() - {str(urlsplit(self.address).hostname)}

    def strays(self) -> set[Path]:
        """Return the paths written that are neither state nor output nor a device."""
        allowed = (self.state, self.workspace)
        return {
            path
            for path in self.trail.written() - DEVICES
            if not any(path.is_relative_to(place) for place in allowed)
        }

    def programs(self) -> list[list[str]]:
        """Return the command lines started that are no declared program's."""
        names = [program.name for program in SOURCE.programs]
        lines = self.trail.started()
        return [line for line in lines if not any(name in " ".join(line) for name in names)]


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[RunningStudio]:
    with running_studio(tmp_path / "studio", free_credits=1000) as running:
        yield running


@pytest.fixture
def watched(tmp_path: Path, studio: RunningStudio) -> Watched:
    return Watched(tmp_path, studio.url)


def test_a_story_reaches_writes_and_starts_what_is_declared_alone(watched: Watched) -> None:
    docx(watched.workspace / "story.docx", body(paragraph("Boats leave the harbour.")))
    for tool, *words in STORY:
        watched.run(tool, *words)
    assert watched.hosts() == set(), "a host more: name it in endpoints.py and on the pages"
    assert watched.strays() == set(), "state lies in the state folder, films where they were asked"
    assert watched.programs() == [], "a program more: name it under `programs` in skill.yaml"
    written = watched.trail.written()
    assert any(path.is_relative_to(watched.state) for path in written), "nobody watched"
    assert {path.name for path in watched.workspace.iterdir()} == {
        "dog.mp4", "boat.mp4", "story.docx",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("import socket; socket.socket().connect_ex(('127.0.0.2', 9))", "hosts"),
        ("open('../stray', 'w').close()", "strays"),
        ("import os; os.mkdir(os.path.expanduser('~/.stray'))", "strays"),
        ("import subprocess, sys; subprocess.run([sys.executable, '-c', ''])", "programs"),
        ("import os; os.system('true')", "programs"),
    ],
)
def test_one_thing_more_would_be_noticed(watched: Watched, line: str, seen: str) -> None:
    watched.run("connect")
    assert not getattr(watched, seen)()
    watched.plant(line)
    watched.run("state")
    assert getattr(watched, seen)()
