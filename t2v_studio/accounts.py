"""Who may do what: accounts, their plans and their tokens. Tokens are kept as digests only."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import uuid
from dataclasses import dataclass

from t2v.clock import Clock
from t2v_studio.answers import Refusal
from t2v_studio.database import Database
from t2v_studio.ledger import Ledger
from t2v_studio.settings import Settings

BAD_TOKEN, TOO_MANY = 1001, 429
OWNER = "owner"
_DAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may call. `plan` is a key of the plan table."""

    id: str
    plan: str


class Accounts:
    """All accounts. One person's computer has two kinds: its owner, and anonymous clients."""

    def __init__(
        self, database: Database, ledger: Ledger, settings: Settings, clock: Clock
    ) -> None:
        """Keep what accounts are made with."""
        self._database = database
        self._ledger = ledger
        self._settings = settings
        self._clock = clock
        self._may_export = {OWNER: True, "anonymous": settings.anonymous_export}

    def may_export(self, account: Account) -> bool:
        """Whether the account's plan includes rendering."""
        return self._may_export[account.plan]

    def admit_owner(self, token: str) -> None:
        """Make this start's token the owner's, who keeps sessions and films over restarts."""
        self._database.change(
            "INSERT INTO accounts (id, plan, token_digest, created) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET token_digest = excluded.token_digest",
            OWNER,
            OWNER,
            digest(token),
            self._clock.now(),
        )
        self._ledger.top_up(OWNER, self._settings.owner_credits)

    def by_token(self, token: str) -> Account:
        """Return the account that a bearer token belongs to.

        Raises:
            Refusal: 1001 when the token is unknown or has expired.
        """
        known = digest(token)
        row = self._database.row("SELECT * FROM accounts WHERE token_digest = ?", known)
        # The query has compared already; this compares again in constant time.
        if row is None or not hmac.compare_digest(row["token_digest"], known):
            raise Refusal(BAD_TOKEN)
        if row["token_expires"] is not None and row["token_expires"] <= self._clock.now():
            raise Refusal(BAD_TOKEN)
        return Account(row["id"], row["plan"])

    def anonymous(self, client_id: str) -> tuple[str, Account]:
        """Give a client its token; when the one before has expired, the account goes on.

        Raises:
            Refusal: 429 with Retry-After while the client's token lives, or when too many
                accounts were opened this week.
        """
        token = f"nmv_usr_{secrets.token_urlsafe(32)}"
        with self._database.transaction():
            row = self._database.row("SELECT * FROM accounts WHERE client_id = ?", client_id)
            if row is None:
                account = self._open(client_id, token)
            else:
                self._require_expired(row["token_expires"])
                account = Account(row["id"], row["plan"])
                self._database.change(
                    "UPDATE accounts SET token_digest = ?, token_expires = ? WHERE id = ?",
                    digest(token),
                    self._expiry(),
                    account.id,
                )
            self._ledger.top_up(account.id, self._settings.free_credits)
        return token, account

    def _open(self, client_id: str, token: str) -> Account:
        """Write a new anonymous account."""
        now = self._clock.now()
        week = "SELECT COUNT(*) AS opened, MIN(created) AS first FROM accounts"
        row = self._database.row(
            f"{week} WHERE client_id IS NOT NULL AND created > ?", now - 7 * _DAY_S
        )
        if row is not None and row["opened"] >= self._settings.tokens_per_week:
            raise _too_many(row["first"] + 7 * _DAY_S - now)
        account = Account(f"usr_{uuid.uuid4().hex}", "anonymous")
        self._database.change(
            "INSERT INTO accounts (id, plan, client_id, token_digest, token_expires, created)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            account.id,
            account.plan,
            client_id,
            digest(token),
            self._expiry(),
            now,
        )
        return account

    def _require_expired(self, expires: float) -> None:
        left = expires - self._clock.now()
        if left > 0:
            raise _too_many(left)

    def _expiry(self) -> float:
        return self._clock.now() + self._settings.token_days * _DAY_S


def _too_many(wait_s: float) -> Refusal:
    detail = "A free token was given out within the last 7 days."
    return Refusal(TOO_MANY, detail, headers={"Retry-After": str(max(1, int(wait_s)))})


def digest(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
