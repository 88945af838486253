"""HTTP/1.1 as uvicorn speaks it through h11, with an end to patience.

uvicorn waits for ever for a request's headers, for its answer to be read, and for the end of a body
that was refused; a few hundred connections that drip one byte now and then would keep everybody
else out.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEADERS_S = 10.0
"""How long headers may take from the connection, or from their first byte, to their end."""
STALL_S = 60.0
"""How long a client may read nothing of an answer that waits for it."""
LINGER_S = 2.0
"""How long a body may still come after its answer: to hang up at once would lose the answer."""
MOST_CONNECTIONS = 256
"""Each costs a socket and little else. For one more, the one that asks nothing for longest goes."""

_FREE_TO_ANSWER = (h11.IDLE, h11.SEND_RESPONSE)


class PatientProtocol(H11Protocol):
    """Hangs up on whoever does not finish asking, or does not take the answer."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock, and make room."""
        super().connection_made(transport)
        self.since = time.monotonic()
        self._headers = _Timer(self.loop, transport.abort)
        self._stall = _Timer(self.loop, transport.abort)
        self._linger = _Timer(self.loop, transport.abort)
        self._headers.start(HEADERS_S)
        self._make_room()

    def data_received(self, data: bytes) -> None:
        """Stop the clock when headers are whole; start it when more have begun."""
        super().data_received(data)
        if self.conn.their_state is not h11.SEND_BODY:
            self._linger.stop()
        if self.conn.their_state is not h11.IDLE:
            self._headers.stop()
        elif not self._headers.runs:
            self._headers.start(HEADERS_S)

    def on_response_complete(self) -> None:
        """Give the rest of a body that nobody reads any more a moment to end."""
        self.since = time.monotonic()
        super().on_response_complete()
        if self.conn.their_state is h11.SEND_BODY:
            self._linger.start(LINGER_S)

    def send_400_response(self, msg: str) -> None:
        """Answer nonsense; hang up on nonsense behind a request that has its answer already."""
        if self.conn.our_state in _FREE_TO_ANSWER:
            super().send_400_response(msg)
        else:
            self.transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the clocks."""
        self._headers.stop()
        self._linger.stop()
        self.resume_writing()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """Start the other clock: the client's buffers are full."""
        super().pause_writing()
        self._stall.start(STALL_S)

    def resume_writing(self) -> None:
        """Stop the other clock."""
        super().resume_writing()
        self._stall.stop()

    @property
    def asks_nothing(self) -> bool:
        """Whether no request of this connection is being answered."""
        return self.cycle is None or self.cycle.response_complete

    def _make_room(self) -> None:
        """Hang up on who has asked nothing for longest, when there is one too many."""
        others = [one for one in self.connections if isinstance(one, PatientProtocol)]
        open_ = [one for one in others if not one.transport.is_closing()]
        if len(open_) > MOST_CONNECTIONS:
            idle = (one for one in open_ if one.asks_nothing)
            min(idle, key=lambda one: one.since).transport.abort()


class _Timer:
    """Does something unless it is stopped before; can be started again."""

    def __init__(self, loop: asyncio.AbstractEventLoop, action: Callable[[], None]) -> None:
        self._loop = loop
        self._action = action
        self._handle: asyncio.TimerHandle | None = None

    @property
    def runs(self) -> bool:
        return self._handle is not None

    def start(self, seconds: float) -> None:
        self.stop()
        self._handle = self._loop.call_later(seconds, self._action)

    def stop(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
