"""What is said of an intent that was found open: by looking, never by sending again.

A table says, for what is seen, what it came to and how old the intent must be for that to be true.
Reading only: a look that fails settles nothing, and the next one tries again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from t2v import wire
from t2v.account import Credits
from t2v.context import Context
from t2v.costs.balances import FREE, UNSURE, Money, Verdict, balance_before, moved
from t2v.costs.entries import Entry, seconds
from t2v.draft import Timeline
from t2v.endpoints import CHAT_LIMIT_S, RENDER_STATUS, STATE
from t2v.errors import SkillError
from t2v.export import STATUSES
from t2v.report import Charged

QUIET_S = 270.0
"""So long after a request the service shows what came of it, if anything did: the five looks after
a broken stream take as much."""

_PAID = Verdict(Charged.YES, None)

_ALWAYS = 0.0

CHAT: dict[tuple[bool | None, Money], tuple[Verdict, float]] = {
    # the timeline changed?, the balance: what it came to, from which age on
    (True, Money.FELL): (_PAID, _ALWAYS),
    (True, Money.SAME): (FREE, QUIET_S),
    (True, Money.MIXED): (UNSURE, _ALWAYS),
    (True, Money.RESERVED): (UNSURE, CHAT_LIMIT_S),
    (False, Money.FELL): (UNSURE, QUIET_S),
    (False, Money.SAME): (FREE, QUIET_S),
    (False, Money.MIXED): (UNSURE, QUIET_S),
    (False, Money.RESERVED): (UNSURE, CHAT_LIMIT_S),
    # The session is gone, and what it had made with it.
    (None, Money.FELL): (UNSURE, _ALWAYS),
    (None, Money.SAME): (FREE, QUIET_S),
    (None, Money.MIXED): (UNSURE, _ALWAYS),
    (None, Money.RESERVED): (UNSURE, CHAT_LIMIT_S),
}
"""A balance that cannot be read settles nothing."""

RENDER: dict[Money, Verdict] = {
    Money.SAME: FREE,
    Money.FELL: UNSURE,
    Money.MIXED: FREE,
    Money.RESERVED: FREE,
    Money.UNSEEN: FREE,
}
"""Of a render that is over or never arrived: it has no price, so only a fall of its own counts."""


class Look(NamedTuple):
    """What a look at the account begins with, for all open intents."""

    context: Context
    balance: Credits | None
    now: float


def settled(look: Look, entry: Entry, *, alone: bool) -> Verdict | None:
    """Return what an open intent came to, None when that cannot be said yet.

    Args:
        look: the account.
        entry: the intent.
        alone: whether nothing else of this ledger was going on beside it.

    Raises:
        SkillError: the service cannot be asked.
    """
    return _KINDS[entry.intent.kind](look, entry, alone)


def _chat(look: Look, entry: Entry, alone: bool) -> Verdict | None:  # noqa: FBT001 - a table's row
    intent = entry.intent
    money, fell = moved(balance_before(entry), look.balance, alone=alone)
    if money is Money.UNSEEN:
        return None
    verdict, age = CHAT[_changed(look.context, intent.session, intent.fingerprint), money]
    if look.now - seconds(intent.at) < age:
        return None
    return verdict._replace(credits=fell) if verdict is _PAID else verdict


def _render(look: Look, entry: Entry, alone: bool) -> Verdict | None:  # noqa: FBT001 - as above
    try:
        answer = look.context.client.call(RENDER_STATUS, render=entry.intent.render)
    except SkillError as error:
        if error.code != "render_lost":
            raise
        answer = {}  # it never arrived, or is forgotten
    inner = wire.data_of(answer) if "status" not in answer else answer
    if STATUSES.get(str(inner.get("status", "")).lower()) in ("waiting", "working"):
        return None
    money, _ = moved(balance_before(entry), look.balance, alone=alone)
    return RENDER[money]


def _token(look: Look, entry: Entry, alone: bool) -> Verdict | None:  # noqa: ARG001, FBT001 - as above
    """A token that was kept cost no credits; one that was not may be gone for a week."""
    kept = look.context.store.token(entry.intent.backend)
    return FREE if kept and kept.obtained_at >= seconds(entry.intent.at) else UNSURE


_KINDS: dict[str, Callable[[Look, Entry, bool], Verdict | None]] = {
    "generate": _chat,
    "edit": _chat,
    "render": _render,
    "token": _token,
}


def _changed(context: Context, session: str, fingerprint: str) -> bool | None:
    """Whether the timeline is another now; None when its session is gone."""
    try:
        data = wire.data_of(context.client.call(STATE, session=session))
    except SkillError as error:
        if error.code == "session_lost":
            return None
        raise
    state = data.get("state", data)
    return Timeline.from_state(state if isinstance(state, dict) else {}).fingerprint != fingerprint
