"""Whose credits are used: the user's own token, the studio's, or a free anonymous one.

The service gives a computer one anonymous token in 7 days. So it is asked for only when a video is
wanted, only when it can be kept, and never while one that the service still takes is known.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any, NamedTuple, TypeVar

from t2v.backend import Backend, Owner
from t2v.client import Client
from t2v.clock import Clock
from t2v.endpoints import ANONYMOUS_TOKEN, CLAIM_TOKEN, CREDITS
from t2v.errors import SkillError
from t2v.progress import Progress
from t2v.report import Next
from t2v.secret import Secret
from t2v.store import KeptToken, Session, Store
from t2v.wire import data_of, identifier

MOST = 10**12
"""Credits that an account can have; a longer number is a message."""

_Result = TypeVar("_Result")


class Credits(NamedTuple):
    """The balance. `frozen` is reserved by work that is going on."""

    available: int
    frozen: int
    total: int


class Account:
    """The token of this run, and what may be asked about the account."""

    def __init__(  # noqa: PLR0913 - the parts of a run that an account needs
        self,
        backend: Backend,
        store: Store,
        client: Client,
        clock: Clock,
        progress: Progress,
        *,
        asking: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        """Use the backend's token; nobody is asked for one yet.

        `asking` is what a request for a token is made within: the week's only one.
        """
        self.backend = backend
        self._asking = asking
        self._store, self._client = store, client
        self._clock, self._progress = clock, progress
        client.token = backend.token

    @property
    def known(self) -> bool:
        """Whether there is a token to work with."""
        return self._client.token is not None

    @property
    def age_days(self) -> float | None:
        """Days since the anonymous token was given out; None for other tokens."""
        kept = self._store.token(self.backend.key)
        if self.backend.owner is not Owner.ANONYMOUS or kept is None:
            return None
        return round(kept.age_days(self._clock.now()), 2)

    def ensure(self) -> None:
        """Get a free token when there is none at all."""
        if not self.known:
            self._acquire(refused=None)

    def with_token(self, action: Callable[[], _Result]) -> _Result:
        """Run an action that calls the API; renew a refused anonymous token once and go on.

        A call that was refused with 1001 did nothing, so it is safe to repeat. The user's own token
        is never replaced.
        """
        self.ensure()
        used = self._client.token
        try:
            return action()
        except SkillError as error:
            if error.code != "token_expired" or self.backend.owner is not Owner.ANONYMOUS:
                raise
            self._acquire(refused=used)
            return action()

    def credits(self) -> Credits:
        """Ask for the balance, for which a free token is asked for where there is none."""
        return self.with_token(self.balance)

    def balance(self, *, tries: int = CREDITS.tries) -> Credits:
        """Ask for the balance with the token that there is."""
        data = data_of(self._client.call(CREDITS._replace(tries=tries)))
        available, frozen = (_whole(data.get(name)) for name in ("available", "frozen"))
        if available is None:
            raise SkillError("bad_response", "The balance has no number of credits.")
        total = _whole(data.get("total"))
        return Credits(
            available, frozen or 0, available + (frozen or 0) if total is None else total
        )

    def working(self) -> bool:
        """Whether credits are reserved, which they are while the agent works."""
        return self.credits().frozen > 0

    def claim_link(self, session: Session) -> str | None:
        """Return the link that opens the project in a browser; None where the service has none.

        The link carries a claim token, never the API token. The studio's projects are on this
        computer only: the web knows nothing of them.
        """
        if self.backend.owner is Owner.STUDIO:
            return None
        body = {"task_id": session.task_id, "session_id": session.session_id}
        try:
            answer = self.with_token(lambda: self._client.call(CLAIM_TOKEN, json=body))
            token = identifier(data_of(answer).get("claim_token"))
        except SkillError as error:
            if error.code in ("bad_request", "bad_response", "backend_error"):
                return None  # only some versions of the service know this call
            raise
        return f"{self.backend.web_url}/workspace/claim?ct={token}"

    def registration_link(self, session: Session | None) -> str | None:
        """Return where a free account becomes one's own, with its project; None for others."""
        if self.backend.owner is not Owner.ANONYMOUS or session is None:
            return None
        return f"{self.backend.web_url}/register?bind={session.bind_id}"

    def out_of_credits(self, error: SkillError, session: Session | None) -> SkillError:
        """Return `no_credits` with the way out: a registration link, or topping up."""
        link = self.registration_link(session)
        if link is None:
            return error
        return SkillError(
            "no_credits",
            f"{error.detail or 'The free credits are used up.'} Registering adds more.",
            next=(Next.SHOW_REGISTRATION_LINK,),
            data={**error.data, "link": link},
            external=error.external,
        )

    def _acquire(self, refused: Secret | None) -> None:
        """Ask for an anonymous token, unless another tool got one while we waited."""
        with self._store.only_one("anonymous-token", wait=True):
            kept = self._store.token(self.backend.key)
            if kept is None or kept.secret() == refused:
                self._store.require_writable()
                self._progress.say("Getting a free token...")
                client_id = self._store.client_id(self.backend.client_id)
                with self._asking():
                    answer = self._client.call(ANONYMOUS_TOKEN, headers={"X-Client-Id": client_id})
                    token = data_of(answer).get("token")
                    kept = KeptToken(token=_token(token), obtained_at=self._clock.now())
                    self._store.keep_token(self.backend.key, kept)
            self._client.token = kept.secret()


def _token(value: Any) -> str:  # noqa: ANN401 - whatever the backend sent
    """Return the token that the backend gave, if it is one."""
    if not isinstance(value, str):
        raise SkillError("bad_response", "The service gave no token.")
    return Secret(value).reveal()


def _whole(value: Any) -> int | None:  # noqa: ANN401 - whatever the backend sent
    """Return a number of credits; some services write them as text."""
    try:
        number = int(float(value))
    except (TypeError, ValueError, OverflowError):
        return None
    return number if abs(number) <= MOST else None
