"""The chat: its events, its prices, and that it goes on when nobody listens."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from t2v.endpoints import CHAT
from tests.running_studio import Client, RunningStudio, events, message, running_studio
from tests.studio.scripted import REPLY, direct, scripted


def texts(said: list[dict[str, Any]], *, partial: bool) -> list[str]:
    """Return the texts of events that are, or are not, partial; thoughts left out."""
    return [
        part["text"]
        for event in said
        if bool(event.get("partial")) is partial
        for part in event.get("content", {}).get("parts", ())
        if "text" in part and not part.get("thought")
    ]


def parts(said: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [
        part[kind]
        for event in said
        for part in event.get("content", {}).get("parts", ())
        if kind in part
    ]


def eventually(condition: Callable[[], bool]) -> None:
    """Wait for something that another thread does."""
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.005)


# What is said


def test_the_stream_is_chunked_sse_that_nobody_compresses(guest: Client) -> None:
    answer = guest.chat(guest.session(), "generate a dog")
    assert answer.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    assert answer.headers["Transfer-Encoding"] == "chunked"
    assert "Content-Encoding" not in answer.headers
    assert answer.raw.version == 11
    assert answer.text.endswith("\n\n")


def test_every_event_has_the_fields_of_adk(guest: Client) -> None:
    said = guest.say(guest.session(), "generate a dog")
    assert len({event["invocationId"] for event in said}) == 1
    assert len({event["id"] for event in said}) == len(said)
    for event in said:
        assert event["author"] == "nemo_agent"
        assert event["actions"].keys() >= {"stateDelta", "artifactDelta"}
        assert isinstance(event["timestamp"], float)


def test_a_reply_comes_in_pieces_and_then_whole(guest: Client) -> None:
    said = guest.say(guest.session(), "generate a dog")
    assert len(texts(said, partial=True)) > 1
    assert "".join(texts(said, partial=True)) == REPLY
    assert texts(said, partial=False) == [REPLY]


def test_pieces_can_be_turned_off(guest: Client) -> None:
    body = {**message(guest.session(), "generate a dog"), "streaming": False}
    said = events(guest.post(CHAT.path, json=body).text)
    assert texts(said, partial=True) == []
    assert texts(said, partial=False) == [REPLY]


def test_chinese_goes_over_the_wire_as_it_is(guest: Client) -> None:
    answer = guest.chat(guest.session(), "ask 标题在哪里")
    assert "标题在顶部" in answer.content.decode()
    assert "".join(texts(events(answer.content.decode()), partial=True)) == "标题在顶部"


def test_a_generation_has_two_stages_each_with_its_call_answer_and_state(guest: Client) -> None:
    session = guest.session()
    said = guest.say(session, "generate a dog")
    calls, answers = parts(said, "functionCall"), parts(said, "functionResponse")
    assert [call["name"] for call in calls] == ["generate_video", "add_music"]
    assert [call["id"] for call in calls] == [answer["id"] for answer in answers]
    states = [event["actions"]["stateDelta"] for event in said if event["actions"]["stateDelta"]]
    assert [[track["tt"] for track in state["draft"]["t"]] for state in states] == [[0], [0, 1]]
    assert guest.state(session)["draft"] == states[-1]["draft"]


def test_a_state_event_has_no_content_at_all(guest: Client) -> None:
    said = guest.say(guest.session(), "generate a dog")
    assert all("content" not in event for event in said if event["actions"]["stateDelta"])


def test_a_silent_edit_changes_the_state_without_a_word(api: RunningStudio) -> None:
    session = api.session()
    api.say(session, "generate a dog")
    said = api.say(session, "silently Paradise")
    assert texts(said, partial=False) == texts(said, partial=True) == []
    (title,) = (track for track in api.state(session)["draft"]["t"] if track["tt"] == 7)
    assert title["sg"][0]["m"]["text"] == "Paradise"


def test_thoughts_are_marked(guest: Client) -> None:
    thoughts = [
        part
        for event in guest.say(guest.session(), "generate a dog")
        for part in event.get("content", {}).get("parts", ())
        if part.get("thought")
    ]
    assert thoughts


def test_all_forms_of_heartbeat_come_while_a_film_is_made(guest: Client) -> None:
    stream = guest.chat(guest.session(), "generate a dog").text
    blocks = stream.split("\n\n")
    assert {": keep-alive", "event: heartbeat", "data:"} <= set(blocks)


def test_camel_case_bodies_are_taken_as_well(guest: Client) -> None:
    body = {
        "appName": "nemo_agent",
        "userId": "me",
        "sessionId": guest.session(),
        "newMessage": {"role": "user", "parts": [{"text": "generate a dog"}]},
    }
    assert texts(events(guest.post(CHAT.path, json=body).text), partial=False) == [REPLY]


# What is refused


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"app_name": None}, 422),
        ({"session_id": 5}, 422),
        ({"new_message": None}, 422),
        ({"new_message": {"parts": "text"}}, 422),
        ({"new_message": {"parts": ["text"]}}, 422),
        ({"new_message": {"parts": [{"text": 5}]}}, 422),
        ({"new_message": {"parts": [{"text": "  "}]}}, 422),
        ({"new_message": {"parts": [{"text": "x" * 20_001}]}}, 400),
        ({"app_name": "other"}, 404),
        ({"user_id": "somebody"}, 404),
        ({"session_id": "unknown"}, 404),
    ],
)
def test_a_bad_body_is_refused_and_costs_nothing(
    guest: Client, changes: dict[str, Any], status: int
) -> None:
    answer = guest.post(CHAT.path, json={**message(guest.session(), "generate"), **changes})
    assert answer.status_code == status
    assert guest.credits()["available"] == 100


def test_an_unknown_session_is_told_in_adks_own_words(guest: Client) -> None:
    answer = guest.chat("unknown", "generate a dog")
    assert answer.json() == {"detail": "Session not found"}


def test_without_credits_there_is_an_envelope_and_no_stream(guest: Client) -> None:
    session = guest.session()
    guest.say(session, "generate a dog")
    answer = guest.chat(session, "edit Title")
    assert (answer.status_code, answer.json()["code"]) == (200, 2001)
    assert answer.headers["Content-Type"] == "application/json"


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
