"""What a GIF says of itself: size, length, frames. GIF89a; nothing is decoded."""

from __future__ import annotations

from typing import Any, BinaryIO

from t2v.downloads.containers import CutError

_EXTENSION, _PICTURE, _END = b"!", b",", b";"
_CONTROL = b"\xf9"
_MOST = 100_000
"""Blocks; a film of minutes has some thousands."""


def read(file: BinaryIO) -> dict[str, Any]:
    """Return the fields of `tracks.Delivered`; a GIF has no sound.

    Args:
        file: open, at any place.

    Raises:
        CutError: it ends before it is over, or is no GIF.
    """
    file.seek(6)
    head = _bytes(file, 7)
    file.seek(_colours(head[4]), 1)
    hundredths = frames = 0
    for _ in range(_MOST):
        kind = _bytes(file, 1)
        if kind == _END:
            break
        if kind == _EXTENSION:
            hundredths += _delay(file)
        elif kind == _PICTURE:
            frames += 1
            file.seek(_colours(_bytes(file, 9)[8]) + 1, 1)
            _skip(file)
        else:
            raise CutError
    return {
        "duration_s": hundredths / 100 or None,
        "width": int.from_bytes(head[0:2], "little") or None,
        "height": int.from_bytes(head[2:4], "little") or None,
        "fps": round(100 * frames / hundredths, 3) if hundredths else None,
        "audio": False,
    }


def _delay(file: BinaryIO) -> int:
    """Pass over an extension; return for how long it has its picture shown, in 1/100 s."""
    kind = _bytes(file, 1)
    if kind != _CONTROL:
        _skip(file)
        return 0
    block = _bytes(file, _bytes(file, 1)[0])
    _skip(file)
    return int.from_bytes(block[1:3], "little")


def _skip(file: BinaryIO) -> None:
    """Pass over sub-blocks, each behind its length, up to the empty one."""
    while length := _bytes(file, 1)[0]:
        file.seek(length, 1)


def _colours(flags: int) -> int:
    """Return the bytes of the colour table that follows."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _bytes(file: BinaryIO, count: int) -> bytes:
    data = file.read(count)
    if len(data) < count:
        raise CutError
    return data
