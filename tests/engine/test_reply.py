"""Events to a reply: what was said once, what was done, what went wrong."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import pytest

from t2v.events import AgentError
from t2v.reply import Reply, ReplyFold, Stage, Step, stage_of
from t2v.stream import PULSE, Frame


def fold(*events: dict[str, Any] | str, truncated: bool = False) -> Reply:
    reply = ReplyFold()
    for event in events:
        reply.feed(Frame("message", event if isinstance(event, str) else json.dumps(event)))
    return reply.finish(truncated=truncated)


def event(*parts: dict[str, Any], author: str = "nemo_agent", **more: Any) -> dict[str, Any]:
    """Return an event as the server writes it; without parts it has no content at all."""
    content = {"content": {"parts": list(parts), "role": "model"}} if parts else {}
    wire = {"invocationId": "e-1", "author": author, "actions": {"stateDelta": {}}, "id": "1"}
    return {**wire, "timestamp": 1.0, **content, **more}


def text(words: str, **more: Any) -> dict[str, Any]:
    return event({"text": words}, **more)


def piece(words: str, **more: Any) -> dict[str, Any]:
    return text(words, partial=True, **more)


def thought(words: str) -> dict[str, Any]:
    return {"text": words, "thought": True}


def call(tool: str, **more: Any) -> dict[str, Any]:
    return event({"functionCall": {"id": "c1", "name": tool, "args": {}}}, **more)


def answer(tool: str) -> dict[str, Any]:
    return event({"functionResponse": {"id": "c1", "name": tool, "response": {"ok": True}}})


def state(**delta: Any) -> dict[str, Any]:
    return event(actions={"stateDelta": delta, "artifactDelta": {}})


def failed(code: Any, message: Any = None) -> dict[str, Any]:
    return event(errorCode=code, errorMessage=message)


def crash(message: str) -> dict[str, Any]:
    details = {"error_type": "ValueError", "error_message": message, "timestamp": 1.0}
    return {"error": f"ValueError: {message}", "error_details": details}


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


NO_CREDITS = AgentError("2001", "no credits")

# The events; the error; whether it came after a whole answer; the text that stays.
ERRORS: dict[str, tuple[list[Any], AgentError | None, bool, str]] = {
    "event": ([failed("2001", "no credits")], NO_CREDITS, False, ""),
    "code as a number": ([failed(2001, "no credits")], NO_CREDITS, False, ""),
    "code alone": ([failed("1001")], AgentError("1001", ""), False, ""),
    "message alone": ([failed(None, "broken")], AgentError("exception", "broken"), False, ""),
    "snake_case": (
        [{"error_code": "1002", "error_message": "x"}],
        AgentError("1002", "x"),
        False,
        "",
    ),
    "after an answer": ([text("Done."), failed("500", "x")], AgentError("500", "x"), True, "Done."),
    "within an answer": ([piece("Do"), failed("500", "x")], AgentError("500", "x"), False, "Do"),
    "within a second answer": (
        [text("A."), piece("B"), failed("500", "x")],
        AgentError("500", "x"),
        False,
        "A.\n\nB",
    ),
    "before an answer": ([failed("500", "x"), text("Hm.")], AgentError("500", "x"), False, "Hm."),
    "after silent work": ([state(draft=1), failed("5", "x")], AgentError("5", "x"), False, ""),
    "beside text": (
        [text("Long", errorCode="MAX_TOKENS")],
        AgentError("MAX_TOKENS", ""),
        True,
        "Long",
    ),
    "exception": ([crash("bad")], AgentError("exception", "ValueError: bad"), False, ""),
    "exception after an answer": (
        [text("Done."), crash("bad")],
        AgentError("exception", "ValueError: bad"),
        True,
        "Done.",
    ),
    "exception after an error": ([failed("2001", "no credits"), crash("x")], NO_CREDITS, False, ""),
    "exception that is no JSON": (
        ['{"error": "bad "quotes" and \\x"}'],
        AgentError("exception", 'bad "quotes" and \\x'),
        False,
        "",
    ),
    "exception with a line break": (
        ['{"error": "first\nsecond"}'],
        AgentError("exception", "first\nsecond"),
        False,
        "",
    ),
    "exception as an object": (
        [{"error": {"code": 2001, "message": "no credits"}}],
        NO_CREDITS,
        False,
        "",
    ),
    "envelope of the API": ([{"code": 2001, "message": "no credits"}], NO_CREDITS, False, ""),
    "envelope of success": ([{"code": 0, "message": "ok", "data": {}}], None, False, ""),
    "a silent turn of an old server": ([failed("STOP")], None, False, ""),
    "empty fields": ([failed("", ""), {"error": None}, {"error": ""}], None, False, ""),
    "code of no kind": ([failed({"a": 1}), failed(["x"]), failed(True)], None, False, ""),  # noqa: FBT003 - a value on the wire
    "message of no kind": ([failed("7", {"a": 1})], AgentError("7", ""), False, ""),
    "endless message": ([failed("7", "x" * 9999)], AgentError("7", "x" * 2000), False, ""),
}


@pytest.mark.parametrize(("events", "error", "after", "words"), ERRORS.values(), ids=ERRORS)
def test_an_error_is_known_in_every_form(
    events: list[Any],
    error: AgentError | None,
    after: bool,  # noqa: FBT001 - a column of the table
    words: str,
) -> None:
    reply = fold(*events)
    assert (reply.error, reply.error_after_answer, reply.text) == (error, after, words)


# Did the agent do anything before it refused? Only if not, the call may be made again.
WORKED: dict[str, tuple[list[Any], bool]] = {
    "refused at once": ([failed("1001", "token expired")], False),
    "refused after heartbeats and emptiness": ([{}, state(), text(""), failed("1001")], False),
    "refused after thinking": ([event(thought("Hm.")), failed("1001")], False),
    "said something": ([text("Hm."), failed("1001")], True),
    "said a piece": ([piece("H"), failed("1001")], True),
    "called a tool": ([call("generate"), failed("1001")], True),
    "changed the state": ([state(draft=1), failed("1001")], True),
}


@pytest.mark.parametrize(("events", "worked"), WORKED.values(), ids=WORKED)
def test_a_refusal_before_any_work_is_told_apart(events: list[Any], worked: bool) -> None:  # noqa: FBT001 - a column
    reply = fold(*events)
    assert reply.error is not None
    assert reply.error.code == "1001"
    assert reply.worked is worked


STAGES: dict[str, Stage | None] = {
    "generate_video": "raw_video",
    "video_generation": "raw_video",
    "generateVideo": "raw_video",
    "text_to_video": "raw_video",
    "image-to-video": "raw_video",
    "T2V": "raw_video",
    "generateBGM": "finishing",
    "t2v": "raw_video",
    "add_bgm": "finishing",
    "generate_music": "finishing",
    "add_background_music": "finishing",
    "AddTitle": "finishing",
    "add_subtitles": "finishing",
    "burn_captions": "finishing",
    "apply_effects": "finishing",
    "set_transitions": "finishing",
    "textOverlay": "finishing",
    "get_state": None,
    "untitled": None,
    "trim": None,
    "": None,
}


@pytest.mark.parametrize(("tool", "stage"), STAGES.items())
def test_a_tools_name_tells_the_stage(tool: str, stage: Stage | None) -> None:
    assert stage_of(tool) == stage


def test_each_stage_begins_once() -> None:
    reply = ReplyFold()
    tools = [
        "get_state",
        "generate_video",
        "generate_video",
        "add_title",
        "add_bgm",
        "generate_video",
    ]
    steps = [reply.feed(Frame("message", json.dumps(call(tool)))) for tool in tools]
    assert steps == [None, Step("raw_video"), None, Step("finishing"), None, None]
    assert reply.finish(truncated=False).stages == ("raw_video", "finishing")


def test_two_stages_in_one_event_tell_the_later() -> None:
    both = event({"functionCall": {"name": "t2v"}}, {"functionCall": {"name": "add_bgm"}})
    reply = ReplyFold()
    assert reply.feed(Frame("message", json.dumps(both))) == Step("finishing")
    assert reply.finish(truncated=False).stages == ("raw_video", "finishing")


@pytest.mark.parametrize(("ids", "goes_on"), [(["c1"], True), ([], False), (None, False)])
def test_a_tool_that_outlives_the_stream_is_told(ids: list[str] | None, goes_on: bool) -> None:  # noqa: FBT001 - a column
    assert fold(call("generate", longRunningToolIds=ids), text("On it.")).long_running is goes_on


def test_pulses_are_no_events() -> None:
    reply = ReplyFold()
    assert reply.feed(PULSE) is None
    assert reply.finish(truncated=False) == Reply()


def test_a_cut_stream_is_told_beside_what_came() -> None:
    reply = fold(text("One."), piece("Tw"), truncated=True)
    assert (reply.text, reply.incomplete, reply.truncated) == ("One.\n\nTw", True, True)
