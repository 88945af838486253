"""A program that has loaded the engine and forks one process for each run of a tool.

So a run costs milliseconds, and thousands of places can be tried. The tool is the launcher itself,
in a process, a session and an environment of its own; its workers are forked, too, and hold the
locks as started ones do. Orders come as JSON lines, and the answers go out so: see `forge`.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import json
import os
import runpy
import signal
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from t2v import clock, local, routing
from t2v.workers import process, worker
from tests.faults.hurry.sitecustomize import hurry
from tests.faults.strikes import Places, Strike

LOADED = (
    *("account", "changes", "chat", "client", "comparison", "conversation", "draft", "export"),
    *("fitting", "jobs", "measuring", "phrases", "projects", "skill", "store", "stream", "uploads"),
    *("wishlist", "workers.foreman", "external.untrusted"),
    *(f"commands.{name}" for name in ("connect", "create", "credits", "jobs", "state", "upload")),
    *(f"costs.{name}" for name in ("allowance", "balances", "entries", "history", "ledger")),
    *("costs.looking", "costs.spending"),
    *(f"downloads.{name}" for name in ("delivery", "partial", "proof", "sources")),
)
"""What a run would load otherwise, each time."""

REAL_PAUSE_S = 0.003
"""What a pause of a tool takes at most; it counts in full."""

LONGEST_S = 120
"""A tool that hangs is ended after so long; nobody else would."""

SUBREAPER = 36
"""Of prctl(2): workers whose parents are gone become our children, so that we see them end."""


def main() -> None:
    """Read orders until there are no more, then end what is left."""
    orders, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    quiet = os.open(os.devnull, os.O_RDWR)
    os.dup2(quiet, 0)
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    for name in LOADED:
        importlib.import_module(f"t2v.{name}")
    vars(local)["playable"] = _unknown  # as where no studio is installed: a second for each film
    vars(os)["fsync"] = _unknown  # a kill spares what the system holds; the disk takes long
    routing.route("warm up")
    gc.freeze()
    for line in orders:
        order = json.loads(line)
        answers.write(json.dumps(_run(order) if order["tool"] else _still(order)) + "\n")
        answers.flush()
    for child in _children():
        os.kill(child, signal.SIGKILL)


def _unknown(_file: object) -> None:
    """Do nothing, and say nothing."""


def _run(order: Mapping[str, Any]) -> dict[str, Any]:
    """Run a tool and wait for it; with `settle` for its workers, too."""
    with tempfile.TemporaryDirectory() as folder:
        out, err, counts = (Path(folder, name) for name in ("out", "err", "counts"))
        started = time.monotonic()
        tool = os.fork()
        if not tool:
            try:
                _be(order, out, err, counts)
            finally:
                os._exit(1)  # never back into the loop above, whatever happened
        code = os.waitstatus_to_exitcode(os.waitpid(tool, 0)[1])
        seconds = time.monotonic() - started
        left = _still(order)["left"]
        text = counts.read_text("ascii") if counts.exists() else ""
        return {
            "code": code,
            "stdout": out.read_text("utf-8"),
            "stderr": err.read_text("utf-8"),
            "counts": dict(line.split() for line in text.splitlines()),
            "seconds": seconds,
            "left": left,
        }


def _still(order: Mapping[str, Any]) -> dict[str, Any]:
    """Kill or wait for the workers, as it is ordered; say how many go on."""
    if order.get("kill_workers"):
        for child in _children():
            os.kill(child, signal.SIGKILL)
    end = time.monotonic() + float(order.get("settle_s", 0))
    while True:
        try:
            found, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return {"left": 0}
        if not found:
            if time.monotonic() > end:
                return {"left": len(_children())}
            time.sleep(0.001)


def _children() -> list[int]:
    return [
        int(word)
        for word in Path("/proc/self/task", str(os.getpid()), "children").read_text("ascii").split()
    ]


def _be(order: Mapping[str, Any], out: Path, err: Path, counts: Path) -> None:
    """Be the tool, to the end of this process."""
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ.update(order["env"])
    for number, path in ((1, out), (2, err)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
    sys.argv = [order["launcher"], *order["args"]]
    if order["limits"] is None:
        _hurry(float(order["ahead_s"]))
    else:
        hurry(order["limits"])
    signal.alarm(LONGEST_S)
    strikes = {name: Strike(*strike) for name, strike in order["strikes"].items()}
    process.start = _starter(strikes, counts)
    _traced("tool", strikes, counts, lambda: runpy.run_path(order["launcher"], None, "__main__"))


def _traced(name: str, strikes: Mapping[str, Strike], counts: Path, act: Any) -> None:
    """Do it under the eyes of a strike, and leave with its exit code."""
    code = 0
    places = Places(strikes[name]) if name in strikes else None
    if places is not None:
        sys.settrace(places.trace)
    try:
        act()
    except SystemExit as end:
        code = int(end.code or 0)
    except Exception as error:  # noqa: BLE001 - as the interpreter does with what nobody caught
        sys.excepthook(type(error), error, error.__traceback__)
        code = 1
    sys.settrace(None)
    if places is not None:
        with counts.open("a", encoding="ascii") as file:
            file.write(f"{name} {places.count}\n")
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _starter(strikes: dict[str, Strike], counts: Path) -> Any:
    """Return what starts a worker: a fork that leaves its parent, as `process.BOOT` does."""

    def start(
        folder: Path, log: Path, environment: Mapping[str, str], _locks: Sequence[int | None]
    ) -> None:
        child = os.fork()
        if child:
            os.waitpid(child, 0)
            strikes.pop("worker", None)  # the next one may work
            return
        sys.settrace(None)
        if os.fork():
            os._exit(0)
        os.setsid()
        output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        for number in (1, 2):
            os.dup2(output, number)
        os.chdir(folder)
        os.environ.update(environment)
        _traced("worker", strikes, counts, lambda: worker.main(str(folder)))

    return start


def _hurry(ahead_s: float) -> None:
    """Let pauses pass at once, and count in full; the calendar is so far ahead."""
    passed = 0.0

    def pause(seconds: float) -> None:
        nonlocal passed
        time.sleep(min(seconds, REAL_PAUSE_S))
        passed += max(0.0, seconds - REAL_PAUSE_S)

    clock.Clock.__init__.__defaults__ = (
        lambda: time.time() + ahead_s,
        lambda: time.monotonic() + passed,
        pause,
    )


if __name__ == "__main__":
    main()
