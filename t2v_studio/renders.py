"""Render jobs: written down before anything is drawn, and found again after a crash."""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Row
from typing import Any

from t2v.clock import Clock
from t2v.disk import private_folder
from t2v_studio.accounts import Account
from t2v_studio.answers import Refusal
from t2v_studio.database import Database

UNKNOWN_RENDER = 404
_MAX_ATTEMPTS = 3
"""A film that takes the whole process down with it is not tried for ever."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Render:
    """One job. `key` is ours and names the file; `id` is the client's."""

    key: str
    id: str
    account: str
    session: str
    draft: Mapping[str, Any]
    container: str
    quality: str
    fps: int | None
    imprint: str
    """What its film depends on, see `imprint`."""
    status: str
    progress: float
    error: str
    facts: Mapping[str, Any]

    @property
    def file_name(self) -> str:
        """How the file is called where it lies."""
        return f"{self.key}.{self.container}"


class Renders:
    """The journal of all jobs, and where their files lie."""

    def __init__(self, database: Database, home: Path, clock: Clock) -> None:
        """Make the folder."""
        self._database = database
        self._clock = clock
        self.folder = private_folder(home / "renders")

    def path(self, render: Render) -> Path:
        """Return where a job's finished file lies."""
        return self.folder / render.file_name

    def add(  # noqa: PLR0913 - the columns of one row, by name
        self,
        account: Account,
        render_id: str,
        *,
        session: str,
        draft: Mapping[str, Any],
        container: str,
        quality: str,
        fps: int | None,
        imprint: str,
    ) -> Render:
        """Write a job down; the same id again is the same job, whatever else the call says."""
        self._database.change(
            "INSERT OR IGNORE INTO renders"
            " (key, id, account, session, draft, container, quality, fps, imprint, status, created)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?)",
            f"rnd_{uuid.uuid4().hex}",
            render_id,
            account.id,
            session,
            json.dumps(draft),
            container,
            quality,
            fps,
            imprint,
            self._clock.now(),
        )
        return self.get(account, render_id)

    def get(self, account: Account, render_id: str) -> Render:
        """Return an account's job.

        Raises:
            Refusal: 404 when there is none.
        """
        row = self._database.row(
            "SELECT * FROM renders WHERE account = ? AND id = ?", account.id, render_id
        )
        return _render(_found(row))

    def by_key(self, key: str) -> Render:
        """Return a job by our own name for it, for links that were signed here."""
        return _render(_found(self._database.row("SELECT * FROM renders WHERE key = ?", key)))

    def waiting(self) -> int:
        """Return how many jobs are not done."""
        row = self._database.row(
            "SELECT COUNT(*) AS jobs FROM renders WHERE status IN ('pending', 'processing')"
        )
        return int(row["jobs"]) if row else 0

    def take(self) -> Render | None:
        """Begin the job that has waited longest."""
        with self._database.transaction():
            row = self._database.row(
                "SELECT * FROM renders WHERE status = 'pending' ORDER BY created, rowid"
            )
            if row is None:
                return None
            self._database.change(
                "UPDATE renders SET status = 'processing', attempts = attempts + 1 WHERE key = ?",
                row["key"],
            )
        return _render(row)

    def reuse(self, render: Render) -> bool:
        """Complete a job with a film that the account has already, if there is the same one."""
        with self._database.transaction():
            rows = self._database.rows(
                "SELECT * FROM renders WHERE account = ? AND imprint = ? AND status = 'completed'"
                " ORDER BY ended DESC",
                render.account,
                render.imprint,
            )
            for twin in map(_render, rows):
                if _linked(self.path(twin), self.path(render)):
                    self.complete(render, twin.facts)
                    return True
        return False

    def report(self, render: Render, progress: float) -> None:
        """Write down how far a job is, from 0 to 1."""
        self._database.change("UPDATE renders SET progress = ? WHERE key = ?", progress, render.key)

    def complete(self, render: Render, facts: Mapping[str, Any]) -> None:
        """Write down that the file is there, and what it is."""
        self._end(render, "completed", "", facts)

    def fail(self, render: Render, reason: str) -> None:
        """Write down why there is no file."""
        self._end(render, "failed", reason, {})

    def put_back(self, render: Render) -> None:
        """Let a job wait again that was stopped through no fault of its own."""
        self._database.change(
            "UPDATE renders SET status = 'pending', attempts = attempts - 1 WHERE key = ?",
            render.key,
        )

    def recover(self, at_work: Collection[str]) -> None:
        """Queue again what a process that died was rendering, unless it dies of it each time.

        Args:
            at_work: the keys of jobs that are being made and need no help.
        """
        lost = "status = 'processing' AND key NOT IN (SELECT value FROM json_each(?))"
        self._database.change(
            "UPDATE renders SET status = 'failed', error = 'interrupted', ended = ?"  # noqa: S608 - our own words
            f" WHERE {lost} AND attempts >= ?",
            self._clock.now(),
            json.dumps(list(at_work)),
            _MAX_ATTEMPTS,
        )
        self._database.change(
            f"UPDATE renders SET status = 'pending', progress = 0 WHERE {lost}",  # noqa: S608 - same
            json.dumps(list(at_work)),
        )

    def _end(self, render: Render, status: str, error: str, facts: Mapping[str, Any]) -> None:
        self._database.change(
            "UPDATE renders SET status = ?, error = ?, facts = ?, progress = ?, ended = ?"
            " WHERE key = ?",
            status,
            error,
            json.dumps(facts),
            float(status == "completed"),
            self._clock.now(),
            render.key,
        )


def _linked(film: Path, name: Path) -> bool:
    """Give a finished film a second name; False when it is not there any more."""
    try:
        name.unlink(missing_ok=True)
        try:
            name.hardlink_to(film)
        except OSError:  # a disk that knows no second names
            shutil.copyfile(film, name)
    except OSError:
        return False
    return True


def _found(row: Row | None) -> Row:
    if row is None:
        raise Refusal(UNKNOWN_RENDER, "There is no such render.")
    return row


def _render(row: Row) -> Render:
    return Render(
        key=row["key"],
        id=row["id"],
        account=row["account"],
        session=row["session"],
        draft=json.loads(row["draft"]),
        container=row["container"],
        quality=row["quality"],
        fps=row["fps"],
        imprint=row["imprint"],
        status=row["status"],
        progress=row["progress"],
        error=row["error"],
        facts=json.loads(row["facts"]),
    )
