"""The record of one job: what was asked for, how far it is, and what came of it."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from t2v.errors import SkillError
from t2v.failures import FAILURES
from t2v.records import record
from t2v.report import Charged, Exit, External, Next, Report
from t2v.workers.kinds import KINDS

VERSION = 1

OPEN = ("queued", "running")
"""States of a job that a worker has, or had: when it is gone, the job is to be gone on with."""

ENDED = ("done", "failed", "cancelled", "lost")


class Task(NamedTuple):
    """A job. Times are seconds since 1970; `session` is the project's key in the state file.

    `begins` is false for one that takes up what an earlier process began. `pid` and `birth` name
    the worker, so that no other process with its number is taken for it. `document` is the tool's
    answer and `exit` its exit code, once there is one.
    """

    id: str
    kind: str
    session: str
    request: dict[str, Any]
    created_at: float
    limit_s: float
    local: bool = False
    begins: bool = True
    attempts: int = 1
    state: str = "queued"
    pid: int = 0
    birth: str = ""
    started_at: float | None = None
    ended_at: float | None = None
    charged: str = Charged.NO.value
    exit: int | None = None
    document: dict[str, Any] | None = None

    @property
    def open(self) -> bool:
        """Whether no end of it is known."""
        return self.state in OPEN

    def to_json(self) -> bytes:
        """Return the record as it lies on the disk."""
        return json.dumps({"version": VERSION, **self._asdict()}, indent=1).encode()

    @classmethod
    def from_json(cls, data: bytes | None) -> Task | None:
        """Return the record, or None for what is none of ours."""
        try:
            row = json.loads(data or b"null")
            fits = isinstance(row, dict) and row.pop("version", None) == VERSION
        except (ValueError, RecursionError):
            return None
        task = record(cls, row) if fits else None
        known = task and task.kind in KINDS and task.state in OPEN + ENDED
        return task if known else None

    def age_s(self, now: float) -> int:
        """Return how long ago it was asked for, in whole seconds."""
        return max(0, round(now - self.created_at))

    @property
    def took_s(self) -> int | None:
        """How long it went on, in whole seconds; None while it does."""
        return None if self.ended_at is None else max(0, round(self.ended_at - self.created_at))

    def ended(self, answer: Report | SkillError, now: float, state: str | None = None) -> Task:
        """Return the record with its end."""
        good = isinstance(answer, Report)
        return self._replace(
            state=state or ("done" if good else "failed"),
            ended_at=now,
            charged=answer.charged.value,
            exit=int(answer.exit if isinstance(answer, Report) else answer.failure.exit),
            document=answer.document(),
        )

    def answer(self) -> Report:
        """Return the tool's answer.

        Raises:
            SkillError: the answer is a failure, or cannot be read any more.
        """
        try:
            document = self.document or {}
            if document["ok"]:
                return _Told(document, Exit(self.exit or 0))
            raise _failure(document)
        except (KeyError, TypeError, ValueError, AttributeError):
            raise lost(self) from None


def cancelled(task: Task, charged: Charged) -> SkillError:
    """Return the failure that says that somebody ended it, and what may still be charged."""
    free = "The work here was cancelled; nothing is charged for it."
    said, follow = (free, ()) if charged is Charged.NO else ("", None)
    return SkillError("cancelled", said, charged=charged, next=follow, data={"id": task.id})


def lost(task: Task) -> SkillError:
    """Return the failure that says that nobody knows what came of it."""
    return SkillError("job_lost", charged=KINDS[task.kind].charged, data={"id": task.id})


class _Told(Report):
    """An answer as another process wrote it."""

    __slots__ = ("_document",)

    def __init__(self, document: dict[str, Any], code: Exit) -> None:
        super().__init__(
            say=str(document["say"]),
            data=dict(document["data"]),
            next=_next(document),
            charged=Charged(document["charged"]),
            external=_external(document),
            exit=code,
        )
        self._document = document

    def document(self) -> dict[str, Any]:
        return self._document


class _ToldError(SkillError):
    """A failure as another process wrote it."""

    def __init__(self, code: str, said: str, document: dict[str, Any]) -> None:
        super().__init__(
            code,
            said,
            charged=Charged(document["charged"]),
            next=_next(document),
            data=dict(document.get("data", {})),
        )
        self._document = document

    def document(self) -> dict[str, Any]:
        return self._document


def _failure(document: dict[str, Any]) -> SkillError:
    row = FAILURES[document["error"]["code"]]
    said = str(document["error"]["say"]).removesuffix(row.advice).rstrip()
    return _ToldError(row.code, said, document)


def _external(document: dict[str, Any]) -> External | None:
    foreign = document.get("external")
    if foreign is None:
        return None
    text, timeline = str(foreign["text"]), str(foreign.get("timeline", ""))
    return External(text, str(foreign["source"]), timeline)


def _next(document: dict[str, Any]) -> tuple[Next, ...]:
    codes = {code.value: code for code in Next}
    return tuple(codes[code] for code in document["next"])
