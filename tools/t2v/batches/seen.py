"""Which of millions of names came before, in twelve bytes each."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

PARTS = 256
"""The names are looked through in so many parts, so that little of them is unpacked at a time."""


class Seen:
    """Names with the numbers of their rows.

    Of each name a 64-bit hash is kept, whose seed differs from run to run: among a million names
    two that differ are taken for one once in thirty million runs.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._hashes = [array("Q") for _ in range(PARTS)]
        self._rows = [array("I") for _ in range(PARTS)]

    def add(self, name: str, row: int) -> None:
        """Remember a name."""
        key = hash(name) & 0xFFFF_FFFF_FFFF_FFFF
        self._hashes[key % PARTS].append(key)
        self._rows[key % PARTS].append(row)

    def repeated(self) -> Iterator[tuple[int, int]]:
        """Yield each row whose name came before, and the row that it came in first."""
        for hashes, rows in zip(self._hashes, self._rows, strict=True):
            first: dict[int, int] = {}
            for key, row in zip(hashes, rows, strict=True):
                if first.setdefault(key, row) != row:
                    yield row, first[key]
