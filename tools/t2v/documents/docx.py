"""Word documents (DOCX) as pieces: one member of the archive, unpacked as far as it is text.

Nothing else in the archive is touched. A document has no use for declarations of its own (DTD), and
none is accepted.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO
from xml.parsers import expat

from t2v.documents.pieces import Piece, Place
from t2v.errors import SkillError

MEMBER = "word/document.xml"
MOST_ENTRIES = 1_000

MOST_BYTES, MOST_RATIO, HARMLESS = 200_000_000, 100, 10_000_000
"""Unpacked bytes: no text has the first, and none packs so well once it has the last."""

BLOCK = 65_536

_HEADING = re.compile(
    r"heading ?\d|title|(?:ü|u)?berschrift ?\d|titel|titre ?\d?|t.?tulo ?\d?|titolo ?\d?|[1-6]",
    re.IGNORECASE,
)
"""Names of the styles of headings, which Word writes in its user's language."""


def pieces(handle: BinaryIO) -> Iterator[Piece]:
    """Yield the paragraphs.

    Raises:
        SkillError: `unsupported_file` for another archive, `document_encrypted`,
            `document_bomb`, `document_unsafe` or `document_damaged`.
    """
    try:
        with zipfile.ZipFile(handle) as archive:
            yield from _paragraphs(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, expat.ExpatError, NotImplementedError) as bad:
        raise SkillError("document_damaged") from bad


def _paragraphs(archive: zipfile.ZipFile) -> Iterator[Piece]:
    if len(archive.infolist()) > MOST_ENTRIES:
        raise SkillError("document_bomb", "The archive holds more parts than a document has.")
    try:
        member = archive.getinfo(MEMBER)
    except KeyError:
        raise SkillError("unsupported_file", "The archive is no Word document.") from None
    if member.flag_bits & 1:
        raise SkillError("document_encrypted")
    body = Body()
    with archive.open(member) as packed:
        for block in _unpacked(packed, max(1, member.compress_size)):
            body.feed(block)
            yield from body.taken()
    body.close()
    yield from body.taken()


def _unpacked(packed: IO[bytes], size: int) -> Iterator[bytes]:
    """Yield the bytes; what the archive says about their number is not believed."""
    total = 0
    while block := packed.read(BLOCK):
        total += len(block)
        if total > MOST_BYTES or (total > HARMLESS and total > MOST_RATIO * size):
            raise SkillError("document_bomb")
        yield block


class Body:
    """The paragraphs of `word/document.xml`, as its bytes come."""

    def __init__(self) -> None:
        """Begin before the first byte."""
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data
        self._ready: list[Piece] = []
        self._words: list[str] = []
        self._style = ""
        self._item = self._reading = False
        self._number = self._doubled = 0

    def feed(self, block: bytes) -> None:
        """Read on."""
        self._parser.Parse(block, False)  # noqa: FBT003 - expat's own form

    def close(self) -> None:
        """Require that the document is over."""
        self._parser.Parse(b"", True)  # noqa: FBT003 - as above

    def taken(self) -> Iterator[Piece]:
        """Yield the paragraphs that have come since."""
        ready, self._ready = self._ready, []
        yield from ready

    def _refuse(self, *_declaration: object) -> None:
        raise SkillError("document_unsafe")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "Fallback":  # the same once more, for older programs
            self._doubled += 1
        elif tag == "p":
            self._style, self._item = "", False
        elif tag in ("pStyle", "outlineLvl"):
            value = next(iter(attributes.values()), "")
            self._style = value if tag == "pStyle" else self._style or "heading 1"
        elif tag == "numPr":
            self._item = True
        self._reading = tag == "t"
        if tag in ("tab", "br", "cr"):
            self._words.append(" ")

    def _end(self, name: str) -> None:
        tag = name.rpartition(" ")[2]
        self._reading = False
        if tag == "Fallback":
            self._doubled -= 1
        elif tag == "p" and (text := "".join(self._words).strip()):
            self._words = []
            self._number += 1
            self._ready.append(self._piece(text))

    def _data(self, text: str) -> None:
        if self._reading and not self._doubled:
            self._words.append(text)

    def _piece(self, text: str) -> Piece:
        heading = bool(_HEADING.fullmatch(self._style))
        place = Place("paragraph", self._number)
        return Piece(text, place, heading=heading, begins=self._item)
