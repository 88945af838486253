"""One row of the fault tables: what is done to which request, and what the tool says then."""

from __future__ import annotations

from dataclasses import dataclass

from t2v.endpoints import CREDITS, Endpoint
from t2v.failures import FAILURES
from tests.faults.peer import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """`row` is the number in the fault model; `calls` the requests that `on` must have seen.

    `code` is "" for a success; `next` are the failure's own steps unless others are named; `posts`
    is how many requests that may cost something went out in all.
    """

    row: int
    name: str
    faults: tuple[Fault, ...]
    tool: tuple[str, ...] = ("credits",)
    on: Endpoint = CREDITS
    code: str = ""
    charged: str = "no"
    next: tuple[str, ...] | None = None
    calls: int | None = None
    posts: int = 0
    within_s: float = 8.0

    @property
    def id(self) -> str:
        """The name of the case in a report."""
        return f"{self.row}: {self.name}"

    @property
    def steps(self) -> list[str]:
        """What the tool says is to be done."""
        if self.next is not None or not self.code:
            return list(self.next or ())
        return [step.value for step in FAILURES[self.code].next]
