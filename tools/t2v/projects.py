"""The project on the backend: its session, its state, and what happens when it is gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from t2v.account import Account
from t2v.client import Client
from t2v.clock import Clock
from t2v.draft import Timeline
from t2v.endpoints import CREATE_SESSION, STATE
from t2v.errors import SkillError
from t2v.jobs import JOBS
from t2v.store import Session, Store
from t2v.wire import data_of, identifier

DEFAULT_LANGUAGE = "en"


class Projects:
    """The session of one skill on one backend; the tools of a skill share it."""

    def __init__(
        self, store: Store, client: Client, account: Account, clock: Clock, key: str
    ) -> None:
        """Keep the session under `key`, apart from those of other skills and backends."""
        self._store, self._client, self._account, self._clock = store, client, account, clock
        self.key = key

    @property
    def current(self) -> Session | None:
        """The session that is remembered, if any."""
        return self._store.session(self.key)

    def require(self) -> Session:
        """Return the session, of an account that is there: none is made only to look at a project.

        Raises:
            SkillError: `no_session` when there is no session, or no token for it.
        """
        session = self.current
        if session is None or not self._account.known:
            raise SkillError("no_session")
        return session

    def ensure(self, language: str | None = None) -> Session:
        """Return the session, and make one where there is none."""
        return self.current or self.create(language)

    def create(self, language: str | None = None) -> Session:
        """Make a new session and remember it."""
        body = {"task_name": "project", "language": language or DEFAULT_LANGUAGE}
        data = data_of(
            self._account.with_token(lambda: self._client.call(CREATE_SESSION, json=body))
        )
        task_id = identifier(data.get("task_id"))
        session = Session(
            session_id=identifier(data.get("session_id")),
            task_id=task_id,
            bind_id=identifier(data.get("bind_id") or data.get("bind") or task_id),
            language=body["language"],
            created_at=self._clock.now(),
        )
        self._store.keep_session(self.key, session)
        return session

    def state(self, session: Session) -> Mapping[str, Any]:
        """Return the session's latest state, as the backend wrote it."""
        call = self._account.with_token
        data = data_of(call(lambda: self._client.call(STATE, session=session.session_id)))
        state = data.get("state", data)
        return state if isinstance(state, dict) else {}

    def timeline(self, session: Session) -> Timeline:
        """Return what is in the timeline now."""
        return Timeline.from_state(self.state(session))

    @contextmanager
    def within(self, session: Session) -> Iterator[None]:
        """Do what needs the session; when it turns out to be gone, there is a new one.

        Raises:
            SkillError: `session_lost`, once the new session is there.
        """
        try:
            yield
        except SkillError as error:
            if error.code != "session_lost":
                raise
            lost = self.replace_lost(session)
            lost.charged = error.charged
            raise lost from error

    def replace_lost(self, session: Session) -> SkillError:
        """Make a new session for one that is gone, and return the failure that says so.

        What was asked for is not repeated: it may have been an edit of the timeline that is gone.
        """
        self._store.keep_session(self.key, None)
        for kind in JOBS:
            self._store.keep_job(self.key, kind, None)
        self.create(session.language)
        return SkillError("session_lost")
