"""A film that came compressed, unpacked: some servers compress whatever they are asked not to."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from pathlib import Path

from t2v.disk import disk_error
from t2v.downloads.partial import Partial, unpacked
from t2v.errors import SkillError

BLOCK = 65_536
RATIO = 20
"""A film is hardly compressible; what grows more than this is no film."""

ALWAYS = 1_000_000
"""Bytes that a small file may grow to whatever its ratio is."""

_GZIP = 16 + zlib.MAX_WBITS


def unpack(part: Partial, limit: int) -> None:
    """Replace compressed bytes by what they stand for, at most `limit` of them.

    Raises:
        SkillError: `corrupt_download` when they end early or are none, `overflow`, `disk_full`.
    """
    if not part.note.encoding:
        return
    limit = min(limit, ALWAYS + RATIO * part.size)
    plain = unpacked(part.path)
    plain.unlink(missing_ok=True)
    try:
        handle = os.open(plain, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(handle, "wb") as file:
            for block in _blocks(part.path):
                if file.tell() + len(block) > limit:
                    raise SkillError("overflow")
                file.write(block)
        part.replace(plain)
    except zlib.error as error:
        raise SkillError("corrupt_download") from error
    except OSError as error:
        raise disk_error(error, "output_unusable") from error


def _blocks(path: Path) -> Iterator[bytes]:
    """Yield what a gzip file holds, in small blocks however much it grows."""
    reader = zlib.decompressobj(_GZIP)
    with path.open("rb") as file:
        while data := file.read(BLOCK):
            while data and not reader.eof:
                yield reader.decompress(data, BLOCK)
                data = reader.unconsumed_tail
    if not reader.eof:
        raise SkillError("corrupt_download")
