"""The hosts' own programs, from npm, as a user has them: an empty home, and no way out."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from npm import Programs
from tests.hosts.registry import Registry

KEPT = ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "LANG")
SILENT = {
    "CI": "1",
    "NO_COLOR": "1",
    "DO_NOT_TRACK": "1",
    "DISABLE_TELEMETRY": "1",
    "CLAWHUB_DISABLE_TELEMETRY": "1",
    "OPENCLAW_NO_AUTO_UPDATE": "1",
    "UV_OFFLINE": "1",
}
LONGEST_S = 180.0
"""openclaw needs 5 seconds to start where nothing else is at work."""


@dataclass(frozen=True, slots=True)
class Computer:
    """A user's computer: a home, a folder to work in, and the programs of the hosts."""

    home: Path
    work: Path
    programs: Programs
    registry: Registry
    uv: tuple[str, ...]
    """How `uv run` begins, with a cache that holds what our tools need."""

    @property
    def environment(self) -> dict[str, str]:
        """The user's variables: none of ours, nor PYTHONDONTWRITEBYTECODE, which hides faults."""
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        places = {"HOME": str(self.home), "USERPROFILE": str(self.home)}
        away = dict.fromkeys(("http_proxy", "https_proxy"), self.registry.url)
        names = ("OPENCLAW_CLAWHUB_URL", "CLAWHUB_URL", "CLAWHUB_REGISTRY", "CLAWHUB_SITE")
        ours = dict.fromkeys(names, self.registry.url)
        near = {"no_proxy": "localhost,127.0.0.1,::1", "NODE_USE_ENV_PROXY": "1"}
        return {**kept, **places, **away, **near, **ours, **SILENT}

    def run(self, program: str, *arguments: str | Path, fails: bool = False) -> str:
        """Run a host's program and return what it printed on standard output."""
        done = subprocess.run(
            [*self.programs.command(program), *arguments],
            cwd=self.work,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=LONGEST_S,
        )
        assert (done.returncode != 0) is fails, (arguments, done.stdout, done.stderr)
        return done.stdout + (done.stderr if fails else "")

    def ask(self, program: str, *arguments: str | Path) -> Any:
        """Run a host's program that prints JSON and return it."""
        return json.loads(self.run(program, *arguments))
