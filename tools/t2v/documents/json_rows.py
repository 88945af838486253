"""Rows of JSON: a list of texts or objects, an object of lists or of rows, or a row a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from t2v.documents.rows import ROW_LIMIT, Flaw, Row
from t2v.documents.texts import BROKEN, Text
from t2v.errors import SkillError

PROMPT = "prompt"
"""The column of a list that names none."""

ID = "id"
"""The column of an object's keys, when it is rows by their ids."""

BLOCK = 65_536

WHOLE_LIMIT = 10_000_000
"""Characters of an object that must be read whole; as Python objects it takes five times that."""

_DECODER = json.JSONDecoder()

_SPACE = " \t\r\n"


def line_rows(text: Text) -> Iterator[Row]:
    """Yield a row for each line that is not blank."""
    for number, (line, flaw) in enumerate(text.lines(), 1):
        if not line.strip():
            continue
        try:
            value = _DECODER.decode(line.lstrip("\ufeff"))
        except (ValueError, RecursionError):
            yield Row(number, {}, flaw or Flaw.NOT_JSON)
        else:
            yield _row(number, value, flaw)


def document_rows(text: Text) -> Iterator[Row]:
    """Yield the rows of one document; a list is never read whole.

    Raises:
        SkillError: `bad_table` when it is no JSON, or no rows.
    """
    window = _Window(text)
    if window.peek() == "[":
        return _listed(window)
    return _of_object(window.whole())


def _listed(window: _Window) -> Iterator[Row]:
    """Yield what stands in the list, one by one."""
    window.take("[", 1)
    for number, last in enumerate(iter(lambda: window.peek() == "]", None), 1):
        if last:
            break
        if number > 1:
            window.take(",", number)
        value, source = window.value(number)
        broken = Flaw.ENCODING if BROKEN in source else None
        yield _row(number, value, Flaw.NUL if "\0" in source else broken)
    window.take("]", 0)
    window.end()


def _of_object(whole: Any) -> Iterator[Row]:  # noqa: ANN401 - any JSON
    """Yield the rows of an object, by the shape of its values."""
    values = list(whole.values()) if isinstance(whole, dict) else []
    if values and all(isinstance(value, list) for value in values):
        return _columns(whole) if len(values) > 1 else _of_list(values[0])
    if values and all(isinstance(value, dict) for value in values):
        rows = ({ID: key, **value} for key, value in whole.items())
        return _of_list(rows)
    if values and all(isinstance(value, str) for value in values):
        return _of_list({ID: key, PROMPT: value} for key, value in whole.items())
    lists = [value for value in values if isinstance(value, list)]
    if len(lists) == 1:  # the rows, beside what is said about them
        return _of_list(lists[0])
    detail = "The JSON is no list of rows: a list of texts or objects, or an object of lists."
    raise SkillError("bad_table", detail)


def _of_list(values: Iterable[Any]) -> Iterator[Row]:
    for number, value in enumerate(values, 1):
        yield _row(number, value, None)


def _columns(table: Mapping[str, list[Any]]) -> Iterator[Row]:
    """Yield the rows of a table that is given by its columns."""
    lengths = {name: len(column) for name, column in table.items()}
    if len(set(lengths.values())) > 1:
        told = ", ".join(f"{name} {length}" for name, length in lengths.items())
        raise SkillError("bad_table", f"The columns are not of one length: {told}.")
    rows = (dict(zip(table, cells, strict=True)) for cells in zip(*table.values(), strict=True))
    return _of_list(rows)


def _row(number: int, value: Any, flaw: Flaw | None) -> Row:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        value = {PROMPT: value}
    if not isinstance(value, dict):
        return Row(number, {}, flaw or Flaw.SHAPE)
    cells = {name.strip(): _cell(cell) for name, cell in value.items()}
    return Row(number, cells, flaw or _flaw(cells))


def _cell(value: Any) -> str:  # noqa: ANN401 - any JSON
    """Return a value as a cell: texts and numbers as they are, lists and objects as JSON."""
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def _flaw(cells: Mapping[str, str]) -> Flaw | None:
    """Return what is wrong with the cells: escapes can hold what no text does."""
    if not any(cell.strip() for cell in cells.values()):
        return Flaw.EMPTY
    together = "".join(cells.values())
    if "\0" in together:
        return Flaw.NUL
    if len(together) > ROW_LIMIT:
        return Flaw.TOO_LONG
    return Flaw.ENCODING if any("\ud800" <= char <= "\udfff" for char in together) else None


class _Window:
    """The part of a document that is being read."""

    def __init__(self, text: Text) -> None:
        self._text, self._buffer, self._place = text, text.read(BLOCK).lstrip("\ufeff"), 0

    def peek(self) -> str:
        """Return the next character that is no space, "" at the end."""
        there = True
        while there:
            while self._place < len(self._buffer):
                if self._buffer[self._place] not in _SPACE:
                    return self._buffer[self._place]
                self._place += 1
            there = self._more()
        return ""

    def take(self, mark: str, number: int) -> None:
        """Go past a mark that must come next."""
        if self.peek() != mark:
            raise _broken(number)
        self._place += 1

    def value(self, number: int) -> tuple[Any, str]:
        """Return the next value and how it is written."""
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._buffer, self._place)
            except RecursionError:
                raise _broken(number) from None
            except ValueError:
                end = len(self._buffer)
            # What ends where the window ends may go on behind it.
            if end < len(self._buffer):
                source, self._place = self._buffer[self._place : end], end
                return value, source
            if end - self._place > 2 * ROW_LIMIT or not self._more():
                raise _broken(number)

    def whole(self) -> Any:  # noqa: ANN401 - any JSON
        """Return the document as one value."""
        while len(self._buffer) <= WHOLE_LIMIT:
            if self._more():
                continue
            try:
                return _DECODER.decode(self._buffer)
            except (ValueError, RecursionError):
                raise _broken(0) from None
        raise SkillError("bad_table", "The JSON object is too large; give a list, or JSON lines.")

    def end(self) -> None:
        """Require that nothing follows."""
        if self.peek():
            raise _broken(0)

    def _more(self) -> bool:
        part = self._text.read(BLOCK)
        self._buffer, self._place = self._buffer[self._place :] + part, 0
        return bool(part)


def _broken(number: int) -> SkillError:
    if number:
        return SkillError("bad_table", f"Entry {number} is not JSON.", row=number)
    return SkillError("bad_table", "The file is not one JSON document.")
