"""A document as a reading, whatever its kind: the one door to all readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from t2v.documents import apart, plain, subtitles
from t2v.documents.kinds import APART, TABLES
from t2v.documents.pieces import Piece, Place, Reading
from t2v.documents.tables import open_table
from t2v.documents.texts import Text
from t2v.errors import SkillError
from t2v.media_files import open_regular

_BY_LINES: dict[str, Callable[[Iterable[str]], Iterator[Piece]]] = {
    "txt": plain.pieces,
    "md": lambda lines: plain.pieces(lines, markdown=True),
    "srt": subtitles.pieces,
    "vtt": subtitles.pieces,
}

TOLD = ("text", "prompt", "narration", "description", "caption", "scene", "prompt_en")
"""Columns whose cells are what a scene says, the first one that there is."""


def read(path: Path, kind: str) -> Reading:
    """Return what is in the document; one that has no words is refused.

    Args:
        path: the file.
        kind: of document, as `kinds.kind_of` says.

    Raises:
        SkillError: what is wrong with it, by its own code.
    """
    if kind in APART:
        with open_regular(path) as handle:
            reading = apart.read(kind, handle, path.name)
    else:
        reading = Reading()
        reading.take(_rows(path) if kind in TABLES else _lines(path, kind))
    if not any(char.isalnum() for piece in reading.pieces for char in piece.text):
        raise SkillError("document_empty", f"There are no words in {path.name}.")
    return reading


def _lines(path: Path, kind: str) -> Iterator[Piece]:
    with Text.open(path) as text:
        yield from _BY_LINES[kind](line for line, _flaw in text.lines())


def _rows(path: Path) -> Iterator[Piece]:
    """Yield the rows of a table that is one story all the same."""
    with open_table(path) as table:
        for number, cells, flaw in table.rows():
            if flaw is None:
                yield Piece(_told(cells), Place("row", number), begins=True)


def _told(cells: Mapping[str, str]) -> str:
    names = {name.strip().casefold(): cell for name, cell in cells.items()}
    found = next((names[name] for name in TOLD if names.get(name)), None)
    return found if found is not None else ", ".join(filter(None, cells.values()))
