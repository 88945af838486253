"""Sessions: what each user asked for, as the list of edits that makes the film."""

from __future__ import annotations

import json
import secrets
import uuid
from dataclasses import dataclass
from sqlite3 import Row
from typing import Any

from t2v.clock import Clock
from t2v_studio.accounts import Account, digest
from t2v_studio.answers import Refusal
from t2v_studio.database import Database

UNKNOWN_SESSION = 1002
CLAIM_S = 604_800
"""How long a claim token lives: a week, as the hosted service says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One conversation about one film. `edits` is the director's own JSON."""

    id: str
    account: str
    task: str
    language: str
    edits: tuple[Any, ...]
    created: float
    used: float


class Sessions:
    """All sessions. Nobody learns whether a session of somebody else exists."""

    def __init__(self, database: Database, clock: Clock, most: int) -> None:
        """Keep what sessions are written with, and how many an account may have."""
        self._database = database
        self._clock = clock
        self._most = most

    def create(self, account: Account, name: str, language: str) -> Session:
        """Open a session, and return it; of too many, those go that were not used for longest."""
        self._forget_least_used(account)
        session_id = str(uuid.uuid4())
        now = self._clock.now()
        self._database.change(
            "INSERT INTO sessions (id, account, task, name, language, edits, created, used)"
            " VALUES (?, ?, ?, ?, ?, '[]', ?, ?)",
            session_id,
            account.id,
            str(uuid.uuid4()),
            name,
            language,
            now,
            now,
        )
        return self.get(account, session_id)

    def get(self, account: Account, session_id: str) -> Session:
        """Return an account's session.

        Raises:
            Refusal: 1002 when there is none, or when it is not the account's.
        """
        row = self._database.row(
            "SELECT * FROM sessions WHERE id = ? AND account = ?", session_id, account.id
        )
        if row is None:
            raise Refusal(UNKNOWN_SESSION)
        return _session(row)

    def add_edits(self, session_id: str, edits: tuple[Any, ...]) -> None:
        """Append edits to what the session holds."""
        with self._database.transaction():
            row = self._database.row("SELECT edits FROM sessions WHERE id = ?", session_id)
            if row is None:
                raise Refusal(UNKNOWN_SESSION)
            self._database.change(
                "UPDATE sessions SET edits = ?, used = ? WHERE id = ?",
                json.dumps([*json.loads(row["edits"]), *edits]),
                self._clock.now(),
                session_id,
            )

    def touch(self, session_id: str) -> None:
        """Remember that the session is in use."""
        self._database.change(
            "UPDATE sessions SET used = ? WHERE id = ?", self._clock.now(), session_id
        )

    def claim(self, session_id: str) -> str:
        """Return a token that opens the session in a browser, without being the API token."""
        token = f"clm_{secrets.token_urlsafe(24)}"
        self._database.change(
            "INSERT INTO claims (token_digest, session, expires) VALUES (?, ?, ?)",
            digest(token),
            session_id,
            self._clock.now() + CLAIM_S,
        )
        return token

    def _forget_least_used(self, account: Account) -> None:
        self._database.change(
            "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE account = ?"
            " AND id NOT IN (SELECT session FROM renders WHERE status IN ('pending', 'processing'))"
            " ORDER BY used DESC LIMIT -1 OFFSET ?)",
            account.id,
            self._most - 1,
        )


def _session(row: Row) -> Session:
    return Session(
        id=row["id"],
        account=row["account"],
        task=row["task"],
        language=row["language"],
        edits=tuple(json.loads(row["edits"])),
        created=row["created"],
        used=row["used"],
    )
