"""The journal of a batch: what is to be made, how far each item is, what came of it. SQLite.

Each change is on the disk when its call returns, so that a batch whose process is killed at any
moment goes on where it was. One process writes at a time; its threads share the connection.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from t2v.batches.check import Item
from t2v.disk import disk_error, sync_folder
from t2v.errors import SkillError

VERSION = 1

WAITING, AGAIN, RUNNING, DONE, FAILED = "waiting", "again", "running", "done", "failed"

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE items (
    n INTEGER PRIMARY KEY, row INTEGER NOT NULL, id TEXT NOT NULL, sample INTEGER NOT NULL,
    name TEXT NOT NULL, prompt TEXT NOT NULL, source TEXT NOT NULL, category TEXT NOT NULL,
    dimension TEXT NOT NULL, duration_s REAL, aspect TEXT NOT NULL, style TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting', attempts INTEGER NOT NULL DEFAULT 0, result TEXT
);
CREATE INDEX by_state ON items (state, n);
CREATE TABLE kept (n INTEGER, name TEXT, value TEXT NOT NULL, PRIMARY KEY (n, name)) WITHOUT ROWID;
"""
_ADD = """
INSERT OR IGNORE INTO items
    (n, row, id, sample, name, prompt, source, category, dimension, duration_s, aspect, style)
VALUES (:n, :row, :id, :sample, :name, :prompt, :source, :category, :dimension, :duration_s,
    :aspect, :style)
"""
_FIRST = """
SELECT MAX(n) + 1 FROM items
WHERE row IN (SELECT DISTINCT row FROM items ORDER BY row LIMIT ?)
"""


class Line(NamedTuple):
    """An item and how far it is; `result` is what came of its last attempt."""

    item: Item
    state: str
    attempts: int
    result: Mapping[str, Any]


