"""Work through a batch and end at once at a step of its first item: `dying.py STEP ORDER.json`.

Without a step it works to its end. Either way long pauses take no time.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, NoReturn

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from figures import batch_run
from t2v.chat import Chat
from t2v.jobs import Jobs

STEPS = {
    # The ledger knows of the message, the journal does not yet.
    "between the two notes": (Jobs, "keep"),
    "before it is sent": (Chat, "send"),
}


def die(*_: Any, **__: Any) -> NoReturn:
    """End as a process does that is killed: nothing is tidied up."""
    os._exit(9)


if __name__ == "__main__":
    step, order = sys.argv[1:]
    batch_run.LONGEST_S = 0.01
    if step:
        setattr(*STEPS[step], die)
    batch_run.main(order)
