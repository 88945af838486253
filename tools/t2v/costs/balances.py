"""What two balances say about the work between them.

Credits that are reserved count as not spent yet. Others may spend from the same account at the
same time; then the difference is not this request's price, and is not told as one.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from t2v.account import Credits
from t2v.costs.entries import Entry
from t2v.report import Charged


class Money(Enum):
    """How the balance moved."""

    SAME = "same"
    FELL = "fell"
    MIXED = "mixed"
    """It fell while others may have spent, or it rose."""
    RESERVED = "reserved"
    """Some of it is reserved: something is going on still."""
    UNSEEN = "unseen"


class Verdict(NamedTuple):
    """What a request has cost. `credits` is None when nobody knows."""

    charged: Charged
    credits: int | None


FREE = Verdict(Charged.NO, 0)
UNSURE = Verdict(Charged.UNKNOWN, None)


def balance_before(entry: Entry) -> Credits | None:
    """Return the balance when the intent was written; None when it could not be read."""
    available, frozen = entry.intent.available, entry.intent.frozen or 0
    return None if available is None else Credits(available, frozen, available + frozen)


def moved(before: Credits | None, after: Credits | None, *, alone: bool) -> tuple[Money, int]:
    """Return how the balance moved, and by how much it fell.

    Args:
        before: the balance before the request; None when it could not be read.
        after: the balance now.
        alone: whether nothing else is known to have spent meanwhile.
    """
    if before is None or after is None:
        return Money.UNSEEN, 0
    if after.frozen:
        return Money.RESERVED, 0
    fell = before.available + before.frozen - after.available
    if not fell:
        return Money.SAME, 0
    if fell < 0 or not alone or before.frozen:
        return Money.MIXED, 0
    return Money.FELL, fell


def verdict(money: Money, fell: int, *, estimate: int) -> Verdict:
    """Return what a request has cost that was answered.

    Args:
        money: how the balance moved.
        fell: by how much.
        estimate: what it was thought to cost; what has no price is free unless it is seen to cost.
    """
    if money is Money.SAME:
        return FREE
    if money is Money.FELL:
        return Verdict(Charged.YES, fell)
    return UNSURE if estimate else FREE
