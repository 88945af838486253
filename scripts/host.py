"""Calling the tools as a host agent does: a program, one JSON line back, an exit code.

Standard library only, and no syntax newer than Python 3.8.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from environment import ROOT

STILL_RUNNING = 75
OURS = ("NEMO_", "SKILL_SOURCE", "T2V_HOME")


class StoppedError(Exception):
    """A tool could not do its part; the text says which one and why."""

    def __init__(self, why: str, exit_code: int) -> None:
        """Keep the sentence, and the code to leave with."""
        self.exit_code = exit_code
        super().__init__(why)


@dataclass(frozen=True)
class Answer:
    """One tool's JSON line."""

    say: str
    data: dict[str, Any]
    running: bool
    external: str
    timeline: str


class Host:
    """A host agent on this computer: it works with the local studio and a state folder of its own.

    The user's own token and settings are kept out of it, so nothing here can cost anything.
    """

    def __init__(self, state: Path) -> None:
        """Name the folder that keeps the tools' state and the studio's films."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        self._environment = {**kept, "T2V_HOME": str(state)}

    def run(self, tool: str, *options: str, words: str = "") -> Answer:
        """Run a tool until its work is done; while it goes on, ask again and send nothing again."""
        # After --, words that begin with a dash are words.
        answer = self._once(tool, *options, *(["--", words] if words else []))
        while answer.running:
            answer = self._once(tool, *options, "--resume")
        return answer

    def _once(self, tool: str, *arguments: str) -> Answer:
        """Run a tool once. Its progress, on standard error, goes straight to the user."""
        done = subprocess.run(
            [sys.executable, str(ROOT / "tools" / f"{tool}.py"), "--json", "--local", *arguments],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            check=False,
        )
        document = _document(done.stdout)
        if document is None:
            raise StoppedError(f"{tool} gave no answer (exit {done.returncode}).", 70)
        if not document["ok"]:
            raise StoppedError(f"{tool}: {document['error']['say']}", done.returncode)
        foreign = document.get("external", {})
        return Answer(
            say=document["say"],
            data=document["data"],
            running=done.returncode == STILL_RUNNING,
            external=foreign.get("text") or "",
            timeline=foreign.get("timeline") or "",
        )


def _document(output: bytes) -> dict[str, Any] | None:
    """Return the JSON document on the last line, or None."""
    try:
        document: dict[str, Any] = json.loads(output.splitlines()[-1])
    except (IndexError, ValueError):
        return None
    return document
