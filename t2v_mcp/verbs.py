"""The tools that the server offers: what the launchers say of themselves, and what they do."""

from __future__ import annotations

import argparse
import runpy
import sys
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from t2v import people
from t2v_mcp import arguments


class Hints(NamedTuple):
    """What a call may do; the protocol's own pessimism where nobody knows better."""

    reads: bool = False
    """Nothing is changed by it, here or there."""
    destroys: bool = True
    """Something that exists may be changed or replaced."""
    repeats: bool = False
    """Calling it again changes nothing more."""
    outside: bool = True
    """It may speak to the video service."""


LOOKS = Hints(reads=True, destroys=False, repeats=True)
ADDS = Hints(destroys=False)
HINTS = {
    "route": LOOKS._replace(outside=False),
    "doctor": LOOKS,
    "credits": LOOKS,
    "connect": ADDS,
}
"""Verbs that do less than the worst. What takes `--force` may replace a file, whatever it says."""


class Verb:
    """One tool, as its launcher declares it."""

    def __init__(self, name: str) -> None:
        """Read the launcher; what it is for is done by another process."""
        self.name = name
        self.launcher: Path = people.launcher(name)
        writes = sys.dont_write_bytecode
        self.parser: argparse.ArgumentParser = runpy.run_path(str(self.launcher))["tool"].parser
        sys.dont_write_bytecode = writes

    @property
    def description(self) -> str:
        """The first paragraph of its help, in one line."""
        return " ".join((self.parser.description or "").split("\n\n")[0].split())

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of its arguments."""
        return arguments.schema(self.parser)

    @property
    def hints(self) -> Hints:
        """What a call may do."""
        hints = HINTS.get(self.name, Hints())
        return hints._replace(destroys=hints.destroys or "force" in self.schema["properties"])

    def command(self, given: dict[str, Any]) -> list[str]:
        """Return the program and its arguments, as a host would call it."""
        words = arguments.command_line(self.parser, given)
        return [sys.executable, str(self.launcher), "--json", "--progress", "ndjson", *words]


def all_verbs() -> dict[str, Verb]:
    """Return every verb that `t2v` has, by name."""
    return {name: Verb(name) for name in people.VERBS}
