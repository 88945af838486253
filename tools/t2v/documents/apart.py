"""Parsing in a process of its own what can be made to do harm; it is ended when it takes long."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from t2v.checks import shell
from t2v.documents.pieces import READ_LIMIT, Piece, Place, Reading
from t2v.errors import SkillError
from t2v.failures import FAILURES
from t2v.secret import without_secrets

LIMIT_S = 20.0
OUTPUT_LIMIT = 8 * READ_LIMIT
"""Bytes that the pieces can take: escapes of JSON, and little beside them."""

BOOT = """\
import sys
tools, kind = sys.argv[1:]
sys.path.insert(0, tools)
from t2v.documents.parser import main
main(kind)
"""
PACKAGES = {"pdf": ("pypdf", "pypdf>=6,<8")}
"""What a kind needs beyond Python: the package, and what pip is asked for."""


def require(kind: str) -> None:
    """Refuse early what cannot be read here.

    Raises:
        SkillError: `extra_missing` with the command that installs the reader.
    """
    package, requirement = PACKAGES.get(kind, ("", ""))
    if package and importlib.util.find_spec(package) is None:
        command = shell.install(requirement)
        detail = f"Reading {kind.upper()} needs a package that is missing."
        raise SkillError("extra_missing", detail, data={"command": command})


def read(kind: str, handle: BinaryIO, name: str) -> Reading:
    """Return what the document holds.

    Args:
        kind: `docx`, `pdf` or `html`.
        handle: the open file, at its start; the process reads it, and no other.
        name: what it is called in our sentences.

    Raises:
        SkillError: what is wrong with it: `document_stuck`, `document_bomb`, ...
    """
    require(kind)
    reading, ended = Reading(), False
    for line in _lines(kind, handle, name):
        found = json.loads(line)
        if isinstance(found, dict):
            ended = True
            _end(reading, found, name)
        else:
            text, place, number, heading, begins = found
            piece = Piece(text, Place(place, number), heading=heading, begins=begins)
            reading.pieces.append(piece)
    if not ended:
        raise SkillError("document_damaged", f"{name} is damaged: its reader gave up.")
    return reading


def _end(reading: Reading, found: dict[str, Any], name: str) -> None:
    """Take the last line."""
    if "error" in found:
        happened = found["detail"] or FAILURES[found["error"]].meaning
        raise SkillError(found["error"], f"{name}: {happened}")
    reading.title, reading.cut = found["title"], found["cut"]


def _lines(kind: str, handle: BinaryIO, name: str) -> Iterator[bytes]:
    """Yield what the process prints; it is gone when this ends, however that happens."""
    handle.seek(0)
    site = ["-S"] if sys.flags.no_site else []
    tools = str(Path(__file__).parents[2])
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-B", *site, "-c", BOOT, tools, kind],
        stdin=handle,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=without_secrets(os.environ),
    )
    late = threading.Event()

    def end() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(LIMIT_S, end)
    timer.start()
    try:
        yield from _bounded(process.stdout, name)
        process.wait()
        if late.is_set():
            raise SkillError("document_stuck", f"{name} takes too long to read.")
    finally:
        timer.cancel()
        process.kill()
        process.communicate()  # closes the pipe, and leaves no zombie


def _bounded(output: Any, name: str) -> Iterator[bytes]:  # noqa: ANN401 - a pipe
    total = 0
    while line := output.readline(OUTPUT_LIMIT):
        total += len(line)
        if total > OUTPUT_LIMIT:
            raise SkillError("document_bomb", f"{name} holds more text than a document has.")
        yield line
