"""Credits: granted, reserved while work runs, charged once when it is done, or given back.

The balance is never stored; it is what the entries add up to, so it cannot disagree with them.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass
from typing import Any

from t2v.clock import Clock
from t2v_studio.answers import Refusal
from t2v_studio.database import Database

NO_CREDITS = 2001
DONE = 409
_SUM = "SELECT state, SUM(credits) AS credits FROM ledger WHERE account = ? GROUP BY state"


@dataclass(frozen=True, slots=True)
class Balance:
    """Credits of an account; `frozen` is reserved by running work, `total` holds both."""

    available: int
    frozen: int
    total: int

    def to_wire(self) -> dict[str, Any]:
        """Return what the credits call answers."""
        return asdict(self)


class Ledger:
    """The entries of all accounts. An operation's entry is settled exactly once."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Keep what entries are written with."""
        self._database = database
        self._clock = clock

    def balance(self, account: str) -> Balance:
        """Add up an account."""
        sums = {row["state"]: row["credits"] for row in self._database.rows(_SUM, account)}
        total = sums.get("granted", 0) - sums.get("charged", 0)
        frozen = sums.get("frozen", 0)
        return Balance(total - frozen, frozen, total)

    def top_up(self, account: str, credits_: int) -> None:
        """Grant what is missing up to so many available credits."""
        with self._database.transaction():
            missing = credits_ - self.balance(account).available
            if missing > 0:
                self._enter(f"grant_{uuid.uuid4().hex}", account, "grant", missing, "granted")

    def reserve(self, account: str, operation: str, kind: str, credits_: int) -> None:
        """Freeze credits for an operation that is about to run, or runs again after it failed.

        Raises:
            Refusal: 2001 when fewer are available, 409 when the operation was done before; nothing
                is written then.
        """
        with self._database.transaction():
            self._forget_returned(operation)
            available = self.balance(account).available
            if credits_ > available:
                detail = f"This needs {credits_} credits and {available} are left."
                raise Refusal(NO_CREDITS, detail)
            self._enter(operation, account, kind, credits_, "frozen")

    def charge(self, operation: str) -> bool:
        """Take the reserved credits; return whether this call was the one that did."""
        return self._settle(operation, "charged")

    def give_back(self, operation: str) -> bool:
        """Release the reserved credits; return whether this call was the one that did."""
        return self._settle(operation, "returned")

    def recover(self, at_work: Callable[[], Collection[str]]) -> int:
        """Give back what was reserved for operations that are not at work any more.

        A process died with them, or the disk was too full to write that they ended.

        Args:
            at_work: tells which ones are; asked last, so that none can begin behind its answer.

        Returns:
            How many entries that were.
        """
        frozen = self._database.rows("SELECT operation FROM ledger WHERE state = 'frozen'")
        lost = {row["operation"] for row in frozen}.difference(at_work())
        return sum(self.give_back(operation) for operation in lost)

    def _forget_returned(self, operation: str) -> None:
        """Make way for an operation that was given back; one that was not is refused."""
        row = self._database.row("SELECT state FROM ledger WHERE operation = ?", operation)
        if row is not None and row["state"] != "returned":
            raise Refusal(DONE, "This was done already, and charged once. Read the state.")
        self._database.change("DELETE FROM ledger WHERE operation = ?", operation)

    def _enter(self, operation: str, account: str, kind: str, credits_: int, state: str) -> None:
        self._database.change(
            "INSERT INTO ledger (operation, account, kind, credits, state, opened)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            operation,
            account,
            kind,
            credits_,
            state,
            self._clock.now(),
        )

    def _settle(self, operation: str, state: str) -> bool:
        settled = self._database.change(
            "UPDATE ledger SET state = ?, settled = ? WHERE operation = ? AND state = 'frozen'",
            state,
            self._clock.now(),
            operation,
        )
        return settled == 1
