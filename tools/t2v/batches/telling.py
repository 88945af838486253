"""What is said of a batch when it is over, or stopped."""

from __future__ import annotations

from collections import Counter
from typing import Any

from t2v.batches.folder import MANIFEST, PAGE, Folder
from t2v.batches.journal import DONE, FAILED, Journal
from t2v.batches.order import Order
from t2v.batches.workshop import Workshop
from t2v.context import Context
from t2v.errors import SkillError
from t2v.external.untrusted import clean
from t2v.report import Charged, Exit, External, Next, Report

REPLIES_LIMIT = 2_000
"""Bytes of all that the service said about the items; the manifest has each of them whole."""


def told(
    context: Context, journal: Journal, order: Order, folder: Folder, workshop: Workshop
) -> Report:
    """Return the report of a run.

    Raises:
        SkillError: what stopped the batch, with how far it came.
    """
    facts = _facts(journal, order, folder)
    charged = _charged(journal, facts)
    facts["balance_fell"] = _fell(context, journal)
    context.charged, context.spent = charged, facts["credits_spent"]
    error = workshop.stopped_by
    if error is not None:
        raise SkillError(
            error.code,
            f"The batch stopped: {error.detail or error.failure.meaning} {_done(facts)}",
            charged=charged,
            next=error.next,
            data={**error.data, **facts},
            external=error.external,
        )
    if workshop.asked_to_stop:
        raise SkillError("batch_stopped", _done(facts), charged=charged, data=facts)
    waiting = facts["waiting"] > 0
    return Report(
        say=_say(facts, folder),
        data=facts,
        next=_next(facts, waiting=waiting),
        charged=charged,
        external=_external(journal),
        exit=Exit.TEMPORARY if waiting else Exit.OK,
    )


def _external(journal: Journal) -> External | None:
    """Return what the service said about the items, as far as an answer can hold it."""
    said: list[str] = []
    for line in journal.lines():
        foreign = line.result.get("external")
        if foreign and sum(map(len, said)) < REPLIES_LIMIT:
            said.append(f"{line.item.id}: {' '.join(foreign['text'].split())}")
    return External(clean("\n".join(said), REPLIES_LIMIT)) if said else None


def _facts(journal: Journal, order: Order, folder: Folder) -> dict[str, Any]:
    counts: Counter[str] = Counter()
    failures: Counter[str] = Counter()
    charged: Counter[str] = Counter()
    most = 2**62 if order.limit is None else journal.first(order.limit)
    for line in journal.lines():
        if line.item.n < most:
            counts[line.state] += 1
        charged[str(line.result.get("charged", Charged.NO.value))] += 1
        if line.state == FAILED:
            failures[str(line.result.get("error"))] += 1
    return {
        "file": str(folder.path / PAGE),
        "manifest": str(folder.path / MANIFEST),
        "videos": sum(counts.values()),
        "made": counts[DONE],
        "failed": counts[FAILED],
        "waiting": sum(counts.values()) - counts[DONE] - counts[FAILED],
        "failures": dict(sorted(failures.items())),
        "credits_total": journal.spent(),
        "unknown_cost": charged[Charged.UNKNOWN.value],
    }


def _charged(journal: Journal, facts: dict[str, Any]) -> Charged:
    """Say what has been spent since the last answer, as `credits_spent`, and remember this one."""
    before = [int(journal.meta(name) or 0) for name in ("told_credits", "told_unknown")]
    facts["credits_spent"] = max(0, facts["credits_total"] - before[0])
    journal.note("told_credits", str(facts["credits_total"]))
    journal.note("told_unknown", str(facts["unknown_cost"]))
    if facts["unknown_cost"] > before[1]:
        return Charged.UNKNOWN
    return Charged.YES if facts["credits_spent"] else Charged.NO


def _fell(context: Context, journal: Journal) -> int | None:
    """Return by how much the balance fell in all runs so far; None when none is known.

    What is asked of the same account between two runs is none of the batch's.
    """
    before, now = journal.meta("balance"), context.spending.balance()
    if before and now is not None:
        fell = int(journal.meta("fell") or 0) + int(before) - now.available
        journal.note("fell", str(fell))
        journal.note("balance", "")
    known = journal.meta("fell")
    return int(known) if known else None


def _done(facts: dict[str, Any]) -> str:
    failed = f", {facts['failed']} failed" if facts["failed"] else ""
    return f"{facts['made']} of {facts['videos']} videos are made{failed}."


def _say(facts: dict[str, Any], folder: Folder) -> str:
    """Return what came of it, and where it is."""
    why = ", ".join(f"{code} {count}" for code, count in facts["failures"].items())
    failed = f" Why: {why}. --retry-failed takes them once more." if why else ""
    return f"{_done(facts)}{failed} All of them are in {folder.path}."


def _next(facts: dict[str, Any], *, waiting: bool) -> tuple[Next, ...]:
    if waiting:
        return (Next.WAIT,)
    return (Next.DELIVER_FILE, Next.ASK_USER) if facts["failed"] else (Next.DELIVER_FILE,)
