"""What went wrong at the agent, in every form, and whether it had done anything before."""

from __future__ import annotations

from typing import Any

import pytest

from t2v.external.events import AgentError
from tests.agent_events import call, crash, event, failed, fold, piece, state, text, thought

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
