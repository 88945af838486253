"""One event of the agent, read from its JSON: the only place that knows ADK's keys.

Whatever arrives is read without a crash: keys may be in camelCase or snake_case, values of any
type; what is not understood is left out. Standard library only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

MESSAGE_LIMIT = 2_000
"""Characters of an error's message; old servers put a whole traceback there."""

EXCEPTION = "exception"
"""Code of an error that came as a bare exception, and of one that came without a code."""

NO_ERROR = ("", "0", "STOP")
"""Codes that accuse nobody; old servers give a silent turn its finish reason as error code."""

_BARE_EXCEPTION = re.compile(r'\s*\{\s*"error"\s*:\s*"?')
_HUMP = re.compile(r"(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class AgentError:
    """What went wrong at the agent: the API's code as given ("2001"), and untrusted words."""

    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What one event says. `text` is what the user may see; `source` is its author and branch."""

    source: tuple[str, str] = ("", "")
    partial: bool = False
    text: str = ""
    tools: tuple[str, ...] = ()
    state_keys: tuple[str, ...] = ()
    long_running: bool = False
    error: AgentError | None = None


NOTHING = Event()


def read_event(data: str) -> Event:
    """Return what the data of one frame says; `NOTHING` when it is no event."""
    try:
        wire = json.loads(data)
    except (ValueError, RecursionError):
        return _not_json(data)
    if not isinstance(wire, dict):
        return NOTHING
    parts = [
        part for part in _items(_get(_get(wire, "content"), "parts")) if isinstance(part, dict)
    ]
    author = _text(_get(wire, "author"))
    return Event(
        source=(author, _text(_get(wire, "branch"))),
        partial=_get(wire, "partial") is True,
        text="" if author == "user" else "".join(_visible(part) for part in parts),
        tools=tuple(_tools(parts)),
        state_keys=tuple(_keys(_get(_get(wire, "actions"), "stateDelta"))),
        long_running=bool(_get(wire, "longRunningToolIds")),
        error=_error(wire),
    )


def _not_json(data: str) -> Event:
    """Old servers wrote the exception's text into their error frame as it was."""
    match = _BARE_EXCEPTION.match(data)
    if match is None:
        return NOTHING
    message = data[match.end() : match.end() + MESSAGE_LIMIT].rstrip().rstrip("}").rstrip('" ')
    return Event(error=AgentError(EXCEPTION, message))


def _error(wire: Mapping[str, Any]) -> AgentError | None:
    """Return the event's error: its own fields, an exception frame, or the API's envelope."""
    code, message = _get(wire, "errorCode"), _get(wire, "errorMessage")
    if message or _word(code) not in NO_ERROR:
        return AgentError(_word(code) or EXCEPTION, _brief(message))
    failure = wire.get("error")
    if failure:
        inner = failure if isinstance(failure, dict) else {"message": failure}
        return AgentError(_word(inner.get("code")) or EXCEPTION, _brief(inner.get("message")))
    is_event = "content" in wire or "author" in wire
    if not is_event and _word(wire.get("code")) not in NO_ERROR:
        return AgentError(_word(wire["code"]), _brief(wire.get("message")))
    return None


def _visible(part: Mapping[str, Any]) -> str:
    """Return a part's text, unless it is the model thinking aloud."""
    return "" if part.get("thought") else _text(part.get("text"))


def _tools(parts: list[dict[str, Any]]) -> Iterator[str]:
    """Return the names of the tools that are called or have answered."""
    for part in parts:
        for key in ("functionCall", "functionResponse"):
            name = _text(_get(_get(part, key), "name"))
            if name:
                yield name


def _keys(value: object) -> list[str]:
    return [key for key in value if isinstance(key, str)] if isinstance(value, dict) else []


def _get(value: object, name: str) -> Any:  # noqa: ANN401 - a member of any JSON
    """Return the member of that camelCase name, or of its snake_case form."""
    if not isinstance(value, dict):
        return None
    return value[name] if name in value else value.get(_snake(name))


@cache
def _snake(name: str) -> str:
    return _HUMP.sub("_", name).lower()


def _items(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _word(value: object) -> str:
    """Return a code as text; some servers send numbers."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _text(value)[:80]


def _brief(value: object) -> str:
    return _text(value)[:MESSAGE_LIMIT]
