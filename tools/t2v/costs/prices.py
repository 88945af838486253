"""What a request will cost, as far as one can say before: the price list, or what it cost before.

The price list is the vendor's own "about". The user's history knows better, once there is enough;
but no first film counts as cheaper than listed, since a limit must hold for one that is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from t2v.costs.entries import Entry
from t2v.endpoints import ANONYMOUS_TOKEN, CHAT, PRICES, RENDER
from t2v.report import Charged

KINDS = {
    CHAT.name: ("generate", "edit"),
    RENDER.name: ("render",),
    ANONYMOUS_TOKEN.name: ("token",),
}
"""What is written down for each endpoint that may cost something; a test compares the tables."""

ENOUGH = 3
"""Requests of one kind that a price of one's own needs: fewer may all have been odd ones."""

RECENT = 9
"""Of so many the middle one counts: prices change, and one long film must not set them."""

KNOWN = 60
"""Entries that are looked through for those: renders stand among them."""

_LISTED = {"render": "export"}
"""What the price list calls a kind; a token has no price."""


class Estimate(NamedTuple):
    """Credits that a request of this kind will cost. `source`: price list or history."""

    kind: str
    credits: int
    source: str = "price list"


def estimate(kind: str, entries: Iterable[Entry]) -> Estimate:
    """Return what a request of this kind will cost.

    Args:
        kind: one of `KINDS`.
        entries: what was asked of the same backend before, newest first.
    """
    # What cost nothing was no work; it says nothing about the price of work.
    paid = [
        one.credits
        for one in entries
        if one.intent.kind == kind and one.charged is Charged.YES and one.credits
    ][:RECENT]
    listed = PRICES.get(_LISTED.get(kind, kind), 0)
    usual = sorted(paid)[len(paid) // 2] if len(paid) >= ENOUGH else None
    if usual is None or (kind == "generate" and usual < listed):
        return Estimate(kind, listed)
    return Estimate(kind, usual, "history")
