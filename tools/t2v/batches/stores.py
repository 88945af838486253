"""What the engine remembers of one item: in the batch's journal, not in the state file of all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from t2v.batches.journal import Journal
from t2v.store import Store

OURS = frozenset({"sessions", "jobs", "wishes"})

SHARED = -1
"""The number that an item's session is kept under when all items share one."""


class ItemStore(Store):
    """The state file's tables of sessions and work, for one item; tokens stay where they are."""

    def __init__(self, store: Store, journal: Journal, n: int, *, shared: bool = False) -> None:
        """Keep what belongs to item `n`; `shared` where all items work in one session."""
        super().__init__(store.home, lambda _: None)
        self._journal, self._n = journal, n
        self._session = SHARED if shared else n

    def note(self, name: str) -> Any:  # noqa: ANN401 - any JSON
        """Return what was noted of the item."""
        return self._journal.kept(self._n, name)

    def keep_note(self, name: str, value: object) -> None:
        """Note something of the item; it is on the disk when this returns."""
        self._journal.keep(self._n, name, value)

    def _read(self, table: str, key: str) -> Mapping[str, Any] | None:
        if table not in OURS:
            return super()._read(table, key)
        row = self._journal.kept(self._place(table), f"{table} {key}")
        return row if isinstance(row, dict) else None

    def _write(self, table: str, key: str, row: dict[str, Any] | None) -> None:
        if table not in OURS:
            super()._write(table, key, row)
            return
        if row and row.get("render_id"):
            self.keep_note("render", row["render_id"])
        self._journal.keep(self._place(table), f"{table} {key}", row)

    def _place(self, table: str) -> int:
        return self._n if table == "jobs" else self._session
