"""Tables and lists of prompts as rows, whatever the file: CSV, TSV, JSON, JSON lines, plain lines.

What a file is, its content says; its name only decides where the content allows both.

    with tables.open(path) as table:
        for number, cells, flaw in table.rows(): ...
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from t2v.documents import delimited, json_rows
from t2v.documents.json_rows import PROMPT
from t2v.documents.rows import ROW_LIMIT, Flaw, Row
from t2v.documents.texts import Text

__all__ = ["PROMPT", "ROW_LIMIT", "Flaw", "Row", "Table", "open_table", "rows"]

HEAD = delimited.HEAD

_JSON = re.compile(r'\s*(?:\[\s*[{"\[\]]|\{\s*["}])')

SUFFIXES = {".csv": ",", ".tsv": "\t", ".tab": "\t"}
"""Names that make a table of a file with a single column."""

SINGLE = re.compile(r"(?:prompt|text|description|prompt_en|caption)s?", re.IGNORECASE)
"""A first line that is the header of a single column, whatever the file's name."""


class Table:
    """An open table. A context manager; its rows can be read once.

    Attributes:
        kind: `csv`, `tsv` (any delimiter but the comma and the semicolon), `json`, `jsonl`, `txt`.
        columns: names as the header has them, one that comes again with a number behind it
            ("prompt (2)"); () where each row names its own (`json`, `jsonl`).
        heading: the header as it is written, () where there is none.
        encoding: Python's name of the file's encoding.
    """

    def __init__(self, text: Text, suffix: str) -> None:
        """Find out what it is; `text` is this table's from now on."""
        self._text, self.encoding = text, text.encoding
        self.columns: tuple[str, ...] = ()
        self.heading: tuple[str, ...] = ()
        head = text.head(HEAD)
        self.kind, delimiter = kind_of(head, suffix)
        self._read: Callable[[], Iterator[Row]] = {
            "json": lambda: json_rows.document_rows(text),
            "jsonl": lambda: json_rows.line_rows(text),
            "txt": self._lines,
        }.get(self.kind) or self._delimited(delimiter)

    def __enter__(self) -> Table:  # noqa: PYI034 - Self is 3.11
        return self

    def __exit__(self, *_: object) -> None:
        self._text.close()

    def rows(self) -> Iterator[Row]:
        """Yield each row, those with a flaw too.

        Raises:
            SkillError: `bad_table` where a whole file is no rows, `file_changed`.
        """
        return self._read()

    def _delimited(self, delimiter: str) -> Callable[[], Iterator[Row]]:
        """Take the header, and return what reads the rest."""
        found = delimited.records(self._text, delimiter)
        cells, _flaw = next(found, ([], None))
        self.heading = tuple(cells)
        self.columns = delimited.columns_of(cells)
        return lambda: delimited.rows(found, self.columns)

    def _lines(self) -> Iterator[Row]:
        self.columns = (PROMPT,)
        for number, (line, flaw) in enumerate(self._text.lines(), 1):
            words = line.strip().lstrip("\ufeff")
            yield Row(number, {PROMPT: words}, flaw or (None if words else Flaw.EMPTY))


def open_table(path: Path) -> Table:
    """Open a file as a table.

    Raises:
        SkillError: `file_missing`, `file_unreadable`, `not_a_file`, `file_empty` or
            `extra_missing`.
    """
    text = Text.open(path)
    try:
        return Table(text, path.suffix.lower())
    except BaseException:
        text.close()
        raise


def rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a file; see `Table.rows` and `open_table` for what is raised."""
    with open_table(path) as table:
        yield from table.rows()


def kind_of(head: str, suffix: str) -> tuple[str, str]:
    """Return the kind of table that begins like this, and what parts its cells ("" for none)."""
    if _JSON.match(head):
        return ("jsonl" if _has_json_lines(head) else "json"), ""
    delimiter = delimited.delimiter_of(head, named=suffix not in SUFFIXES)
    first = head.partition("\n")[0].strip().strip('"')
    if delimiter is None and (suffix in SUFFIXES or SINGLE.fullmatch(first)):
        delimiter = SUFFIXES.get(suffix, ",")
    if delimiter is None:
        return "txt", ""
    return ("csv" if delimiter in ",;" else "tsv"), delimiter


def _has_json_lines(head: str) -> bool:
    """Whether the first line is a whole value and another one follows."""
    lines = [line for line in head.splitlines() if line.strip()]
    if len(lines) < 2 or not lines[1].lstrip().startswith(("{", '"', "[")):
        return False
    try:
        json.loads(lines[0])
    except (ValueError, RecursionError):
        return False
    return True
