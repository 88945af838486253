"""Requests by hand, byte by byte, for what no HTTP library would send."""

from __future__ import annotations

import itertools
import re
import socket
import time
from collections.abc import Iterator

from t2v.endpoints import CREATE_SESSION
from tests.running_studio import RunningStudio

BLOCK = b"x" * 65_536
PATIENCE_S = 10.0
"""After this long a test has failed: the studio's own deadlines are set far below it."""


def connect(api: RunningStudio) -> socket.socket:
    """Return a connection to the studio."""
    return socket.create_connection(_place(api), timeout=PATIENCE_S)


def raw(api: RunningStudio, data: bytes) -> bytes:
    """Send bytes as they are, and return the answer's bytes up to its end."""
    with connect(api) as sock:
        sock.sendall(data)
        return b"".join(iter(lambda: sock.recv(65_536), b""))


def request(
    api: RunningStudio,
    *headers: str,
    method: str = "POST",
    path: str = CREATE_SESSION.path,
    body: bytes = b"",
    ends: bool = True,
) -> bytes:
    """Return the bytes of a request, for a new session by default, with the owner's token.

    Args:
        api: the studio.
        headers: further ones; `{host}` is the studio's own.
        method: of HTTP.
        path: what is asked for.
        body: as it is.
        ends: whether it is this connection's last request.
    """
    lines = [
        f"{method} {path} HTTP/1.1",
        f"Authorization: Bearer {api.token}",
        "Content-Type: application/json",
        *(["Connection: close"] if ends else []),
        *(header.replace("{host}", api.url.removeprefix("http://")) for header in headers),
    ]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def next_answer(sock: socket.socket) -> bytes:
    """Read one answer to its end, in however many pieces it comes."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += sock.recv(65_536)
    head, _, body = data.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: (\d+)", head)
    while length and len(body) < int(length[1]):
        body += sock.recv(65_536)
    return head + b"\r\n\r\n" + body


def status_of(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def is_hung_up(sock: socket.socket) -> bool:
    """Wait for the other side to do or say something; tell whether it was the end."""
    try:
        return sock.recv(1) == b""
    except ConnectionError:
        return True


def drip(sock: socket.socket, data: Iterator[bytes], pause_s: float) -> float:
    """Send piece after piece until the other side hangs up; return how long it stood that.

    Raises:
        AssertionError: when it stands that for ever.
    """
    began = time.monotonic()
    for piece in data:
        assert time.monotonic() - began < PATIENCE_S, "nobody hung up"
        try:
            sock.sendall(piece)
        except ConnectionError:
            break
        time.sleep(pause_s)
    return time.monotonic() - began


def endless(piece: bytes) -> Iterator[bytes]:
    """Yield the same bytes for ever."""
    return itertools.repeat(piece)


def chunk(data: bytes) -> bytes:
    """Return one chunk of a chunked body."""
    return b"%x\r\n%b\r\n" % (len(data), data)


def _place(api: RunningStudio) -> tuple[str, int]:
    host, port = api.url.removeprefix("http://").split(":")
    return host, int(port)
