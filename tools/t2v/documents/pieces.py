"""What readers hand on: pieces of a document, each with the place that it stands at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

READ_LIMIT = 1_000_000
"""Characters of a document that are looked at, five hundred pages: enough to choose from."""

PIECE_LIMIT = 20_000
"""Characters of one piece; a longer paragraph is split, wherever."""


KINDS = ("page", "paragraph", "row", "time")
"""Of places."""


class Place(NamedTuple):
    """Where in a document something stands: a page, paragraph or row from 1; seconds of a cue."""

    kind: str
    number: int

    def __str__(self) -> str:
        if self.kind == "time":
            return f"{self.number // 60}:{self.number % 60:02d}"
        return f"{self.kind} {self.number}"


class Piece(NamedTuple):
    """A paragraph, a heading, an item of a list, a row or a cue.

    `begins` says that a scene begins with it, whatever its length; `seconds` is how long a cue
    is seen, 0 for what has no time.
    """

    text: str
    place: Place
    heading: bool = False
    begins: bool = False
    seconds: float = 0.0


class CutError(Exception):
    """A reader had no time for the rest."""


class Reading:
    """The pieces of one document, as far as they are looked at.

    Attributes:
        title: what the document calls itself, "" for nothing.
        cut: whether there was more than is looked at.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.title, self.cut = "", False
        self.pieces: list[Piece] = []
        self._size = 0

    def take(self, pieces: Iterable[Piece]) -> None:
        """Keep the pieces that are not blank, up to the limit; the rest is never asked for."""
        try:
            for piece in pieces:
                text = " ".join(piece.text.split())
                self.cut = self._size + len(text) > READ_LIMIT
                if self.cut:
                    return
                self._size += len(text)
                self.pieces += (piece._replace(text=part) for part in _bounded(text))
        except CutError:
            self.cut = True


def _bounded(text: str) -> Iterator[str]:
    for start in range(0, len(text), PIECE_LIMIT):
        yield text[start : start + PIECE_LIMIT]
