"""Whether a finished download is the film that the service rendered, and can be played."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from t2v import local
from t2v.downloads import containers
from t2v.errors import SkillError

BLOCK = 1_000_000

_SIZES = ("size", "bytes", "size_bytes", "file_size")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DAY_MS = 86_400_000


class Film(NamedTuple):
    """What a render's status says about its file. None where it does not say it."""

    url: str | None = None
    size: int | None = None
    duration_ms: int | None = None
    sha256: str | None = None

    @classmethod
    def read(cls, output: Mapping[str, Any]) -> Film:
        """Read `output` of the status answer, believing only what is of the right kind."""
        url, sha256 = output.get("url"), output.get("sha256")
        sizes = (_whole(output.get(name)) for name in _SIZES)
        return cls(
            url=url if isinstance(url, str) and url else None,
            size=next((size for size in sizes if size), None),
            duration_ms=_whole(output.get("duration_ms"), _DAY_MS),
            sha256=sha256 if isinstance(sha256, str) and _SHA256.fullmatch(sha256) else None,
        )


class Proof(NamedTuple):
    """What is known of a file that passed."""

    size: int
    sha256: str


def prove(path: Path, container: str, film: Film) -> Proof:
    """Check a file against its own structure and against what the service says.

    Where the studio is installed and nobody vouches for every byte, the film is played as well.

    Raises:
        SkillError: `corrupt_download`.
    """
    size, sha256 = _digest(path)
    if film.size is not None and size < film.size:
        raise SkillError("corrupt_download", "The downloaded file is shorter than the video.")
    containers.require_whole(path, container, film.duration_ms)
    if film.sha256 is not None:
        if sha256 != film.sha256:
            raise SkillError("corrupt_download")
    elif local.playable(path) is False:
        raise SkillError("corrupt_download", "The downloaded file cannot be played.")
    return Proof(size, sha256)


def _digest(path: Path) -> tuple[int, str]:
    """Return the size and the SHA-256 of a file."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
            size += len(block)
    return size, digest.hexdigest()


def _whole(value: object, most: int = 10**12) -> int | None:
    """Return a number that can be one; True is none."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 < value <= most else None
