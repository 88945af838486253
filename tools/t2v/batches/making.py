"""One item: its session, its words, its render, its file. Begun anew or gone on with.

What has been done is in the journal before the next step begins, so a step that may cost something
is never repeated: a chat that was left open is looked for, as everywhere.
"""

from __future__ import annotations

import time
from functools import cached_property
from pathlib import Path
from typing import Any

from t2v import routing
from t2v.batches.check import Item
from t2v.batches.pace import Pace, PacedClient
from t2v.batches.stores import ItemStore
from t2v.client import Client
from t2v.clock import Budget
from t2v.commands import export, send
from t2v.context import Context
from t2v.costs.allowance import Allowance
from t2v.costs.balances import Verdict
from t2v.errors import SkillError
from t2v.external.untrusted import clean
from t2v.identity import platform, skill_headers
from t2v.progress import Progress
from t2v.report import Charged, Exit, External, Report

FORMAT = "mp4"

REPLY_LIMIT = 1_000
"""Bytes that are kept of what the service said about an item."""


class ItemContext(Context):
    """What one item may use: its own store, session and client, the batch's pace and allowance."""

    def __init__(  # noqa: PLR0913 - what the batch gives each of its items
        self,
        batch: Context,
        store: ItemStore,
        *,
        key: str,
        pace: Pace,
        allowance: Allowance,
        progress: Progress,
    ) -> None:
        """Work as `batch` does, for the same skill and backend."""
        super().__init__(
            batch.environment,
            local=batch.settings.local,
            clock=batch.clock,
            progress=progress,
            inline=True,
        )
        self.settings, self.skill = batch.settings, batch.skill
        self.store: ItemStore = store
        self.key, self._pace = key, pace
        self.spending.allowance = allowance

    @cached_property
    def client(self) -> Client:
        """HTTP to the service, at the batch's pace."""
        place = platform(self.skill.folder, Path.home(), self.settings.platform)
        return PacedClient(
            self._pace,
            self.backend.url,
            skill_headers(self.skill, place),
            self.clock,
            permit=lambda one: self.spending.require(one),  # noqa: PLW0108 - made when it is needed
        )


class Making:
    """The making of one item."""

    def __init__(self, context: ItemContext, item: Item, *, shared: bool, quality: str) -> None:
        """Make `item`; `shared` where it works in the session of the items before it."""
        self._context, self._item = context, item
        self._shared, self._quality = shared, quality

    def run(self, path: Path, budget: Budget) -> dict[str, Any] | None:
        """Make the video at `path` and return what is to be known of it; None when time is up.

        Raises:
            SkillError: what went wrong; what was done by then is in the journal.
        """
        context, store = self._context, self._context.store
        with store.only_one(context.key):
            context.jobs.adopt()
            if store.note("began") is None:
                balance = context.spending.balance()
                store.keep_note("began", {"at": self._now(), "credits": _left(balance)})
            if not self._said(budget):
                return None
            made = self._rendered(path, budget)
            return None if made.exit is Exit.TEMPORARY else self._facts(made)

    def _said(self, budget: Budget) -> bool:
        """See to it that the words have been sent, once; False when that is not over yet."""
        context, store = self._context, self._context.store
        said = store.note("said")
        if said is not None:
            context.charge(Verdict(Charged(said["charged"]), said["credits"]))
            return True
        if context.jobs.open_of("chat") is not None:
            told = send.go_on(context, budget, message=self._item.words)
        else:
            self._open()
            told = send.begin(context, budget, message=self._item.words)
        if told.exit is Exit.TEMPORARY:
            return False
        spent = told.data["credits_spent"]
        said = {"charged": told.charged.value, "credits": spent, "external": _reply(told)}
        store.keep_note("said", said)
        context.jobs.flush()
        return True

    def _open(self) -> None:
        """Make a session where there is to be a new one, and bring the item's file into it."""
        context, item, left = self._context, self._item, self._context.projects.current
        if left is not None and not self._shared:
            # A process that is gone may have meant to speak in there. Nobody will any more, and
            # while that is open no price is certain, of this item or any other.
            context.spending.settle_open(instead_of=left.session_id)
        if left is None or not self._shared:
            context.projects.create(routing.route(item.words).language)
        session = context.projects.require()
        if item.source and context.store.note("uploaded") != session.session_id:
            context.uploader.file(session, Path(item.source))
            context.store.keep_note("uploaded", session.session_id)

    def _rendered(self, path: Path, budget: Budget) -> Report:
        """Bring the film to its place: it is this item's, so what lies there may be replaced."""
        context = self._context
        if context.jobs.open_of("render") is not None:
            try:
                return export.go_on(context, budget, force=True)
            except SkillError as error:
                if error.code == "render_lost":
                    context.jobs.settle("render")  # it costs nothing to render once more
                    context.jobs.flush()
                raise
        path.parent.mkdir(parents=True, exist_ok=True)
        return export.begin(
            context, budget, output=str(path), format=FORMAT, quality=self._quality, force=True
        )

    def _facts(self, made: Report) -> dict[str, Any]:
        data = made.data
        return {
            **self.known(),
            "requested": data["requested"],
            "delivered": data["delivered"],
            "differs": data["differs"],
            "bytes": data["bytes"],
            "sha256": data["sha256"],
            "credits_after": _left(self._context.spending.balance()),
        }

    def known(self) -> dict[str, Any]:
        """Return what is known of the item, however far it came."""
        context, store = self._context, self._context.store
        session = context.projects.current if "projects" in context.__dict__ else None
        began, said = store.note("began") or {}, store.note("said") or {}
        return {
            "session": session.session_id if session else None,
            "task": session.task_id if session else None,
            "render": store.note("render"),
            "credits_before": began.get("credits"),
            "credits": context.spent,
            "charged": context.charged.value,
            "external": said.get("external"),
            "started_at": began.get("at"),
            "ended_at": self._now(),
        }

    def _now(self) -> str:
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self._context.clock.now()))


def _reply(told: Report) -> dict[str, Any] | None:
    """Return what the service said, such as what it could not draw; it stays marked as foreign."""
    if told.external is None or not told.external.text:
        return None
    return External(clean(told.external.text, REPLY_LIMIT), told.external.source).document()


def _left(balance: Any) -> int | None:  # noqa: ANN401 - credits, or none
    return None if balance is None else int(balance.available)
