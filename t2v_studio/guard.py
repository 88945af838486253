"""The door: nothing reaches a route that a web page, another host name or a stranger sent.

A browser can be made to send requests to this computer; so the Host must be ours, nothing may
come from a page, bodies must be of a kind that a form cannot send, and every route but two wants
the bearer token.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from t2v.endpoints import ENDPOINTS, UPLOAD
from t2v_studio.accounts import BAD_TOKEN
from t2v_studio.answers import Refusal
from t2v_studio.links import FOLDER
from t2v_studio.studio import Studio

MAX_BODY_BYTES = 8_000_000
"""Longest JSON body: a draft of some thousand segments. Uploads have a limit of their own."""
MAX_TOKEN = 512

_HOSTS = ("127.0.0.1", "localhost")
_PUBLIC = frozenset(row.path for row in ENDPOINTS if not row.bearer)
_UPLOAD_FOLDER = UPLOAD.path.partition("{")[0]
_NEAR = ("none", "same-origin")
"""What a browser says in Sec-Fetch-Site when no other page is behind the request."""


class Guard:
    """ASGI middleware: refuses, or adds the account to the request and lets it through."""

    def __init__(self, app: ASGIApp, studio: Studio) -> None:
        """Stand before `app`."""
        self._app = app
        self._studio = studio
        self.last_seen = time.monotonic()
        self.inside = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        answer = self._recorded(scope, headers, send)
        self.inside += 1
        try:
            await self._admit(scope, headers)
            await self._app(scope, receive, answer)
        except Refusal as refusal:
            await refusal.response()(scope, receive, answer)
        finally:
            self.inside -= 1
            self.last_seen = time.monotonic()

    def idle_s(self) -> float:
        """Return for how many seconds nobody has asked anything."""
        return 0.0 if self.inside else time.monotonic() - self.last_seen

    async def _admit(self, scope: Scope, headers: Headers) -> None:
        for check in _CHECKS:
            check(scope, headers)
        if scope["path"] in _PUBLIC or scope["path"].startswith(FOLDER):
            return
        token = _bearer(headers)
        account = await run_in_threadpool(self._studio.accounts.by_token, token)
        scope.setdefault("state", {})["account"] = account

    def _recorded(self, scope: Scope, headers: Headers, send: Send) -> Send:
        """Write the request down just before its answer leaves."""

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._studio.record.add(scope["method"], scope["path"], headers, message["status"])
            await send(message)

        return answer


def _framing(_scope: Scope, headers: Headers) -> None:
    """Two ways to tell where a body ends are one too many."""
    if "transfer-encoding" in headers and "content-length" in headers:
        raise Refusal(HTTPStatus.BAD_REQUEST, "Both Content-Length and Transfer-Encoding.")


def _host(scope: Scope, headers: Headers) -> None:
    port = scope["server"][1]
    if headers.getlist("host") not in [[f"{host}:{port}"] for host in _HOSTS]:
        raise Refusal(HTTPStatus.MISDIRECTED_REQUEST, "This is not the host that was asked for.")


def _page(_scope: Scope, headers: Headers) -> None:
    if "origin" in headers or headers.get("sec-fetch-site", "none") not in _NEAR:
        raise Refusal(HTTPStatus.FORBIDDEN, "Web pages cannot use the studio.")


def _body(scope: Scope, headers: Headers) -> None:
    """Refuse bodies of the wrong kind or size before they are read."""
    length = headers.get("content-length", "0")
    if length == "0" and "transfer-encoding" not in headers:
        return
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    upload = scope["path"].startswith(_UPLOAD_FOLDER)
    if kind != "application/json" and not (upload and kind == "multipart/form-data"):
        raise Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be JSON.")
    if kind == "application/json" and int(length) > MAX_BODY_BYTES:
        raise Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The body is too large.")


def _bearer(headers: Headers) -> str:
    """Return the token.

    Raises:
        Refusal: 1001 when there is none.
    """
    values = headers.getlist("authorization")
    scheme, _, token = values[0].partition(" ") if len(values) == 1 else ("", "", "")
    if scheme.lower() != "bearer" or not 0 < len(token) <= MAX_TOKEN:
        raise Refusal(BAD_TOKEN, headers={"WWW-Authenticate": "Bearer"})
    return token.strip()


_CHECKS: tuple[Callable[[Scope, Headers], None], ...] = (_framing, _host, _page, _body)
