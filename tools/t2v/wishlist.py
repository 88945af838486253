"""What the user asked of the film that a session is about, kept until something is exported."""

from __future__ import annotations

from typing import NamedTuple

from t2v import wishes
from t2v.draft import Timeline
from t2v.records import record
from t2v.store import Store
from t2v.wishes import Wishes


class Asked(NamedTuple):
    """Wishes, and the session that they are about."""

    session_id: str
    duration_s: float | None = None
    aspect: str = ""

    @property
    def wishes(self) -> Wishes:
        """The wishes alone."""
        return Wishes(self.duration_s, self.aspect)


class Wishlist:
    """The wishes of one project."""

    def __init__(self, store: Store, key: str) -> None:
        """Keep them under the project's key."""
        self._store, self._key = store, key

    def ask(self, session_id: str, words: str) -> None:
        """Take what a film's description asks for; a session's first description counts."""
        if self._of(session_id) is None:
            self._keep(Asked(session_id, *wishes.read(words)))

    def changed(self, session_id: str, before: Timeline, after: Timeline) -> None:
        """Forget what an edit has overruled: the timeline then says what is wanted."""
        asked = self._of(session_id)
        if asked is None or not before.ready:
            return
        if before.duration_ms != after.duration_ms:
            asked = asked._replace(duration_s=None)
        if before.aspect != after.aspect:
            asked = asked._replace(aspect="")
        self._keep(asked)

    def of(self, session_id: str) -> Wishes:
        """Return what was asked of the session's film; nothing for a session that nobody told."""
        asked = self._of(session_id)
        return asked.wishes if asked else Wishes()

    def _of(self, session_id: str) -> Asked | None:
        asked = record(Asked, self._store.wishes(self._key))
        return asked if asked and asked.session_id == session_id else None

    def _keep(self, asked: Asked) -> None:
        self._store.keep_wishes(self._key, asked._asdict())
