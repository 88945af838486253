"""The process that a document is parsed in: little time, little memory, no network, no files.

It is handed the open document as its standard input and prints pieces, a JSON list a line; the last
line is an object that says how it ended. Whatever the document does to it, it does to nobody else.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterator
from typing import BinaryIO

from t2v.documents.pieces import Piece, Reading
from t2v.errors import SkillError

LIMITS = {"CPU": 20, "AS": 700_000_000, "FSIZE": 0, "CORE": 0}
"""By the names of `setrlimit`: seconds, bytes of address space (Python and pypdf take 150 MB of it,
a scanned book 200 MB more), and bytes of any file that it writes."""

RECURSION = 2_000
"""Frames: the nesting of any honest document, and far from the end of the stack."""

_FORBIDDEN = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork",
    "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate",
    "os.chmod", "os.chown", "shutil.", "tempfile.", "ctypes.dlopen", "webbrowser.", "urllib.",
)  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC


def main(kind: str) -> None:
    """Parse standard input as a document of this kind, and print what it holds."""
    _limit()
    reading = Reading()
    with os.fdopen(0, "rb", closefd=False) as handle:
        try:
            read = _reader(kind, handle, reading)
            sys.addaudithook(_forbid)
            reading.take(read)
        except SkillError as error:
            _tell({"error": error.code, "detail": error.detail})
        except MemoryError:
            reading.pieces.clear()
            _tell({"error": "document_bomb", "detail": ""})
        except RecursionError:
            _tell({"error": "document_recursive", "detail": ""})
        else:
            for piece in reading.pieces:
                _tell([piece.text, *piece.place, piece.heading, piece.begins])
            _tell({"title": reading.title, "cut": reading.cut})
    sys.stdout.flush()


def _tell(document: object) -> None:
    sys.stdout.write(json.dumps(document) + "\n")


def _reader(kind: str, handle: BinaryIO, reading: Reading) -> Iterator[Piece]:
    """Return what yields the pieces; what it needs is imported while files can be opened."""
    if kind == "docx":
        from t2v.documents import docx  # noqa: PLC0415 - one kind needs one reader, as below

        return docx.pieces(handle)
    if kind == "pdf":
        from t2v.documents import pdf  # noqa: PLC0415 - see above

        return pdf.pieces(handle)
    return _page(handle, reading)


def _page(handle: BinaryIO, reading: Reading) -> Iterator[Piece]:
    from t2v.documents import webpage  # noqa: PLC0415 - see above
    from t2v.documents.texts import Text  # noqa: PLC0415 - see above

    page = webpage.Page()
    text = Text(handle, "The page")
    yield from webpage.pieces((line for line, _flaw in text.lines()), page)
    reading.title = page.title


def _limit() -> None:
    """Take from this process what no reader needs; where the system has no limits, time is left."""
    sys.setrecursionlimit(RECURSION)
    for name, most in LIMITS.items():
        _lower(name, most)


def _forbid(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse what a reader of documents never does."""
    writes = event == "open" and (
        (isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"))
        or (isinstance(arguments[2], int) and arguments[2] & _WRITING)
    )
    if writes or event.startswith(_FORBIDDEN):
        message = f"A reader of documents does not {event}."
        raise PermissionError(message)


if sys.platform == "win32":  # the other system's half

    def _lower(_name: str, _most: int) -> None:
        """Lower nothing: what there is, is time."""
else:
    import resource

    def _lower(name: str, most: int) -> None:
        """Lower a limit; where it is lower already, or cannot be set, it stays."""
        with contextlib.suppress(OSError, ValueError, AttributeError):
            which = getattr(resource, f"RLIMIT_{name}")
            _soft, hard = resource.getrlimit(which)
            resource.setrlimit(which, (most if hard < 0 else min(most, hard), hard))
