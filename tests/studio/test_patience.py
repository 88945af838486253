"""Rows 55 to 57: whoever drips, stalls or never ends is cut off, and nobody else waits for it."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator

import pytest

from t2v.endpoints import CHAT, CREATE_SESSION, CREDITS, UPLOAD
from t2v_studio import bodies, incoming, protocol
from tests.running_studio import RunningStudio, running_studio
from tests.studio.listening import eventually
from tests.studio.scripted import scripted
from tests.studio.sockets import (
    BLOCK,
    PATIENCE_S,
    chunk,
    connect,
    drip,
    endless,
    is_hung_up,
    next_answer,
    raw,
    request,
    status_of,
)

SHORT_S = 0.15
SESSION = b'{"language": "en"}'
CHUNKED = "Transfer-Encoding: chunked"
FORM = b"--b\r\nContent-Disposition: form-data; name=files; filename=a\r\n\r\n"


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStudio]:
    """One studio for all of these: whoever is cut off changes nothing."""
    home = tmp_path_factory.mktemp("patience") / "studio"
    with running_studio(home, scripted(), max_upload_mb=1.0) as running:
        yield running


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set every deadline far below what a test can wait for."""
    for module, name in (
        (protocol, "HEADERS_S"),
        (protocol, "LINGER_S"),
        (bodies, "BODY_S"),
        (incoming, "GRACE_S"),
    ):
        monkeypatch.setattr(module, name, SHORT_S)


# Row 55: slow headers


