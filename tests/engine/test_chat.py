"""One exchange: sent once, heard with two clocks, and honest about how it ended."""

from __future__ import annotations

import itertools
import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any, cast

import pytest

from t2v.chat import Chat, Exchange
from t2v.client import Client
from t2v.clock import Clock
from t2v.endpoints import CHAT
from t2v.errors import SkillError
from t2v.report import Charged
from t2v.secret import Secret
from tests.fake_time import FakeTime, Heard
from tests.scripted_service import (
    HTML,
    RESET,
    Answer,
    ScriptedService,
    event,
    refusal,
    reply,
    stream,
)

BEAT = b": alive\n\n"
STILL = "\N{HOURGLASS WITH FLOWING SAND} Still working..."


@pytest.fixture
def chat(client: Client, time: FakeTime, heard: Heard) -> Chat:
    return Chat(client, time.clock, heard)


def exchange(chat: Chat, time: FakeTime) -> Exchange:
    return chat.send("session-1", "add a title", time.clock.budget(None))


def refused(chat: Chat, time: FakeTime) -> SkillError:
    with pytest.raises(SkillError) as caught:
        exchange(chat, time)
    return caught.value


# What goes out and what comes back


def test_the_message_goes_out_as_the_agent_expects_it(
    chat: Chat, service: ScriptedService, time: FakeTime
) -> None:
    service.on(CHAT, stream(event("Done.")))
    assert exchange(chat, time).reply.text == "Done."
    (seen,) = service.history
    assert seen.headers["Accept"] == "text/event-stream"
    assert seen.headers["Accept-Encoding"] == "identity"
    assert seen.json == {
        "app_name": "nemo_agent",
        "user_id": "me",
        "session_id": "session-1",
        "new_message": {"parts": [{"text": "add a title"}]},
    }


ENDINGS: dict[str, tuple[Answer, str, bool, bool]] = {
    # what came, the text of it, whether it ended, whether it broke
    "whole": (stream(event("Done.")), "Done.", True, False),
    "silent": (stream(event(actions={"stateDelta": {"draft": 1}})), "", True, False),
    "empty": (stream(), "", True, False),
    "cut inside an event": (stream(event("One."), event("Two.")[:-9]), "One.", False, True),
    "cut between events": (stream(event("One."), cut=True), "One.", False, True),
    "reset before an answer": (RESET, "", False, True),
    "a gateway's 502": (refusal(0, status=502), "", False, True),
    "HTML": (HTML, "", False, True),
    "JSON of another kind": (reply({"ok": 1}), "", False, True),
    "a stream that stops in its header": (
        Answer(headers={"Content-Type": "text/event-stream", "Content-Length": "9"}, cut=True),
        "",
        False,
        True,
    ),
}


@pytest.mark.parametrize(
    ("answer", "text", "ended", "broken"), ENDINGS.values(), ids=ENDINGS.keys()
)
def test_how_it_ended_is_told(  # noqa: PLR0913 - the columns of the table
    chat: Chat,
    service: ScriptedService,
    time: FakeTime,
    *,
    answer: Answer,
    text: str,
    ended: bool,
    broken: bool,
) -> None:
    service.on(CHAT, answer)
    found = exchange(chat, time)
    assert (found.reply.text, found.ended, found.broken) == (text, ended, broken)
    assert len(service.history) == 1


REFUSALS: dict[str, tuple[Answer, str]] = {
    "an envelope": (refusal(2001), "no_credits"),
    "an envelope with its status": (refusal(1001, status=401), "token_expired"),
    "the agent's 404": (reply({"detail": "Session not found: x"}, 404), "session_lost"),
    "the agent's 422": (reply({"detail": [{"input": "the words"}]}, 422), "bad_request"),
    "HTML with a status": (Answer(status=403, body=b"<html>"), "backend_error"),
    "a redirect": (Answer(status=302, headers={"Location": "http://x.example"}),
                   "unexpected_redirect"),
    "slow down": (reply({"code": 429}, 429), "rate_limited"),
    "an event with an envelope": (stream(b'data: {"code":2001,"message":"no"}\n\n'), "no_credits"),
    "an event with a code": (stream(event(errorCode="1002", errorMessage="no")), "session_lost"),
    "an event with a number": (stream(event(errorCode=1001)), "token_expired"),
}  # fmt: skip


@pytest.mark.parametrize(("answer", "code"), REFUSALS.values(), ids=REFUSALS.keys())
def test_a_refusal_costs_nothing_and_has_a_name(
    chat: Chat, service: ScriptedService, time: FakeTime, answer: Answer, code: str
) -> None:
    service.on(CHAT, answer)
    error = refused(chat, time)
    assert (error.code, error.charged) == (code, Charged.NO)
    assert len(service.history) == 1