class Journal:
    """An open journal. A context manager."""

    def __init__(self, path: Path) -> None:
        """Open the journal at `path`, and give back what a process that is gone had taken.

        Raises:
            SkillError: `batch_unusable`, `disk_full`.
        """
        self._alone = threading.RLock()
        with _named():
            self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = FULL")
            if self.meta("version") != str(VERSION):
                raise SkillError("batch_unusable", "The journal is of another version.")
            self._change(_GIVE_BACK)

    def __enter__(self) -> Journal:  # noqa: PYI034 - Self is 3.11
        return self

    def __exit__(self, *_: object) -> None:
        with _named(), self._alone:
            self._db.close()

    # What the batch is

    def meta(self, name: str) -> str:
        """Return a fact about the batch, "" for none."""
        row = self._one("SELECT value FROM meta WHERE name = ?", name)
        return str(row[0]) if row else ""

    def note(self, name: str, value: str) -> None:
        """Keep a fact about the batch."""
        self._change("INSERT OR REPLACE INTO meta VALUES (?, ?)", name, value)

    # Items

    def take(self, most: int | None) -> Line | None:
        """Take an item to work on: one that was begun, else the next; None when there is none.

        Args:
            most: how many items of the batch are worked on; None for all.
        """
        with self._alone:
            for state in (AGAIN, WAITING):
                row = self._one(
                    "SELECT * FROM items WHERE state = ? AND n < ? ORDER BY n LIMIT 1",
                    state,
                    2**62 if most is None else most,
                )
                if row is not None:
                    line = _line(row)
                    self._set(line.item, RUNNING, line.attempts + 1)
                    return line._replace(attempts=line.attempts + 1)
        return None

    def put_back(self, line: Line, *, counted: bool = True) -> None:
        """Give an item back that is to be gone on with."""
        self._set(line.item, AGAIN, line.attempts if counted else line.attempts - 1)

    def end(self, line: Line, state: str, result: Mapping[str, Any]) -> None:
        """Write what came of an item; of one that is done nothing else is needed any more."""
        with self._alone, self._together():
            self._db.execute(
                "UPDATE items SET state = ?, result = ? WHERE n = ?",
                (state, json.dumps(result), line.item.n),
            )
            if state == DONE:
                self._db.execute("DELETE FROM kept WHERE n = ?", (line.item.n,))

    def retry_failed(self) -> int:
        """Let the failed ones be taken once more; return how many they are."""
        change = "UPDATE items SET state = 'again', attempts = 0 WHERE state = 'failed'"
        return self._change(change)

    def counts(self, most: int | None) -> Counter[str]:
        """Return how many items are in each state."""
        most = 2**62 if most is None else most
        query = "SELECT state, COUNT(*) FROM items WHERE n < ? GROUP BY state"
        return Counter({str(state): int(count) for state, count in self._all(query, most)})

    def first(self, rows: int) -> int:
        """Return how many items the first so many rows have become."""
        row = self._one(_FIRST, rows)
        return int(row[0] or 0) if row else 0

    def spent(self) -> int:
        """Return the credits that items are known to have cost."""
        row = self._one("SELECT SUM(json_extract(result, '$.credits')) FROM items")
        return int(row[0] or 0) if row else 0

    def lines(self) -> Iterator[Line]:
        """Yield every item, in order."""
        with _named():
            yield from map(_line, self._db.cursor().execute("SELECT * FROM items ORDER BY n"))

    def add(self, items: Iterable[Item], leave_out: Iterable[int] = ()) -> None:
        """Add items that are not there yet, all or none."""
        with self._alone, self._together():
            self._db.executemany(_ADD, (item._asdict() for item in items))
            self._db.executemany(_LEAVE, ((row,) for row in leave_out))

    # What the engine keeps of an item

    def kept(self, n: int, name: str) -> Any:  # noqa: ANN401 - any JSON
        """Return what was kept of an item, None for nothing."""
        row = self._one("SELECT value FROM kept WHERE n = ? AND name = ?", n, name)
        return json.loads(row[0]) if row else None

    def keep(self, n: int, name: str, value: object) -> None:
        """Keep a value, or forget it when it is None; it is on the disk when this returns."""
        if value is None:
            self._change("DELETE FROM kept WHERE n = ? AND name = ?", n, name)
        else:
            self._change("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", n, name, json.dumps(value))

    def forget(self, n: int) -> None:
        """Forget all that was kept of an item: it begins anew."""
        self._change("DELETE FROM kept WHERE n = ?", n)

    def _set(self, item: Item, state: str, attempts: int) -> None:
        change = "UPDATE items SET state = ?, attempts = ? WHERE n = ?"
        self._change(change, state, max(0, attempts), item.n)

    def _one(self, query: str, *values: object) -> tuple[Any, ...] | None:
        with _named(), self._alone:
            row: tuple[Any, ...] | None = self._db.execute(query, values).fetchone()
            return row

    def _all(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with _named(), self._alone:
            return self._db.execute(query, values).fetchall()

    def _change(self, statement: str, *values: object) -> int:
        with _named(), self._alone:
            return self._db.execute(statement, values).rowcount

    @contextlib.contextmanager
    def _together(self) -> Iterator[None]:
        with _named():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")


_GIVE_BACK = "UPDATE items SET state = 'again', attempts = attempts - 1 WHERE state = 'running'"
"""That their process ended is not the items' fault: it counts as no attempt."""

_LEAVE = "DELETE FROM items WHERE row = ? AND state = 'waiting' AND attempts = 0"


class Draft:
    """A journal that is being written: it gets its name when it is whole."""

    def __init__(self, path: Path) -> None:
        """Write beside `path`."""
        self._path, self._temporary = path, path.with_suffix(".new")
        self._discard()
        with _named():
            self._db = sqlite3.connect(self._temporary, isolation_level=None)
            # It counts only once it is whole and on the disk.
            self._db.execute("PRAGMA journal_mode = OFF")
            self._db.execute("PRAGMA synchronous = OFF")
            self._db.executescript(_TABLES)
            self._db.execute("BEGIN")

    def add(self, item: Item) -> None:
        """Add an item."""
        with _named():
            self._db.execute(_ADD, item._asdict())

    def publish(self, facts: Mapping[str, str], leave_out: Iterable[int]) -> None:
        """Give the journal its name; it is on the disk when this returns."""
        with _named():
            self._db.executemany(_LEAVE, ((row,) for row in leave_out))
            rows = {"version": str(VERSION), **facts}
            self._db.executemany("INSERT INTO meta VALUES (?, ?)", rows.items())
            self._db.execute("COMMIT")
            self._db.close()
            handle = os.open(self._temporary, os.O_RDWR)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
            self._temporary.replace(self._path)
            sync_folder(self._path.parent)

    def discard(self) -> None:
        """Leave nothing behind."""
        with contextlib.suppress(sqlite3.Error):
            self._db.close()
        self._discard()

    def _discard(self) -> None:
        with contextlib.suppress(OSError):
            self._temporary.unlink(missing_ok=True)


def _line(row: tuple[Any, ...]) -> Line:
    """Read a whole row: its columns stand in the order of the fields of an item and its line."""
    *item, state, attempts, result = row
    return Line(Item(*item), state, attempts, json.loads(result) if result else {})


@contextlib.contextmanager
def _named() -> Iterator[None]:
    """Turn what SQLite and the disk raise into failures of ours."""
    try:
        yield
    except OSError as error:
        raise disk_error(error, "output_unusable") from error
    except sqlite3.Error as error:
        full = "full" in str(error)
        raise SkillError("disk_full" if full else "batch_unusable") from error
