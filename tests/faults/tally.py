"""What these tests count for `scripts/bench --faults`: a line of JSON each, in a file it names.

`faults` are those that were caused, `kill_points` places at which a tool was killed, `sequences`
random ones; `double_sends` are requests that cost something beyond those that were meant,
`lost_jobs` work that was paid for and told as nothing, `secrets` how often a token was seen where
it does not belong. `recovery_s` is how long a tool took to say what came of it. All but the last
are summed up; the conftest counts what `failed`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

FILE = os.environ.get("FAULT_TALLY", "")
"""Read once: a test's own environment holds none of ours."""


def count(**numbers: float) -> None:
    """Add to what was counted, when anybody counts."""
    if FILE:
        # One write of one line: tests that run at the same time must not mix theirs.
        with Path(FILE).open("a", encoding="ascii") as file:
            file.write(json.dumps(numbers) + "\n")
