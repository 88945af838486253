"""Whether a downloaded video is whole: its container is walked, nothing is decoded.

MP4 and MOV: ISO/IEC 14496-12, boxes with a 32-bit size and a type. WebM: EBML. GIF: GIF89a.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from t2v.errors import SkillError

_LARGEST = 10_000
"""Boxes at the top level; a film has three, a streamed one some hundreds."""


def require_whole(path: Path, container: str) -> None:
    """Check the file.

    Raises:
        SkillError: `corrupt_download` when it is cut, or no video of that container.
    """
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if not _CHECKS.get(container, _mp4)(file, size):
            raise SkillError("corrupt_download")


def _mp4(file: BinaryIO, size: int) -> bool:
    """Walk the top-level boxes: they must fill the file, and index and media must be there."""
    seen: list[bytes] = []
    position = 0
    while position < size and len(seen) < _LARGEST:
        file.seek(position)
        head = file.read(16)
        if len(head) < 8:
            return False
        length, kind = int.from_bytes(head[:4], "big"), head[4:8]
        if length == 1:  # the real length follows, in 64 bits
            length = int.from_bytes(head[8:16], "big")
        elif length == 0:  # the last box reaches to the end
            length = size - position
        if length < 8 or position + length > size:
            return False
        seen.append(kind)
        position += length
    return position == size and seen[:1] == [b"ftyp"] and {b"moov", b"mdat"} <= set(seen)


def _webm(file: BinaryIO, size: int) -> bool:
    return size > 100 and file.read(4) == b"\x1aE\xdf\xa3"


def _gif(file: BinaryIO, size: int) -> bool:
    head = file.read(6)
    file.seek(max(0, size - 1))
    return head in (b"GIF87a", b"GIF89a") and file.read(1) == b";"


_CHECKS: dict[str, Callable[[BinaryIO, int], bool]] = {
    "mp4": _mp4,
    "mov": _mp4,
    "webm": _webm,
    "gif": _gif,
}