@pytest.mark.parametrize(
    "before", [b"", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nX: "]
)
def test_headers_that_stop_are_not_waited_for(api: RunningStudio, before: bytes) -> None:
    with connect(api) as sock:
        sock.sendall(before)
        assert is_hung_up(sock)


def test_headers_that_drip_are_cut_by_their_whole_time(api: RunningStudio) -> None:
    with connect(api) as sock:
        sock.sendall(b"GET / HTTP/1.1\r\n")
        assert drip(sock, endless(b"X: y\r\n"), 0.01) >= SHORT_S


def test_a_second_request_that_drips_is_cut_as_well(api: RunningStudio) -> None:
    with connect(api) as sock:
        sock.sendall(request(api, "Host: {host}", method="GET", path=CREDITS.path, ends=False))
        assert status_of(next_answer(sock)) == 200
        assert drip(sock, itertools.chain([b"GET / HTTP/1.1\r\n"], endless(b"X: y\r\n")), 0.01)


def test_a_crowd_that_asks_nothing_keeps_nobody_out(
    api: RunningStudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol, "HEADERS_S", PATIENCE_S)
    monkeypatch.setattr(protocol, "MOST_CONNECTIONS", 8)
    connections = api.running._server.server_state.connections
    with contextlib.ExitStack() as crowd:
        first, *_ = [crowd.enter_context(connect(api)) for _ in range(40)]
        assert api.get(CREDITS.path).status_code == 200
        assert is_hung_up(first)
        eventually(lambda: len(connections) <= 8)


def test_a_crowd_does_not_push_out_who_is_being_answered(
    api: RunningStudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol, "HEADERS_S", PATIENCE_S)
    monkeypatch.setattr(protocol, "MOST_CONNECTIONS", 4)
    monkeypatch.setattr(bodies, "BODY_S", PATIENCE_S)
    length = f"Content-Length: {len(SESSION)}"
    with connect(api) as working, contextlib.ExitStack() as crowd:
        working.sendall(request(api, "Host: {host}", length, body=SESSION[:1]))
        eventually(lambda: api.running._server._crowd.inside == 1)
        for _ in range(20):
            crowd.enter_context(connect(api))
        working.sendall(SESSION[1:])
        assert status_of(working.recv(65_536)) == 200


# Row 56: slow bodies


def test_a_json_body_that_drips_is_408(api: RunningStudio) -> None:
    with connect(api) as sock:
        sock.sendall(request(api, "Host: {host}", CHUNKED))
        drip(sock, endless(chunk(b" ")), 0.01)
    assert api.requests()[-1]["status"] == 408


def test_an_upload_is_cut_when_it_falls_behind_whatever_it_announced(api: RunningStudio) -> None:
    path = UPLOAD.path.format(session=api.session())
    form = "Content-Type: multipart/form-data; boundary=b"
    drips = request(api, "Host: {host}", form, "Content-Length: 1000000", path=path)
    drips = drips.replace(b"Content-Type: application/json\r\n", b"")
    with connect(api) as sock:
        sock.sendall(drips + FORM)
        assert drip(sock, endless(b"x"), 0.01) < PATIENCE_S
    assert api.requests()[-1]["status"] == 408
    assert list(api.studio.uploads.incoming.iterdir()) == []


# Row 57: bodies without an end


@pytest.mark.parametrize(
    ("path", "kind", "token", "status"),
    [
        (CREATE_SESSION.path, "application/json", "{token}", 413),
        (CREATE_SESSION.path, "application/json", "wrong", 401),
        (CREATE_SESSION.path, "text/plain", "{token}", 415),
        (CHAT.path, "application/json", "{token}", 413),
        ("/nowhere", "application/json", "{token}", 404),
        (UPLOAD.path.format(session="unknown"), "multipart/form-data; boundary=b", "{token}", 404),
        (UPLOAD.path.format(session="{session}"), "multipart/form-data", "{token}", 400),
    ],
)
@pytest.mark.parametrize("ends", [True, False], ids=["last request", "kept alive"])
def test_a_body_without_an_end_is_answered_and_then_cut(  # noqa: PLR0913 - the columns of a table
    api: RunningStudio, path: str, kind: str, token: str, status: int, *, ends: bool
) -> None:
    path = path.format(session=api.session())
    head = request(api, "Host: {host}", CHUNKED, path=path, ends=ends)
    head = head.replace(b"application/json", kind.encode())
    head = head.replace(api.token.encode(), token.format(token=api.token).encode())
    with connect(api) as sock:
        sock.sendall(head)
        drip(sock, endless(chunk(BLOCK)), 0.0)
    assert api.requests()[-1]["status"] == status


def test_an_upload_without_an_end_is_4002_and_leaves_nothing(api: RunningStudio) -> None:
    path = UPLOAD.path.format(session=api.session())
    head = request(api, "Host: {host}", CHUNKED, path=path, ends=False)
    head = head.replace(b"application/json", b"multipart/form-data; boundary=b")
    with connect(api) as sock:
        sock.sendall(head + chunk(FORM))
        drip(sock, endless(chunk(BLOCK)), 0.0)
    assert api.requests()[-1]["status"] == 413
    assert list(api.studio.uploads.incoming.iterdir()) == []


def test_a_refused_body_that_ends_soon_leaves_the_connection_to_the_next_request(
    api: RunningStudio,
) -> None:
    refused = request(api, "Host: {host}", "Content-Length: 2", path="/nowhere", ends=False)
    with connect(api) as sock:
        sock.sendall(refused)
        assert status_of(next_answer(sock)) == 404
        sock.sendall(b"{}" + request(api, "Host: {host}", method="GET", path=CREDITS.path))
        assert status_of(next_answer(sock)) == 200


def test_nonsense_behind_an_answer_ends_the_connection(
    api: RunningStudio, caplog: pytest.LogCaptureFixture
) -> None:
    with connect(api) as sock:
        sock.sendall(request(api, "Host: {host}", CHUNKED, path="/nowhere", ends=False))
        assert status_of(next_answer(sock)) == 404
        sock.sendall(b"no chunk\r\n")
        assert is_hung_up(sock)
    assert "Traceback" not in caplog.text
    assert "Fatal error" not in caplog.text


def test_a_request_behind_a_body_in_doubt_is_not_answered(api: RunningStudio) -> None:
    """The rest of a refused body must never be read as the next request."""
    smuggled = request(api, "Host: {host}", method="GET", path=CREDITS.path)
    head = request(api, "Host: {host}", f"Content-Length: {len(smuggled) + 9}", path="/nowhere")
    assert raw(api, head + smuggled).count(b"HTTP/1.1 ") == 1
