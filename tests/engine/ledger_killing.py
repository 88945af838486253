"""Write into a ledger and be killed at each line of it, one process for each; tell what is left.

A program of its own: it forks, and is alone in its process. Prints JSON: for each kill, how far the
work had come and what the next call finds.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import types
from pathlib import Path
from typing import Any

from t2v.clock import Clock
from t2v.costs import journal
from t2v.costs.entries import Intent, Settlement
from t2v.costs.ledger import Ledger
from t2v.store import Store

ASKING = Intent(kind="edit", backend="b", asked="make it blue", estimate=50)
TRACED = ("journal.py", "ledger.py", "disk.py", "entries.py")


def work(ledger: Ledger, tell: int) -> None:
    """Ask and settle twice, with a new segment between; each step is told when it is over."""
    for _ in range(2):
        begun = ledger.intend(ASKING)
        os.write(tell, b"i")
        ledger.deliver(begun, "/film.mp4")
        ledger.settle(Settlement(begun, "yes", 50))
        os.write(tell, b"s")


def killed_at(step: int, home: Path) -> tuple[str, bool]:
    """Return what was told before the kill, and whether it came before the end."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        sys.settrace(tracer(step))
        work(Ledger(Store(home, lambda text: None), Clock()), writer)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as file:
        told = file.read().decode()
    return told, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def tracer(step: int) -> Any:
    """Return a trace function that kills this process at the given line of ours."""
    left = step

    def trace(frame: types.FrameType, event: str, _argument: object) -> Any:
        nonlocal left
        if not frame.f_code.co_filename.endswith(TRACED):
            return None
        if event == "line":
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    return trace


def found(home: Path) -> dict[str, Any]:
    """Return what the next call finds, and finds again when it has written something itself."""
    ledger = Ledger(Store(home, lambda text: None), Clock())
    before = facts(ledger)
    ledger.sweep()
    ledger.settle(Settlement(ledger.intend(ASKING), "no", 0))
    return {"before": before, "after": facts(ledger)}


def facts(ledger: Ledger) -> dict[str, Any]:
    left = ledger.open("b")
    sums = ledger.sums("b")
    live = [one for one in left if ledger.live(one.intent.id)]
    return {"open": len(left), "live": len(live), "asked": sums.asked, "credits": sums.credits}


if __name__ == "__main__":
    journal.SEGMENT = 300
    folder, every = Path(sys.argv[1]), int(sys.argv[2])
    for number in range(0, 100_000, every):
        place = folder / str(number)
        said, was_killed = killed_at(number, place)
        print(json.dumps({"told": said, "killed": was_killed, **found(place)}))  # noqa: T201
        if not was_killed:
            break
