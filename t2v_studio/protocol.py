"""HTTP/1.1 as uvicorn speaks it through h11, with an end to patience.

uvicorn waits for ever for a request's headers, and for its answer to be read; a few hundred
connections that drip one byte now and then would keep everybody else out.
"""

from __future__ import annotations

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEADERS_S = 10.0
"""How long headers may take from the connection, or from their first byte, to their end."""


STALL_S = 60.0
"""How long a client may read nothing of an answer that waits for it."""


class PatientProtocol(H11Protocol):
    """Hangs up on whoever does not finish asking, or does not take the answer."""

    _deadline: asyncio.TimerHandle | None = None
    _stall: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock."""
        super().connection_made(transport)
        self._arm()

    def data_received(self, data: bytes) -> None:
        """Stop the clock when headers are whole; start it when more have begun."""
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._disarm()
        elif self._deadline is None:
            self._arm()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the clocks."""
        self._disarm()
        self.resume_writing()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """Start the other clock: the client's buffers are full."""
        super().pause_writing()
        self._stall = self.loop.call_later(STALL_S, self.transport.abort)

    def resume_writing(self) -> None:
        """Stop the other clock."""
        super().resume_writing()
        if self._stall is not None:
            self._stall.cancel()
            self._stall = None

    def _arm(self) -> None:
        self._deadline = self.loop.call_later(HEADERS_S, self.transport.abort)

    def _disarm(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
