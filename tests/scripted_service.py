"""A server that answers what a test tells it to, and remembers what it was asked.

For single answers that the studio never gives: broken streams, redirects, HTML, resets. Each
endpoint has a queue of answers; the last one stays, so that "always" needs no counting.
"""

from __future__ import annotations

import json
import re
import socket
import struct
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Protocol, TypeAlias

from t2v import endpoints
from t2v.endpoints import Endpoint


class Asked(Protocol):
    """What says for which endpoint a request is."""

    @property
    def method(self) -> str:
        """GET or POST."""

    @property
    def path(self) -> str:
        """The path, with its query."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A request as it arrived; header names in any case."""

    method: str
    path: str
    headers: Message
    body: bytes

    @property
    def json(self) -> Any:
        """The body, parsed."""
        return json.loads(self.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer. Chunks are sent chunked, one by one; `cut` breaks off without the last one."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    chunks: Iterable[bytes] | None = None
    cut: bool = False
    reset: bool = False
    """Break the connection with RST before the first byte of an answer."""


Reaction: TypeAlias = Answer | Callable[[Seen], Answer]

GIVEN = "nmv_usr_given"
"""The anonymous token that the service gives out."""

CLAIM = "clm_1"

RESET = Answer(reset=True)
HTML = Answer(body=b"<html><body>Welcome to the hotel</body></html>")


def reply(body: object, status: int = 200, **headers: str) -> Answer:
    """Return JSON; `Retry_After="5"` becomes the header Retry-After."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    named.setdefault("Content-Type", "application/json")
    return Answer(status=status, body=json.dumps(body).encode(), headers=named)


def ok(**data: Any) -> Answer:
    """Return a successful envelope."""
    return reply({"code": 0, "message": "ok", "data": data})


def refusal(code: int, message: str = "no", status: int = 200) -> Answer:
    """Return an envelope that refuses."""
    return reply({"code": code, "message": message}, status)


def stream(*chunks: bytes, cut: bool = False) -> Answer:
    """Return an event stream of these bytes."""
    return Answer(headers={"Content-Type": "text/event-stream"}, chunks=chunks, cut=cut)


def event(text: str = "", **fields: Any) -> bytes:
    """Return one event of the agent, with this text."""
    content = {"content": {"parts": [{"text": text}], "role": "model"}} if text else {}
    return b"data: " + json.dumps({"author": "agent", **content, **fields}).encode() + b"\n\n"


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet: clients that hang up are what these tests are about."""


class ScriptedService:
    """The server. `history` holds every request, in order of arrival."""

    def __init__(self) -> None:
        """Listen on a port of loopback."""
        self.history: list[Seen] = []
        self._script: dict[Endpoint, list[Reaction]] = {}
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    @property
    def url(self) -> str:
        """The base address."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def on(self, endpoint: Endpoint, *answers: Reaction) -> None:
        """Answer the endpoint with these, one after the other; the last one stays."""
        self._script[endpoint] = list(answers)

    def on_get(self, path: str, *answers: Reaction) -> str:
        """Answer a GET of a path that is no endpoint, and return its address."""
        self.on(Endpoint(name=path, method="GET", path=path), *answers)
        return self.url + path

    def answer_all(self, answer: Answer) -> None:
        """Answer everything with the same from now on."""
        self._script = {endpoint: [answer] for endpoint in endpoints.ENDPOINTS}

    def serve_project(self, state: Mapping[str, Any] | None = None, available: int = 100) -> None:
        """Answer as a healthy service does when nothing is going on."""
        self.on(endpoints.ANONYMOUS_TOKEN, ok(token=GIVEN, credits=100))
        self.on(endpoints.CREATE_SESSION, ok(task_id="task-1", session_id="session-1"))
        self.on(endpoints.CREDITS, ok(available=available, frozen=0, total=available))
        self.on(endpoints.STATE, ok(state=state or {}))
        self.on(endpoints.CLAIM_TOKEN, ok(claim_token=CLAIM))

    def calls(self, endpoint: Endpoint) -> list[Seen]:
        """Return the requests that this endpoint has seen."""
        return [seen for seen in self.history if matches(endpoint, seen)]

    def _next(self, seen: Seen) -> Answer:
        for endpoint, answers in self._script.items():
            if matches(endpoint, seen):
                reaction = answers.pop(0) if len(answers) > 1 else answers[0]
                return reaction if isinstance(reaction, Answer) else reaction(seen)
        return reply({"detail": "nobody scripted this"}, 404)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # headers and body are two writes

            def handle_any(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                seen = Seen(self.command, self.path, self.headers, self.rfile.read(length))
                service.history.append(seen)
                _give(self, service._next(seen))

            do_GET = do_POST = handle_any  # noqa: N815 - the server's own names

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its own name
                """Keep quiet."""

        return Handler


def matches(endpoint: Endpoint, seen: Asked) -> bool:
    """Tell whether a request is one for this endpoint."""
    path = re.sub(r"\\{\w+\\}", "[^/]+", re.escape(endpoint.path))
    return endpoint.method == seen.method and bool(re.fullmatch(path, seen.path.split("?")[0]))


def _give(handler: BaseHTTPRequestHandler, answer: Answer) -> None:
    if answer.reset:
        # Lingering for no time makes close() send RST instead of FIN.
        linger = struct.pack("ii", 1, 0)
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        handler.connection.close()
        handler.close_connection = True
        return
    handler.send_response(answer.status)
    for name, value in answer.headers.items():
        handler.send_header(name, value)
    if answer.chunks is None:
        if "Content-Length" not in answer.headers:
            handler.send_header("Content-Length", str(len(answer.body)))
        handler.end_headers()
        handler.wfile.write(answer.body)
        handler.close_connection = answer.cut
        return
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    _give_chunks(handler, answer.chunks)
    if answer.cut:
        handler.close_connection = True
    else:
        handler.wfile.write(b"0\r\n\r\n")


def _give_chunks(handler: BaseHTTPRequestHandler, chunks: Iterable[bytes]) -> None:
    try:
        for chunk in chunks:
            handler.wfile.write(b"%x\r\n%b\r\n" % (len(chunk), chunk))
            handler.wfile.flush()
    except OSError:  # the client has heard enough
        handler.close_connection = True
