"""Text files, read line by line in their own encoding, in little memory whatever their size."""

from __future__ import annotations

import codecs
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from t2v.documents.encodings import encoding_of
from t2v.documents.rows import ROW_LIMIT, Flaw
from t2v.errors import SkillError
from t2v.media_files import open_regular

BROKEN = "\udcff"
"""What stands where bytes are not text in the file's encoding; no text holds it."""

_HANDLER = "t2v.broken"


def _mark(error: UnicodeError) -> tuple[str, int]:
    if isinstance(error, UnicodeDecodeError):
        return BROKEN, error.end
    raise error


codecs.register_error(_HANDLER, _mark)


class Text:
    """An open text. A context manager; it can be read once from the start to the end."""

    def __init__(self, handle: BinaryIO, name: str) -> None:
        """Find the encoding out; `handle` is a regular file that this owns from now on."""
        self.name = name
        self._handle, self._before = handle, os.fstat(handle.fileno())
        if not self._before.st_size:
            handle.close()
            raise SkillError("file_empty", f"{name} is empty.")
        try:
            self.encoding = encoding_of(handle)
        except BaseException:
            handle.close()
            raise
        self._stream = io.TextIOWrapper(handle, encoding=self.encoding, errors=_HANDLER)

    @classmethod
    def open(cls, path: Path) -> Text:
        """Open a file.

        Raises:
            SkillError: `file_missing`, `file_unreadable`, `not_a_file`, `file_empty` or
                `extra_missing`.
        """
        return cls(open_regular(path), path.name)

    def __enter__(self) -> Text:  # noqa: PYI034 - Self is 3.11
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._stream.close()

    def head(self, size: int) -> str:
        """Return the first characters, and go back to the start."""
        self._stream.seek(0)
        found = self._stream.read(size)
        self._stream.seek(0)
        return found.removeprefix("\ufeff")

    def read(self, size: int) -> str:
        """Return the next characters, "" at the end.

        Raises:
            SkillError: `file_changed` when somebody wrote to the file meanwhile.
        """
        found = self._stream.read(size)
        if not found:
            self._require_same()
        return found

    def lines(self) -> Iterator[tuple[str, Flaw | None]]:
        """Yield each line with its end, and what is wrong with it; one too long is cut.

        Raises:
            SkillError: `file_changed` when somebody wrote to the file meanwhile.
        """
        read = self._stream.readline
        while line := read(ROW_LIMIT + 1):
            flaw = None
            if len(line) > ROW_LIMIT and line[-1] != "\n":
                line, flaw = line[:ROW_LIMIT], Flaw.TOO_LONG
                self._skip_line()
            if "\0" in line or BROKEN in line:
                flaw = flaw or (Flaw.NUL if "\0" in line else Flaw.ENCODING)
                line = line.replace("\0", "").replace(BROKEN, "\ufffd")
            yield line, flaw
        self._require_same()

    def _skip_line(self) -> None:
        """Drop the rest of a line, a part at a time."""
        while (part := self._stream.readline(ROW_LIMIT)) and part[-1] != "\n":
            pass

    def _require_same(self) -> None:
        now = os.fstat(self._handle.fileno())
        if (now.st_size, now.st_mtime_ns) != (self._before.st_size, self._before.st_mtime_ns):
            raise SkillError("file_changed", f"{self.name} changed while it was being read.")
