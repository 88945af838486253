"""Where a program can be stopped: each place of the engine that it comes to, and a blow at one.

A place is a line of the engine and the line that called it: one that writes a file counts once for
each caller, and a loop counts once. The lines of http.client are among them, so that a request is
stopped between its head, its body and its answer, too.
"""

from __future__ import annotations

import http.client
import os
import signal
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import t2v

ENGINE = str(Path(t2v.__file__).parent) + os.sep
APART = frozenset(
    {"chat", "client", "cli", "context", "conversation", "delivery", "disk", "download", "export"}
    | {"account", "journal", "jobs", "ledger", "looking", "outputs", "partial", "projects", "store"}
    | {"foreman", "hiring", "shelf", "worker", "media_files", "sources", "spending", "uploads"}
    | {"wishlist", "connect", "create", "send", "upload", "credits", "state", "client", "packing"}
)
"""Modules that touch the disk, the network or another process, and those that tell the story. The
others only think: whatever happens in them happens just before the next line of these."""

DEPTH = 2
"""Lines of a stack that are looked at: the one that is next, and the one that called."""


class Strike(NamedTuple):
    """At the place `at` (the first is 1), `act`: kill, or crash with an exception; 0 is never."""

    at: int = 0
    act: str = "kill"


class CrashError(Exception):
    """What nobody foresaw."""


class Places:
    """Counts the places that this process comes to, and strikes at one. For `sys.settrace`."""

    def __init__(self, strike: Strike) -> None:
        """Count from nothing."""
        self.strike = strike
        self._seen: set[tuple[int, ...]] = set()

    @property
    def count(self) -> int:
        """How many there were so far."""
        return len(self._seen)

    def trace(self, frame: FrameType, event: str, _argument: object) -> Any:
        """Look at the lines of the modules that matter, and at no others."""
        return self._line if _matters(frame.f_code.co_filename) else None

    def _line(self, frame: FrameType, event: str, _argument: object) -> Callable[..., Any]:
        place = _place(frame) if event == "line" else None
        if place is not None and place not in self._seen:
            self._seen.add(place)
            if len(self._seen) == self.strike.at:
                self._strike()
        return self._line

    def _strike(self) -> None:
        if self.strike.act == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        message = "struck"
        raise CrashError(message)


def _matters(file: str) -> bool:
    if file == http.client.__file__:
        return True
    return file.startswith(ENGINE) and Path(file).stem in APART


def _place(frame: FrameType | None) -> tuple[int, ...]:
    """Return the lines that lead here, those of the engine alone."""
    lines: list[int] = []
    while frame is not None and len(lines) < 2 * DEPTH:
        if frame.f_code.co_filename.startswith(ENGINE) or not lines:
            lines += (id(frame.f_code), frame.f_lineno)
        frame = frame.f_back
    return tuple(lines)
