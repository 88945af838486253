"""One call: the tool as a process of its own, its progress passed on, its answer returned.

A process, as a host would start it: it can be stopped, it cannot take the server along when it
breaks, and it cannot write into the protocol.
"""

from __future__ import annotations

import json
import math
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import Any

import anyio
from anyio.abc import ByteReceiveStream, Process
from anyio.streams.text import TextReceiveStream

from t2v.errors import SkillError

GRACE_S = 5.0
"""A tool that is stopped writes down what goes on without it; then it is ended."""

Tell = Callable[[float, str], Awaitable[None]]
"""Passes progress on: a number that only grows, and a sentence."""


async def run(command: Sequence[str], folder: Path, tell: Tell) -> dict[str, Any]:
    """Run a tool in `folder` and return the document that it prints.

    When the call is cancelled the tool is interrupted, as by Ctrl-C, and then ended.
    """
    try:
        async with _running(command, folder) as process, anyio.create_task_group() as tasks:
            assert process.stdout is not None  # noqa: S101 - pipes were asked for
            assert process.stderr is not None  # noqa: S101 - same
            tasks.start_soon(_follow, process.stderr, tell)
            printed = b"".join([part async for part in process.stdout])
    except (OSError, ValueError) as error:
        return _unfit(error).document()
    return _document(printed)


@asynccontextmanager
async def _running(command: Sequence[str], folder: Path) -> AsyncIterator[Process]:
    process = await anyio.open_process(
        command,
        cwd=folder,
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=PIPE,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    try:
        yield process
        await process.wait()
    finally:
        with anyio.CancelScope(shield=True):
            await _end(process)


async def _end(process: Process) -> None:
    """Let a tool that still runs finish its sentence, then end it."""
    if process.returncode is None:
        process.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGINT)
        with anyio.move_on_after(GRACE_S):
            await process.wait()
    if process.returncode is None:
        process.kill()
    await process.aclose()


async def _follow(stream: ByteReceiveStream, tell: Tell) -> None:
    """Pass on each line of progress; anything else is for the host's log."""
    steps = Steps()
    rest = ""
    async for text in TextReceiveStream(stream, errors="replace"):
        *lines, rest = (rest + text).split("\n")
        for line in lines:
            step = steps.read(line)
            if step is None:
                sys.stderr.write(f"{line}\n")
            else:
                await tell(*step)


class Steps:
    """Progress that only grows, as the protocol wants it: a stage begins at the next hundred."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self._stage: str | None = None
        self._before = 0.0
        self._last = 0.0

    def read(self, line: str) -> tuple[float, str] | None:
        """Return what a line of the tool tells; None for one that is no progress."""
        try:
            told = json.loads(line)
            stage, percent, say = told["stage"], told["percent"] or 0, str(told["say"])
        except (ValueError, TypeError, KeyError):
            return None
        if stage is not None and stage != self._stage:
            self._stage, self._before = stage, 100.0 * math.ceil(self._last / 100)
        wanted = self._before + percent if stage is not None else self._last
        self._last = max(wanted, self._last + 0.01)
        return self._last, say


def _document(printed: bytes) -> dict[str, Any]:
    """Return the last line as a document; a tool that broke without one is named."""
    try:
        document = json.loads(printed.splitlines()[-1])
    except (ValueError, IndexError):
        document = None
    if isinstance(document, dict):
        return document
    return SkillError("internal", "The tool ended without an answer.").document()


def _unfit(error: OSError | ValueError) -> SkillError:
    """Name what the system did not accept as a command line."""
    if isinstance(error, UnicodeError):
        return SkillError("bad_text")
    if isinstance(error, ValueError):
        return SkillError("bad_text", "The text holds a NUL character.")
    return SkillError("text_too_long", "This is more than a command line can carry.")
