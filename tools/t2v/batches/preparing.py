"""From a table to a journal: checked as a whole first, begun as a whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from t2v.batches import estimates, sources
from t2v.batches.check import Check, Checked, Item, unchanged
from t2v.batches.estimates import Estimate
from t2v.batches.findings import Findings
from t2v.batches.folder import Folder
from t2v.batches.journal import Draft, Journal
from t2v.batches.order import Order
from t2v.context import Context
from t2v.errors import SkillError


class Prepared(NamedTuple):
    """What a table came to: how many rows and items, their cost, what may be told of bad rows."""

    rows: int
    cost: Estimate
    facts: Mapping[str, Any]


def look(context: Context, order: Order, folder: Folder) -> Prepared:
    """Check the table; nothing but a list of bad rows is written.

    Raises:
        SkillError: the table is none; `bad_rows`; `file_changed`.
    """
    count = [0]

    def keep(_: Item) -> None:
        count[0] += 1

    with Findings(folder.path) as findings:
        checked = _checked(context, order, findings, keep)
    _require_good(order, findings, checked)
    cost = estimates.estimate(context, order, count[0])
    return Prepared(checked.rows, cost, findings.facts())


def begin(context: Context, order: Order, folder: Folder) -> Prepared:
    """Check the table and make the journal; without it nothing is left behind.

    Raises:
        SkillError: as `look`; `disk_full`.
    """
    draft = Draft(folder.journal)
    try:
        with Findings(folder.path) as findings:
            checked = _checked(context, order, findings, draft.add)
        _require_good(order, findings, checked)
        cost = estimates.estimate(context, order, checked.items)
        estimates.require_consent(context, order, cost)
        facts = {
            "source": order.path.name,
            "digest": sources.digest(order.path),
            "order": order.identity,
            "limit": "" if order.limit is None else str(order.limit),
            "rows": str(checked.rows),
            "backend": context.settings.api_url,
            "skill": context.skill.slug,
            "tools": context.skill.version,
        }
        draft.publish(facts, checked.repeated)
    except BaseException:
        draft.discard()
        raise
    return Prepared(checked.rows, cost, findings.facts())


def go_on(context: Context, order: Order, folder: Folder, journal: Journal) -> Order:
    """See to it that a journal is this order's, and reaches as far as its limit.

    Returns the order with what the batch already knows where this one says nothing.

    Raises:
        SkillError: `other_batch`.
    """
    if journal.meta("backend") != context.settings.api_url:
        raise SkillError("other_batch", f"The batch in {folder.path} was begun elsewhere.")
    if not order.source:
        order = order.shaped(journal.meta("order"))
    elif sources.digest(order.path) != journal.meta("digest"):
        raise SkillError("other_batch", f"{folder.path} holds a batch of another table.")
    elif order.identity != journal.meta("order"):
        raise SkillError("other_batch", f"The batch in {folder.path} was begun in another way.")
    else:
        _reach(context, order, folder, journal)
    return _limited(order, journal)


def _reach(context: Context, order: Order, folder: Folder, journal: Journal) -> None:
    """Add the rows that an earlier run left out for its limit."""
    begun = journal.meta("limit")
    if not begun or (order.limit is not None and order.limit <= int(begun)):
        return
    items: list[Item] = []
    with Findings(folder.path) as findings:
        checked = _checked(context, order, findings, items.append)
    journal.add(items, checked.repeated)
    journal.note("limit", "" if order.limit is None else str(order.limit))


def _limited(order: Order, journal: Journal) -> Order:
    """Return the order with the credits that the user allowed the last time, if it names none."""
    if order.max_credits is not None:
        journal.note("max_credits", str(order.max_credits))
        return order
    known = journal.meta("max_credits")
    return order._replace(max_credits=int(known) if known else None)


def _checked(
    context: Context, order: Order, findings: Findings, keep: Callable[[Item], None]
) -> Checked:
    require_same = unchanged(order.path)
    checked = Check(order, findings, context.skill.max_upload_mb).run(keep)
    require_same()
    return checked


def _require_good(order: Order, findings: Findings, checked: Checked) -> None:
    if not order.skip_bad:
        findings.require_none()
    if not checked.rows:
        raise SkillError("no_rows", data=findings.facts())


def reaches(journal: Journal, limit: int | None) -> int | None:
    """Return how many items the first `limit` rows have become; None for all."""
    return None if limit is None else journal.first(limit)
