"""Requests that may cost something: allowed, written down, sent once, and settled.

`begin` comes before each of them, and the client sends none without it. `end` says what it came
to, from the balance before and after. What an earlier process left open is settled by looking.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from t2v.account import Credits
from t2v.context import Context
from t2v.costs import prices
from t2v.costs.allowance import Allowance
from t2v.costs.balances import FREE, UNSURE, Money, Verdict, balance_before, moved, verdict
from t2v.costs.entries import Entry, Intent, Settlement
from t2v.costs.ledger import Ledger
from t2v.costs.prices import Estimate
from t2v.endpoints import CHAT, Endpoint
from t2v.errors import SkillError
from t2v.report import Charged


class Spending:
    """What this run may cost and has cost."""

    def __init__(self, context: Context) -> None:
        """Use the context's parts, and the limit that the settings name."""
        self._context = context
        self._ledger: Ledger = context.ledger
        self._begun: dict[str, Estimate] = {}
        self.allowance = Allowance(context.settings.max_credits)

    def came_of(self, session: str) -> Verdict:
        """Return what the last message of a session came to, whoever sent it."""
        for one in self._ledger.newest(self._backend, prices.KNOWN):
            if one.intent.session == session and one.intent.kind in prices.KINDS[CHAT.name]:
                return Verdict(one.charged, one.credits)
        return FREE

    def allow(self, max_credits: int | None) -> None:
        """Limit what this run may spend; None keeps what the settings say."""
        if max_credits is not None:
            self.allowance = Allowance(max_credits)

    def balance(self) -> Credits | None:
        """Return the balance, None when it cannot be read; nothing but the balance is asked for."""
        if not self._context.account.known:
            return None
        try:
            return self._context.account.balance()
        except SkillError:
            return None

    def estimate(self, kind: str) -> Estimate:
        """Return what a request of this kind will cost; asks nobody."""
        return prices.estimate(kind, self._ledger.newest(self._backend, prices.KNOWN))

    def begin(self, intent: Intent, balance: Credits | None, *, priced: str = "") -> str:
        """Write down what is about to be sent, and return its id; only then may it go out.

        Args:
            intent: what is asked; backend, skill, estimate and balance are filled in here.
            balance: the balance now, None when it could not be read.
            priced: the kind that it may cost as much as, its own by default.

        Raises:
            SkillError: `over_budget`, `no_credits`, `disk_full`; nothing was written or sent.
        """
        self.settle_open(instead_of=intent.session)
        price = self.estimate(priced or intent.kind)
        self.allowance.take(price, balance.available if balance else None)
        try:
            begun = self._ledger.intend(
                intent._replace(
                    backend=self._backend,
                    skill=self._context.skill.slug,
                    estimate=price.credits,
                    available=balance.available if balance else None,
                    frozen=balance.frozen if balance else None,
                )
            )
        except BaseException:
            self.allowance.correct(price, 0)
            raise
        self._begun[begun] = price
        return begun

    def require(self, endpoint: Endpoint) -> None:
        """Refuse to send what was not written down.

        Raises:
            SkillError: `internal`: a fault of ours, and nothing has been sent.
        """
        kinds = prices.KINDS[endpoint.name]
        if not any(price.kind in kinds for price in self._begun.values()):
            raise SkillError("internal", f"A {endpoint.name} would go out unwritten.")

    def end(self, intent_id: str, balance: Credits | None) -> Verdict:
        """Say what a request came to that was answered, and settle it.

        While credits are reserved nobody knows, and it stays open for a later look.
        """
        entry = self._ledger.entry(intent_id)
        if entry is None:
            return UNSURE
        if entry.settlement:  # another tool has looked already
            return self._ended(intent_id, Verdict(entry.charged, entry.credits))
        money, fell = moved(balance_before(entry), balance, alone=self._alone(entry))
        came = verdict(money, fell, estimate=entry.intent.estimate)
        if money is Money.RESERVED and entry.intent.estimate:
            self._ledger.release(intent_id)
        else:
            self._settle(intent_id, came, balance)
        return self._ended(intent_id, came)

    def unanswered(self, intent_id: str, balance: Credits | None) -> Verdict:
        """Say what a request came to of which nothing came: a fall may be its doing."""
        entry = self._ledger.entry(intent_id)
        if entry is None:
            return UNSURE
        money, _ = moved(balance_before(entry), balance, alone=True)
        came = FREE if money is Money.SAME else UNSURE
        self._settle(intent_id, came, balance)
        return self._ended(intent_id, came)

    def refused(self, intent_id: str) -> None:
        """Settle a request that certainly did nothing."""
        self._settle(intent_id, FREE, None)
        self._ended(intent_id, FREE)

    @contextlib.contextmanager
    def for_token(self) -> Iterator[None]:
        """Write down that a free token is asked for: this computer gets one a week."""
        begun = self.begin(Intent(kind="token"), None)
        try:
            yield
        except SkillError as error:
            lost = error.charged is Charged.UNKNOWN
            self._settle(begun, UNSURE if lost else FREE, None)
            self._ended(begun, FREE)
            raise
        self.refused(begun)

    def delivered(self, intent_id: str, file: str) -> None:
        """Write down which file came of it."""
        self._ledger.deliver(intent_id, file)

    def settle_open(self, *, instead_of: str = "") -> None:
        """Settle by looking what earlier processes left open; nothing is sent again.

        Args:
            instead_of: a session that is about to be worked on. What cannot be told of it now will
                not be told later, when its timeline has changed again.
        """
        left = [
            one for one in self._ledger.open(self._backend) if not self._ledger.live(one.intent.id)
        ]
        if not left:
            self._ledger.sweep()
            return
        # Loaded when it is needed, which it hardly ever is.
        from t2v.costs.looking import Look, settled  # noqa: PLC0415 - see above

        look = Look(self._context, self.balance(), self._context.clock.now())
        for entry in left:
            came = None
            with contextlib.suppress(SkillError):  # the next look tries again
                came = settled(look, entry, alone=self._alone(entry))
            if came is None and instead_of and entry.intent.session == instead_of:
                came = UNSURE
            if came is not None:
                self._settle(entry.intent.id, came, look.balance, how="look")
        self._ledger.sweep()

    @property
    def _backend(self) -> str:
        return self._context.settings.api_url

    def _settle(
        self, intent_id: str, came: Verdict, balance: Credits | None, how: str = "answer"
    ) -> None:
        available = balance.available if balance else None
        self._ledger.settle(
            Settlement(intent_id, came.charged.value, came.credits, available, how=how)
        )

    def _ended(self, intent_id: str, came: Verdict) -> Verdict:
        price = self._begun.pop(intent_id, None)
        if price is not None:
            self.allowance.correct(price, came.credits)
        return came

    def _alone(self, entry: Entry) -> bool:
        """Whether nothing else of this account is known to have gone on beside it.

        A free token that was asked for meanwhile is another account, with another balance.
        """
        others = (
            one
            for one in self._ledger.recent()
            if one.intent.backend == entry.intent.backend and one.intent.id != entry.intent.id
        )
        return not any(
            one.overlaps(entry)
            for one in others
            if one.intent.estimate or one.intent.kind == "token"
        )
