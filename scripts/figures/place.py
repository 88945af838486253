"""Where figures are taken: a skill as a host installs it, a home of its own, a service nearby."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from environment import ROOT

LARGE_SKILL = "text-to-video-gratis"
"""The skill with the 500 MB limit."""
GRACE_S = 10.0
"""How long a studio that is asked to end may take."""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that is gone afterwards."""

    folder: Path

    def tool(self, name: str) -> list[str]:
        """Return the command that runs a tool of the installed skill."""
        return [sys.executable, str(self.folder / "skill" / "tools" / f"{name}.py"), "--json"]

    def environment(self, port: int | None = None) -> dict[str, str]:
        """Return the variables for a tool that talks to the service at `port`."""
        ours = ("NEMO_", "T2V_", "SKILL_SOURCE", "PYTHONDONTWRITEBYTECODE")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        kept["T2V_HOME"] = str(self.folder / "home")
        if port is not None:
            kept |= {"NEMO_API_URL": f"http://127.0.0.1:{port}", "NEMO_TOKEN": "figures"}
        return kept


@contextlib.contextmanager
def installed() -> Iterator[Place]:
    """Install the skill with the largest limit, without any compiled file, as a host would."""
    with tempfile.TemporaryDirectory(prefix="t2v-figures-") as name:
        skill = Path(name) / "skill"
        skip = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "tools", skill / "tools", ignore=skip)
        shutil.copy(ROOT / "skill.yaml", skill)
        version = yaml.safe_load((ROOT / "skill.yaml").read_text("utf-8"))["version"]
        page = f"---\nname: {LARGE_SKILL}\nmetadata:\n  version: {version}\n---\n"
        (skill / "SKILL.md").write_text(page, "utf-8")
        try:
            yield Place(Path(name))
        finally:
            _end_studio(Path(name) / "home" / "studio" / "studio.json")


def _end_studio(address: Path) -> None:
    """End the studio that a tool has started, before its folder is gone; it takes the address."""
    if not address.is_file():
        return
    with contextlib.suppress(ProcessLookupError):
        os.kill(json.loads(address.read_text("utf-8"))["pid"], signal.SIGTERM)
        end = time.monotonic() + GRACE_S
        while address.exists() and time.monotonic() < end:
            time.sleep(0.02)


@contextlib.contextmanager
def service() -> Iterator[int]:
    """Run the service of the least cost, and yield its port."""
    with subprocess.Popen(
        [sys.executable, str(Path(__file__).parent / "service.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdin is not None  # noqa: S101 - a pipe was asked for
        assert process.stdout is not None  # noqa: S101 - same
        yield int(process.stdout.readline())
        process.stdin.close()
