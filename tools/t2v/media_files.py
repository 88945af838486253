"""Files on this computer that go to the upload endpoint: checked first, then streamed.

What a file is, its first bytes say, not its name. Nothing is read into memory as a whole.
"""

from __future__ import annotations

import os
import re
import stat
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from t2v.endpoints import UPLOAD_FORMATS
from t2v.errors import SkillError

BLOCK = 1_000_000
"""Bytes sent at a time: large enough to be cheap, small beside any memory."""

MEGABYTE = 1_000_000

_ALIASES = {"jpeg": "jpg", "m4v": "mp4", "qt": "mov", "wave": "wav"}

_SIGNATURES: tuple[tuple[re.Pattern[bytes], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern, re.DOTALL), formats)
    for pattern, formats in (
        (rb"....ftypqt", ("mov", "mp4")),
        (rb"....ftypM4A", ("m4a", "mp4")),
        (rb"....ftyp", ("mp4", "mov", "m4a")),
        (rb"....(?:moov|mdat)|\x00...(?:wide|free|skip)", ("mov", "mp4")),  # or English words
        (rb"RIFF....AVI ", ("avi",)),
        (rb"RIFF....WAVE", ("wav",)),
        (rb"RIFF....WEBP", ("webp",)),
        (rb"\x1aE\xdf\xa3.{0,60}webm", ("webm", "mkv")),
        (rb"\x1aE\xdf\xa3", ("mkv", "webm")),
        (rb"\xff\xd8\xff", ("jpg",)),
        (rb"\x89PNG\r\n\x1a\n", ("png",)),
        (rb"GIF8[79]a", ("gif",)),
        (rb"\xff[\xf0\xf1\xf8\xf9]|ADIF", ("aac",)),
        (rb"ID3[\x02-\x04]|\xff[\xe2-\xe3\xf2-\xf3\xfa-\xfb]", ("mp3", "aac")),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """A regular file that was opened once; `size` in bytes is what will be sent."""

    name: str
    format: str
    size: int
    handle: BinaryIO

    @classmethod
    def open(cls, path: Path, max_mb: int) -> MediaFile:
        """Open and check the file.

        Raises:
            SkillError: `file_missing`, `file_unreadable`, `not_a_file`, `file_empty`,
                `file_too_large` or `unsupported_file`.
        """
        handle = open_regular(path)
        try:
            size = checked_size(path, handle, max_mb)
            kind = _kind(path, handle.read(80))
            handle.seek(0)
        except BaseException:
            handle.close()
            raise
        return cls(name=_safe_name(path, kind), format=kind, size=size, handle=handle)


class MultipartBody:
    """One file as a multipart form: its length is known, and it is read in blocks."""

    def __init__(self, file: MediaFile, sent: Callable[[float], None]) -> None:
        """Send `file`; `sent` is told the fraction that is gone."""
        self._file, self._sent = file, sent
        self._boundary = uuid.uuid4().hex
        # The name is ASCII and free of quotes: see `_safe_name`.
        self._head = (
            f"--{self._boundary}\r\n"
            f'Content-Disposition: form-data; name="files"; filename="{file.name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        ).encode()
        self._tail = f"\r\n--{self._boundary}--\r\n".encode()

    @property
    def content_type(self) -> str:
        """The header that names the boundary."""
        return f"multipart/form-data; boundary={self._boundary}"

    def __len__(self) -> int:
        return len(self._head) + self._file.size + len(self._tail)

    def __iter__(self) -> Iterator[bytes]:
        """Yield the body, from the beginning each time: a service that is busy asks for it again.

        Raises:
            SkillError: `file_changed` when the file got shorter or longer meanwhile.
        """
        self._file.handle.seek(0)
        yield self._head
        left = self._file.size
        while left:
            block = self._file.handle.read(min(BLOCK, left))
            if not block:
                raise SkillError("file_changed")
            left -= len(block)
            yield block
            self._sent(1 - left / self._file.size)
        if self._file.handle.read(1):
            raise SkillError("file_changed")
        yield self._tail


def is_media(head: bytes) -> bool:
    """Whether a file that begins like this is one that the service may take."""
    return any(pattern.match(head) for pattern, _ in _SIGNATURES)


def open_regular(path: Path) -> BinaryIO:
    """Open the file without waiting: a pipe without a writer would wait for ever."""
    try:
        handle = os.open(
            path.expanduser(),
            os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0),
        )
    except (FileNotFoundError, NotADirectoryError, RuntimeError):  # or nobody's home
        raise SkillError("file_missing", f"There is no file {path}.") from None
    except IsADirectoryError:
        raise SkillError("not_a_file", f"{path} is a folder.") from None
    except (OSError, ValueError) as error:
        # Windows refuses to open a folder with the same words as a forbidden file.
        code = "not_a_file" if os.path.isdir(path) else "file_unreadable"  # noqa: PTH112 - any path
        raise SkillError(code, f"{path} cannot be read.") from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise SkillError("not_a_file", f"{path} is not a regular file.")
    return os.fdopen(handle, "rb")


def checked_size(path: Path, handle: BinaryIO, max_mb: int) -> int:
    """Return the size in bytes, of the open file and not of whatever has that name by now."""
    size = os.fstat(handle.fileno()).st_size
    if size == 0:
        raise SkillError("file_empty", f"{path.name} is empty.")
    if size > max_mb * MEGABYTE:
        raise SkillError(
            "file_too_large",
            f"{path.name} has {size / MEGABYTE:.0f} MB; the limit is {max_mb} MB.",
            size_mb=round(size / MEGABYTE, 1),
            limit_mb=max_mb,
        )
    return size


def _kind(path: Path, head: bytes) -> str:
    """Return the format: what the name says if the bytes allow it, else what the bytes say."""
    suffix = path.suffix[1:].lower()
    suffix = _ALIASES.get(suffix, suffix)
    for pattern, formats in _SIGNATURES:
        if pattern.match(head):
            return suffix if suffix in formats else formats[0]
    raise SkillError(
        "unsupported_file",
        f"{path.name} is not a video, picture or sound that can be uploaded.",
        data={"formats": list(UPLOAD_FORMATS)},
    )


def _safe_name(path: Path, kind: str) -> str:
    """Return an ASCII name with the right ending, for the form's header."""
    stem = re.sub(r"[^A-Za-z0-9._ -]+", "_", path.stem).strip("._ ")[:80]
    return f"{stem or 'file'}.{kind}"
