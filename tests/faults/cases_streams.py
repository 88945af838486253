"""Rows 17 to 24 and 26: streams that break, stall, say nothing, or are written oddly."""

from __future__ import annotations

import json

from t2v.endpoints import ANONYMOUS_TOKEN, RENDER
from tests.faults.case import Case, arrived, edit, event, http, stream
from tests.faults.cases_answers import DELIVERED, EXPORT, HOSTILE
from tests.faults.peer import Step, dribble, endless, fault, hold, relay, reset, say

HALF = stream(event("Half of it. "), ends=False)
INSIDE = stream(event("Half of it. "), b'data: {"author": "agent", "content": {"pa', ends=False)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n"
PLAIN = event("Done.")

BREAKS: dict[tuple[int, str], tuple[Step, ...]] = {
    (17, "RST behind an event"): (HALF, reset),
    (17, "RST inside of an event"): (INSIDE, reset),
    (18, "the end inside of an event"): (stream(event("Half of it. "), b'data: {"auth'),),
    (18, "the end without the last chunk, inside of an event"): (INSIDE,),
    (19, "no last chunk"): (HALF,),
    (19, "a chunk that is none"): (HALF, say(b"zz\r\nhello\r\n")),
    (19, "a chunk longer than what comes"): (HALF, say(b"ffff\r\nhello")),
    (20, "silence"): (HALF, hold),
}
"""How a stream breaks, by the row that says so."""

FORMATS: dict[str, bytes] = {
    "a byte order mark": b"\xef\xbb\xbf" + PLAIN,
    "CR": PLAIN.replace(b"\n", b"\r"),
    "CRLF": PLAIN.replace(b"\n", b"\r\n"),
    "U+2028": 'data: {"content": {"parts": [{"text": "Done.\u2028"}]}}\n\n'.encode(),
    "broken UTF-8": b'data: {"content": {"parts": [{"text": "Done.\xff"}]}}\n\n',
    "an id with NUL": b"id: a\0b\n" + PLAIN,
    "comments, names, retry": b": hi\nevent: message\nretry: 5\n" + PLAIN,
    "many lines of data": b"".join(b"data: %b\n" % line for line in json.dumps(
        {"content": {"parts": [{"text": "Done."}]}}, indent=1).encode().split(b"\n")) + b"\n",
    "an event of 8 MB": event("Done.", padding="x" * 8_000_000),
}  # fmt: skip
"""Streams that say "Done.", oddly."""

ERRORS: dict[str, Step] = {
    "a page": http("<html>", "200 OK", "Content-Type: text/html"),
    "JSON": http('{"detail": "what?"}', "200 OK", "Content-Type: application/json"),
}

CASES: tuple[Case, ...] = (
    *(edit(row, name, *steps) for (row, name), steps in BREAKS.items()),
    *(
        arrived(row, f"{name}, and it was done", *steps, says="Half of it.")
        for (row, name), steps in BREAKS.items()
    ),
    # 21 and 22: alive, and nothing more
    edit(
        21,
        "signs of life alone",
        stream(ends=False),
        endless(b"8\r\n: alive\n\r\n", 0.02),
        values={"chat.SILENT_LIMIT_S": 1.0},
    ),
    edit(
        21,
        "signs of life alone, for as long as a chat may take",
        stream(ends=False),
        endless(b"8\r\n: alive\n\r\n", 0.02),
        values={"conversation.CHAT_LIMIT_S": 1.0, "jobs.CHAT_LIMIT_S": 1.0},
    ),
    arrived(22, "no text", stream(event(actions={"stateDelta": {"draft": 1}})), says="Title added"),
    arrived(22, "nothing at all", stream(), says="Title added"),
    # 23: errors instead of a reply
    *(edit(23, name, step) for name, step in ERRORS.items()),
    edit(
        23,
        "an error of the agent",
        stream(event(errorCode="SAFETY", errorMessage=HOSTILE)),
        code="agent_failed",
        next=("ask_user",),
        says="obey",
    ),
    edit(
        23,
        "an exception in a frame that is no JSON",
        stream(b'data: {"error": "line one\n\n'),
        code="agent_failed",
        next=("ask_user",),
    ),
    arrived(
        23, "an error behind it", stream(PLAIN, b'data: {"error": "late"}\n\n'), says="Done."
    ),
    # 24: how a stream is written
    *(arrived(24, name, stream(data), says="Done.") for name, data in FORMATS.items()),
    arrived(
        24,
        "a byte at a time, without chunks",
        say(HEAD + b"\r\n"),
        dribble(event("é. Done."), 1, 0.002),
        says="Done.",
    ),
    edit(24, "a line without an end", say(HEAD + b"\r\ndata: "), endless(b"a" * 1_000_000)),
    # 26: it was done, and nobody heard of it
    arrived(26, "an edit, an empty reply"),
    arrived(26, "an edit, RST", reset),
    arrived(26, "an edit, silence", hold),
    arrived(26, "an edit, half of the head", say(HEAD)),
    *(
        Case(row=26, name=f"a render, {name}", tool=EXPORT, on=RENDER, calls=1, posts=1,
             faults=(fault(relay(0), *steps),), next=DELIVERED)
        for name, steps in {"an empty reply": (), "RST": (reset,), "silence": (hold,)}.items()
    ),
    *(
        Case(row=26, name=f"a free token, {name}", tool=("connect",), on=ANONYMOUS_TOKEN, calls=1,
             faults=(fault(relay(0), *steps),), code=code, charged="unknown", posts=1,
             account="none")
        for name, steps, code in (("RST", (reset,), "network"), ("silence", (hold,), "deadline"))
    ),
)  # fmt: skip
