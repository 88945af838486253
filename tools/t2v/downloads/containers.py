"""Whether a downloaded video is whole: its container is walked, nothing is decoded.

MP4 and MOV: ISO/IEC 14496-12, boxes with a 32-bit size and a type. WebM: EBML. GIF: GIF89a.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from t2v.errors import SkillError

_LARGEST = 10_000
"""Boxes of one level; a film has three at the top, a streamed one some hundreds."""

_FOLDERS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl"})
"""Boxes that hold boxes, on the way from the film to its tables."""

_SHORTER_MS = 1_000
"""A film may be this much shorter than it was said to be, or a twentieth, and still be whole."""


class Box(NamedTuple):
    """A box. `start` and `end` are those of what it holds, as bytes of the file."""

    kind: bytes
    start: int
    end: int


class CutError(Exception):
    """A box that says it is longer than what it lies in."""


def require_whole(path: Path, container: str, duration_ms: int | None = None) -> None:
    """Check the file, and its length in time where the service states one.

    Raises:
        SkillError: `corrupt_download` when it is cut, or no video of that container.
    """
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        try:
            found = _CHECKS.get(container, _mp4)(file, size)
        except CutError:
            found = None
    if found is None or _too_short(found, duration_ms):
        raise SkillError("corrupt_download")


def _too_short(found_ms: int, stated_ms: int | None) -> bool:
    """Whether a film that says its own length says less than it should; 0 says nothing."""
    if not found_ms or not stated_ms:
        return False
    return found_ms < stated_ms - max(_SHORTER_MS, stated_ms // 20)


def _mp4(file: BinaryIO, size: int) -> int | None:
    """Return the film's length in ms (0: not said), None unless index and media are there."""
    top = list(boxes(file, 0, size))
    kinds = [box.kind for box in top]
    if kinds[:1] != [b"ftyp"] or not {b"moov", b"mdat"} <= set(kinds):
        return None
    index = next(box for box in top if box.kind == b"moov")
    inside = list(below(file, index))  # all of it: a table may be cut far behind the header
    return next((_length_ms(file, box) for box in inside if box.kind == b"mvhd"), 0)


def boxes(file: BinaryIO, start: int, end: int) -> Iterator[Box]:
    """Yield the boxes of a level, which they must fill."""
    position = start
    for _ in range(_LARGEST):
        if position == end:
            return
        file.seek(position)
        head = file.read(min(16, end - position))
        length, kind, inner = int.from_bytes(head[:4], "big"), head[4:8], 8
        if length == 1:  # the real length follows, in 64 bits
            length, inner = int.from_bytes(head[8:16], "big"), 16
        elif length == 0:  # the last box reaches to the end
            length = end - position
        if len(head) < inner or length < inner or position + length > end:
            break
        yield Box(kind, position + inner, position + length)
        position += length
    raise CutError


def below(file: BinaryIO, box: Box) -> Iterator[Box]:
    """Yield all boxes inside of one, those inside of these as well."""
    for one in boxes(file, box.start, box.end):
        yield one
        if one.kind in _FOLDERS:
            yield from below(file, one)


def _length_ms(file: BinaryIO, header: Box) -> int:
    """Return the length that the film's header states."""
    file.seek(header.start)
    data = file.read(min(32, header.end - header.start))
    at, width = (20, 8) if data[:1] == b"\1" else (12, 4)
    scale = int.from_bytes(data[at : at + 4], "big")
    length = int.from_bytes(data[at + 4 : at + 4 + width], "big")
    unknown = length == (1 << 8 * width) - 1
    return 0 if not scale or unknown else length * 1000 // scale


def _webm(file: BinaryIO, size: int) -> int | None:
    """Return 0, None unless a head and one segment fill the file."""
    head = _element(file, 0)
    if head is None or head[0] != b"\x1aE\xdf\xa3" or head[2] is None:
        return None
    segment = _element(file, head[1] + head[2])
    if segment is None or segment[0] != b"\x18\x53\x80\x67":
        return None
    _, start, length = segment
    return None if length is not None and start + length > size else 0


def _element(file: BinaryIO, position: int) -> tuple[bytes, int, int | None] | None:
    """Return id, start and length of an EBML element; a length of None reaches to the end."""
    file.seek(position)
    data = file.read(12)
    if len(data) < 5 or not data[4]:
        return None
    width = 9 - data[4].bit_length()
    number = int.from_bytes(data[4 : 4 + width], "big") & ((1 << 7 * width) - 1)
    unknown = number == (1 << 7 * width) - 1
    return data[:4], position + 4 + width, None if unknown else number


def _gif(file: BinaryIO, size: int) -> int | None:
    head = file.read(6)
    file.seek(max(0, size - 1))
    return 0 if head in (b"GIF87a", b"GIF89a") and file.read(1) == b";" else None


_CHECKS: dict[str, Callable[[BinaryIO, int], int | None]] = {
    "mp4": _mp4,
    "mov": _mp4,
    "webm": _webm,
    "gif": _gif,
}
