"""Whether a plain text is a list of prompts, a line each, and no story."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from t2v.documents.sentences import words
from t2v.documents.texts import Text

LOOKED = 200
"""Lines that are looked at."""

LEAST = 4
"""Lines of a list: fewer may be anything."""

SHORTEST, LONGEST = 2.0, 60.0
"""Words of a prompt."""

_ENDS = ".!?。！？…:;,"


def is_list(path: Path) -> bool:
    """Tell whether the lines stand for themselves: none is blank, and few end as sentences do."""
    with Text.open(path) as text:
        lines = [line.strip() for line, _flaw in islice(text.lines(), LOOKED)]
    while lines and not lines[-1]:
        lines.pop()
    ended = sum(line.endswith(tuple(_ENDS)) for line in lines)
    return (
        len(lines) >= LEAST
        and all(SHORTEST <= words(line) <= LONGEST for line in lines)
        and 4 * ended <= len(lines)
        and not any(line[0] in "#-*•>" or line[0].isdigit() for line in lines)
    )
