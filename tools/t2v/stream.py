"""The chat stream as bytes: what has arrived goes in, whole frames come out.

Sans-IO, and the only importer of sseclient. That library knows the fields of an event; this file
finds the events. It is given one complete event at a time, with plain line ends and sound UTF-8,
because on a live stream it merges, loses or invents events where these are not plain.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from sseclient import SSEClient

from t2v.errors import SkillError

EVENT_LIMIT = 32 * 1024 * 1024
"""Bytes of one event. A state with every frame's prompt has a few hundred thousand."""

PULSES = frozenset({"heartbeat", "ping", "keepalive", "keep-alive"})
"""What gateways call a sign of life: as the event's name, its data or its JSON type."""

PULSE_SIZE = 256
"""Characters; longer data is never a sign of life and need not be read twice."""

LINES_AT_ONCE = 16
"""sseclient copies an event once for each of its lines: more of them would make it quadratic."""

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Frame:
    """One event's data, or a pulse: the other side lives and has nothing to say (no data)."""

    kind: Literal["message", "pulse"]
    data: str = ""


PULSE = Frame("pulse")


class FrameReader:
    """Cuts a byte stream into frames; how the stream was cut before makes no difference."""

    def __init__(self, limit: int = EVENT_LIMIT) -> None:
        """Accept events of up to `limit` bytes."""
        self._limit = limit
        self._head: bytes | None = b""  # the first bytes, until it is clear that they are no BOM
        self._after_cr = False
        self._rest = bytearray()

    @property
    def held(self) -> int:
        """Bytes kept until their event is complete."""
        return len(self._rest) + len(self._head or b"")

    def feed(self, chunk: bytes) -> list[Frame]:
        """Take bytes as they came, and return the frames that they complete.

        Raises:
            SkillError: `overflow`, when an event is longer than the limit.
        """
        known = max(len(self._rest) - 1, 0)
        self._rest += self._with_plain_ends(self._without_bom(chunk))
        blocks: list[bytearray] = []
        if self._rest.find(b"\n\n", known) >= 0:
            *blocks, self._rest = self._rest.split(b"\n\n")
        frames = [frame for block in blocks for frame in self._frames(block + b"\n")]
        pulses = _take_comments(self._rest)
        if len(self._rest) > self._limit:
            self._rest.clear()
            raise SkillError("overflow", limit_bytes=self._limit)
        return frames + pulses * [PULSE]

    def close(self) -> bool:
        """Say whether something was left over: the stream was cut inside an event."""
        return bool(self._head or self._rest)

    def _frames(self, block: bytearray) -> Iterator[Frame]:
        """Return the frames of the complete lines up to a blank one."""
        yield from _take_comments(block) * [PULSE]
        if len(block) > self._limit:
            raise SkillError("overflow", limit_bytes=self._limit)
        if block:
            yield _frame(*_fields(bytes(block)))

    def _without_bom(self, chunk: bytes) -> bytes:
        """Drop a byte order mark at the start, which may come in pieces."""
        if self._head is None:
            return chunk
        start = self._head + chunk
        if len(start) < len(_BOM) and _BOM.startswith(start):
            self._head = start
            return b""
        self._head = None
        return start.removeprefix(_BOM)

    def _with_plain_ends(self, chunk: bytes) -> bytes:
        """Turn CR and CRLF into LF; a CR ends its line at once, and an LF after it adds nothing."""
        if not chunk:
            return chunk
        if self._after_cr:
            chunk = chunk.removeprefix(b"\n")
        self._after_cr = chunk.endswith(b"\r")
        return chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def frames(chunks: Iterable[bytes]) -> Iterator[Frame]:
    """Return the frames of a whole stream: for captures, and to take the time."""
    reader = FrameReader()
    for chunk in chunks:
        yield from reader.feed(chunk)


def _take_comments(block: bytearray) -> int:
    """Remove blank and whole comment lines from the start, and return how many comments it were.

    A comment is a sign of life by itself: it must neither wait for a blank line nor pile up.
    """
    comments = start = 0
    while start < len(block) and block[start] in b"\n:":
        end = block.find(b"\n", start)
        if end < 0:
            break
        comments += block[start] == ord(":")
        start = end + 1
    del block[:start]
    return comments


def _fields(block: bytes) -> tuple[str, str]:
    """Return the name and the data of one event; broken UTF-8 is repaired as browsers do."""
    try:
        return _parsed(block)
    except UnicodeDecodeError:
        return _parsed(block.decode(errors="replace").encode())


def _parsed(block: bytes) -> tuple[str, str]:
    lines = block.rstrip(b"\n").split(b"\n")
    pieces = (lines[at : at + LINES_AT_ONCE] for at in range(0, len(lines), LINES_AT_ONCE))
    # An event without data would be dropped, and its name with it. With an empty line of data in
    # front none is; what the piece says itself then follows a line break.
    source = (b"data\n" + b"\n".join(piece) + b"\n\n" for piece in pieces)
    name, data = "message", []
    for event in SSEClient(source).events():
        name = event.event if event.event != "message" else name
        if event.data:
            data.append(event.data[1:])
    return name, "\n".join(data)


def _frame(name: str, data: str) -> Frame:
    """Tell a message from a sign of life."""
    if name.lower() in PULSES or not data.strip():
        return PULSE
    if len(data) <= PULSE_SIZE and _pulse_word(data.strip()) in PULSES:
        return PULSE
    return Frame("message", data)


def _pulse_word(data: str) -> str:
    """Return the word by which short data would name itself a sign of life."""
    if not data.startswith("{"):
        return data.lower()
    try:
        kind = json.loads(data).get("type")
    except ValueError:
        return ""
    return kind.lower() if isinstance(kind, str) else ""
