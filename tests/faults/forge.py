"""Runs tools by the hundred, each in a process of its own: the test's side of `forking`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import t2v
from tests.faults.strikes import Strike

ROOT = Path(__file__).resolve().parents[2]
HURRY = Path(__file__).parent / "hurry"
NEVER = Strike(0)
"""Counts the places, and strikes at none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a run left behind. A negative `code` is the signal that ended it.

    `places` are how many the tool and its worker came to, of those that were counted and not
    killed; `left` is how many workers go on; `seconds` what it took.
    """

    tool: str
    code: int
    stdout: str
    stderr: str
    places: Mapping[str, int]
    seconds: float
    left: int

    @property
    def killed(self) -> bool:
        """Whether the tool was killed."""
        return self.code < 0

    @property
    def document(self) -> dict[str, Any]:
        """The one line that it printed."""
        (line,) = self.stdout.splitlines()
        document: dict[str, Any] = json.loads(line)
        return document


@dataclass(slots=True)
class Order:
    """How a tool is run: by whom, where, with what, and what becomes of it.

    `limits` are those of `hurry`, for a forge that was started with some.
    """

    env: Mapping[str, str]
    cwd: Path
    ahead_s: float = 0.0
    settle_s: float = 20.0
    strikes: Mapping[str, Strike] = field(default_factory=dict)
    launchers: Path = ROOT / "tools"
    limits: Mapping[str, Any] | None = None


class Forge:
    """The program, while it runs."""

    def __init__(self, limits: Mapping[str, Any] | None = None) -> None:
        """Start it; it loads the engine once, with these limits of `hurry` if there are any."""
        paths = [str(Path(t2v.__file__).parents[1]), str(ROOT)]
        hurried = {}
        if limits is not None:
            hurried["T2V_FAULT_LIMITS"] = json.dumps(dict(limits))
            paths.append(str(HURRY))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.forking"],
            env={**os.environ, **hurried, "PYTHONPATH": os.pathsep.join(paths)},
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def close(self) -> None:
        """End it, and whatever of it still runs."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(30)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def run(self, order: Order, tool: str, *args: str) -> Run:
        """Run a tool to its end, and its worker for at most `settle_s`."""
        answer = self._ask(
            tool=tool,
            args=args,
            launcher=str(order.launchers / f"{tool}.py"),
            env=dict(order.env),
            cwd=str(order.cwd),
            ahead_s=order.ahead_s,
            settle_s=order.settle_s,
            strikes={name: list(strike) for name, strike in order.strikes.items()},
            limits=None if order.limits is None else dict(order.limits),
        )
        counts = {name: int(count) for name, count in answer["counts"].items()}
        return Run(
            tool=tool,
            code=answer["code"],
            stdout=answer["stdout"],
            stderr=answer["stderr"],
            places=counts,
            seconds=answer["seconds"],
            left=answer["left"],
        )

    def settle(self, *, kill: bool = False, seconds: float = 20.0) -> int:
        """Wait for workers, or kill them; return how many go on all the same."""
        answer = self._ask(tool="", kill_workers=kill, settle_s=seconds)
        return int(answer["left"])

    def _ask(self, **order: Any) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the forge has gone"
        answer: dict[str, Any] = json.loads(line)
        return answer
