"""A message and what came of it: sent once, listened to, and found again when the line broke.

The stream may end before the work does: because it broke, or because the caller has no more time.
Then nothing is sent again; the state tells what came of it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from t2v.account import Credits
from t2v.brief import orders_film
from t2v.clock import Budget
from t2v.context import Context
from t2v.costs.balances import FREE, UNSURE
from t2v.costs.entries import Intent
from t2v.draft import Timeline
from t2v.endpoints import CHAT_LIMIT_S
from t2v.errors import SkillError
from t2v.external.reply import Reply
from t2v.jobs import Job
from t2v.report import Charged, Next
from t2v.store import Session

LOOKS_S = (30.0, 60.0, 60.0, 60.0, 60.0)
"""Pauses before looking at the state after a broken stream; then the request counts as lost."""

FOLLOW_S = 5.0
"""Pause between looks while the account shows that work is going on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a message. `spent` is None when nobody knows the credits it cost."""

    before: Timeline
    after: Timeline
    reply: Reply | None = None
    running: bool = False
    spent: int | None = None

    @property
    def charged(self) -> Charged:
        """Whether it cost something."""
        if self.spent is None:
            return Charged.UNKNOWN
        return Charged.YES if self.spent else Charged.NO


class Conversation:
    """Messages of one session."""

    def __init__(self, context: Context) -> None:
        """Use the context's parts."""
        self._chat, self._projects, self._account = context.chat, context.projects, context.account
        self._jobs, self._clock, self._progress = context.jobs, context.clock, context.progress
        self._spending, self._context = context.spending, context

    def say(
        self,
        session: Session,
        words: str,
        budget: Budget,
        *,
        first: str | None = None,
        asked: str | None = None,
    ) -> Outcome:
        """Send the message, once, and return what came of it.

        Args:
            session: where it goes.
            words: the message.
            budget: how long this call may take.
            first: the message to send instead while the timeline is empty.
            asked: what the ledger tells of it, when that is not the message.
        """
        with self._jobs.alone():
            self._jobs.settle_chat(session.session_id, self._account.working)
            before = self._projects.timeline(session)
            message = first if first and not before.ready else words
            intent = Intent(
                kind="edit" if before.ready else "generate",
                asked=asked or words,
                session=session.session_id,
                fingerprint=before.fingerprint,
            )
            job = self._jobs.keep(
                Job(
                    kind="chat",
                    session_id=session.session_id,
                    started_at=self._clock.now(),
                    before=before.plain(),
                    entry=self._spending.begin(
                        intent, self._balance(), priced=_priced(words, asked)
                    ),
                )
            )
            limit = self._clock.budget(min(CHAT_LIMIT_S, budget.left))
            self._context.charged, self._context.spent = UNSURE  # nobody knows until it is over
            try:
                exchange = self._account.with_token(
                    lambda: self._chat.send(session.session_id, message, limit, intent=job.entry)
                )
            except SkillError as error:
                if error.charged is Charged.NO:
                    self._context.charged, self._context.spent = FREE
                    self._spending.refused(job.entry)
                    self._jobs.settle("chat")
                raise
            with self._sent():
                if exchange.ended:
                    return self._ended(session, job, exchange.reply)
                if exchange.broken:
                    self._progress.say("The connection broke; looking for the result...")
                job = self._jobs.keep(dataclasses.replace(job, broken=exchange.broken))
                return self._look(session, job, exchange.reply, budget)

    def resume(self, session: Session, budget: Budget) -> Outcome:
        """Go on waiting for a message that was sent by an earlier call."""
        with self._jobs.alone():
            job = self._jobs.require("chat")
            self._context.charged, self._context.spent = UNSURE
            with self._sent():
                return self._look(session, job, None, budget)

    @contextmanager
    def _sent(self) -> Iterator[None]:
        """What fails in here fails after the message went out: it must not be sent again."""
        try:
            yield
        except SkillError as error:
            if self._jobs.open_of("chat") is not None:
                error.charged = Charged.UNKNOWN
                if error.failure.retry != "no":
                    error.next, error.facts["retry"] = (Next.WAIT,), "no"
            raise

    def _ended(self, session: Session, job: Job, reply: Reply | None) -> Outcome:
        """Return the outcome of work that is over, and forget the job."""
        after = self._projects.timeline(session)
        came = self._spending.end(job.entry, self._balance())
        self._jobs.settle("chat")
        self._context.charged, self._context.spent = came
        return Outcome(before=_before(job), after=after, reply=reply, spent=came.credits)

    def _look(self, session: Session, job: Job, reply: Reply | None, budget: Budget) -> Outcome:
        """Look at the state until the work is over, the time is up, or nothing came of it."""
        first = reply is None  # a later call: time has passed already
        while True:
            pause = self._pause(job)
            if not first and not budget.sleep(pause):
                break
            first = False
            if not self._working():
                after = self._projects.timeline(session)
                if after.fingerprint != _before(job).fingerprint:
                    return self._ended(session, job, reply)
                job = self._jobs.keep(dataclasses.replace(job, looks=job.looks + 1))
                if job.looks >= len(LOOKS_S) or self._jobs.overdue(job):
                    raise self._nothing_came(job)
            elif self._jobs.overdue(job):
                raise self._nothing_came(job)
            else:
                self._progress.advance("Working")
            if budget.spent:
                break
        return Outcome(before=_before(job), after=self._projects.timeline(session), running=True)

    def _pause(self, job: Job) -> float:
        """Return how long to wait before the next look."""
        if not job.broken and job.looks == 0:
            return FOLLOW_S
        return LOOKS_S[min(job.looks, len(LOOKS_S) - 1)]

    def _nothing_came(self, job: Job) -> SkillError:
        """Forget the job and return the failure that says that no change has arrived."""
        came = self._spending.unanswered(job.entry, self._balance())
        self._jobs.settle("chat")
        self._context.charged, self._context.spent = came
        return SkillError("no_change", charged=self._context.charged)

    def _working(self) -> bool:
        """Whether credits are reserved, which they are while the agent works."""
        balance = self._balance()
        return balance is not None and balance.frozen > 0

    def _balance(self) -> Credits | None:
        """Return the balance; without one the work goes on and its price stays unknown."""
        return _unless(self._account.credits, "bad_response", "backend_error", "server_trouble")


def _priced(words: str, asked: str | None) -> str:
    """Return the kind that a message may cost as much as, "" for its own.

    A document, or the order for a film, may put another film in the place of the one that is there.
    """
    return "generate" if asked is not None or orders_film(words) else ""


def _before(job: Job) -> Timeline:
    return Timeline.from_plain(job.before) if job.before else Timeline()


def _unless(action: Callable[[], Credits], *codes: str) -> Credits | None:
    """Return what the action returns, None for these failures."""
    try:
        return action()
    except SkillError as error:
        if error.code in codes:
            return None
        raise
