"""How many credits may be spent: by one call, or by all items of a batch together."""

from __future__ import annotations

from t2v.costs.prices import Estimate
from t2v.errors import SkillError


class Allowance:
    """A limit and what has been spent of it. Without a limit the service decides.

    What is taken counts as spent until `correct` says what it came to.
    """

    def __init__(self, limit: int | None = None) -> None:
        """Allow `limit` credits; None allows all there are."""
        self.limit = limit
        self.spent = 0

    @property
    def left(self) -> int | None:
        """Credits that may still be spent; None without a limit."""
        return None if self.limit is None else max(0, self.limit - self.spent)

    def take(self, price: Estimate, available: int | None) -> None:
        """Take what a request will cost; nothing has been sent yet.

        Args:
            price: what it will cost.
            available: the balance, None when it could not be read.

        Raises:
            SkillError: `over_budget`, or `no_credits` when the balance is known to be too small.
        """
        facts = {"estimate": price.credits, "estimate_from": price.source}
        if self.left is not None and price.credits > self.left:
            raise SkillError(
                "over_budget",
                f"This costs about {price.credits} credits; {self._allowed()}.",
                data={**facts, "max_credits": self.limit},
            )
        if available is not None and available < self._least(price):
            raise SkillError(
                "no_credits",
                f"This costs about {price.credits} credits; {available} are left.",
                data={**facts, "available": available},
            )
        self.spent += price.credits

    def correct(self, price: Estimate, credits_: int | None) -> None:
        """Count what a request has cost instead of the estimate; None leaves the estimate."""
        if credits_ is not None:
            self.spent += credits_ - price.credits

    def _least(self, price: Estimate) -> int:
        """Return the balance below which asking is in vain.

        The price is an "about", and a refusal by the service costs nothing: without a limit only
        an empty account is told apart here, and only for what is never free.
        """
        if self.limit is not None:
            return price.credits
        return 1 if price.kind == "generate" else 0

    def _allowed(self) -> str:
        if not self.spent:
            return f"{self.limit} are allowed"
        return f"{self.left} of {self.limit} are left of what is allowed"
