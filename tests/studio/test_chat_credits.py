"""The chat: what it costs, and that it goes on when nobody listens."""

from __future__ import annotations

import json
import socket
import threading
from pathlib import Path
from typing import Any

import pytest

from t2v.endpoints import CHAT
from tests.running_studio import Client, RunningStudio, events, message, running_studio
from tests.studio.listening import eventually, texts
from tests.studio.scripted import REPLY, direct, scripted

# What it costs


@pytest.mark.parametrize(
    ("text", "left"),
    [("generate a dog", 0), ("edit Title", 50), ("silently x", 50), ("ask", 100), ("refuse", 100)],
)
def test_each_kind_of_turn_has_its_price(guest: Client, text: str, left: int) -> None:
    guest.say(guest.session(), text)
    assert guest.credits() == {"available": left, "frozen": 0, "total": left}


def test_credits_are_reserved_while_work_runs(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), pace=0.3) as studio:
        guest = studio.anonymous()
        with guest.chat(guest.session(), "generate a dog", stream=True) as answer:
            chunks = answer.iter_content(1)
            next(chunks)
            assert guest.credits() == {"available": 0, "frozen": 100, "total": 100}
            assert list(chunks)
        assert guest.credits() == {"available": 0, "frozen": 0, "total": 0}


def test_an_agent_that_breaks_says_so_and_gives_the_credits_back(
    guest: Client, api: RunningStudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = guest.session()

    def broken(*_: object) -> None:
        raise RuntimeError("a secret of the inside")

    monkeypatch.setattr(api.studio.projects, "commit", broken)
    stream = guest.chat(session, "generate a dog").text
    last = events(stream)[-1]
    assert "invocationId" not in last
    assert last["error_details"] == {"type": "RuntimeError"}
    assert "secret" not in stream
    assert guest.credits() == {"available": 100, "frozen": 0, "total": 100}
    monkeypatch.undo()
    assert texts(guest.say(session, "generate a dog"), partial=False) == [REPLY]


def test_a_director_that_breaks_says_so_and_costs_nothing(guest: Client) -> None:
    last = events(guest.chat(guest.session(), "unforeseen words").text)[-1]
    assert last["error_details"] == {"type": "KeyError"}
    assert guest.credits()["available"] == 100


# Who listens


def test_the_turn_goes_on_when_the_client_leaves(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), pace=0.2) as studio:
        guest = studio.anonymous()
        session = guest.session()
        with guest.chat(session, "generate a dog", stream=True) as answer:
            next(answer.iter_content(1))
        eventually(lambda: studio.studio.chats.running == 0)
        assert len(guest.state(session)["draft"]["t"]) == 2
        assert guest.credits() == {"available": 0, "frozen": 0, "total": 0}


def test_turns_of_a_session_run_one_after_the_other(api: RunningStudio) -> None:
    session = api.session()
    api.say(session, "generate a dog")
    streams: list[str] = []
    threads = [
        threading.Thread(target=lambda n=n: streams.append(api.chat(session, f"edit {n}").text))
        for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(texts(events(stream), partial=False) == ["Title added."] for stream in streams)
    assert api.credits()["total"] == 1_000_000 - 100 - 8 * 50


def test_behind_another_turn_a_refusal_comes_on_the_stream(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), pace=0.3) as studio:
        guest = studio.anonymous()
        session = guest.session()
        with guest.chat(session, "generate a dog", stream=True) as first:
            next(first.iter_content(1))
            second = events(guest.chat(session, "edit Title").text)
        assert second[-1]["errorCode"] == "2001"
        assert guest.credits() == {"available": 0, "frozen": 0, "total": 0}


def test_silence_is_filled_with_heartbeats(tmp_path: Path) -> None:
    quiet = threading.Event()

    def slow(text: str, project: Any) -> Any:
        if text.startswith("edit"):
            quiet.wait(10)
        return direct(text, project)

    crafts = scripted()
    object.__setattr__(crafts, "direct", slow)
    with running_studio(tmp_path / "s", crafts, heartbeat_s=0.01) as studio:
        session = studio.session()
        studio.say(session, "generate a dog")
        first = threading.Thread(target=lambda: studio.chat(session, "edit Title").close())
        first.start()
        eventually(lambda: studio.studio.chats.running == 1)
        with studio.chat(session, "ask", stream=True) as waiting:
            text = waiting.raw.read1(10)
            quiet.set()
            text += waiting.raw.read()
        first.join()
    assert text.startswith(b": keep-al")
    assert texts(events(text.decode()), partial=False) == ["标题在顶部"]


def test_nothing_is_left_of_a_turn_that_is_over(api: RunningStudio) -> None:
    session = api.session()
    before = threading.active_count()
    for _ in range(5):
        api.say(session, "ask")
    assert api.studio.chats.running == 0
    assert threading.active_count() <= before + 5


def test_half_a_request_starts_nothing(guest: Client) -> None:
    body = json.dumps(message(guest.session(), "generate a dog")).encode()
    host, port = guest.url.removeprefix("http://").split(":")
    head = (
        f"POST {CHAT.path} HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Type: application/json\r\n"
        f"Authorization: Bearer {guest.token}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection((host, int(port))) as sock:
        sock.sendall(head.encode() + body[:-5])
    assert guest.credits() == {"available": 100, "frozen": 0, "total": 100}
