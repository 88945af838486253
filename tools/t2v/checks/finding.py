"""What one check found, and the command that mends it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class State(str, Enum):
    """How it stands: fine, fine for now, or in the way of making a video."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


class Finding(NamedTuple):
    """One finding. `mend` is a command that can be run as it stands, None where there is none."""

    state: State
    say: str
    mend: str | None = None


def ok(say: str, mend: str | None = None) -> Finding:
    """Return that nothing is wrong."""
    return Finding(State.OK, say, mend)


def warn(say: str, mend: str | None = None) -> Finding:
    """Return what is wrong but in nobody's way yet."""
    return Finding(State.WARN, say, mend)


def fail(say: str, mend: str | None = None) -> Finding:
    """Return what is in the way of making a video."""
    return Finding(State.FAIL, say, mend)
