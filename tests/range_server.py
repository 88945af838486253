"""A file server that knows ranges, and does wrong what a test tells it to.

It speaks HTTP as nginx and S3 do: ETag, Last-Modified, Range, If-Range, 416. Each fault is for one
request; when the list is used up it behaves.
"""

from __future__ import annotations

import gzip
import socket
import struct
import threading
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from typing import Literal

Framing = Literal["length", "chunked", "close"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What goes wrong with one request. `after` bytes of the body the connection is cut.

    `raw` replaces the whole answer. `dribble` sends the body in pieces of that many bytes.
    """

    after: int | None = None
    reset: bool = False
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    ignore_range: bool = False
    start: int = 0
    """Added to where a part begins, and said so."""
    raw: bytes | None = None
    dribble: int = 0


@dataclass(slots=True, kw_only=True)
class Served:
    """A file, how it is sent, and what will go wrong."""

    body: bytes
    etag: str | None = '"v1"'
    modified: str | None = None
    framing: Framing = "length"
    packed: bool = False
    length: int | None = None
    """The Content-Length to claim instead of the real one."""
    faults: list[Fault] = field(default_factory=list)


class RangeServer:
    """Serves one file at every path on a free port of this computer."""

    def __init__(self, served: Served) -> None:
        """Begin to serve."""
        self.served = served
        self.asked: list[Message] = []
        """The headers of each request, the path under `:path`."""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """The address of the film, signed."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}/film.mp4?sig=secret"

    @property
    def ranges(self) -> list[str | None]:
        """What was asked for, request by request."""
        return [seen["Range"] for seen in self.asked]

    def close(self) -> None:
        """Stop serving."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        with connection.makefile("rb") as reader:
            line = reader.readline().decode()
            head = b"".join(iter(reader.readline, b"\r\n"))
        seen = BytesParser().parsebytes(head)
        seen[":path"] = line.split()[1]
        self.asked.append(seen)
        fault = self.served.faults.pop(0) if self.served.faults else Fault()
        if fault.reset:
            # Lingering for no time makes close() send RST instead of FIN.
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return
        try:
            _send(connection, fault.raw or _reply(self.served, seen, fault), fault)
        except OSError:
            return  # the client has heard enough


def _send(connection: socket.socket, reply: bytes, fault: Fault) -> None:
    head, _, body = reply.partition(b"\r\n\r\n")
    connection.sendall(head + b"\r\n\r\n")
    body = body[: fault.after]
    step = fault.dribble or len(body) or 1
    for at in range(0, len(body), step):
        connection.sendall(body[at : at + step])


def _reply(served: Served, seen: Message, fault: Fault) -> bytes:
    body = gzip.compress(served.body, mtime=0) if served.packed else served.body
    total = len(body)
    headers = [("Content-Encoding", "gzip")] if served.packed else []
    headers += [("ETag", served.etag)] if served.etag else []
    headers += [("Last-Modified", served.modified)] if served.modified else []
    status, start = 200, _start(served, seen)
    if start is not None and not fault.ignore_range:
        start += fault.start
        status, body = (206, body[start:]) if start < total else (416, b"")
        headers.append(("Content-Range", f"bytes {start}-{total - 1}/{total}"))
    status = fault.status or status
    given = dict(fault.headers)
    headers = [(name, value) for name, value in headers if name not in given] + [*given.items()]
    if served.framing == "length":
        length = len(body) if served.length is None else served.length
        headers.append(("Content-Length", str(length)))
    if served.framing == "chunked":
        headers.append(("Transfer-Encoding", "chunked"))
        pieces = [body[at : at + 1000] for at in range(0, len(body), 1000)]
        body = b"".join(b"%x\r\n%b\r\n" % (len(one), one) for one in pieces) + b"0\r\n\r\n"
    lines = [f"HTTP/1.1 {status} Said", *(f"{name}: {value}" for name, value in headers)]
    lines.append("Connection: close")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def _start(served: Served, seen: Message) -> int | None:
    """Return where the wanted part begins; None when the whole is to be sent."""
    wanted, condition = seen["Range"], seen["If-Range"]
    if wanted is None or condition not in (None, served.etag, served.modified):
        return None
    return int(wanted.removeprefix("bytes=").removesuffix("-"))
