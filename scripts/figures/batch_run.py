"""Work through a batch in this process, so that it can be killed: `batch_run.py ORDER.json`.

Long pauses, which wait for a service to settle, pass in seconds: the studio here settles at once,
however busy the computer is.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

from t2v.batches import whole
from t2v.batches.order import Order
from t2v.clock import Clock
from t2v.context import Context
from t2v.progress import Silent

LONGEST_S = 1.5


def main(path: str) -> None:
    """Run the batch and print what came of it, with the CPU time it took."""
    order = Order(**json.loads(Path(path).read_bytes()))
    clock = Clock(sleep=lambda seconds: time.sleep(min(seconds, LONGEST_S)))
    context = Context(os.environ, local=True, clock=clock, progress=Silent(), inline=True)
    context.key = f"{context.key} batch"
    report = whole.run(context, clock.budget(None), order)
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({**report.data, "cpu_s": used.ru_utime + used.ru_stime}))


if __name__ == "__main__":
    main(sys.argv[1])
