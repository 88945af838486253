"""Why a row cannot become a video: one table, each with a code and a sentence."""

from __future__ import annotations

from typing import NamedTuple

from t2v.documents.rows import Flaw
from t2v.wording import LIMIT

MOST_SECONDS = 600
MOST_SAMPLES = 100
"""Beyond these a row is a slip of the hand, and a dear one."""

LONGEST_ID = 100
"""Characters: with a number and an ending it is a file's name on every system."""


class Reason(NamedTuple):
    """One row. What does not `stop` is told, and left out without a question."""

    code: str
    meaning: str
    stops: bool = True


# fmt: off
_ROWS = (
    Reason("no_prompt", "The row has no prompt."),
    Reason("prompt_too_long", f"The prompt has more than {LIMIT:,} characters."),
    Reason("no_edit", "The row names a file and not what is to be done with it."),
    Reason("id_slash", "The id holds a slash, and would be a path."),
    Reason("id_dots", "The id begins or ends with a dot."),
    Reason("id_unicode", "The id holds characters that cannot be seen or that look like others."),
    Reason("id_reserved", "The id is a name that systems keep for devices."),
    Reason("id_characters", "The id holds characters that file names cannot have everywhere."),
    Reason("id_too_long", f"The id has more than {LONGEST_ID} characters."),
    Reason("duplicate_id", "The id came before; names that differ only in case count as the same."),
    Reason("repeated_prompt", "The prompt came before: one video serves both.", stops=False),
    Reason("bad_duration", f"The duration is not a number of seconds from 1 to {MOST_SECONDS}."),
    Reason("bad_aspect", "The aspect is not one such as 16:9."),
    Reason("bad_samples", f"The number of samples is not one from 1 to {MOST_SAMPLES}."),
    Reason("file_outside", "The file is not inside the table's own folder."),
    Reason("file_missing", "There is no such file."),
    Reason("file_unusable", "The file is none that can be uploaded."),
    *(Reason(flaw.value, flaw.meaning, stops=flaw is not Flaw.EMPTY) for flaw in Flaw),
)
# fmt: on

REASONS = {row.code: row for row in _ROWS}


class BadRowError(Exception):
    """This row cannot be used."""

    def __init__(self, code: str) -> None:
        """Look the reason up; an unknown code is a fault of ours and raises KeyError."""
        self.reason = REASONS[code]
        super().__init__(self.reason.meaning)
