"""A batch from end to end: checked, begun, worked through, told. What the worker runs."""

from __future__ import annotations

from t2v.batches import estimates, gallery, manifest, preparing, telling
from t2v.batches.folder import Folder
from t2v.batches.journal import Journal
from t2v.batches.order import Order
from t2v.batches.workshop import Workshop
from t2v.clock import Budget
from t2v.context import Context
from t2v.errors import SkillError
from t2v.report import Next, Report


def run(context: Context, budget: Budget, order: Order) -> Report:
    """Check the table and work through it; what an earlier run has done is not done again."""
    folder = Folder(order.folder)
    if order.dry_run:
        return _look(context, order, folder)
    if not folder.begun:
        _prepare(context, order, folder)
    with folder.alone(), Journal(folder.journal) as journal:
        order = preparing.go_on(context, order, folder, journal)
        return _work(context, order, folder, journal, budget)


def _look(context: Context, order: Order, folder: Folder) -> Report:
    """Tell what a table would become; nothing is sent."""
    found = preparing.look(context, order, folder)
    return Report(
        say=f"{found.rows} rows can be used: {found.cost.say()} Nothing has been sent.",
        data={"rows": found.rows, **found.cost.facts(), **found.facts},
        next=(Next.ASK_USER,),
    )


def _prepare(context: Context, order: Order, folder: Folder) -> None:
    """Make the journal, once the table is good and the user's limit is known."""
    if not order.source:
        raise SkillError("nothing_to_resume", f"No batch lies in {folder.path}.")
    folder.require_free()
    try:
        with folder.alone():
            found = preparing.begin(context, order, folder)
    finally:
        if not folder.begun:
            folder.clear()
    context.progress.say(f"{found.rows} rows. {found.cost.say()}")


def _work(
    context: Context, order: Order, folder: Folder, journal: Journal, budget: Budget
) -> Report:
    """Make what is not made yet, and write down what came of all of it."""
    most = preparing.reaches(journal, order.limit)
    if order.retry_failed:
        journal.retry_failed()
    counts = journal.counts(most)
    left = sum(counts.values()) - counts["done"] - counts["failed"]
    estimates.require_consent(context, order, estimates.estimate(context, order, left))
    workshop = Workshop(context, journal, order, folder)
    try:
        if left:
            _note_balance(context, journal)
            context.look_back()
            workshop.run(most, budget)
    finally:
        manifest.write(journal, order, folder)
        gallery.write(journal, folder)
    return telling.told(context, journal, order, folder, workshop)


def _note_balance(context: Context, journal: Journal) -> None:
    """Remember the balance before the first item of this run, or of one that was killed.

    It is asked for each time: where nobody answers, that is told at once, and no item waits for it.
    """
    balance = context.account.credits()
    if not journal.meta("balance"):
        journal.note("balance", str(balance.available))
