"""What was tried, counted over all tests of a run, for whoever asks for figures.

With `FAULTS_TALLY=FILE` each test adds a JSON line to the file; without it nothing is written.

`faults` are those that were caused, `kills` places at which a tool was killed, `sequences` random
ones; `double_sends` requests that cost something beyond those that were meant, `lost_jobs` work
that was paid for and told as nothing, `secrets` how often a token was seen where it does not
belong. `slowest_s` is how long a tool took to say what came of it, of which the slowest counts;
the rest is summed up. The conftest counts what `failed`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

FILE = os.environ.get("FAULTS_TALLY")


def tally(**counts: float) -> None:
    """Add what a test has tried."""
    if FILE:
        with Path(FILE).open("a", encoding="ascii") as lines:
            lines.write(json.dumps(counts) + "\n")
