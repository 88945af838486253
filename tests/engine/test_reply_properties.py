"""The fold under any frames: it never raises, and it never shows what it must not (hypothesis)."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2v.errors import SkillError
from t2v.external import reply as reply_module
from t2v.external.reply import Reply, ReplyFold
from t2v.stream import Frame

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
NAMES = b"""author branch partial content parts text thought role functionCall function_response
name actions stateDelta state_delta errorCode error_message error code message longRunningToolIds"""
KEYS = st.sampled_from(NAMES.decode().split())
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=20,
)
# Mostly of the right shape, with anything where a value is expected.
PARTS = st.fixed_dictionaries(
    {},
    optional={
        "text": st.text(max_size=8) | ANYTHING,
        "thought": SCALARS,
        "functionCall": st.fixed_dictionaries({"name": ANYTHING}) | ANYTHING,
    },
)
EVENTS = st.fixed_dictionaries(
    {},
    optional={
        "author": st.sampled_from(["a", "b", "user"]) | ANYTHING,
        "branch": ANYTHING,
        "partial": st.booleans() | ANYTHING,
        "content": st.fixed_dictionaries({"parts": st.lists(PARTS | ANYTHING, max_size=3)})
        | ANYTHING,
        "actions": st.fixed_dictionaries({"stateDelta": ANYTHING}) | ANYTHING,
        "errorCode": ANYTHING,
        "error": ANYTHING,
    },
)


def fold(*frames: str) -> Reply:
    reply = ReplyFold()
    for data in frames:
        reply.feed(Frame("message", data))
    return reply.finish(truncated=False)


@given(st.lists((EVENTS | ANYTHING).map(json.dumps), max_size=6))
def test_no_json_raises(frames: list[str]) -> None:
    reply = fold(*frames)
    assert reply.events == len(frames)
    assert reply.text.encode().decode() == reply.text


@given(st.lists(st.text(max_size=80) | st.text('{}[]":,\\error0', max_size=80), max_size=4))
def test_no_other_data_raises(frames: list[str]) -> None:
    assert fold(*frames).tools == ()


DEEP = {
    "lists": "[" * 100_000,
    "closed lists": "[" * 100_000 + "]" * 100_000,
    "objects": '{"error":' * 100_000,
    "closed objects": '{"content":' * 50_000 + "1" + "}" * 50_000,
    "parts": '{"content":{"parts":' + "[" * 900 + "]" * 900 + "}}",
    "message": '{"errorCode":"1","errorMessage":' + "[" * 900 + "]" * 900 + "}",
    "digits": '{"errorCode":' + "1" * (sys.get_int_max_str_digits() + 1) + "}"
    if hasattr(sys, "get_int_max_str_digits")
    else "1" * 10_000,
    "not a number": '{"errorCode": NaN, "content": Infinity}',
}


@pytest.mark.parametrize("data", DEEP.values(), ids=DEEP)
def test_deep_nesting_and_long_numbers_are_survived(data: str) -> None:
    assert fold(data).worked is False


WORDS = st.text("abcdefgh ", min_size=1, max_size=12).map(lambda text: f"<{text}>")


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.lists(WORDS, min_size=1, max_size=4)), max_size=6)
)
def test_pieces_and_wholes_say_each_text_once(turns: list[tuple[str, list[str]]]) -> None:
    frames: list[dict[str, Any]] = []
    for author, pieces in turns:
        for words, partial in [*((piece, True) for piece in pieces), ("".join(pieces), False)]:
            frames.append(
                {"author": author, "partial": partial, "content": {"parts": [{"text": words}]}}
            )
    assert fold(*map(json.dumps, frames)).text == "\n\n".join("".join(said) for _, said in turns)


@pytest.mark.parametrize(
    "event",
    [
        {"author": "a", "content": {"parts": [{"text": "x" * 600}]}},
        {"author": "a", "partial": True, "content": {"parts": [{"text": "x" * 600}]}},
        {"author": "a", "content": {"parts": [{"functionCall": {"name": "x" * 600}}]}},
        {"author": "a", "actions": {"stateDelta": {"x" * 600: 1}}},
    ],
)
def test_an_endless_reply_overflows(event: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reply_module, "KEPT_LIMIT", 1000)
    reply = ReplyFold()
    frame = Frame("message", json.dumps(event))
    reply.feed(frame)
    with pytest.raises(SkillError) as failure:
        reply.feed(frame)
    assert failure.value.code == "overflow"
