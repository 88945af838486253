"""The items of a batch, worked on side by side: started, tried again, ended, stopped."""

from __future__ import annotations

import threading
from typing import Any

from t2v.batches.board import Board, Part
from t2v.batches.fates import Fate, fate
from t2v.batches.folder import Folder
from t2v.batches.journal import DONE, FAILED, Journal, Line
from t2v.batches.making import ItemContext, Making
from t2v.batches.order import Order
from t2v.batches.pace import Pace
from t2v.batches.stores import ItemStore
from t2v.clock import Budget
from t2v.context import Context
from t2v.costs.allowance import Allowance
from t2v.errors import SkillError
from t2v.outcomes import priced, unforeseen

LOOK_S = 0.2
"""Between two looks at whether the batch is to stop."""


class SharedAllowance(Allowance):
    """One allowance for items that are worked on side by side."""

    def __init__(self, limit: int | None, spent: int) -> None:
        """Allow `limit`, of which earlier runs have spent something."""
        super().__init__(limit)
        self.spent = spent
        self._lock = threading.Lock()

    def take(self, *parts: Any) -> None:
        """Take what a request will cost."""
        with self._lock:
            super().take(*parts)

    def correct(self, *parts: Any) -> None:
        """Count what a request has cost."""
        with self._lock:
            super().correct(*parts)


class Workshop:
    """Works through a journal."""

    def __init__(self, context: Context, journal: Journal, order: Order, folder: Folder) -> None:
        """Work for `context`."""
        self._context, self._journal, self._order, self._folder = context, journal, order, folder
        self.board = Board(context.progress)
        self.pace = Pace(context.clock)
        self.allowance = SharedAllowance(context.settings.limit(order.max_credits), journal.spent())
        self._stop = threading.Event()
        self._turn = threading.Lock()
        self.stopped_by: SkillError | None = None
        """The failure that every further item would meet; None while there is none."""
        self.asked_to_stop = False

    def run(self, most: int | None, budget: Budget) -> None:
        """Work until nothing is left, somebody asks to stop, or the time is up.

        Items that were begun by then are finished where the budget allows it.
        """
        jobs = 1 if self._order.one_session else self._order.jobs
        threads = [
            threading.Thread(target=self._work, args=(most, budget), daemon=True)
            for _ in range(jobs)
        ]
        for thread in threads:
            thread.start()
        while alive := [thread for thread in threads if thread.is_alive()]:
            self.asked_to_stop = self.asked_to_stop or self._folder.stopping
            if self.asked_to_stop or budget.spent:
                self._stop.set()
            alive[0].join(LOOK_S)
            self._tell(most)

    def _tell(self, most: int | None) -> None:
        self.board.all(self._journal.counts(most), self.allowance.spent)

    def _work(self, most: int | None, budget: Budget) -> None:
        """Take one item after the other."""
        try:
            while not self._stop.is_set():
                if not self.pace.open:
                    self._stop.wait(LOOK_S)
                    continue
                line = self._journal.take(most)
                if line is None:
                    return
                self._make(line, budget)
        except SkillError as error:  # the journal itself cannot be written
            self._halt(error)
        except Exception as error:  # noqa: BLE001 - a thread has nobody else to tell
            self._halt(unforeseen(error))

    def _make(self, line: Line, budget: Budget) -> None:
        item = line.item
        store = ItemStore(
            self._context.store, self._journal, item.n, shared=self._order.one_session
        )
        context = ItemContext(
            self._context,
            store,
            key=self._key(line),
            pace=self.pace,
            allowance=self.allowance,
            progress=Part(self.board, item),
        )
        making = Making(context, item, shared=self._order.one_session, quality=self._order.quality)
        try:
            facts = making.run(self._folder.path / item.name, budget)
        except SkillError as error:
            self._failed(line, making, priced(error, context))
        except Exception as error:  # noqa: BLE001 - one item's fault is not the others'
            self._failed(line, making, priced(unforeseen(error), context))
        else:
            if facts is not None:  # else it is gone on with by the next run
                self.pace.fine()
                self._journal.end(line, DONE, facts)
        finally:
            self.board.over(item)
            context.close()

    def _key(self, line: Line) -> str:
        own = "one" if self._order.one_session else str(line.item.n)
        return f"{self._context.key} {own}"

    def _failed(self, line: Line, making: Making, error: SkillError) -> None:
        what = fate(error, line.attempts)
        wait = error.facts.get("retry_after_s")
        if what is Fate.SLOWLY and self.pace.trouble(float(wait) if wait else None):
            what = Fate.STOP
        if what is Fate.STOP:
            self._halt(error)
        if what is Fate.FAIL:
            self._journal.end(line, FAILED, {**making.known(), **_told(error)})
            return
        if error.code in ("session_lost", "no_change"):
            self._journal.forget(line.item.n)
        self._journal.put_back(line, counted=what is Fate.AGAIN)

    def _halt(self, error: SkillError) -> None:
        """Begin nothing more."""
        with self._turn:
            self.stopped_by = self.stopped_by or error
        self._stop.set()


def _told(error: SkillError) -> dict[str, Any]:
    return {"error": error.code, "say": error.say, "charged": error.charged.value}
