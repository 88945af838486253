"""From the draft to a file here: render, wait, download, check, rename.

Rendering costs no credits, and the id of a render is ours: it is written down before the request
goes out, so a render is found again whatever happens to this process.
"""

from __future__ import annotations

import dataclasses
import math
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from t2v.clock import Budget
from t2v.context import Context
from t2v.costs.balances import FREE, Verdict
from t2v.costs.entries import Intent
from t2v.downloads.delivery import Delivered, Delivery, Order
from t2v.downloads.proof import Film
from t2v.draft import Timeline
from t2v.endpoints import RENDER, RENDER_LIMIT_S, RENDER_STATUS
from t2v.errors import SkillError
from t2v.external.untrusted import clean
from t2v.jobs import Job
from t2v.store import Session

POLL_S = (0.4, 30.0, 1.5)
"""First pause, longest pause, and the factor between them."""

TRIES = 2
"""A render that failed is started once more, under a new id."""

STATUSES = {
    **dict.fromkeys(("pending", "queued", "submitted", "waiting"), "waiting"),
    **dict.fromkeys(("processing", "rendering", "running", "in_progress"), "working"),
    **dict.fromkeys(("completed", "complete", "done", "success", "succeeded"), "done"),
    **dict.fromkeys(("failed", "error", "cancelled", "canceled", "timeout"), "failed"),
}
"""The service's words for a render's status; the first of each row is documented."""


class Exporter:
    """Renders of one session."""

    def __init__(self, context: Context) -> None:
        """Use the context's parts."""
        self._client, self._account = context.client, context.account
        self._jobs, self._clock, self._progress = context.jobs, context.clock, context.progress
        self._spending, self._context = context.spending, context
        self._delivery = Delivery(context)
        self.cost: Verdict = FREE
        """What the last render has cost."""
        self._asked: set[str] = set()
        """Renders that this process has asked for."""

    def start(self, session: Session, timeline: Timeline, order: Job) -> Job:
        """Start rendering the timeline as `order` says; return the job to `finish`.

        Raises:
            SkillError: `empty_draft`, `busy`, `export_blocked`, ...
        """
        if not timeline.ready or timeline.wire is None:
            raise SkillError("empty_draft")
        self._jobs.settle_chat(session.session_id, self._account.working)
        return self._submit(session, timeline, order)

    def finish(
        self, session: Session, timeline: Timeline, job: Job, budget: Budget, *, force: bool
    ) -> Delivered | None:
        """Wait for the render and bring the file here; None when the time is up first."""
        limit = self._clock.budget(min(budget.left, RENDER_LIMIT_S))
        while True:
            status = self._found(job, limit)
            if status is None:
                return None
            if status["state"] == "done":
                break
            self._paid(job)
            if job.tries >= TRIES:
                self._jobs.settle("render")
                raise SkillError("render_failed", external=clean(status["words"], 500) or None)
            self._progress.say(f"Rendering {status['state']}; trying once more...")
            job = self._submit(session, timeline, dataclasses.replace(job, tries=job.tries + 1))
        delivered = self._bring(job, status["film"], force=force)
        self._spending.delivered(job.entry, str(delivered.path))
        self._paid(job)
        self._jobs.settle("render")
        return delivered

    def _found(self, job: Job, budget: Budget) -> dict[str, Any] | None:
        """Wait for a render. What an earlier process was about to ask for may never have gone."""
        try:
            return self._wait(job, budget)
        except SkillError as error:
            if error.code != "render_lost" or job.render_id in self._asked or job.tries >= TRIES:
                raise
        return {"state": "lost"}

    def _paid(self, job: Job) -> None:
        """Say what a render that is over has cost: nothing, unless the balance says otherwise."""
        self.cost = self._spending.end(job.entry, self._spending.balance())
        self._context.charge(self.cost)

    def _submit(self, session: Session, timeline: Timeline, order: Job) -> Job:
        """Write the job down, then ask for the render."""
        job = dataclasses.replace(
            order,
            session_id=session.session_id,
            started_at=self._clock.now(),
            render_id=f"render_{int(self._clock.now() * 1000)}_{secrets.token_hex(3)}",
        )
        asked = Intent(
            kind="render",
            asked=f"{job.format}, {job.quality}",
            session=session.session_id,
            render=job.render_id,
        )
        self._asked.add(job.render_id)
        begun = self._spending.begin(asked, self._spending.balance())
        job = self._jobs.keep(dataclasses.replace(job, entry=begun))
        body = {
            "id": job.render_id,
            "sessionId": session.session_id,
            "draft": timeline.wire,
            "output": {
                "format": job.format,
                "quality": job.quality,
                **({"fps": job.fps} if job.fps else {}),
            },
        }
        try:
            self._account.with_token(lambda: self._client.call(RENDER, json=body))
        except SkillError as error:
            if error.charged.value == "no":
                self._spending.refused(job.entry)
                self._jobs.settle("render")
                raise
            # The answer got lost: the render may be going on, and its id tells.
            self._progress.say("The answer got lost; looking for the render...")
        return job

    def _wait(self, job: Job, budget: Budget) -> dict[str, Any] | None:
        """Poll until the render is over; None when the time is up first."""
        first, longest, factor = POLL_S
        pause = first
        while True:
            answer = self._account.with_token(
                lambda: self._client.call(RENDER_STATUS, render=job.render_id)
            )
            status = _status(answer)
            if status["state"] == "done":
                self._progress.advance("Rendering", 1.0)
            if status["state"] in ("done", "failed"):
                return status
            self._progress.advance("Rendering", status["progress"])
            # Half of what is left: the person sees it move, and the end is met soon after it comes.
            soon = _left(status["progress"], budget.elapsed) / 2
            if not budget.sleep(max(first, min(pause, soon))):
                return None
            pause = min(longest, pause * factor)

    def _bring(self, job: Job, film: Film, *, force: bool) -> Delivered:
        """Download, check, rename. A link that is over is asked for anew."""

        def ask() -> Film:
            call = self._account.with_token
            answer = call(lambda: self._client.call(RENDER_STATUS, render=job.render_id))
            fresh: Film = _status(answer)["film"]
            return fresh

        order = Order(job.render_id, job.format, Path(job.output))
        return self._delivery.bring(order, film, ask, force=force)


def _status(answer: Mapping[str, Any]) -> dict[str, Any]:
    """Return state, progress (0 to 1 or None), film and the backend's words about a failure.

    The render endpoints answer at the top level; an envelope is accepted too.
    """
    inner = answer.get("data")
    if "status" not in answer and isinstance(inner, dict):
        answer = inner
    state = STATUSES.get(str(answer.get("status", "")).lower())
    if state is None:
        raise SkillError(
            "bad_response", "The service gave the render a status that we do not know."
        )
    output = answer.get("output")
    progress = answer.get("progress")
    words = answer.get("error") or answer.get("message") or ""
    return {
        "state": state,
        "progress": _fraction(progress),
        "film": Film.read(output if isinstance(output, dict) else {}),
        "words": words if isinstance(words, str) else "",
    }


def _left(progress: float | None, elapsed: float) -> float:
    """Return the seconds that are left, going by the progress so far; none known is for ever."""
    return elapsed * (1 - progress) / progress if progress else math.inf


def _fraction(value: object) -> float | None:
    """Return progress as 0 to 1; services count to 1 or to 100."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    fraction = value / 100 if value > 1 else float(value)
    return fraction if 0 <= fraction <= 1 else None
