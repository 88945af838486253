"""What a WebM file says of itself: EBML (RFC 8794) as Matroska uses it; nothing is decoded."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any, BinaryIO

_HEAD = 1_000_000
"""Bytes; length and tracks stand before the first picture."""

_SEGMENT, _INFO, _TRACKS, _TRACK = 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE
_SCALE, _LENGTH = 0x2AD7B1, 0x4489
_KIND, _FRAME_NS, _VIDEO, _WIDTH, _HEIGHT = 0x83, 0x23E383, 0xE0, 0xB0, 0xBA
_PICTURE, _SOUND = 1, 2
_USUAL_SCALE = 1_000_000
"""Nanoseconds of one unit of the length, where the file names none."""


def read(file: BinaryIO) -> dict[str, Any]:
    """Return the fields of `tracks.Delivered`; without tracks none are known.

    Args:
        file: open, at any place.
    """
    file.seek(0)
    inside = _inside(file.read(_HEAD), _SEGMENT)
    info = dict(_elements(_inside(inside, _INFO)))
    tracks = [dict(_elements(data)) for name, data in _elements(_inside(inside, _TRACKS))
              if name == _TRACK]  # fmt: skip
    if not tracks:
        return {}
    picture = next((one for one in tracks if _number(one, _KIND) == _PICTURE), {})
    video = dict(_elements(picture.get(_VIDEO, b"")))
    frame_ns = _number(picture, _FRAME_NS)
    return {
        "duration_s": _seconds(info),
        "width": _number(video, _WIDTH),
        "height": _number(video, _HEIGHT),
        "fps": round(1e9 / frame_ns, 3) if frame_ns else None,
        "audio": any(_number(one, _KIND) == _SOUND for one in tracks),
    }


def _seconds(info: dict[int, bytes]) -> float | None:
    form = {4: ">f", 8: ">d"}.get(len(info.get(_LENGTH, b"")))
    if form is None:
        return None
    length: float = struct.unpack(form, info[_LENGTH])[0]
    seconds = length * (_number(info, _SCALE) or _USUAL_SCALE) / 1e9
    return round(seconds, 3) if 0 < seconds < 1e6 else None


def _number(elements: dict[int, bytes], name: int) -> int | None:
    return int.from_bytes(elements.get(name, b"")[:8], "big") or None


def _inside(data: bytes, name: int) -> bytes:
    return next((inner for one, inner in _elements(data) if one == name), b"")


def _elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the id of each element and what it holds, as far as the bytes reach."""
    at = 0
    while at < len(data):
        name_width = 9 - data[at].bit_length()
        size_at = at + name_width
        if size_at >= len(data) or not data[size_at]:
            return
        size_width = 9 - data[size_at].bit_length()
        start = size_at + size_width
        size = int.from_bytes(data[size_at:start], "big") & (1 << 7 * size_width) - 1
        unknown = size == (1 << 7 * size_width) - 1
        yield int.from_bytes(data[at:size_at], "big"), data[start:][: None if unknown else size]
        at = len(data) if unknown else start + size
