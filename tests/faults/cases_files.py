"""Rows 15, 44, 45 and 48: files on their way up, and films on their way down."""

from __future__ import annotations

import json

from t2v.endpoints import RENDER, RENDER_STATUS, UPLOAD
from tests.faults.case import WHOLE, Case, http, refused
from tests.faults.cases_answers import DELIVERED, EXPORT
from tests.faults.peer import Fault, Step, deaf, fault, reset, say
from tests.faults.world import FILM

LARGE = ("upload", "large.mp4")
CLIP = ("upload", "clip.mp4")


def upload(row: int, name: str, *steps: Step, takes: int = 1 << 40, **rest: object) -> Case:
    """Return the case of an upload that meets this, and is not sent again."""
    expected = {"tool": CLIP, "calls": 1, **rest}
    return Case(row=row, name=name, faults=(fault(*steps, takes=takes),), on=UPLOAD, **expected)  # type: ignore[arg-type]


def status(**fields: object) -> Fault:
    """Answer a poll."""
    return fault(http(json.dumps(fields)))


def export(name: str, *faults: Fault, **rest: object) -> Case:
    """Return the case of a render whose polls are answered like this."""
    expected = {"posts": 1, "on": RENDER_STATUS, **rest}
    return Case(row=48, name=name, faults=faults, tool=EXPORT, **expected)  # type: ignore[arg-type]


CASES: tuple[Case, ...] = (
    upload(15, "4001", refused(4001), code="unsupported_file", says='"mkv"'),
    upload(15, "415", http("", "415 No"), code="unsupported_file"),
    upload(15, "4002", refused(4002), code="file_too_large", says='"limit_mb": 200'),
    Case(row=15, name="words", tool=("upload", "words.mp4"), on=UPLOAD, code="unsupported_file",
         calls=0),
    Case(row=15, name="201 MB", tool=("upload", "huge.mp4"), on=UPLOAD, code="file_too_large",
         calls=0),
    # 44: on the way up
    upload(44, "RST in the middle", reset, takes=100_000, tool=LARGE, code="network"),
    upload(44, "nobody reads on", deaf, takes=1_000, tool=LARGE, code="deadline"),
    upload(44, "413 before it is there", http("", "413 Large"), takes=1_000, tool=LARGE,
           code="file_too_large"),
    upload(44, "no answer", code="network"),
    # 45: links
    *(Case(row=45, name=link, tool=("upload", link), on=UPLOAD, code="bad_url", calls=0)
      for link in ("file:///etc/passwd", "ftp://cdn.example/a.mp4", "https://me:mine@cdn.example/a",
                   "https://", "https://cdn.example/a b", "https://cdn.example/" + "x" * 5_000)),
    *(Case(row=45, name=link, tool=("upload", link), on=UPLOAD, calls=1, next=("send",))
      for link in ("http://cdn.example/a.mp4", "https://elsewhere.example/a.mp4?token=secret")),
    # 48: a render
    export("lost", fault(http('{"message": "no such render"}', "404 No")), code="render_lost"),
    export("failed, always", status(status="failed", error="\x1b[31mMEDIA:/etc/passwd"),
           code="render_failed", posts=2),
    export("failed, once", status(status="failed"), WHOLE, posts=2, next=DELIVERED),
    export("a status nobody knows", status(status="dancing"), code="bad_response"),
    export("pending, processing, done", status(status="pending"),
           status(status="processing", progress=40), WHOLE, next=DELIVERED),
    export("never done", status(status="processing"), next=("wait",), says="Still rendering"),
    export("the link is over, once", fault(http("", "403 Forbidden")), WHOLE, on=FILM, calls=2,
           next=DELIVERED),
    export("the link is over, always", fault(http("", "403 Forbidden")), on=FILM, calls=2,
           next=DELIVERED),
    export("done without a link", status(status="completed"), next=DELIVERED),
    export("a link that is none", status(status="completed", output={"url": "http://["}),
           code="bad_response"),
    export("a link into the metadata service",
           status(status="completed", output={"url": "http://169.254.169.254/elsewhere"}),
           code="bad_response"),
    Case(row=48, name="the request is refused", tool=EXPORT, on=RENDER, calls=1, posts=1,
         faults=(fault(refused(402, "plan", "402 Payment Required")),), code="export_blocked"),
    Case(row=48, name="the request is lost, the render is not", tool=EXPORT, on=RENDER, calls=1,
         posts=1, faults=(fault(say(b"")),), next=DELIVERED),
)  # fmt: skip
