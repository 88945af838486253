"""What a batch will cost, and about how long it will take, before any of it is sent."""

from __future__ import annotations

from typing import Any, NamedTuple

from t2v.batches.order import Order
from t2v.context import Context
from t2v.errors import SkillError

SECONDS = {True: 25.0, False: 240.0}
"""A film of ten seconds, drawn on this computer or made by the service: about, and no promise."""


class Estimate(NamedTuple):
    """Of the items that are still to be made. `source` says where the price comes from."""

    items: int
    credits: int
    source: str
    seconds: int

    def say(self) -> str:
        """Return it as a sentence."""
        videos = f"{self.items} video{'s' * (self.items != 1)}"
        return f"{videos}, about {self.credits} credits and {_duration(self.seconds)}."

    def facts(self) -> dict[str, Any]:
        """Return what stands under `data`."""
        return {
            "videos": self.items,
            "estimate": self.credits,
            "estimate_from": self.source,
            "seconds": self.seconds,
        }


def estimate(context: Context, order: Order, items: int) -> Estimate:
    """Return what so many items will cost; asks nobody."""
    first, later = (context.spending.estimate(kind) for kind in ("generate", "edit"))
    new = min(items, 1) if order.one_session else items
    jobs = 1 if order.one_session else order.jobs
    local = context.settings.local
    # The studio draws with all the cores that there are, whatever is asked of it at once.
    seconds = items * SECONDS[local] / (1 if local else jobs)
    cost = first.credits * new + later.credits * (items - new)
    return Estimate(items, cost, first.source, round(seconds))


def require_consent(context: Context, order: Order, cost: Estimate) -> None:
    """Refuse to spend without a limit that the user has set; the studio's credits are free.

    Raises:
        SkillError: `limit_needed`, with the estimate.
    """
    limit = context.settings.limit(order.max_credits)
    if limit is None and cost.credits and not context.settings.local:
        raise SkillError("limit_needed", f"This is {cost.say()}", data=cost.facts())


def _duration(seconds: int) -> str:
    if seconds < 90:
        return f"{seconds} seconds"
    if seconds < 5400:
        return f"{round(seconds / 60)} minutes"
    return f"{seconds / 3600:.1f} hours"
