"""How fast a batch goes: when the service asks to slow down, all of its items do."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from t2v.client import Client
from t2v.clock import Clock
from t2v.endpoints import Endpoint
from t2v.sessions import Response
from t2v.wire import retry_after

FIRST_S, LONGEST_S = 5.0, 300.0
"""Pauses where nobody says how long: the first, and the longest they grow to."""

MOST_ASKED_S = 3600.0
"""What a service may ask for; an hour on, one request finds out more."""

PATIENCE = 10
"""Troubles in a row, with nothing done in between, after which the batch stops by itself."""


class Pace:
    """The gate that every request of a batch goes through."""

    def __init__(self, clock: Clock) -> None:
        """Begin with the gate open."""
        self._clock, self._lock = clock, threading.Lock()
        self._until = 0.0
        self._troubles = 0

    def turn(self) -> None:
        """Wait until the gate is open."""
        while (left := self._until - self._clock.monotonic()) > 0:
            self._clock.sleep(min(left, 1.0))

    def slow(self, seconds: float | None = None) -> None:
        """Close the gate for that long, or for longer each time where nobody says for how long."""
        with self._lock:
            own = min(LONGEST_S, FIRST_S * 2**self._troubles)
            pause = own if seconds is None else min(seconds, MOST_ASKED_S)
            self._until = max(self._until, self._clock.monotonic() + pause)

    @property
    def open(self) -> bool:
        """Whether a request may go out now."""
        return self._clock.monotonic() >= self._until

    def trouble(self, seconds: float | None = None) -> bool:
        """Slow down after trouble; return whether it is time to give up."""
        self.slow(seconds)
        with self._lock:
            self._troubles += 1
            return self._troubles >= PATIENCE

    def fine(self) -> None:
        """Remember that something went well."""
        with self._lock:
            self._troubles = 0


class PacedClient(Client):
    """A client that waits for its turn, and closes the gate for all when it is told to slow."""

    def __init__(self, pace: Pace, *parts: Any, **options: Any) -> None:
        """Go through `pace`; the rest is the client's own."""
        super().__init__(*parts, **options)
        self._pace = pace

    @contextmanager
    def open(self, endpoint: Endpoint, **parts: Any) -> Iterator[Response]:
        """Send the request once, when it is its turn, and yield the response."""
        self._pace.turn()
        with super().open(endpoint, **parts) as response:
            if response.status_code == 429:
                self._pace.slow(retry_after(response.headers.get("Retry-After"), self._clock.now()))
            yield response
