"""One row of a table, and what can be wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

ROW_LIMIT = 1_000_000
"""Characters of a row, hundreds of pages: more is no row but a file that was misread."""


class Flaw(str, Enum):
    """Why a row cannot be used; the others can. `meaning` is a sentence for people."""

    meaning: str

    def __new__(cls, code: str, meaning: str) -> Flaw:  # noqa: PYI034 - Self is 3.11
        """Make a member whose value is the code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member

    EMPTY = ("empty_row", "The row is empty.")
    TOO_LONG = ("row_too_long", f"The row has more than {ROW_LIMIT:,} characters.")
    NUL = ("nul_bytes", "The row holds NUL bytes, which no text has.")
    ENCODING = ("mixed_encodings", "The row is in another encoding than the rest of the file.")
    CELLS = ("too_many_cells", "The row has more cells than there are columns; quote its commas.")
    QUOTES = ("open_quotes", "The quotes of the row do not pair.")
    NOT_JSON = ("not_json", "The row is not JSON.")
    SHAPE = ("wrong_shape", "The row is neither a text nor an object of named values.")


class Row(NamedTuple):
    """One row, its cells by the names of the columns; "" for what is not given.

    `number` is the row as an editor or a spreadsheet counts it, from 1, so that under a header
    the first is 2; the place in the list for a JSON document. With a flaw the cells are what
    could be read.
    """

    number: int
    cells: Mapping[str, str]
    flaw: Flaw | None = None
