"""What was tried, counted over all tests of a run, for whoever asks for figures.

With `FAULTS_TALLY=FILE` each test adds a JSON line to the file; without it nothing is written.
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
