"""The studio as a program of its own, which a test can kill."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.running_studio import Client

INSTANT = {"T2V_STUDIO_PACE": "0", "T2V_STUDIO_SCALE": "0.1", "T2V_STUDIO_FPS": "10",
           "T2V_STUDIO_WORKERS": "0"}  # fmt: skip


class Program:
    """`t2v-studio serve` in a process of its own."""

    def __init__(self, home: Path, *arguments: str, **environment: str) -> None:
        self.home = home
        self.process = subprocess.Popen(
            [sys.executable, "-m", "t2v_studio", "serve", "--home", str(home), *arguments],
            env={**os.environ, **INSTANT, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ready(self) -> Client:
        """Wait for its line, and return its owner."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self.process.communicate(timeout=20)[1]
        address = json.loads((self.home / "studio.json").read_text())
        assert json.loads(line) == {"url": address["url"]}
        return Client(address["url"], address["token"])

    def ended(self) -> int:
        """Wait for its end, and return its exit code."""
        _, errors = self.process.communicate(timeout=30)
        assert "Traceback" not in errors
        return self.process.returncode

    def kill(self) -> None:
        """End it as a crash does (SIGKILL)."""
        self.process.kill()
        self.process.communicate()


Start = Callable[..., Program]
