"""Rows that are only ever added, as JSON lines: each is on the disk when `append` returns.

A journal is a folder of numbered segments. The last one is written to; when it is large, the next
one begins with the rows that are still wanted, and appears whole or not at all. Nothing is moved,
changed or deleted. A line that a killed process left half written counts as none.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from t2v import disk
from t2v.errors import SkillError

Row: TypeAlias = Mapping[str, Any]

SEGMENT = 262_144
"""Bytes after which a segment is full: what each call reads stays a few milliseconds of work."""

READ_LIMIT = 8 * SEGMENT
"""Bytes of a segment that are read, from its end; one that is larger was not written by us."""

_NAME = re.compile(r"\d{8}\.jsonl")
_SAFELY = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))


class Journal:
    """The segments in one folder."""

    def __init__(self, folder: Path, carried: Callable[[list[Row]], Iterable[Row]]) -> None:
        """Use `folder`; `carried` returns what a new segment begins with, from the last one's."""
        self.folder = folder
        self._carried = carried

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Let no other process add a row meanwhile, so that what was read stays true."""
        with disk.lock(self.folder / "lock"):
            yield

    def rows(self) -> list[Row]:
        """Return the last segment's rows, oldest first."""
        return next(self.segments(), [])

    def segments(self) -> Iterator[list[Row]]:
        """Yield each segment's rows, the newest segment first."""
        for path in reversed(self._paths()):
            yield _read(path)

    def append(self, row: Row) -> None:
        """Add the row; call it `alone`.

        Raises:
            SkillError: `disk_full` or `state_unusable`; then the row is not there.
        """
        disk.private_folder(self.folder)
        paths = self._paths()
        path = paths[-1] if paths else self.folder / f"{1:08}.jsonl"
        if paths and path.lstat().st_size >= SEGMENT:
            path = self._begin(path)
        try:
            _append(path, _line(row))
            if not paths:
                disk.sync_folder(self.folder)
        except OSError as error:
            raise disk.disk_error(error) from error

    def _begin(self, full: Path) -> Path:
        """Write the next segment's first rows and return its path."""
        for left in self.folder.glob("*.tmp"):  # a process was killed while it did this
            left.unlink(missing_ok=True)
        path = full.with_name(f"{int(full.stem) + 1:08}.jsonl")
        disk.write_private(path, b"".join(_line(row) for row in self._carried(_read(full))))
        return path

    def _paths(self) -> list[Path]:
        try:
            return sorted(path for path in self.folder.iterdir() if _NAME.fullmatch(path.name))
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise disk.disk_error(error) from error


def _line(row: Row) -> bytes:
    return json.dumps(row, separators=(",", ":"), allow_nan=False).encode() + b"\n"


def _append(path: Path, line: bytes) -> None:
    """Add the line as a whole, or leave the file as it was."""
    handle = _open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT)
    try:
        size = os.lseek(handle, 0, os.SEEK_END)
        try:
            _write(handle, line if _whole(handle, size) else b"\n" + line)
            os.fsync(handle)
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(handle, size)
            raise
    finally:
        os.close(handle)


def _whole(handle: int, size: int) -> bool:
    """Whether the file ends with a whole line."""
    if not size:
        return True
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1) == b"\n"


def _write(handle: int, data: bytes) -> None:
    """Write all of it: a disk that is nearly full takes a part."""
    while data:
        data = data[os.write(handle, data) :]


def _read(path: Path) -> list[Row]:
    """Return the rows of a segment; what is no row of ours is passed over."""
    try:
        with os.fdopen(_open(path, os.O_RDONLY), "rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - READ_LIMIT))
            data = file.read(READ_LIMIT)
    except OSError as error:
        raise disk.disk_error(error) from error
    return [row for line in data.split(b"\n") if (row := _parsed(line)) is not None]


def _open(path: Path, flags: int) -> int:
    """Open a segment, readable by its owner only.

    Raises:
        SkillError: `state_unusable` for a link, a pipe or a device.
    """
    handle = os.open(path, flags | _SAFELY, 0o600)
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        os.close(handle)
        raise SkillError("state_unusable", f"{path.name} is not a file of ours.")
    if os.name == "posix" and found.st_mode & 0o077:
        with contextlib.suppress(OSError):
            os.fchmod(handle, 0o600)
    return handle


def _parsed(line: bytes) -> Row | None:
    try:
        row = json.loads(line, parse_constant=_refused)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _refused(constant: str) -> None:
    """Refuse NaN and infinity: they are no JSON, and no number of credits."""
    raise ValueError(constant)
