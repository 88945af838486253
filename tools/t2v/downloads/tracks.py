"""What a delivered file holds, as its own boxes say: length, size, frames a second, sound.

MP4 and MOV (ISO/IEC 14496-12) are read here, GIF and WebM in modules of their own; nothing is
decoded. What is not said is None.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from t2v.downloads import gif, webm
from t2v.downloads.containers import Box, CutError, below, boxes

_MOST_BYTES = 4_000_000
"""Of one table: a three-hour film's list of frame times is a few bytes when they are even."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """The film in a file: seconds, upright pixels, frames a second, whether there is sound."""

    duration_s: float | None = None
    width: int | None = None
    height: int | None = None
    fps: float | None = None
    audio: bool | None = None


def read(path: Path) -> Delivered:
    """Return what the file holds; a file that is none of these, or is broken, says nothing."""
    try:
        with path.open("rb") as file:
            other = _OTHERS.get(file.read(4))
            if other is not None:
                return Delivered(**other(file))
            top = boxes(file, 0, os.fstat(file.fileno()).st_size)
            index = next((box for box in top if box.kind == b"moov"), None)
            return Delivered() if index is None else _film(file, index)
    except (CutError, OSError, struct.error):
        return Delivered()


_OTHERS: dict[bytes, Callable[[BinaryIO], dict[str, Any]]] = {
    b"GIF8": gif.read,
    b"\x1aE\xdf\xa3": webm.read,
}
"""By how the files begin."""


def _film(file: BinaryIO, index: Box) -> Delivered:
    tracks = [_Track(file, box) for box in boxes(file, index.start, index.end) if box.kind == _TRAK]
    picture = next((track for track in tracks if track.kind == b"vide"), None)
    audio = any(track.kind == b"soun" for track in tracks)
    if picture is None:
        return Delivered(audio=audio)
    width, height = picture.size()
    return Delivered(
        duration_s=picture.seconds(),
        width=width,
        height=height,
        fps=picture.fps(),
        audio=audio,
    )


_TRAK = b"trak"


class _Track:
    """One track: its boxes by kind, the first of each."""

    def __init__(self, file: BinaryIO, trak: Box) -> None:
        self._file = file
        self._boxes = {box.kind: box for box in reversed(list(below(file, trak)))}
        self.kind = self._bytes(b"hdlr")[8:12]

    def size(self) -> tuple[int | None, int | None]:
        """Return width and height as they are shown: a quarter turn swaps them."""
        data = self._bytes(b"tkhd")
        at = 88 if data[:1] == b"\1" else 76
        if len(data) < at + 8:
            return None, None
        width, height = (side >> 16 for side in struct.unpack_from(">II", data, at))
        across, turned = struct.unpack_from(">ii", data, at - 36)
        return (height, width) if not across and turned else (width, height)

    def seconds(self) -> float | None:
        """Return the length in the track's own clock."""
        data = self._bytes(b"mdhd")
        form, at = (">IQ", 20) if data[:1] == b"\1" else (">II", 12)
        if len(data) < at + struct.calcsize(form):
            return None
        scale, length = struct.unpack_from(form, data, at)
        return round(length / scale, 3) if scale and length else None

    def fps(self) -> float | None:
        """Return frames over seconds, from the table of frame times."""
        data, seconds = self._bytes(b"stts"), self.seconds()
        if len(data) < 8 or not seconds:
            return None
        runs = min(struct.unpack_from(">I", data, 4)[0], (len(data) - 8) // 8)
        frames = sum(struct.unpack_from(">I", data, 8 + 8 * n)[0] for n in range(runs))
        return round(frames / seconds, 3) if frames else None

    def _bytes(self, kind: bytes) -> bytes:
        box = self._boxes.get(kind)
        if box is None:
            return b""
        self._file.seek(box.start)
        return self._file.read(min(box.end - box.start, _MOST_BYTES))
