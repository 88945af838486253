"""Events to a reply: everything is said once, and nothing that is not meant for the user."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from t2v.external.reply import Reply, ReplyFold
from t2v.stream import PULSE
from tests.agent_events import answer, call, event, fold, piece, state, text, thought


@dataclass(frozen=True)
class Case:
    events: tuple[dict[str, Any] | str, ...]
    text: str
    incomplete: bool = False
    tools: tuple[str, ...] = ()
    state: frozenset[str] = field(default_factory=frozenset)


def case(*events: dict[str, Any] | str, says: str, **more: Any) -> Case:
    return Case(events, says, **more)


SAID = {
    "nothing": case(says=""),
    "one text": case(text("Done."), says="Done."),
    "two texts": case(text("One."), text("Two."), says="One.\n\nTwo."),
    "parts of one event are one text": case(event({"text": "a"}, {"text": "b"}), says="ab"),
    "edges are trimmed, the inside is not": case(text("\n a\n\n\n b \n"), says="a\n\n\n b"),
    "blank texts say nothing": case(text("  \n"), text("Done."), says="Done."),
    "pieces, then the whole": case(piece("Do"), piece("ne."), text("Done."), says="Done."),
    "the whole may differ from its pieces": case(piece("Don"), text("Done!"), says="Done!"),
    "the whole has an id of its own": case(piece("D", id="1"), text("Done.", id="2"), says="Done."),
    "pieces without a whole": case(piece("Do"), piece("ne"), says="Done", incomplete=True),
    "a whole, then pieces": case(text("A."), piece("B"), says="A.\n\nB", incomplete=True),
    "two turns in pieces": case(
        *(piece("A"), text("A."), call("cut"), piece("B"), text("B.")),
        says="A.\n\nB.",
        tools=("cut",),
    ),
    "a call does not end the pieces": case(
        piece("Work"), call("cut"), piece("ing"), text("Working"), says="Working", tools=("cut",)
    ),
    "two agents in pieces at once": case(
        piece("A", author="one"),
        piece("B", author="two"),
        text("B.", author="two"),
        text("A.", author="one"),
        says="B.\n\nA.",
    ),
    "two branches of one agent": case(
        piece("A", branch="x"),
        piece("B", branch="y"),
        text("A.", branch="x"),
        says="A.\n\nB",
        incomplete=True,
    ),
    "thoughts are never shown": case(event(thought("Hmm."), {"text": "Done."}), says="Done."),
    "a thought alone says nothing": case(event(thought("Hmm.")), says=""),
    "thoughts in pieces": case(
        event(thought("Hm"), partial=True), event(thought("Hm"), {"text": "A."}), says="A."
    ),
    "a thought does not end the pieces": case(
        piece("Do"), event(thought("Hm.")), says="Do", incomplete=True
    ),
    "the user's own words are no reply": case(text("Make it.", author="user"), says=""),
    "empty final text keeps the pieces": case(piece("Do"), text(""), says="Do", incomplete=True),
    "calls and answers stay inside": case(
        call("add_music"), answer("add_music"), text("Done."), says="Done.", tools=("add_music",)
    ),
    "a call beside text": case(
        event({"text": "Now."}, {"functionCall": {"name": "cut"}}), says="Now.", tools=("cut",)
    ),
    "a call in pieces waits for the whole": case(call("cut", partial=True), says=""),
    "an answer alone names its tool": case(answer("cut"), says="", tools=("cut",)),
    "tools are named once, in order": case(
        call("b"), call("a"), answer("b"), call("b"), says="", tools=("b", "a")
    ),
    "state only": case(state(draft={}, title="x"), says="", state=frozenset({"draft", "title"})),
    "state in pieces waits for the whole": case(
        event(partial=True, actions={"stateDelta": {"draft": 1}}), says=""
    ),
    "an empty change is none": case(state(), says=""),
    "pictures in the reply are left out": case(
        event({"inlineData": {"mimeType": "image/png", "data": "AA=="}}, {"text": "A."}), says="A."
    ),
    "separators survive": case(text("a\u2028b\u0085c 猫🎬"), says="a\u2028b\u0085c 猫🎬"),
    "a surrogate pair in two pieces": case(
        '{"author":"a","partial":true,"content":{"parts":[{"text":"\\ud83c"}]}}',
        '{"author":"a","partial":true,"content":{"parts":[{"text":"\\udfac"}]}}',
        says="🎬",
        incomplete=True,
    ),
    "half a surrogate pair": case(
        '{"author":"a","content":{"parts":[{"text":"a\\ud83c"}]}}', says="a\ufffd"
    ),
    "snake_case": case(
        {
            "invocation_id": "e-1",
            "author": "a",
            "content": {"parts": [{"function_call": {"name": "cut"}}, {"text": "Done."}]},
            "actions": {"state_delta": {"draft": 1}},
        },
        says="Done.",
        tools=("cut",),
        state=frozenset({"draft"}),
    ),
}


@pytest.mark.parametrize("case", SAID.values(), ids=SAID)
def test_a_reply_says_everything_once(case: Case) -> None:
    reply = fold(*case.events)
    assert (reply.text, reply.incomplete, reply.tools, reply.state_keys) == (
        *(case.text, case.incomplete, case.tools),
        case.state,
    )
    assert reply.error is None
    assert reply.events == len(case.events)


def test_pulses_are_no_events() -> None:
    reply = ReplyFold()
    assert reply.feed(PULSE) is None
    assert reply.finish(truncated=False) == Reply()


def test_a_cut_stream_is_told_beside_what_came() -> None:
    reply = fold(text("One."), piece("Tw"), truncated=True)
    assert (reply.text, reply.incomplete, reply.truncated) == ("One.\n\nTw", True, True)
