"""The chat stream's events, as Google's ADK API server writes them, and the heartbeats between."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import Any

from t2v.clock import Clock
from t2v.endpoints import APP

Event = dict[str, Any]

HEARTBEATS = (
    ": keep-alive\n\n",
    "event: heartbeat\n\n",
    "data:\n\n",
    'data: {"type":"heartbeat"}\n\n',
)
"""All forms that gateways send; a client must take each as a sign of life and as nothing else."""


class Voice:
    """Speaks the events of one turn. All of them carry its invocation."""

    def __init__(self, clock: Clock, invocation: str) -> None:
        """Take the turn's id."""
        self._clock = clock
        self.invocation = invocation

    def text(self, text: str) -> Event:
        """Say something whole."""
        return self._event(content=_content({"text": text}), partial=None, finishReason="STOP")

    def delta(self, text: str) -> Event:
        """Say the next piece of something that follows whole."""
        return self._event(content=_content({"text": text}), partial=True)

    def thought(self, text: str) -> Event:
        """Think aloud; clients never show it."""
        return self._event(content=_content({"text": text, "thought": True}))

    def call(self, tool: str, arguments: Mapping[str, Any]) -> Event:
        """Call a tool; the answer repeats the call's id."""
        call = {"id": f"adk-{uuid.uuid4()}", "args": arguments, "name": tool}
        return self._event(content=_content({"functionCall": call}), longRunningToolIds=[])

    def answer(self, call: Event, result: Mapping[str, Any]) -> Event:
        """Give a tool's answer to its call."""
        called = call["content"]["parts"][0]["functionCall"]
        response = {"id": called["id"], "name": called["name"], "response": result}
        return self._event(content=_content({"functionResponse": response}, role="user"))

    def state(self, delta: Mapping[str, Any]) -> Event:
        """Tell only that the session's state has changed."""
        event = self._event()
        event["actions"]["stateDelta"] = dict(delta)
        return event

    def error(self, code: str, message: str) -> Event:
        """Tell that the turn fails, inside a stream that has begun."""
        return self._event(errorCode=code, errorMessage=message)

    def _event(self, **fields: Any) -> Event:
        return {
            **{name: value for name, value in fields.items() if value is not None},
            "invocationId": self.invocation,
            "author": APP,
            "actions": {
                "stateDelta": {},
                "artifactDelta": {},
                "requestedAuthConfigs": {},
                "requestedToolConfirmations": {},
            },
            "id": str(uuid.uuid4()),
            "timestamp": self._clock.now(),
        }


def exception_frame(error: Exception) -> Event:
    """Return what the server writes when the agent itself breaks: no invocation, no author."""
    kind = type(error).__name__
    return {"error": "The agent could not finish.", "error_details": {"type": kind}}


def frame(event: Event) -> str:
    """Return an event as it goes over the wire: compact JSON in raw UTF-8."""
    return f"data: {json.dumps(event, ensure_ascii=False, separators=(',', ':'))}\n\n"


def _content(*parts: Mapping[str, Any], role: str = "model") -> dict[str, Any]:
    return {"parts": list(parts), "role": role}
