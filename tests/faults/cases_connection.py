"""Rows 5 to 9: what happens to a connection before there is an answer, or instead of one."""

from __future__ import annotations

from tests.faults.case import WHOLE, Case, arrived, edit, http
from tests.faults.peer import dribble, endless, fault, hold, reset, say

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
BALANCE = b'{"code": 0, "data": {"available": 100}}'
DEEP = b"[" * 100_000 + b"]" * 100_000

WRONG = {
    "no HTTP": say(b"SSH-2.0-OpenSSH_9.6\r\n"),
    "noise": say(bytes(range(256)) * 4),
    "a page": http("<html>Welcome to the hotel</html>", "200 OK", "Content-Type: text/html"),
    "nothing": http(""),
    "half an object": http('{"code": 0, "data": {"avail'),
    "a list": http("[1, 2]"),
    "NaN": http('{"code": 0, "data": {"available": NaN}}'),
    "a hundred thousand brackets": http(DEEP),
    "a length that is a lie": say(HEAD + b"Content-Length: 5000\r\n\r\n" + BALANCE),
    "chunks that are none": say(HEAD + b"Transfer-Encoding: chunked\r\n\r\nhello\r\n"),
    "a header without an end": say(HEAD + b"X-Endless: " + b"a" * 200_000),
}
"""Answers of status 200 that are none, by what they are."""


SILENT = {"before any byte": (hold,), "inside of the head": (say(HEAD), hold)}

CASES: tuple[Case, ...] = (
    # 5: the connection is gone before there is an answer
    *(
        Case(row=5, name=name, faults=(fault(*steps),), code="network", calls=3)
        for name, steps in {"an empty reply": (), "RST before the head": (reset,)}.items()
    ),
    Case(row=5, name="twice, and then well", faults=(fault(reset), fault(), WHOLE), calls=3),
    edit(5, "an edit, an empty reply"),
    edit(5, "an edit, RST before the head", reset),
    # 6: nothing more comes
    *(
        Case(row=6, name=name, faults=(fault(*steps),), code="deadline", calls=3)
        for name, steps in SILENT.items()
    ),
    Case(row=6, name="once, and then well", faults=(fault(hold), WHOLE), calls=2),
    *(edit(6, f"an edit, {name}", *steps) for name, steps in SILENT.items()),
    # 7: just enough comes not to be silent
    *(
        Case(
            row=7,
            name=f"a {name} that drips",
            faults=(fault(say(begun), endless(b"a", 0.05)),),
            code="deadline",
            calls=1,
            values={"sessions.ANSWER_S": 1.0},
        )
        for name, begun in {"head": HEAD, "body": HEAD + b"Content-Length: 9999\r\n\r\n"}.items()
    ),
    Case(row=7, name="it drips, and comes", faults=(fault(dribble(HEAD + b"\r\n" + BALANCE, 5)),)),
    edit(
        7,
        "an edit, a head that drips",
        say(HEAD),
        endless(b"a", 0.05),
        values={"sessions.ANSWER_S": 1.0},
    ),
    # 8: an answer that is none
    *(
        Case(
            row=8,
            name=name,
            faults=(fault(step),),
            code="bad_response",
            calls=2,
        )
        for name, step in WRONG.items()
    ),
    *(
        Case(row=8, name=body, faults=(fault(http(body)),), code=code, calls=1)
        for body, code in {
            '{"code": 0, "data": "soon"}': "bad_response",
            '{"code": 0, "data": {"available": "soon"}}': "bad_response",
            '{"code": 1e999, "data": 5}': "backend_error",
        }.items()
    ),
    Case(
        row=8,
        name="a length that is none, and a good answer",
        faults=(fault(say(HEAD + b"Content-Length: many\r\n\r\n" + BALANCE)),),
    ),
    *(edit(8, f"an edit, {name}", WRONG[name]) for name in ("no HTTP", "a page", "nothing")),
    # 9: trouble of the service's own
    *(
        Case(row=9, name=status, faults=(fault(http("", status)),), code="server_trouble", calls=3)
        for status in ("500 Oh", "502 Bad Gateway", "503 Busy", "504 Gateway Timeout", "599 What")
    ),
    Case(
        row=9,
        name="a burst that ends",
        faults=(fault(http("", "503 Busy")), fault(http("", "502 Bad Gateway")), WHOLE),
        calls=3,
    ),
    *(
        edit(9, f"an edit, {status}", http("<html>", status))
        for status in ("500 Oh", "502 Bad Gateway", "503 Busy", "504 Gateway Timeout")
    ),
    arrived(9, "an edit that was done, 504", http("<html>", "504 Gateway Timeout")),
)
