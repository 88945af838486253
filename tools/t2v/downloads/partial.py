"""A download that is not whole yet: its bytes, and beside them a note of what they belong to.

Both lie where the film will lie and outlive the process, so that a later call goes on. Their names
hold a digest of the render: another render never goes on with them, it takes them away. Whoever
works on them holds a lock on the note.
"""

from __future__ import annotations

import contextlib
import dataclasses
import errno
import hashlib
import json
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from t2v.disk import acquire, disk_error
from t2v.errors import SkillError
from t2v.records import record

GOES_ON = frozenset(
    {"network", "tls", "deadline", "server_trouble", "download_failed", "rate_limited"}
    | {"token_expired", "output_exists", "interrupted"}
)
"""Failures after which a later call goes on with the bytes that are here."""

NOTE_BYTES = 4_096

_LONGEST_NAME = 40
"""Characters of the film's own name in ours: a name that just fits must not grow too long."""

_OPEN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What the bytes belong to. `validator` goes into If-Range; without one nothing is resumed.

    `length` is that of the whole as it is sent, in bytes; -1 when nobody knows.
    """

    source: str = ""
    validator: str = ""
    length: int = -1
    encoding: str = ""


class Partial:
    """The bytes so far."""

    def __init__(self, path: Path, handle: int) -> None:
        """Take the path of the bytes, and the locked note."""
        self.path = path
        self._handle = handle
        self._note = _read(handle)

    @property
    def note(self) -> Note:
        """What is known of the whole."""
        return self._note

    @note.setter
    def note(self, note: Note) -> None:
        self._note = note
        data = json.dumps(dataclasses.asdict(note)).encode()
        os.ftruncate(self._handle, 0)
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, data)
        os.fsync(self._handle)

    @property
    def size(self) -> int:
        """Bytes that are here."""
        try:
            return self.path.lstat().st_size
        except FileNotFoundError:
            return 0

    @property
    def resumable(self) -> bool:
        """Whether a later request can ask for the rest alone."""
        return bool(self.note.validator) and self.size > 0

    @property
    def whole(self) -> bool:
        """Whether every byte is here already."""
        return 0 < self.note.length == self.size

    def restart(self, note: Note) -> None:
        """Forget all bytes; those that follow belong to something else."""
        self.note = Note()  # a stop in between must not join the old ones to the new
        self.path.unlink(missing_ok=True)
        self.note = note

    @contextlib.contextmanager
    def appending(self) -> Iterator[BinaryIO]:
        """Yield the file, ready to take what follows."""
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _OPEN, 0o666)
        with os.fdopen(handle, "ab") as file:
            yield file

    def replace(self, path: Path) -> None:
        """Take another file's bytes instead: the same film, unpacked."""
        self.note = Note(source=self.note.source)  # a stop in between begins anew
        path.replace(self.path)


@contextlib.contextmanager
def begun(output: Path, owner: str) -> Iterator[Partial]:
    """Yield the partial file of an output, for one owner: a render, or a process.

    What another owner left behind is removed unless somebody works on it. Afterwards nothing is
    left but what a later call can go on with.

    Raises:
        SkillError: `busy`, `disk_full`, `output_unusable`.
    """
    digest = hashlib.sha256(owner.encode()).hexdigest()[:8]
    path = output.with_name(f".{output.name[:_LONGEST_NAME]}.{digest}.part")
    try:
        _sweep(output, path)
        handle = _locked(_note_of(path))
    except BlockingIOError:
        raise SkillError("busy", f"Another call is writing {output.name}.") from None
    except OSError as error:
        raise disk_error(error, "output_unusable") from error
    part, kept = Partial(path, handle), False
    try:
        _require_own(path)
        yield part
    except OSError as error:
        raise disk_error(error, "output_unusable") from error
    except BaseException as error:
        kept = part.resumable and (not isinstance(error, SkillError) or error.code in GOES_ON)
        raise
    finally:
        if not kept:
            _remove(path)
        os.close(handle)


def _sweep(output: Path, ours: Path) -> None:
    """Remove what other owners left beside this output, unless they are at work."""
    name = re.escape(output.name[:_LONGEST_NAME])
    left = re.compile(rf"\.{name}\.[0-9a-f]{{8}}\.part")
    for note in output.parent.glob("*.part.note"):
        path = note.with_suffix("")
        if path == ours or not left.fullmatch(path.name):
            continue
        with contextlib.suppress(OSError):  # somebody's at work, or not ours to remove
            handle = _locked(note)
            _remove(path)
            os.close(handle)


def _locked(note: Path) -> int:
    """Return the note's handle, locked; one that was removed while we took it is made anew."""
    while True:
        handle = os.open(note, os.O_RDWR | os.O_CREAT | _OPEN, 0o600)
        try:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode) or not _is_ours(found):
                raise PermissionError(errno.EACCES, "not a file of ours")
            acquire(handle, wait=False)
            if os.name != "posix" or os.fstat(handle).st_nlink == 1:
                return handle
        except OSError:
            os.close(handle)
            raise
        os.close(handle)


def _require_own(path: Path) -> None:
    """Remove what stands in the way of our bytes: a link, or somebody else's file."""
    with contextlib.suppress(FileNotFoundError):
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or not _is_ours(found) or found.st_nlink > 1:
            path.unlink()


def _is_ours(found: os.stat_result) -> bool:
    return os.name != "posix" or found.st_uid == os.geteuid()


def _note_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.note")


def _read(handle: int) -> Note:
    """Return the note; an empty one for what is not a note of ours."""
    try:
        found = json.loads(os.read(handle, NOTE_BYTES))
    except (ValueError, RecursionError):
        return Note()
    return (record(Note, found) if isinstance(found, dict) else None) or Note()


def _remove(path: Path) -> None:
    for one in (path, unpacked(path), _note_of(path)):
        with contextlib.suppress(OSError):
            one.unlink(missing_ok=True)


def unpacked(path: Path) -> Path:
    """Return where the bytes of a compressed download are unpacked to."""
    return path.with_name(f"{path.name}.plain")
