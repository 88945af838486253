"""The exception that names a row of the failure table. Standard library only."""

from __future__ import annotations

from t2v.report import Charged, Next

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from t2v.failures import Failure


DETAIL_LIMIT = 500
"""Characters of a detail: it may quote an argument of any length."""


def code_of(wire_code: int) -> str | None:
    """Return the row that one of the backend's codes stands for; any 5xx is trouble of its own."""
    from t2v.failures import BY_WIRE  # noqa: PLC0415 - loaded when something fails, as below

    row = BY_WIRE.get(wire_code) or BY_WIRE.get(500 if 500 <= wire_code < 600 else 0)
    return row.code if row else None


class SkillError(Exception):
    """A named failure. `facts` are machine-readable details for `error` in the document.

    `charged` says whether the call may have cost something; `data` goes beside the error.
    """

    def __init__(  # noqa: PLR0913 - the columns of the document
        self,
        code: str,
        detail: str = "",
        *,
        charged: Charged = Charged.NO,
        next: tuple[Next, ...] | None = None,  # noqa: A002 - the document's own word
        data: dict[str, Any] | None = None,
        external: str | None = None,
        **facts: str | float | None,
    ) -> None:
        """Look the row up; an unknown code is a fault of ours and raises KeyError."""
        # Loaded when something fails: a tool that succeeds need not read the table.
        from t2v.failures import FAILURES  # noqa: PLC0415 - see above

        self.failure: Failure = FAILURES[code]
        self.detail = _one_line(detail)
        self.charged = charged
        self.next = self.failure.next if next is None else next
        self.data = data or {}
        self.external = external
        self.facts = {name: fact for name, fact in facts.items() if fact is not None}
        super().__init__(self.say)

    @property
    def code(self) -> str:
        """The row's code."""
        return self.failure.code

    @property
    def say(self) -> str:
        """What happened and what to do, in one line."""
        happened = self.detail or self.failure.meaning
        return f"{happened} {self.failure.advice}"

    def document(self) -> dict[str, Any]:
        """Return the JSON document that a tool prints."""
        body: dict[str, Any] = {
            "ok": False,
            "error": {
                "code": self.code,
                "say": self.say,
                "retry": self.failure.retry,
                **self.facts,
            },
            "next": [code.value for code in self.next],
            "charged": self.charged.value,
        }
        if self.data:
            body["data"] = self.data
        if self.external is not None:
            body["external"] = {
                "untrusted": True,
                "source": "video agent",
                "text": self.external,
            }
        return body


def _one_line(text: str) -> str:
    """Return the text as one line of bounded length that a terminal can show."""
    short = text if len(text) <= DETAIL_LIMIT else f"{text[: DETAIL_LIMIT - 1]}…"
    return "".join(char if char.isprintable() else " " for char in short)
