"""The worker: a process that does one job, writes down what came of it, and ends."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import ExitStack
from pathlib import Path

from t2v.context import Context
from t2v.errors import SkillError
from t2v.outcomes import priced, unforeseen
from t2v.report import Exit, Report
from t2v.workers import process
from t2v.workers.kinds import command
from t2v.workers.shelf import STEPS, Shelf
from t2v.workers.steps import Steps
from t2v.workers.task import Task, cancelled

GRACE_S = 60.0
"""After its limit a worker tells by itself what it knows; this long after, it is ended."""


class _CancelledError(BaseException):
    """Somebody asked this worker to end."""


def main(folder: str) -> None:
    """Do the job in `folder`. Called by the worker's first lines; see `process.BOOT`."""
    place = Path(folder)
    shelf = Shelf(place.parent)
    task = shelf.read(place.name)
    if task is None or not task.open:
        return
    with ExitStack() as stack:
        context = Context(os.environ, local=task.local, progress=Steps(place / STEPS))
        if sys.platform == "win32":  # elsewhere they came with us
            stack.enter_context(context.store.only_one(task.session, wait=True))
            stack.enter_context(shelf.held(task.id))
        _guard(task)
        task = _begun(shelf, task, context.clock.now())
        answer, state = _done(task, context)
        shelf.write(task.ended(answer, context.clock.now(), state))
        # Only now: until the answer is kept, what lies open is how the next worker finds it.
        context.jobs.flush()
        context.close()


def _guard(task: Task) -> None:
    """End this process when it lives too long, or is asked to."""
    for name in ("SIGHUP", "SIGINT"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _cancel)
    timer = threading.Timer(task.limit_s + GRACE_S, os._exit, (int(Exit.INTERNAL),))
    timer.daemon = True
    timer.start()


def _cancel(number: int, _frame: object) -> None:
    signal.signal(number, signal.SIG_IGN)
    raise _CancelledError


def _begun(shelf: Shelf, task: Task, now: float) -> Task:
    pid = os.getpid()
    return shelf.write(
        task._replace(state="running", pid=pid, birth=process.birth(pid), started_at=now)
    )


def _done(task: Task, context: Context) -> tuple[Report | SkillError, str | None]:
    """Return the answer, and the job's last state where the answer does not say it."""
    budget = context.clock.budget(task.limit_s)
    try:
        context.jobs.adopt()
        story = command(task.kind)
        act = story.begin if task.begins else story.go_on
        answer = act(context, budget, **task.request)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # it is done: there is nothing to stop
    except SkillError as error:
        return priced(error, context), None
    except _CancelledError:
        return priced(cancelled(task, context.charged), context), "cancelled"
    except Exception as error:  # noqa: BLE001 - what nobody foresaw goes to the job's log
        return priced(unforeseen(error), context), None
    return answer, None
