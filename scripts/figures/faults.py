"""Faults, caused for real: the tests of `tests/faults` are run, and what they count is told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from environment import ROOT
from figures.table import Figure

TESTS = "tests/faults"
KILL_EVERY = "23"
"""Of some seven thousand places at which a tool can be killed: every so many."""
SLOWEST_S = 20.0
"""Limits of minutes are parts of seconds there: what is left is the tools' own time."""


class Counted(NamedTuple):
    """What a run of the tests came to. `tests/faults/tallies.py` explains the names of `sums`."""

    sums: Mapping[str, float]
    slowest_s: float


def faults() -> Iterator[Figure]:
    """Cause every fault, kill at a sample of places, and run random sequences."""
    yield from figures(_run())


def figures(counted: Counted) -> Iterator[Figure]:
    """Return what was counted, with its limits."""
    sums = counted.sums
    caused = f"of {sums['faults']:.0f} caused, rows 1 to 50 of the fault model"
    yield _none("Faults that were not survived", sums["failed"], "faults", caused)
    yield _some("Places at which a tool was killed", sums["kills"], 200, "places")
    played = f"{sums['steps']:.0f} steps"
    yield _some("Random sequences of calls and faults", sums["sequences"], 20, "sequences", played)
    yield _none("Requests that cost something and went out twice", sums["double_sends"], "requests")
    yield _none("Paid work that was lost", sums["lost_jobs"], "jobs")
    yield _none("Secrets found in output, logs, addresses or files", sums["secrets"], "secrets")
    yield Figure(
        what="Slowest answer to a fault",
        value=counted.slowest_s,
        limit=SLOWEST_S,
        unit="s",
        detail="timeouts of minutes are 0.6 s there",
    )


def _none(what: str, value: float, unit: str, detail: str = "") -> Figure:
    return Figure(what=what, value=value, limit=0, unit=unit, detail=detail)


def _some(what: str, value: float, least: float, unit: str, detail: str = "") -> Figure:
    return Figure(what=what, value=value, limit=least, unit=unit, least=True, detail=detail)


def _run() -> Counted:
    """Run the tests, and add up what they counted."""
    with tempfile.TemporaryDirectory(prefix="t2v-faults-") as folder:
        tally = Path(folder) / "tally.ndjson"
        subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-n", "auto", TESTS],
            cwd=ROOT,
            env={**os.environ, "FAULTS_TALLY": str(tally), "FAULTS_KILL_EVERY": KILL_EVERY},
            stdout=sys.stderr,
            check=False,
        )
        return add_up(tally.read_text("ascii").splitlines())


def add_up(lines: list[str]) -> Counted:
    """Return the sums of what the lines count; of recoveries the slowest counts.

    Raises:
        RuntimeError: nothing was counted: that is no figure.
    """
    sums: Counter[str] = Counter()
    slowest = 0.0
    for line in lines:
        numbers = json.loads(line)
        slowest = max(slowest, numbers.pop("slowest_s", 0.0))
        sums.update(numbers)
    if not sums["faults"]:
        message = "No fault was caused."
        raise RuntimeError(message)
    return Counted(sums, slowest)