@pytest.mark.parametrize(
    "chunks",
    [
        (event("Done."), event(errorCode="2001")),
        (event(actions={"stateDelta": {"draft": 1}}), event(errorCode="1001")),
        (event(errorCode="SAFETY", errorMessage="no"),),
        (b'data: {"error": "Traceback"}\n\n',),
    ],
    ids=["after words", "after work", "no code of the API", "an exception"],
)
def test_an_error_that_is_no_refusal_is_part_of_the_reply(
    chat: Chat, service: ScriptedService, time: FakeTime, chunks: tuple[bytes, ...]
) -> None:
    service.on(CHAT, stream(*chunks))
    found = exchange(chat, time)
    assert found.ended
    assert found.reply.error is not None


def test_a_server_that_is_not_there_got_nothing(time: FakeTime, heard: Heard) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
    client = Client(url, {}, time.clock)
    client.token = Secret("nmv_usr_own")
    error = refused(Chat(client, time.clock, heard), time)
    assert (error.code, error.charged) == ("network", Charged.NO)


# Time


class Line:
    """A response on which a chunk arrives every so many seconds, on the fake clock."""

    status_code = 200
    headers: dict[str, str] = {"Content-Type": "text/event-stream"}  # noqa: RUF012 - never changed

    def __init__(self, time: FakeTime, chunks: Iterable[bytes], every: float) -> None:
        self._time, self._chunks, self._every = time, iter(chunks), every
        self.raw = SimpleNamespace(read1=self._read1, shutdown=lambda: None)

    def _read1(self, amount: int, *, decode_content: bool) -> bytes:
        self._time.now += self._every
        return next(self._chunks, b"")

    @contextmanager
    def open(self, *args: Any, **kwargs: Any) -> Iterator[Line]:
        """Stand in for the client's method."""
        yield self


def listen(time: FakeTime, heard: Heard, chunks: Iterable[bytes], every: float) -> Exchange:
    line = Line(time, chunks, every)
    return exchange(Chat(cast("Client", line), time.clock, heard), time)


@pytest.mark.parametrize(
    "beat", [BEAT, b"data:\n\n", b"event: heartbeat\n\n", b"data: heartbeat\n\n"]
)
def test_heartbeats_alone_end_after_ten_minutes(time: FakeTime, heard: Heard, beat: bytes) -> None:
    started = time.now
    found = listen(time, heard, itertools.repeat(beat), every=30)
    assert (found.ended, found.broken) == (False, True)
    assert 600 < time.now - started <= 660


def test_every_two_minutes_a_person_hears_that_work_goes_on(time: FakeTime, heard: Heard) -> None:
    listen(time, heard, itertools.repeat(BEAT), every=30)
    assert heard.lines == [STILL] * 5


def test_with_something_said_now_and_then_it_goes_on(time: FakeTime, heard: Heard) -> None:
    chunks = [*[BEAT] * 5, event("One.")] * 4
    found = listen(time, heard, chunks, every=100)
    assert found.ended
    assert found.reply.text == "\n\n".join(["One."] * 4)


def test_quick_work_is_not_commented(time: FakeTime, heard: Heard) -> None:
    listen(time, heard, [BEAT] * 11, every=10)
    assert heard.lines == []


def test_the_two_stages_are_told_as_such(time: FakeTime, heard: Heard) -> None:
    def using(tool: str) -> bytes:
        return event(content={"parts": [{"functionCall": {"name": tool}}]})

    chunks = map(using, ("generate_video", "generate_video", "add_music", "add_title"))
    listen(time, heard, chunks, every=1)
    assert heard.stages == [
        ("Stage 1 of 2: generating the video", None),
        ("Stage 2 of 2: adding music, title and effects", None),
    ]


def test_when_the_time_is_up_a_blocked_read_wakes_and_nothing_counts_as_broken(
    client: Client, service: ScriptedService, heard: Heard
) -> None:
    done = threading.Event()

    def slow() -> Iterator[bytes]:
        yield event("Working on it.")
        done.wait(5)

    service.on(CHAT, Answer(headers={"Content-Type": "text/event-stream"}, chunks=slow()))
    clock = Clock()
    found = Chat(client, clock, heard).send("session-1", "go", clock.budget(0.2))
    done.set()
    assert (found.ended, found.broken) == (False, False)
    assert found.reply.text == "Working on it."
