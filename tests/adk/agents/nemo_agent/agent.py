"""An agent without a model: the message names a scenario, and its events are played as they stand.

Runs inside the real API server, in that server's own environment; no test imports it.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from typing import Any

from google.adk.agents import BaseAgent
from google.adk.agents.invocation_context import InvocationContext
from google.adk.agents.run_config import StreamingMode
from google.adk.events import Event, EventActions
from google.genai.types import Blob, Content, FunctionCall, FunctionResponse, Part


@dataclass(frozen=True)
class Play:
    """One event to come. What is `streamed_only` comes as a model's pieces do: when asked for."""

    parts: tuple[Part, ...] = ()
    role: str = "model"
    author: str = "nemo_agent"
    streamed_only: bool = False
    state: dict[str, Any] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)

    def event(self, invocation_id: str) -> Event:
        return Event(
            invocation_id=invocation_id,
            author=self.author,
            content=Content(role=self.role, parts=list(self.parts)) if self.parts else None,
            actions=EventActions(state_delta=self.state),
            **self.more,
        )


def say(words: str, **more: Any) -> Play:
    return Play((Part(text=words),), more=more)


def piece(words: str, *, always: bool = False, **more: Any) -> Play:
    return Play((Part(text=words),), streamed_only=not always, more={"partial": True, **more})


def think(words: str) -> Play:
    return Play((Part(text=words, thought=True),))


def call(tool: str, **more: Any) -> Play:
    return Play(
        (Part(function_call=FunctionCall(id="c1", name=tool, args={"of": "x"})),), more=more
    )


def answer(tool: str) -> Play:
    done = FunctionResponse(id="c1", name=tool, response={"status": "done"})
    return Play((Part(function_response=done),), role="user")


def show(png: bytes) -> Play:
    return Play((Part(inline_data=Blob(mime_type="image/png", data=png)),))


def change(**state: Any) -> Play:
    return Play(state=state)


def fail(code: str, message: str) -> Play:
    return Play(more={"error_code": code, "error_message": message})


SCENARIOS: dict[str, tuple[Play | Exception, ...]] = {
    "plain": (say("Hello."),),
    "silent": (change(draft={"t": []}),),
    "nothing": (),
    "pieces": (piece("Title "), piece("added."), say("Title added.")),
    "cut short": (say("First."), piece("Then ", always=True), piece("noth", always=True)),
    "thinking": (
        think("The user wants a cat."),
        Play((Part(text="A cat, then.", thought=True), Part(text="Here is a cat."))),
    ),
    "generation": (
        piece("I'll make "),
        piece("it."),
        Play((Part(text="I'll make it."), Part(function_call=FunctionCall(name="generate_video")))),
        answer("generate_video"),
        change(draft={"t": [{"tt": 0}]}),
        call("add_bgm"),
        answer("add_bgm"),
        change(draft={"t": [{"tt": 0}, {"tt": 1}]}, generated_media=["m1"]),
        piece("Done: "),
        piece("10 s."),
        say("Done: 10 s."),
    ),
    "two agents": (
        piece("Pict", branch="root.a"),
        piece("Sou", branch="root.b"),
        say("Sound is ready.", branch="root.b"),
        say("Picture is ready.", branch="root.a"),
    ),
    "scripts": (say('线\u2028段\u2029落\u0085 🎬 é \x0b \\ " </data>\n\ndata: x\r\nevent: y'),),
    "picture": (show(b"\x89PNG"), say("See.")),
    "long tool": (call("render", long_running_tool_ids={"c1"}),),
    "no long tool": (call("trim", long_running_tool_ids=set()), say("Trimmed.")),
    "no credits": (fail("2001", "Not enough credits."),),
    "token": (fail("1001", "Token expired."),),
    "error after answer": (say("Done."), fail("503", "Overloaded.")),
    "exception": (RuntimeError('it "broke"\nbadly'),),
    "exception after answer": (say("Done."), ValueError("too late")),
    "exception within": (piece("Wor", always=True), ValueError("too early")),
    "afterword": (say("Music added."), say("I encountered a temporary issue. Please try again.")),
    "many": tuple(say(f"Line {number}.") for number in range(300)),
    "large": (change(draft={"prompt": "電影" * 700_000}), say("x" * 3_000_000)),
}  # fmt: skip


class Scripted(BaseAgent):  # type: ignore[misc] # the server's packages are not in our environment
    """Plays the scenario that the message names."""

    async def _run_async_impl(self, ctx: InvocationContext) -> AsyncGenerator[Event, None]:
        streaming = ctx.run_config.streaming_mode is StreamingMode.SSE
        for play in SCENARIOS[ctx.user_content.parts[0].text]:
            if isinstance(play, Exception):
                raise play
            if streaming or not play.streamed_only:
                yield play.event(ctx.invocation_id)


root_agent = Scripted(name="nemo_agent")
