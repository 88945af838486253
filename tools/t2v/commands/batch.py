"""batch: a table or a folder becomes a video a row."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from t2v import outputs
from t2v.batches.folder import Folder
from t2v.batches.order import Order
from t2v.clock import Budget
from t2v.context import Context
from t2v.errors import SkillError
from t2v.report import Report
from t2v.signals import TerminatedError
from t2v.workers.shelf import TOLD

KIND = "batch"

MOST_JOBS = 32
"""At a time; a service that allows more would be a surprise, and threads are not for nothing."""


def batch(  # noqa: PLR0913 - the command line's own arguments
    context: Context,
    *,
    source: str | None,
    output: str,
    layout: str,
    quality: str,
    one_session: bool,
    jobs: int,
    samples: int | None,
    edit: str | None,
    prompt_column: str | None,
    limit: int | None,
    max_credits: int | None,
    skip_bad: bool,
    retry_failed: bool,
    dry_run: bool,
    wait: float | None,
    resume: bool,
) -> Report:
    """Check the table, then make its videos in a process that outlives this one."""
    order = Order(
        source=_absolute(source) if source is not None else "",
        output=_absolute(output),
        layout=layout,
        quality=quality,
        one_session=one_session,
        samples=samples,
        edit=edit,
        prompt_column=prompt_column,
        limit=limit,
        max_credits=context.settings.limit(max_credits),
        jobs=jobs,
        skip_bad=skip_bad,
        retry_failed=retry_failed,
        dry_run=dry_run,
    )
    folder = Folder(order.folder)
    _require_something(order, folder, resume=resume)
    _name(context, folder)
    with _stoppable(folder, context):
        if _goes_on(context, resume=resume):
            return context.work.go_on(KIND, wait)
        return context.work.begin(KIND, {"order": order._asdict()}, wait)


def begin(context: Context, budget: Budget, *, order: dict[str, Any]) -> Report:
    """Do the batch, or go on with it: whoever comes next finds in its journal how far it is."""
    # Loaded by whoever does the work: to start or to watch it takes no package.
    from t2v.batches import whole  # noqa: PLC0415 - see above

    wanted = Order(**order)
    _name(context, Folder(wanted.folder))
    return whole.run(context, budget, wanted)


go_on = begin


def _name(context: Context, folder: Folder) -> None:
    """Let locks, jobs and sessions be this batch's own."""
    if not context.key.endswith(folder.key):
        context.key = f"{context.key} batch {folder.key}"


def _goes_on(context: Context, *, resume: bool) -> bool:
    """Whether a worker is at it, or, for one who comes back, has left an answer."""
    task = next(iter([] if context.inline else context.work.shelf.of(context.key)), None)
    if task is None:
        return False
    if task.open:
        return context.work.shelf.alive(task, context.clock.now())
    return resume and not context.work.shelf.marked(task, TOLD)


def _absolute(path: str) -> str:
    """Return the path as a worker will find it."""
    if not path.strip():
        raise SkillError("usage", "A path is empty.")
    return str(Path(outputs.anchored(path.rstrip("/\\") or path)))


def _require_something(order: Order, folder: Folder, *, resume: bool) -> None:
    """Refuse what no worker need be started for."""
    if not order.source and not (folder.begun or resume):
        raise SkillError("usage", "Give a table of prompts, or a folder of media.")
    if resume and not folder.begun and not order.source:
        raise SkillError("nothing_to_resume", f"No batch lies in {folder.path}.")
    if order.source and not order.path.exists():
        raise SkillError("file_missing", f"There is no {order.path}.")
    if order.samples == 0 or order.limit == 0:
        raise SkillError("usage", "--samples and --limit are 1 at least.")
    if not 1 <= order.jobs <= MOST_JOBS:
        raise SkillError("usage", f"--jobs is 1 to {MOST_JOBS}.")


@contextlib.contextmanager
def _stoppable(folder: Folder, context: Context) -> Iterator[None]:
    """Let Ctrl-C stop the batch itself; a host that ends this command does not."""
    try:
        yield
    except TerminatedError:
        raise
    except KeyboardInterrupt:
        folder.stop()
        data = {"job": context.work.facts(context.work.watched)} if context.work.watched else {}
        raise SkillError(
            "batch_stopped", "Nothing more is begun; what is going on is finished.", data=data
        ) from None
