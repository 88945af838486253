"""The engine's whole chat call against the real google-adk API server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from t2v.chat import Chat, Exchange
from t2v.client import Client
from t2v.clock import Clock
from t2v.errors import SkillError
from t2v.secret import Secret
from tests.fake_time import Heard

pytestmark = pytest.mark.adk


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def chat(adk_server: str, heard: Heard) -> Iterator[Chat]:
    client = Client(adk_server, {}, Clock())
    client.token = Secret("nmv_usr_test")
    yield Chat(client, Clock(), heard)
    client.close()


def exchange(chat: Chat, session: str, words: str) -> Exchange:
    return chat.send(session, words, Clock().budget(30))


def test_a_generation_is_heard_to_its_end(chat: Chat, adk_session: str, heard: Heard) -> None:
    came = exchange(chat, adk_session, "generation")
    assert (came.ended, came.broken) == (True, False)
    assert came.reply.text == "I'll make it.\n\nDone: 10 s."
    assert [stage.split(":")[0] for stage, _ in heard.stages] == ["Stage 1 of 2", "Stage 2 of 2"]


@pytest.mark.parametrize("scenario", ["silent", "nothing", "long tool"])
def test_an_exchange_without_words_ends_all_the_same(
    chat: Chat, adk_session: str, scenario: str
) -> None:
    came = exchange(chat, adk_session, scenario)
    assert (came.ended, came.reply.text) == (True, "")


@pytest.mark.parametrize(
    ("scenario", "code"), [("no credits", "no_credits"), ("token", "token_expired")]
)
def test_a_refusal_in_the_stream_is_named_like_any_other(
    chat: Chat, adk_session: str, scenario: str, code: str
) -> None:
    with pytest.raises(SkillError) as failure:
        exchange(chat, adk_session, scenario)
    assert failure.value.code == code


def test_an_error_after_the_answer_leaves_the_answer(chat: Chat, adk_session: str) -> None:
    came = exchange(chat, adk_session, "exception after answer")
    assert (came.ended, came.reply.text, came.reply.error_after_answer) == (True, "Done.", True)


def test_an_unknown_session_is_a_lost_one(chat: Chat) -> None:
    with pytest.raises(SkillError) as failure:
        exchange(chat, "nobody", "plain")
    assert failure.value.code == "session_lost"
