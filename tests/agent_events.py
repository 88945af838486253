"""Events of the agent as the google-adk server writes them, and the reply that they amount to."""

from __future__ import annotations

import json
from typing import Any

from t2v.external.reply import Reply, ReplyFold
from t2v.stream import Frame


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
