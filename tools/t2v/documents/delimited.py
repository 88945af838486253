"""CSV and its sisters: which character parts the cells, and the rows that come of it."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from t2v.documents.rows import ROW_LIMIT, Flaw, Row
from t2v.documents.texts import Text

DELIMITERS = ",\t;|"
SHOWN_ROWS = 20
"""Rows that the delimiter is judged by."""

HEAD = 65_536

USUAL = re.compile(
    r"(?:prompt|text|description|caption)s?|prompt_en|id|uuid|video_id|index|title|scene|duration",
    re.IGNORECASE,
)
"""Names of columns by which a table is known, whatever the file is called."""

_HEADING = re.compile(r"[\w .#/()%$&°:+-]{1,64}")
"""A column's name: short, and no sentence."""


class Records:
    """The cells of each row of a text, with the flaws of the lines they stand on."""

    def __init__(self, lines: Iterable[tuple[str, Flaw | None]], delimiter: str) -> None:
        """Read from `lines`."""
        self._lines, self._delimiter = lines, delimiter
        self._flaw: Flaw | None = None

    def __iter__(self) -> Iterator[tuple[list[str], Flaw | None]]:
        csv.field_size_limit(ROW_LIMIT)
        reader = csv.reader(self._fed(), delimiter=self._delimiter, strict=True)
        while True:
            self._flaw = None
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield [], self._flaw or (Flaw.TOO_LONG if "limit" in str(error) else Flaw.QUOTES)
            else:
                yield cells, self._flaw

    def _fed(self) -> Iterator[str]:
        for line, flaw in self._lines:
            if flaw:
                self._flaw = flaw
            yield line


def delimiter_of(head: str, *, named: bool) -> str | None:
    """Return what parts the cells of a table whose first characters these are; None for no table.

    It is the one by which most of the first rows have as many cells as the header, two at least.

    Args:
        head: the first characters.
        named: whether one of the columns must have a usual name, since lines of a text may
            happen to hold as many commas.
    """
    best, found = 0.0, None
    for delimiter in DELIMITERS:
        rows = _shown(head, delimiter)
        if len(rows) < 2 or not _header(rows[0], named=named):
            continue
        alike = sum(len(row) == len(rows[0]) for row in rows[1:]) / (len(rows) - 1)
        if alike >= 0.5 and alike * len(rows[0]) > best:
            best, found = alike * len(rows[0]), delimiter
    return found


def _shown(head: str, delimiter: str) -> list[list[str]]:
    lines = head.splitlines(keepends=True)
    if len(lines) > 2 and len(head) >= HEAD:
        lines.pop()  # it is cut
    try:
        rows = list(csv.reader((line.replace("\0", "") for line in lines), delimiter=delimiter))
    except csv.Error:
        return []
    return [row for row in rows if row][:SHOWN_ROWS]


def _header(cells: list[str], *, named: bool) -> bool:
    """Whether these may be the names of two columns or more."""
    names = [cell.strip() for cell in cells]
    if named and not any(USUAL.fullmatch(name) for name in names):
        return False
    return len(names) > 1 and any(names) and all(not n or _HEADING.fullmatch(n) for n in names)


def columns_of(cells: Iterable[str]) -> tuple[str, ...]:
    """Return the columns' names as they are looked up: one that comes again gets a number."""
    seen: Counter[str] = Counter()
    names = []
    for place, cell in enumerate(cells, 1):
        name = cell.strip().lstrip("\ufeff") or f"column {place}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)


def records(text: Text, delimiter: str) -> Iterator[tuple[list[str], Flaw | None]]:
    """Yield the cells of each row, the header's first."""
    return iter(Records(text.lines(), delimiter))


def rows(found: Iterator[tuple[list[str], Flaw | None]], columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows below the header, which has been taken from `found`."""
    width = len(columns)
    for number, (cells, flaw) in enumerate(found, 2):
        given = cells if len(cells) == width else (cells + [""] * (width - len(cells)))[:width]
        row = dict(zip(columns, given, strict=True))
        yield Row(number, row, flaw or _flaw(cells, width))


def _flaw(cells: list[str], width: int) -> Flaw | None:
    if not any(cells) or not any(cell.strip() for cell in cells):
        return Flaw.EMPTY
    if len(cells) > width and any(cell.strip() for cell in cells[width:]):
        return Flaw.CELLS
    return Flaw.TOO_LONG if sum(map(len, cells)) > ROW_LIMIT else None
