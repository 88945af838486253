"""A time limit on the whole, whatever drips: the block ends soon after it, and says so."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator

import pytest

from t2v import sessions
from t2v.alarm import alarm
from t2v.client import Client
from t2v.clock import Clock
from t2v.endpoints import CREDITS
from t2v.errors import SkillError
from t2v.secret import Secret
from tests.engine.conftest import HEADERS

HEAD = b"HTTP/1.1 200 OK\r\n"


def test_what_is_quick_does_not_hear_it() -> None:
    rang = threading.Event()
    with alarm(60, rang.set):
        pass
    assert not rang.is_set()


def test_what_is_slow_is_ended_and_told_apart_from_what_broke() -> None:
    rang = threading.Event()
    with pytest.raises(TimeoutError), alarm(0.01, rang.set):
        rang.wait(5)
    broken = threading.Event()
    with pytest.raises(TimeoutError), alarm(0.01, broken.set):
        break_when(broken)
    with pytest.raises(ConnectionError), alarm(60, threading.Event().set):
        break_when(rang)


def break_when(rang: threading.Event) -> None:
    """Fail as a connection does that was ended under its reader."""
    assert rang.wait(5)
    raise ConnectionError


@pytest.fixture(params=[HEAD, HEAD + b"Content-Length: 1000\r\n\r\n"], ids=["head", "body"])
def dripping(request: pytest.FixtureRequest) -> Iterator[str]:
    """Serve something, and then a byte now and then for ever; yield the address."""
    stop = threading.Event()

    def serve() -> None:
        with listener, listener.accept()[0] as connection, contextlib.suppress(OSError):
            connection.sendall(request.param)
            while not stop.wait(0.01):
                connection.sendall(b"a")

    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=serve)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    stop.set()
    thread.join()


def test_an_answer_that_drips_for_ever_is_a_deadline_and_not_asked_for_again(
    dripping: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "ANSWER_S", 0.15)
    client = Client(dripping, HEADERS, Clock())
    client.token = Secret("nmv_usr_own")
    with pytest.raises(SkillError) as caught:
        client.call(CREDITS)
    client.close()
    assert caught.value.code == "deadline"  # another try would find nobody there: `network`
