"""A user at a desk: runs tools in this process, one after the other, and checks each answer.

Time passes only when somebody sleeps; the calendar can jump. Work is done without a worker, so that
a sequence of hundreds of calls takes a second.
"""

from __future__ import annotations

import contextlib
import functools
import io
import json
import os
import runpy
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

from t2v import cli, local
from t2v.clock import Clock
from t2v.context import Context
from tests.faults.forge import ROOT
from tests.harm import harms
from tests.tools.schema import validate

SLUGS = ("text-to-video-kaggle", "text-to-video-kaiber")
LONGEST_S = 45.0 + 60.0
"""What a call may take: its own 45 seconds, and one pause that the service asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a tool said, and how long it took by its own clock."""

    tool: str
    code: int
    document: dict[str, Any]
    stderr: str
    seconds: float

    @property
    def failure(self) -> str:
        """The failure's code, "" for a success."""
        return str(self.document.get("error", {}).get("code", ""))


@dataclass(slots=True)
class Desk:
    """The user's computer. `calendar_s` is how wrong its calendar is."""

    home: Path
    workspace: Path
    variables: dict[str, str]
    calendar_s: float = 0.0
    _passed: float = 0.0
    _launchers: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def clock(self) -> Clock:
        """Time that passes when somebody sleeps."""
        return Clock(
            now=lambda: 1_800_000_000.0 + self._passed + self.calendar_s,
            monotonic=lambda: self._passed,
            sleep=self.rest,
        )

    def rest(self, seconds: float) -> None:
        """Let time pass."""
        self._passed += seconds

    def run(self, tool: str, *args: str, slug: str = SLUGS[0], **variables: str) -> Said:
        """Run a tool; check its line, its exit code, what it shows and how long it takes."""
        out, err = io.StringIO(), io.StringIO()
        started = self._passed
        with (
            self._place({**self.variables, **variables}, slug, tool),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            launcher = self._launcher(tool)
            code = launcher["tool"].main(launcher[tool], list(args))
        (line,) = out.getvalue().splitlines()
        said = Said(
            tool=tool,
            code=int(code),
            document=json.loads(line),
            stderr=err.getvalue(),
            seconds=self._passed - started,
        )
        _check(said)
        return said

    def _launcher(self, tool: str) -> dict[str, Any]:
        if tool not in self._launchers:
            path = ROOT / "tools" / f"{tool}.py"
            self._launchers[tool] = runpy.run_path(str(path), run_name=tool)
        return self._launchers[tool]

    @contextlib.contextmanager
    def _place(self, variables: Mapping[str, str], slug: str, tool: str) -> Iterator[None]:
        """Be the program: its variables, its folder, the skill it lies in, no worker."""
        context = functools.partial(Context, clock=self.clock, inline=True)
        argv = [str(ROOT / "skills" / slug / "tools" / f"{tool}.py")]
        with (
            mock.patch.dict(os.environ, {"T2V_HOME": str(self.home), **variables}),
            mock.patch.object(cli, "Context", context),
            mock.patch.object(sys, "argv", argv),
            mock.patch.object(local, "playable", return_value=None),
            mock.patch.object(os, "fsync"),  # nobody is killed here; the disk takes long
            contextlib.chdir(self.workspace),
        ):
            yield


def _check(said: Said) -> None:
    """I2, I6 and I8: one line as the schema has it, in time, and foreign words apart."""
    validate(said.tool, said.document, said.code)
    assert "Traceback" not in said.stderr, said.stderr
    assert said.failure != "internal"
    assert said.seconds <= LONGEST_S, said
    ours = json.dumps({**said.document, "external": None})
    assert "obey" not in ours
    assert "obey" not in said.stderr
    external = said.document.get("external", {})
    for text in (external.get("text", ""), external.get("timeline", "")):
        assert harms(text) == []
