"""A peer that breaks the rules: a proxy before a healthy service, and what it does to the bytes.

A request goes through to the service unless its endpoint has a fault; then the fault's steps have
the connection. What they do is done on the socket itself, so that no library makes it any better.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from typing import TypeAlias

from t2v.endpoints import Endpoint
from tests.scripted_service import ScriptedService, matches

BLOCK = 65_536
PATIENCE_S = 20.0
"""After this long a connection that nobody ended is given up; a test has failed by then."""


@dataclass(slots=True)
class Call:
    """A request on its way: the connection, what came over it, and where the service is."""

    sock: socket.socket
    method: str
    path: str
    head: bytes
    headers: Message
    service: tuple[str, int]
    stop: threading.Event
    body: bytearray = field(default_factory=bytearray)

    def read_body(self, most: int = 1 << 40) -> None:
        """Take the body, or so many bytes of it."""
        length = min(int(self.headers["Content-Length"] or 0), most)
        while len(self.body) < length:
            block = self.sock.recv(min(BLOCK, length - len(self.body)))
            if not block:
                return
            self.body += block


Step: TypeAlias = Callable[[Call], None]


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to a request: step by step, and at the end the connection is closed.

    `takes` is how many bytes of the body are read before the first step.
    """

    steps: tuple[Step, ...]
    takes: int = 1 << 40


def fault(*steps: Step, takes: int = 1 << 40) -> Fault:
    """Return the fault that consists of these steps."""
    return Fault(steps, takes)


def say(data: bytes) -> Step:
    """Send bytes as they are."""
    return lambda call: call.sock.sendall(data)


def dribble(data: bytes, pieces: int = 1, every_s: float = 0.05) -> Step:
    """Send bytes a few at a time, each in time for a limit on silence."""

    def step(call: Call) -> None:
        for at in range(0, len(data), pieces):
            call.sock.sendall(data[at : at + pieces])
            if call.stop.wait(every_s):
                return

    return step


def endless(data: bytes, every_s: float = 0.0) -> Step:
    """Send the same bytes until the other side leaves."""

    def step(call: Call) -> None:
        while not call.stop.wait(every_s):
            call.sock.sendall(data)

    return step


def hold(call: Call) -> None:
    """Say nothing, and keep the connection until the other side leaves."""
    end = time.monotonic() + PATIENCE_S
    call.sock.settimeout(0.05)
    while not call.stop.is_set() and time.monotonic() < end:
        with contextlib.suppress(TimeoutError):
            if not call.sock.recv(BLOCK):
                return


def deaf(call: Call) -> None:
    """Read nothing more, and keep the connection."""
    call.stop.wait(PATIENCE_S)


def reset(call: Call) -> None:
    """Break the connection with RST: lingering for no time makes close() send it."""
    call.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    call.sock.close()


def relay(most: int = 1 << 40) -> Step:
    """Let the service act, wait for its whole answer, and pass on so many bytes of it."""

    def step(call: Call) -> None:
        with socket.create_connection(call.service) as upstream:
            upstream.sendall(_alone(call.head) + call.body)
            upstream.shutdown(socket.SHUT_WR)
            left, head = most, True
            while block := upstream.recv(BLOCK):
                if head:  # what follows on this connection would not be answered
                    block = block.replace(b"\r\n", b"\r\nConnection: close\r\n", 1)
                block, head = block[:left], False
                left -= len(block)
                call.sock.sendall(block)

    return step


def tunnel(port: int) -> Step:
    """Be a proxy: carry what the client and a port of this computer tell each other."""

    def step(call: Call) -> None:
        with socket.create_connection(("127.0.0.1", port)) as other:
            call.sock.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
            threading.Thread(target=_carry, args=(other, call.sock), daemon=True).start()
            _carry(call.sock, other)

    return step


def _carry(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while block := source.recv(BLOCK):
            target.sendall(block)
        target.shutdown(socket.SHUT_WR)


def _alone(head: bytes) -> bytes:
    """Return the head of a request that is the only one of its connection."""
    return head.replace(b"Connection: keep-alive\r\n", b"Connection: close\r\n")


@dataclass(slots=True)
class Peer:
    """Listens on loopback. `seen` holds every request that came, the faulty ones too.

    `met` counts connections: with TLS there can be some without a request.
    """

    service: ScriptedService
    tls: ssl.SSLContext | None = None
    met: int = 0
    seen: list[Call] = field(default_factory=list)
    _faults: dict[Endpoint, list[Fault]] = field(default_factory=dict)
    _stop: threading.Event = field(default_factory=threading.Event)
    _listener: socket.socket = field(init=False)

    def __post_init__(self) -> None:
        """Begin to listen."""
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._listener.getsockname()[1])

    @property
    def url(self) -> str:
        """The base address."""
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}"

    def on(self, endpoint: Endpoint, *faults: Fault) -> None:
        """Do this to the endpoint's requests, one after the other; the last one stays."""
        self._faults[endpoint] = list(faults)

    def calls(self, endpoint: Endpoint) -> list[Call]:
        """Return the endpoint's requests."""
        return [call for call in self.seen if matches(endpoint, call)]

    def close(self) -> None:
        """Stop, and let go of whoever waits."""
        self._stop.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _serve(self) -> None:
        while not self._stop.is_set():
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            self.met += 1
            threading.Thread(target=self._answer, args=(sock,), daemon=True).start()

    def _answer(self, sock: socket.socket) -> None:
        # The client has heard enough, or speaks no TLS: that is what these tests are about.
        with sock, contextlib.suppress(OSError, ValueError):
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self.tls is None:
                self._handle(sock)
                return
            with self.tls.wrap_socket(sock, server_side=True) as safe:
                self._handle(safe)

    def _handle(self, sock: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            block = sock.recv(1)  # the body stays where it is
            if not block:
                return
            head += block
        line, _, rest = head.partition(b"\r\n")
        method, path, _ = line.decode().split(" ", 2)
        place = ("127.0.0.1", int(self.service.url.rpartition(":")[2]))
        headers = BytesParser().parsebytes(rest)
        call = Call(sock, method, path, head, headers, place, self._stop)
        self.seen.append(call)
        chosen = self._chosen(call)
        call.read_body(chosen.takes)
        for step in chosen.steps:
            step(call)

    def _chosen(self, call: Call) -> Fault:
        for endpoint, faults in self._faults.items():
            if matches(endpoint, call):
                return faults.pop(0) if len(faults) > 1 else faults[0]
        return Fault((relay(),))
