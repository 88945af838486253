"""The frame reader and the fold on what the real google-adk API server sends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
import requests

from t2v.external.events import AgentError
from t2v.external.reply import Reply, ReplyFold, Step
from t2v.stream import FrameReader

pytestmark = pytest.mark.adk

APP = {"app_name": "nemo_agent", "user_id": "me"}


@dataclass(frozen=True, slots=True)
class Scene:
    """What the agent meant; see the scenario of the same name in the agent."""

    text: str = ""
    tools: tuple[str, ...] = ()
    state: frozenset[str] = frozenset()
    incomplete: bool = False
    error: AgentError | None = None
    after_answer: bool = False


DRAFT = frozenset({"draft"})
BROKEN = AgentError("exception", 'RuntimeError: it "broke"\nbadly')

SCENES: dict[str, Scene] = {
    "plain": Scene("Hello."),
    "silent": Scene(state=DRAFT),
    "nothing": Scene(),
    "pieces": Scene("Title added."),
    "cut short": Scene("First.\n\nThen noth", incomplete=True),
    "thinking": Scene("Here is a cat."),
    "generation": Scene(
        "I'll make it.\n\nDone: 10 s.",
        tools=("generate_video", "add_bgm"),
        state=frozenset({"draft", "generated_media"}),
    ),
    "two agents": Scene("Sound is ready.\n\nPicture is ready."),
    "scripts": Scene('线\u2028段\u2029落\u0085 🎬 é \x0b \\ " </data>\n\ndata: x\r\nevent: y'),
    "picture": Scene("See."),
    "long tool": Scene(tools=("render",)),
    "no long tool": Scene("Trimmed.", tools=("trim",)),
    "no credits": Scene(error=AgentError("2001", "Not enough credits.")),
    "token": Scene(error=AgentError("1001", "Token expired.")),
    "error after answer": Scene("Done.", error=AgentError("503", "Overloaded."), after_answer=True),
    "exception": Scene(error=BROKEN),
    "exception after answer": Scene(
        "Done.", error=AgentError("exception", "ValueError: too late"), after_answer=True
    ),
    "exception within": Scene(
        "Wor", incomplete=True, error=AgentError("exception", "ValueError: too early")
    ),
    "afterword": Scene("Music added."),
    "many": Scene("\n\n".join(f"Line {number}." for number in range(300))),
    "large": Scene("x" * 3_000_000, state=DRAFT),
}  # fmt: skip


def converse(server: str, session: str, words: str, **more: Any) -> tuple[Reply, list[Step]]:
    """Send the words and fold what comes back, read as the engine reads it."""
    body = {**APP, "session_id": session, "new_message": {"parts": [{"text": words}]}, **more}
    frames, fold, steps = FrameReader(), ReplyFold(), []
    with post(server, body) as response:
        assert response.status_code == 200
        assert response.headers["Content-Type"].startswith("text/event-stream")
        while chunk := response.raw.read1(65_536, decode_content=True):
            steps += [step for frame in frames.feed(chunk) if (step := fold.feed(frame))]
    return fold.finish(truncated=frames.close()), steps


def post(server: str, body: dict[str, Any]) -> requests.Response:
    headers = {"Accept": "text/event-stream", "Accept-Encoding": "identity"}
    return requests.post(
        f"{server}/run_sse", json=body, headers=headers, stream=True, timeout=(5, 30)
    )


@pytest.mark.parametrize("streaming", [False, True], ids=["whole", "streaming"])
@pytest.mark.parametrize(("name", "scene"), SCENES.items(), ids=SCENES)
def test_the_folded_reply_is_what_the_agent_meant(
    adk_server: str,
    adk_session: str,
    name: str,
    scene: Scene,
    streaming: bool,  # noqa: FBT001 - a column of the table
) -> None:
    reply, _ = converse(adk_server, adk_session, name, streaming=streaming)
    assert reply.truncated is False
    assert scene == Scene(
        text=reply.text,
        tools=reply.tools,
        state=reply.state_keys,
        incomplete=reply.incomplete,
        error=reply.error,
        after_answer=reply.error_after_answer,
    )


def test_the_server_keeps_the_state_that_the_reply_names(adk_server: str, adk_session: str) -> None:
    reply, _ = converse(adk_server, adk_session, "generation")
    kept = requests.get(
        f"{adk_server}/apps/nemo_agent/users/me/sessions/{adk_session}", timeout=10
    ).json()["state"]
    assert reply.state_keys == kept.keys()


def test_the_two_stages_of_generation_are_told_as_they_begin(
    adk_server: str, adk_session: str
) -> None:
    reply, steps = converse(adk_server, adk_session, "generation", streaming=True)
    assert steps == [Step("raw_video"), Step("finishing")]
    assert reply.stages == ("raw_video", "finishing")


@pytest.mark.parametrize(("name", "goes_on"), [("long tool", True), ("no long tool", False)])
def test_a_tool_that_outlives_the_stream_is_told(
    adk_server: str,
    adk_session: str,
    name: str,
    goes_on: bool,  # noqa: FBT001 - a column of the table
) -> None:
    reply, _ = converse(adk_server, adk_session, name)
    assert reply.long_running is goes_on


def test_a_token_refused_before_any_work_is_told_apart(adk_server: str, adk_session: str) -> None:
    assert converse(adk_server, adk_session, "token")[0].worked is False
    assert converse(adk_server, adk_session, "error after answer")[0].worked is True


def test_one_session_holds_many_exchanges(adk_server: str, adk_session: str) -> None:
    texts = [converse(adk_server, adk_session, name)[0].text for name in ("plain", "pieces")]
    assert texts == ["Hello.", "Title added."]


def test_an_unknown_session_is_not_found(adk_server: str) -> None:
    message = {"parts": [{"text": "plain"}]}
    with post(adk_server, {**APP, "session_id": "nobody", "new_message": message}) as response:
        assert response.status_code == 404
        assert response.json()["detail"].startswith("Session not found")


def test_a_body_without_session_is_refused_and_echoed(adk_server: str) -> None:
    with post(adk_server, {**APP, "new_message": {"parts": [{"text": "secret"}]}}) as response:
        assert response.status_code == 422
        assert "secret" in str(response.json()["detail"][0]["input"])
