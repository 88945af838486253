"""Time limits that a trickle of bytes does not move: a server that drips is never silent.

Sockets bound silence. What bounds the whole is a timer that ends the connection under a blocked
read; closing it from another thread would not wake the reader.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakSet

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool


@contextmanager
def alarm(seconds: float, ring: Callable[[], object]) -> Iterator[None]:
    """Call `ring` when the block takes longer, in another thread.

    Raises:
        TimeoutError: it rang; whatever the block came to by then may be half of something.
    """
    rung = threading.Event()

    def end() -> None:
        rung.set()
        with contextlib.suppress(OSError, ValueError, RuntimeError):  # it has just ended by itself
            ring()

    timer = threading.Timer(min(seconds, threading.TIMEOUT_MAX), end)
    timer.daemon = True
    timer.start()
    try:
        yield
    except Exception as error:
        if rung.is_set():
            raise TimeoutError from error
        raise
    finally:
        timer.cancel()
    if rung.is_set():
        raise TimeoutError


class Connections:
    """The connections of one session, known from their first byte on."""

    def __init__(self) -> None:
        """Begin with none."""
        self._open: WeakSet[HTTPConnection] = WeakSet()

    def pools(self) -> dict[str, Any]:
        """Return what a pool manager makes its pools of, by scheme."""
        known = self._open

        class Plain(HTTPConnection):
            def connect(self) -> None:
                known.add(self)  # before a proxy is asked, which may drip as well
                super().connect()

        class Encrypted(HTTPSConnection):
            def connect(self) -> None:
                known.add(self)
                super().connect()

        return {
            "http": type("Pool", (HTTPConnectionPool,), {"ConnectionCls": Plain}),
            "https": type("SecurePool", (HTTPSConnectionPool,), {"ConnectionCls": Encrypted}),
        }

    def end(self) -> None:
        """End all of them, whoever reads there."""
        for connection in list(self._open):
            if connection.sock is not None:
                with contextlib.suppress(OSError):
                    connection.sock.shutdown(socket.SHUT_RDWR)
