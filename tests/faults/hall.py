"""A desk whose tools are processes with workers, any of which can be killed at one of its steps."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.desk import SLUGS, Said
from tests.faults.forge import ROOT, Forge, Order
from tests.faults.strikes import Strike
from tests.tools.schema import validate

CHANGING = frozenset({"connect", "send", "upload", "export", "create"})
PATIENCE_S = 10.0
"""Seconds that a run may take: those that a tool waits for pass at once."""


@dataclass(slots=True)
class Hall:
    """The user's computer; `strikes` are for the next tool that changes something."""

    forge: Forge
    home: Path
    workspace: Path
    variables: dict[str, str]
    calendar_s: float = 0.0
    strikes: dict[str, Strike] = field(default_factory=dict)
    _passed: float = 0.0

    def rest(self, seconds: float) -> None:
        """Let time pass."""
        self._passed += seconds

    def run(self, tool: str, *args: str, slug: str = SLUGS[0], **variables: str) -> Said:
        """Run a tool and its worker to their ends, however they end."""
        strikes = dict(self.strikes) if tool in CHANGING else {}
        if strikes:
            self.strikes.clear()
        environment = {**os.environ, "T2V_HOME": str(self.home), **self.variables, **variables}
        order = Order(
            environment,
            self.workspace,
            ahead_s=self._passed + self.calendar_s,
            strikes=strikes,
            launchers=ROOT / "skills" / slug / "tools",
        )
        ran = self.forge.run(order, tool, *args)
        assert "Traceback" not in ran.stderr, ran.stderr
        assert ran.left == 0
        assert ran.seconds < PATIENCE_S
        document: dict[str, Any] = {"charged": "unknown"}
        if ran.stdout:
            document = ran.document
        if not ran.killed:
            validate(tool, document, ran.code)
        return Said(
            tool=tool,
            code=ran.code,
            document=document,
            stderr=ran.stderr,
            seconds=ran.seconds,
        )
