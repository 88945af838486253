"""route: which tool the user's words are for, and what a reply of the agent asks for."""

from __future__ import annotations

import sys

from t2v import routing
from t2v.context import Context
from t2v.errors import SkillError
from t2v.report import External, Next, Report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST_BYTES = 1_000_000
"""Of standard input; the words of a person fit a hundred times."""

STANDARD_INPUT = "-"

STEPS = {
    "send": "make or change the video",
    "upload": "upload what was given",
    "state": "look at the timeline",
    "credits": "look up the credits",
    "export": "export the video",
    "batch": "check the table and what its videos would cost",
    "jobs": "look at the work that goes on",
    "evaluate": "measure the videos",
    "doctor": "check the setup",
    "connect": "start a new project",
}
"""What each tool does, as the user may be told before it is done."""

CANCELS = "cancel the work that goes on"
FILM = "make a film of the document"
NO_TABLE = "Which table or list of prompts is it? Name the file."


def route(
    context: Context,
    *,
    words: str | None,
    file: list[str],
    reply: str | None,
    explain: bool,
) -> Report:
    """Name the tool for the user's words, or the actions that a reply asks for."""
    if reply is not None:
        return _of_reply(context, _given(reply))
    said = _given(words or "")
    if not said.strip() and not file:
        raise SkillError("empty_text")
    return _of_words(routing.route(said, file), explain=explain)


def _of_words(decision: routing.Decision, *, explain: bool) -> Report:
    data: dict[str, Any] = {
        "tool": decision.tool,
        "then": list(decision.then),
        "skip_chat": decision.skip_chat,
        "matched": list(decision.matched),
        "language": decision.language,
        "confidence": decision.confidence,
        "arguments": decision.arguments,
    }
    if explain:
        data["why"] = list(decision.why)
    if decision.notes:
        data["notes"] = list(decision.notes)
    return Report(say=_told(decision), data=data, next=(_next(decision),))


def _told(decision: routing.Decision) -> str:
    """Return what comes next, in words for the user."""
    if decision.tool == routing.BATCH and "file" not in decision.arguments:
        return NO_TABLE
    steps = [_step(tool, decision.arguments) for tool in (decision.tool, *decision.then)]
    return " ".join((f"Next: {', then '.join(steps)}.", *decision.notes))


def _step(tool: str, arguments: dict[str, Any]) -> str:
    if tool == "jobs" and arguments.get("action") == "cancel":
        return CANCELS
    return FILM if tool == routing.UPLOAD and "words" in arguments else STEPS[tool]


def _next(decision: routing.Decision) -> Next:
    """Return how to go on: a batch is offered with its price first, and needs a table."""
    if decision.tool != routing.BATCH:
        return Next.RUN_TOOL
    return Next.OFFER_BATCH if "file" in decision.arguments else Next.ASK_USER


def _of_reply(context: Context, reply: str) -> Report:
    """Part a reply into what is to be done and what it tells."""
    translated = context.translate(reply)
    return Report(
        say=_sentence(translated.actions),
        data={"actions": list(translated.actions)},
        external=External(translated.text),
    )


def _sentence(actions: tuple[str, ...]) -> str:
    if not actions:
        return "The reply asks for nothing on a screen."
    return f"The reply asks for {', '.join(f'{action}.py' for action in actions)}."


def _given(text: str) -> str:
    """Return the argument, or standard input when the argument is a dash."""
    raw = text.encode() if text != STANDARD_INPUT else sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise SkillError("text_too_long", limit_bytes=MOST_BYTES)
    try:
        return raw.decode()
    except UnicodeDecodeError:
        raise SkillError("bad_text") from None
