"""Python imports this first, in every program of an audited run: what it does goes into a file.

Only the standard library, and as little of it as can be: this runs before the program's own lines.
One line of JSON an event: the program's first argument, the event, its arguments.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
FOLLOWED = frozenset({
    "os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove", "os.truncate",
    "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind",
    "subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.startfile",
})  # fmt: skip


def follow(trail: int) -> None:
    """Write down from now on what this process does, into an open file."""

    def note(event: str, arguments: tuple[Any, ...]) -> None:
        writes = event == "open" and bool(arguments[2] & WRITING)
        if event in FOLLOWED or writes:
            record = [sys.orig_argv[1:], os.getcwd(), event, arguments]  # noqa: PTH109 - lean
            # One write: programs that run at the same time must not mix their lines.
            os.write(trail, json.dumps(record, default=repr).encode() + b"\n")

    sys.addaudithook(note)


if "AUDIT_TRAIL" in os.environ:
    follow(os.open(os.environ["AUDIT_TRAIL"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600))
