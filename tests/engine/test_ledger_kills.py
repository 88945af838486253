"""SIGKILL at every line of the ledger: what was written stays, and the next call goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from t2v.costs import journal

EVERY = 13
"""Lines from one kill to the next: a prime, so that no loop hides a line; 1 for all of them."""


@pytest.mark.skipif(os.name != "posix", reason="forks and signals are POSIX's")
def test_a_kill_at_any_line_loses_nothing_that_was_told(tmp_path: Path) -> None:
    every = os.environ.get("T2V_KILL_EVERY", str(EVERY))
    root = Path(__file__).resolve().parents[2]
    program = Path(__file__).with_name("ledger_killing.py")
    done = subprocess.run(
        [sys.executable, str(program), str(tmp_path), every],
        env={**os.environ, "PYTHONPATH": f"{Path(journal.__file__).parents[1]}:{root}"},
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
    )
    runs = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(runs) > 20
    assert [run["killed"] for run in runs] == [True] * (len(runs) - 1) + [False]
    for run in runs:
        told, before, after = run["told"], run["before"], run["after"]
        intents, settled = told.count("i"), told.count("s")
        # What was told is there; what was not may be.
        assert intents <= before["asked"] <= min(2, intents + 1)
        assert 50 * settled <= before["credits"] <= 50 * min(2, settled + 1)
        assert before["open"] == before["asked"] - before["credits"] // 50
        assert before["live"] == 0
        assert after == {**before, "asked": before["asked"] + 1}
    assert runs[-1]["before"] == {"open": 0, "live": 0, "asked": 2, "credits": 100}
