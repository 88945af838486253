"""The ledger's rows with types, and what they add up to. Rows that are not ours count as none.

An id is shared by the intent, its settlement and its delivery. Standard library only.
"""

from __future__ import annotations

import calendar
import math
import re
import time
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from t2v.records import record
from t2v.report import Charged

TIME = "%Y-%m-%dT%H:%M:%SZ"
"""How times are written: UTC, to be read by people and sorted as text."""

MOST_CREDITS = 1_000_000_000
"""No balance is larger; a larger number is a mistake or a joke."""

_ID = re.compile(r"[0-9a-f]{16}")
_CHARGED = frozenset(one.value for one in Charged)


class Intent(NamedTuple):
    """What is about to be asked. `available` and `frozen` are the credits before.

    `fingerprint` is the timeline's before a chat, `render` the id of a render.
    """

    kind: str
    backend: str = ""
    skill: str = ""
    asked: str = ""
    estimate: int = 0
    session: str = ""
    fingerprint: str = ""
    render: str = ""
    available: int | None = None
    frozen: int | None = None
    id: str = ""
    at: str = ""


class Settlement(NamedTuple):
    """What it came to. `credits` is None when nobody knows; `how` it was found: answer or look."""

    id: str
    charged: str
    credits: int | None = None
    available: int | None = None
    how: str = "answer"
    at: str = ""


class Delivery(NamedTuple):
    """The file that came of a render."""

    id: str
    file: str
    at: str = ""


class Entry(NamedTuple):
    """An intent and what is known of it by now; without a settlement it is open.

    `began` and `ended` count rows: clocks jump, and seconds are too long to tell what came first.
    """

    intent: Intent
    settlement: Settlement | None = None
    file: str = ""
    began: int = 0
    ended: int | None = None

    @property
    def charged(self) -> Charged:
        """Whether it cost something; of an open one nobody knows."""
        return Charged(self.settlement.charged) if self.settlement else Charged.UNKNOWN

    @property
    def credits(self) -> int | None:
        """What it cost; None when nobody knows."""
        return self.settlement.credits if self.settlement else None

    def overlaps(self, other: Entry) -> bool:
        """Whether both were going on at some time; an open one goes on."""
        mine, others = (one.ended if one.ended is not None else math.inf for one in (self, other))
        return other.began < mine and self.began < others


class Sums(NamedTuple):
    """Totals of one backend: requests, those of unknown price, and credits."""

    asked: int = 0
    unknown: int = 0
    credits: int = 0


Totals = dict[str, Sums]


def entries(rows: Iterable[Mapping[str, Any]]) -> list[Entry]:
    """Return the entries, in the order of their intents; what settles nothing is passed over."""
    found: dict[str, Entry] = {}
    for number, row in enumerate(rows):
        one = typed(row)
        if isinstance(one, Intent):
            found.setdefault(one.id, Entry(one, began=number))
        elif isinstance(one, Settlement) and one.id in found and not found[one.id].settlement:
            found[one.id] = found[one.id]._replace(settlement=one, ended=number)
        elif isinstance(one, Delivery) and one.id in found:
            found[one.id] = found[one.id]._replace(file=one.file)
    return list(found.values())


def totals(rows: Iterable[Mapping[str, Any]]) -> Totals:
    """Return the sums by backend, up to the last of these rows of one segment."""
    sums: Totals = {}
    open_: dict[str, str] = {}
    for row in rows:
        if row.get("row") == "sums":
            sums = _stated(row)  # what stands before it was counted where it stood first
            continue
        one = typed(row)
        if isinstance(one, Intent) and one.id not in open_:
            open_[one.id] = one.backend
            had = sums.get(one.backend, Sums())
            sums[one.backend] = had._replace(asked=had.asked + 1)
        elif isinstance(one, Settlement) and one.id in open_:
            backend = open_.pop(one.id)
            sums[backend] = _plus(sums.get(backend, Sums()), one)
    return sums


def sums_row(sums: Totals, at: str) -> dict[str, Any]:
    """Return the row that `totals` begins with in the next segment."""
    return {"row": "sums", "at": at, "backends": {name: list(one) for name, one in sums.items()}}


def row_of(one: Intent | Settlement | Delivery) -> dict[str, Any]:
    """Return the row, without what says nothing: a few hundred bytes each."""
    fields = {name: value for name, value in one._asdict().items() if value not in (None, "")}
    return {"row": _WORDS[type(one)], "id": one.id, "at": one.at, **fields}


def typed(row: Mapping[str, Any]) -> Intent | Settlement | Delivery | None:
    """Return the row as what it is, None for what is not ours: people write into files, too."""
    word = row.get("row")
    kind = _KINDS.get(word) if isinstance(word, str) else None
    if kind is None:
        return None
    one = record(kind, {name: value for name, value in row.items() if name != "row"})
    return one if one is not None and _sound(one) else None


def seconds(at: str) -> float:
    """Return a time as seconds since 1970; 0 for one that is none."""
    try:
        return float(calendar.timegm(time.strptime(at, TIME)))
    except (ValueError, OverflowError):
        return 0.0


_KINDS: dict[str, type[Intent | Settlement | Delivery]] = {
    "intent": Intent,
    "settled": Settlement,
    "file": Delivery,
}
_WORDS = {kind: word for word, kind in _KINDS.items()}


def _sound(one: Intent | Settlement | Delivery) -> bool:
    """Whether the values can be true; the id becomes a file's name."""
    if not _ID.fullmatch(one.id) or len(one.at) != len("2026-01-01T00:00:00Z"):
        return False
    if isinstance(one, Settlement):
        return one.charged in _CHARGED and _sensible(one.credits)
    return isinstance(one, Delivery) or _sensible(one.estimate)


def _sensible(credits_: int | None) -> bool:
    return credits_ is None or 0 <= credits_ <= MOST_CREDITS


def _plus(sums: Sums, one: Settlement) -> Sums:
    unknown = one.charged == Charged.UNKNOWN.value
    return sums._replace(unknown=sums.unknown + unknown, credits=sums.credits + (one.credits or 0))


def _stated(row: Mapping[str, Any]) -> Totals:
    """Return what a row of sums says, as far as it makes sense."""
    stated = row.get("backends")
    pairs = stated.items() if isinstance(stated, dict) else ()
    return {name: Sums(*one) for name, one in pairs if _are_sums(one)}


def _are_sums(one: object) -> bool:
    return (
        isinstance(one, list)
        and len(one) == len(Sums._fields)
        and all(type(part) is int and part >= 0 for part in one)
    )
