"""Download links that need no token: each names one render and a time, and is signed.

They work like a storage service's presigned links, so a plain GET without a header is enough.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from t2v.clock import Clock
from t2v_studio.answers import Refusal
from t2v_studio.database import Database

FOLDER = "/files/"
PATH = FOLDER + "{render}/{expires:int}/{signature}/{name}"
_FORBIDDEN = 403


class Links:
    """Signs links with a key that is made once and kept in the database."""

    def __init__(self, database: Database, clock: Clock, life_s: float) -> None:
        """Find the key, or make it."""
        self._clock = clock
        self._life_s = life_s
        database.change(
            "INSERT OR IGNORE INTO secrets (name, value) VALUES ('links', ?)",
            secrets.token_hex(32),
        )
        row = database.row("SELECT value FROM secrets WHERE name = 'links'")
        self._key = bytes.fromhex(row["value"] if row else "")

    def path(self, render: str, name: str) -> str:
        """Return the path of a link that works from now until it expires."""
        expires = int(self._clock.now() + self._life_s)
        return f"{FOLDER}{render}/{expires}/{self._sign(render, expires)}/{name}"

    def require(self, render: str, expires: int, signature: str) -> None:
        """Accept a link.

        Raises:
            Refusal: 403 when it was not signed here or has expired.
        """
        genuine = hmac.compare_digest(signature.encode(), self._sign(render, expires).encode())
        if not genuine or expires <= self._clock.now():
            raise Refusal(_FORBIDDEN, "This link has expired or was never valid.")

    def _sign(self, render: str, expires: int) -> str:
        message = f"{render}/{expires}".encode()
        digest = hmac.new(self._key, message, hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")
