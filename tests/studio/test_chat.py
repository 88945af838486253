"""The chat: what it says, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from t2v.endpoints import CHAT
from tests.running_studio import Client, RunningStudio, events, message
from tests.studio.listening import parts, texts
from tests.studio.scripted import REPLY

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
