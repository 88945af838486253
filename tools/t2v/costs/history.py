"""The ledger as it is shown: for programs as rows, for people as a table. Asks nobody."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from t2v.costs import prices
from t2v.costs.entries import Entry
from t2v.costs.ledger import Ledger
from t2v.external.untrusted import clean_name

MOST = 200
"""Entries that one answer shows: an agent reads it all."""

WORDS = 40
"""Columns of the user's words in the table."""

_HEADS = ("when (UTC)", "what", "asked", "credits", "file")


def facts(ledger: Ledger, backend: str, most: int) -> dict[str, Any]:
    """Return the newest entries of a backend, newest first, and the totals since the beginning."""
    entries = ledger.newest(backend, min(most, MOST))
    sums = ledger.sums(backend)
    files = _files(entries)
    known = ledger.newest(backend, prices.KNOWN)
    return {
        "history": [_fact(one, files[one.intent.id]) for one in entries],
        "asked": sums.asked,
        "unknown": sums.unknown,
        "credits_spent_ever": sums.credits,
        "estimates": {kind: prices.estimate(kind, known).credits for kind in ("generate", "edit")},
    }


def table(history: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """Return the rows of `facts` as aligned lines, under a line of heads."""
    rows = [_HEADS, *(_cells(one) for one in history)]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(_HEADS) - 1)]
    return tuple(_aligned(row, widths) for row in rows) if history else ()


def _fact(entry: Entry, file: str) -> dict[str, Any]:
    intent = entry.intent
    return {
        "at": intent.at,
        "kind": intent.kind,
        "skill": clean_name(intent.skill),
        "asked": clean_name(intent.asked, 200),
        "estimate": intent.estimate,
        "charged": entry.charged.value,
        "credits": entry.credits,
        "open": entry.settlement is None,
        "file": file or None,
    }


def _files(entries: Sequence[Entry]) -> dict[str, str]:
    """Return the file that came of each entry: a film's is that of the next render.

    Args:
        entries: newest first.
    """
    files: dict[str, str] = {}
    next_: dict[str, str] = {}
    for one in entries:
        session, own = one.intent.session, clean_name(one.file, 500)
        if own:
            next_[session] = own
        files[one.intent.id] = own if one.intent.kind == "render" else next_.get(session, "")
    return files


def _cells(fact: dict[str, Any]) -> tuple[str, ...]:
    when = fact["at"][:16].replace("T", " ")
    return when, fact["kind"], _shortened(fact["asked"]), _price(fact), fact["file"] or ""


def _price(fact: dict[str, Any]) -> str:
    if fact["credits"] is not None:
        return str(fact["credits"])
    return "open" if fact["open"] else f"? (~{fact['estimate']})"


def _shortened(text: str) -> str:
    if _width(text) <= WORDS:
        return text
    while _width(text) > WORDS - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=False)]
    return "  ".join([*padded, row[-1]]).rstrip()


def _width(text: str) -> int:
    """Return the columns that a terminal needs: Chinese characters take two."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))
