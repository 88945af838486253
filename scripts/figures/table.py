"""The figures: what each measures, its limit, and the Markdown table of one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured value. Lower is better unless the limit is a least."""

    what: str
    value: float
    limit: float
    unit: str
    least: bool = False
    detail: str = ""

    @property
    def met(self) -> bool:
        """Whether the value keeps its limit."""
        return self.value >= self.limit if self.least else self.value <= self.limit

    def row(self) -> str:
        """Return the figure as a row of a Markdown table."""
        word = "at least" if self.least else "at most"
        limit = f"{word} {_short(self.limit)} {self.unit}"
        mark = "yes" if self.met else "**no**"
        return (
            f"| {self.what} | {limit} | {_short(self.value)} {self.unit} | {mark} | {self.detail} |"
        )


Measure = Callable[[], Iterable[Figure]]


def markdown(figures: Iterable[Figure]) -> str:
    """Return the table."""
    head = ["| figure | limit | measured | met | detail |", "|---|---|---|---|---|"]
    return "\n".join([*head, *(figure.row() for figure in figures)])


def _short(number: float) -> str:
    """Return three significant digits, without an exponent."""
    return f"{number:.2f}" if number < 10 else f"{number:.0f}"
