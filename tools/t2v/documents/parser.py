"""The process that a document is parsed in: little time, little memory, no network, no files.

It is handed the open document as its standard input and prints pieces, a JSON list a line; the last
line is an object that says how it ended. Whatever the document does to it, it does to nobody else.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import BinaryIO

from t2v.documents.pieces import Piece, Reading
from t2v.errors import SkillError

CPU_S = 20
MEMORY = 700_000_000
"""Bytes of address space: Python and pypdf take 150 MB of it, a scanned book 200 MB more."""

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
            answer = {"error": error.code, "detail": error.detail}
        except MemoryError:
            reading.pieces.clear()
            answer = {"error": "document_bomb", "detail": ""}
        except RecursionError:
            answer = {"error": "document_recursive", "detail": ""}
        else:
            answer = {"title": reading.title, "cut": reading.cut}  # type: ignore[dict-item]
            for piece in reading.pieces:
                _tell([piece.text, *piece.place, piece.heading, piece.begins])
    _tell(answer)
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
    try:
        import resource  # noqa: PLC0415 - POSIX alone has it
    except ImportError:
        return
    for name, most in (
        ("CPU", CPU_S),
        ("AS", MEMORY),
        ("FSIZE", 0),
        ("CORE", 0),
    ):
        _lower(resource, getattr(resource, f"RLIMIT_{name}", None), most)


def _lower(resource: object, which: int | None, most: int) -> None:
    """Lower a limit; where it is lower already, or cannot be set, it stays."""
    if which is None:
        return
    try:
        _soft, hard = resource.getrlimit(which)  # type: ignore[attr-defined]
        least = most if hard < 0 else min(most, hard)
        resource.setrlimit(which, (least, hard))  # type: ignore[attr-defined]
    except (OSError, ValueError):
        return


def _forbid(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse what a reader of documents never does."""
    writes = event == "open" and (
        (isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"))
        or (isinstance(arguments[2], int) and arguments[2] & _WRITING)
    )
    if writes or event.startswith(_FORBIDDEN):
        message = f"A reader of documents does not {event}."
        raise PermissionError(message)
