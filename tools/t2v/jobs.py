"""What may be going on at the service: a chat, a render, or both.

It is on the disk before the request goes out. One found open is settled by looking at the state,
never by sending again. The processes that work on it are those of `workers`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from t2v.clock import Clock
from t2v.endpoints import CHAT_LIMIT_S
from t2v.errors import SkillError
from t2v.records import record
from t2v.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One chat or one render. Times are seconds since 1970.

    `before` is the timeline before a chat (`Timeline.plain`); `entry` the id in the ledger.
    """

    kind: str
    session_id: str
    started_at: float
    before: dict[str, Any] | None = None
    entry: str = ""
    broken: bool = False
    """Whether the stream broke, so that nobody knows if the work goes on."""
    looks: int = 0
    """How often the state was found unchanged since."""
    render_id: str = ""
    tries: int = 1
    format: str = ""
    quality: str = ""
    fps: int = 0
    """0: the film's own rate."""
    output: str = ""


JOBS = ("chat", "render")
"""A session has one of each at most: a render may wait to be fetched while a chat goes on."""

TOOLS = {"chat": "send", "render": "export"}
"""Which tool goes on with each."""


class Jobs:
    """The job of one session's key."""

    def __init__(self, store: Store, clock: Clock, key: str) -> None:
        """Keep the job under the session's key."""
        self._store, self._clock, self._key = store, clock, key
        self._held = False
        self._settled: set[str] | None = None
        """Kinds that count as settled and still lie on the disk; None for a tool, which waits for
        nobody."""

    @property
    def open(self) -> Job | None:
        """The job that was started and not settled; of two the chat, which costs."""
        return next(filter(None, map(self.open_of, JOBS)), None)

    def open_of(self, kind: str) -> Job | None:
        """Return the job of that kind that was started and not settled."""
        if self._settled and kind in self._settled:
            return None
        return record(Job, self._store.job(self._key, kind))

    def require(self, kind: str) -> Job:
        """Return the open job of that kind.

        Raises:
            SkillError: `nothing_to_resume` when there is none; `not_sent` when a worker that is
                gone left none.
        """
        job = self.open_of(kind)
        if job is None:
            raise SkillError("nothing_to_resume" if self._settled is None else "not_sent")
        return job

    def age(self, job: Job) -> float:
        """Return how long the job has been going on, in seconds."""
        return max(0.0, self._clock.now() - job.started_at)

    def overdue(self, job: Job) -> bool:
        """Whether the service has given up on the job by its own limit."""
        return self.age(job) > CHAT_LIMIT_S

    def keep(self, job: Job) -> Job:
        """Write the job down; it is on the disk when this returns."""
        self._store.keep_job(self._key, job.kind, dataclasses.asdict(job))
        if self._settled:
            self._settled.discard(job.kind)
        return job

    def settle(self, kind: str) -> None:
        """Forget the job of that kind: its outcome is known."""
        if self._settled is None:
            self._store.keep_job(self._key, kind, None)
        else:
            self._settled.add(kind)

    def adopt(self) -> None:
        """Work as the worker that holds the session's lock already.

        What it settles stays on the disk until `flush`: the outcome must be kept before that.
        """
        self._held, self._settled = True, set()

    def flush(self) -> None:
        """Forget on the disk, too, what was settled since `adopt`."""
        for kind in self._settled or ():
            self._store.keep_job(self._key, kind, None)

    def settle_chat(self, session_id: str, working: Callable[[], bool]) -> None:
        """Settle a chat that an earlier call left open.

        Args:
            session_id: the session that is to be worked on.
            working: whether the service is working for this account; asked only when it matters.

        Raises:
            SkillError: `busy` while the service is working on it.
        """
        job = self.open_of("chat")
        if job is None:
            return
        if job.session_id == session_id and not self.overdue(job) and working():
            raise self.busy(job)
        self.settle("chat")

    def busy(self, job: Job) -> SkillError:
        """Return the failure that says what is going on."""
        age = round(self.age(job))
        return SkillError(
            "busy",
            f"{TOOLS[job.kind]}.py has been working on a {job.kind} here for {age} s.",
            data={"job": {"kind": job.kind, "age_s": age}},
        )

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let no other tool work on this session meanwhile; a story holds it over its parts."""
        if self._held:
            yield
            return
        try:
            with self._store.only_one(self._key):
                self._held = True
                yield
        except SkillError as error:
            job = self.open
            if error.code == "busy" and not error.data and job is not None:
                raise self.busy(job) from error
            raise
        finally:
            self._held = False
