"""One row of the fault tables: what is done to which request, and what the tool says then."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from t2v.endpoints import CHAT, CREDITS, Endpoint
from t2v.failures import FAILURES
from tests.faults.peer import Fault, Step, fault, relay, say

WHOLE = fault(relay())
"""No fault at all: the service's own answer."""

SEND = ("send", "add a title")
UNSEEN = ("poll_state", "ask_user")
"""What is to be done when nothing came of a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """`row` is the number in the fault model.

    The faults happen to the requests of `on`, one after the other; the last one stays. `calls` are
    the requests that `on` must have seen, `posts` those that may cost something, in all. `code` is
    "" for a success; `next` are the failure's own steps unless others are named. `says` stands in
    the document, `values` are limits of the engine, `env` are variables, `account` says whose
    token there is: the user's own, a free one, or none.
    """

    row: int
    name: str
    faults: tuple[Fault, ...] = ()
    tool: tuple[str, ...] = ("credits",)
    on: Endpoint = CREDITS
    code: str = ""
    charged: str = "no"
    next: tuple[str, ...] | None = None
    calls: int | None = None
    posts: int = 0
    within_s: float = 12.0
    says: str = ""
    values: Mapping[str, float] = field(default_factory=dict)
    env: Mapping[str, str | None] = field(default_factory=dict)
    account: Literal["own", "kept", "none"] = "own"

    @property
    def id(self) -> str:
        """The name of the case in a report."""
        return f"{self.row}: {self.name}"

    @property
    def steps(self) -> list[str]:
        """What the tool says is to be done."""
        if self.next is not None or not self.code:
            return list(self.next or ())
        return [step.value for step in FAILURES[self.code].next]


def edit(row: int, name: str, *steps: Step, **rest: object) -> Case:
    """Return the case of an edit whose request meets this, and which came to nothing."""
    expected = {"code": "no_change", "next": UNSEEN, "posts": 1, "calls": 1, **rest}
    return Case(row=row, name=name, faults=(fault(*steps),), tool=SEND, on=CHAT, **expected)  # type: ignore[arg-type]


def arrived(row: int, name: str, *steps: Step, **rest: object) -> Case:
    """Return the case of an edit that was done, though its answer met this."""
    expected = {"code": "", "charged": "yes", "next": ("offer_export",)}
    return edit(row, name, relay(0), *steps, **{**expected, **rest})


def http(body: bytes | str = b"", status: str = "200 OK", *headers: str) -> Step:
    """Answer with these bytes, framed as HTTP has it."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(data)}", "Connection: close", *headers]
    return say("\r\n".join(lines).encode() + b"\r\n\r\n" + data)


def event(text: str = "", **fields: object) -> bytes:
    """Return an event of the agent as it stands in a stream."""
    said = {"content": {"parts": [{"text": text}], "role": "model"}} if text else {}
    return b"data: " + json.dumps({"author": "agent", **said, **fields}).encode() + b"\n\n"


def refused(code: int, message: str = "no", status: str = "200 OK", *headers: str) -> Step:
    """Answer with an envelope that says no."""
    return http(json.dumps({"code": code, "message": message}), status, *headers)


def stream(*parts: bytes, ends: bool = True) -> Step:
    """Begin an event stream, and end it with its last chunk unless it is to break off."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n"
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts)
    return say(head + b"Connection: close\r\n\r\n" + chunks + (b"0\r\n\r\n" if ends else b""))
