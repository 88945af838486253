"""PDF as pieces, page by page; pypdf reads it, and runs nothing of what it holds."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import BinaryIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from t2v.documents import plain
from t2v.documents.pieces import CutError, Piece, Place
from t2v.errors import SkillError

PATIENCE_S = 12.0
"""After this no further page is begun: what has been read is enough to choose from."""

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[^\W\d_])")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|página|pagina|p\.)\s*)?\d{1,4}(?:\s*(?:/|of|von|de)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)

_NUMBER = re.compile(r"\d+")

EDGE = 2
"""Lines of a page's head, and of its foot, that may be on every page."""

_ENDLESS = re.compile("cycl|recurs|infinite", re.IGNORECASE)
"""What pypdf says of objects that hold themselves."""

BROKEN = (
    PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError,
    AssertionError, ArithmeticError, RuntimeError,
)  # fmt: skip
"""pypdf reads whatever it is given, and falls over in as many ways as files are broken."""


def pieces(handle: BinaryIO) -> Iterator[Piece]:
    """Yield the paragraphs of all pages.

    Raises:
        CutError: there was no time for all pages.
        SkillError: `document_encrypted`, `document_recursive`, `document_bomb` or
            `document_damaged`.
    """
    try:
        yield from _pages(PdfReader(handle, strict=False))
    except (CutError, SkillError, MemoryError):
        raise
    except RecursionError as error:
        raise SkillError("document_recursive") from error
    except DependencyError as error:  # a cipher that nobody needs for an open document
        raise SkillError("document_encrypted") from error
    except LimitReachedError as error:
        raise SkillError("document_bomb") from error
    except BROKEN as error:
        endless = _ENDLESS.search(str(error))
        raise SkillError("document_recursive" if endless else "document_damaged") from error


def _pages(reader: PdfReader) -> Iterator[Piece]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise SkillError("document_encrypted")
    end, seen = time.monotonic() + PATIENCE_S, set[str]()
    for number, page in enumerate(reader.pages, 1):
        if time.monotonic() > end:
            raise CutError
        text = _HYPHEN.sub("", page.extract_text())
        lines = [line for line in text.splitlines() if not _PAGE_NUMBER.fullmatch(line)]
        for piece in plain.pieces(_own(lines, seen)):
            yield piece._replace(place=Place("page", number))


def _own(lines: list[str], seen: set[str]) -> list[str]:
    """Return a page's lines without those at its edges that stood on a page before.

    Args:
        lines: the page's.
        seen: lines at the edges of the pages before, their numbers left out; gets this page's.
    """
    edges = {*range(EDGE), *range(len(lines) - EDGE, len(lines))}
    alike = [_NUMBER.sub("#", " ".join(line.split())) for line in lines]
    kept = [
        line for place, line in enumerate(lines) if place not in edges or alike[place] not in seen
    ]
    seen |= {alike[place] for place in edges if 0 <= place < len(lines)}
    return kept
