"""The studio's memory: one SQLite file, its schema, and transactions that are whole or nothing."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

# One script a version; `user_version` counts those that were applied. Never change an old one.
_MIGRATIONS = (
    """
    CREATE TABLE secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE accounts (
        id TEXT PRIMARY KEY,
        plan TEXT NOT NULL,
        client_id TEXT UNIQUE,
        token_digest TEXT UNIQUE NOT NULL,
        token_expires REAL,              -- NULL: never
        created REAL NOT NULL
    );
    CREATE TABLE ledger (
        operation TEXT PRIMARY KEY,
        account TEXT NOT NULL REFERENCES accounts (id),
        kind TEXT NOT NULL,
        credits INTEGER NOT NULL CHECK (credits >= 0),
        state TEXT NOT NULL CHECK (state IN ('granted', 'frozen', 'charged', 'returned')),
        opened REAL NOT NULL,
        settled REAL
    );
    CREATE INDEX ledger_by_account ON ledger (account, state);
    CREATE TABLE sessions (
        id TEXT PRIMARY KEY,
        account TEXT NOT NULL REFERENCES accounts (id),
        task TEXT NOT NULL,
        name TEXT NOT NULL,
        language TEXT NOT NULL,
        edits TEXT NOT NULL,
        created REAL NOT NULL,
        used REAL NOT NULL
    );
    CREATE INDEX sessions_by_use ON sessions (used);
    CREATE TABLE uploads (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        file TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        duration_ms INTEGER NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        size INTEGER NOT NULL,
        created REAL NOT NULL
    );
    CREATE INDEX uploads_by_session ON uploads (session);
    CREATE TABLE claims (
        token_digest TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        expires REAL NOT NULL
    );
    CREATE TABLE renders (
        key TEXT PRIMARY KEY,            -- ours, names the file; `id` is the client's
        id TEXT NOT NULL,
        account TEXT NOT NULL REFERENCES accounts (id),
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        draft TEXT NOT NULL,
        container TEXT NOT NULL,
        quality TEXT NOT NULL,
        status TEXT NOT NULL
            CHECK (status IN ('pending', 'processing', 'completed', 'failed')),
        progress REAL NOT NULL DEFAULT 0,
        attempts INTEGER NOT NULL DEFAULT 0,
        error TEXT NOT NULL DEFAULT '',
        facts TEXT NOT NULL DEFAULT '{}',
        created REAL NOT NULL,
        ended REAL,
        UNIQUE (account, id)
    );
    CREATE INDEX renders_by_status ON renders (status, created);
    """,
    """
    CREATE INDEX sessions_by_account ON sessions (account, used);
    """,
    """
    ALTER TABLE renders ADD COLUMN fps INTEGER;                        -- NULL: the film's own
    ALTER TABLE renders ADD COLUMN imprint TEXT NOT NULL DEFAULT '';
    CREATE INDEX renders_by_imprint ON renders (account, imprint);
    """,
)


class Database:
    """One connection that all threads share, one transaction at a time."""

    def __init__(self, path: Path) -> None:
        """Open the file, and bring its schema up to date."""
        self._lock = threading.RLock()
        path.touch(mode=0o600)  # the files that SQLite makes beside it take over the mode
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("PRAGMA journal_mode = WAL")
        # A killed process loses nothing; a power cut may lose the last moments, never the file.
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._migrate()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for statements that happen together or not at all; may be nested."""
        with self._lock:
            if self._connection.in_transaction:
                yield self._connection
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                with suppress(sqlite3.OperationalError):  # a full disk has ended it already
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        """Return all rows of a query."""
        with self._lock:
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Any) -> sqlite3.Row | None:
        """Return the first row of a query, or None."""
        return next(iter(self.rows(sql, *values)), None)

    def change(self, sql: str, *values: Any) -> int:
        """Run one statement, and return how many rows it changed."""
        with self.transaction() as connection:
            return connection.execute(sql, values).rowcount

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def _migrate(self) -> None:
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        for number, script in enumerate(_MIGRATIONS[version:], version + 1):
            self._connection.executescript(
                f"BEGIN IMMEDIATE; {script} PRAGMA user_version = {number}; COMMIT;"
            )
