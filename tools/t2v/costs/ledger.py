"""What was asked that may cost something, and what it came to: written down before it is sent.

The rows lie in the user's state folder, readable by their owner only, and hold no token and no
address. Where that folder cannot be written, they are kept in memory, for this call.
"""

from __future__ import annotations

import contextlib
import secrets
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from t2v import disk
from t2v.clock import Clock
from t2v.costs import entries
from t2v.costs.entries import Delivery, Entry, Intent, Settlement, Sums
from t2v.costs.journal import Journal, Row
from t2v.errors import SkillError
from t2v.external.untrusted import clean_name
from t2v.store import Store

ASKED = 200
"""Characters of the user's words that are kept: enough to know them again."""

FORGOTTEN_S = 90 * 86_400.0
"""An intent that nobody could settle for so long is carried on no more; its row stays."""


class Ledger:
    """The rows of all skills and backends that this user works with."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Write into a folder beside the state file."""
        self._store, self._clock = store, clock
        self._folder = store.ledger
        self._journal = Journal(self._folder, self._carried)
        self._memory: list[Row] = []
        self._held: dict[str, contextlib.ExitStack] = {}

    # Writing

    def intend(self, intent: Intent) -> str:
        """Write the intent down and return its id; only then may the request go out.

        It counts as being worked on until it is settled or this process ends, however it ends.

        Raises:
            SkillError: `disk_full`: what cannot be written down is not sent.
        """
        kept = intent._replace(
            id=secrets.token_hex(8), at=self._now(), asked=clean_name(intent.asked, ASKED)
        )
        self._hold(kept.id)
        try:
            with self._alone():
                self._append(entries.row_of(kept))
        except BaseException:
            self.release(kept.id)
            raise
        return kept.id

    def settle(self, settlement: Settlement) -> Entry | None:
        """Write what an intent came to, unless that is known; return the entry as it is then.

        A disk that is full by now leaves it open: the answer counts more than its row, and a later
        look settles it.
        """
        entry = None
        with _unless_full(), self._alone():
            entry = self.entry(settlement.id)
            if entry is not None and entry.settlement is None:
                known = settlement._replace(at=self._now())
                self._append(entries.row_of(known))
                entry = entry._replace(settlement=known)
        self.release(settlement.id)
        return entry

    def deliver(self, intent_id: str, file: str) -> None:
        """Write down which file came of it."""
        with _unless_full(), self._alone():
            self._append(entries.row_of(Delivery(intent_id, file, self._now())))

    def release(self, intent_id: str) -> None:
        """Let go of the intent: nobody works on it any more, settled or not."""
        held = self._held.pop(intent_id, None)
        if held is not None:
            held.close()
        with contextlib.suppress(OSError):
            self._lock(intent_id).unlink()

    # Reading

    def entry(self, intent_id: str) -> Entry | None:
        """Return the entry of that id, when it is open or not much older than what is."""
        return next((one for one in self.recent() if one.intent.id == intent_id), None)

    def recent(self) -> list[Entry]:
        """Return the newest entries, oldest first; all that are open are among them."""
        return entries.entries(next(self._segments(), []))

    def open(self, backend: str) -> list[Entry]:
        """Return what was asked of this backend and is not settled."""
        return [
            one for one in self.recent() if one.intent.backend == backend and not one.settlement
        ]

    def newest(self, backend: str, most: int) -> list[Entry]:
        """Return the newest entries of a backend, newest first."""
        rows: list[Row] = []
        for segment in self._segments():
            rows = segment + rows
            # Those that were carried on stand twice: more are read than are wanted.
            found = [one for one in rows if one.get("backend") == backend]
            if len(found) > 2 * most:
                break
        known = [one for one in entries.entries(rows) if one.intent.backend == backend]
        return known[::-1][:most]

    def sums(self, backend: str) -> Sums:
        """Return the totals of a backend, since the beginning."""
        return entries.totals(next(self._segments(), [])).get(backend, Sums())

    def live(self, intent_id: str) -> bool:
        """Whether a process is working on it right now."""
        if intent_id in self._held:
            return True
        lock = self._lock(intent_id)
        if not lock.exists():
            return False
        try:
            with disk.lock(lock, wait=False):
                return False
        except BlockingIOError:
            return True
        except SkillError:
            return False  # no place for locks: nobody holds one

    def sweep(self) -> None:
        """Take away the locks of processes that ended before they wrote anything."""
        with contextlib.suppress(OSError):
            names = {path.name for path in (self._folder / "live").iterdir()}
            known = {one.intent.id for one in self.recent() if not one.settlement} if names else ()
            for name in names.difference(known):
                if not self.live(name):
                    self._lock(name).unlink()

    # The journal

    def _segments(self) -> Iterator[list[Row]]:
        """Yield the rows, the newest segment first; what could not be written belongs to it."""
        memory = self._memory
        try:
            for rows in self._journal.segments():
                yield rows + memory
                memory = []
        except SkillError as error:
            self._store.unsaved(error)
        if memory:
            yield memory

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        with contextlib.ExitStack() as stack:
            try:
                stack.enter_context(self._journal.alone())
            except SkillError as error:
                self._store.unsaved(error)
            yield

    def _append(self, row: Row) -> None:
        if not self._store.keep(lambda: self._journal.append(row)):
            self._memory.append(row)

    def _carried(self, rows: list[Row]) -> Iterable[Row]:
        """Return what the next segment begins with: what is open, then the sums up to here."""
        now = self._clock.now()
        for one in entries.entries(rows):
            if not one.settlement and now - entries.seconds(one.intent.at) < FORGOTTEN_S:
                yield entries.row_of(one.intent)
        yield entries.sums_row(entries.totals(rows), self._now())

    # Who is at work

    def _hold(self, intent_id: str) -> None:
        self._held[intent_id] = stack = contextlib.ExitStack()
        try:
            stack.enter_context(disk.lock(self._lock(intent_id)))
        except SkillError as error:
            self._store.unsaved(error)

    def _lock(self, intent_id: str) -> Path:
        return self._folder / "live" / intent_id

    def _now(self) -> str:
        return time.strftime(entries.TIME, time.gmtime(self._clock.now()))


@contextlib.contextmanager
def _unless_full() -> Iterator[None]:
    try:
        yield
    except SkillError as error:
        if error.code != "disk_full":
            raise
