"""How a word list is written: rows of `key: alias, alias` under sections of shared attributes.

A section `[place=ocean action=swim]` gives its attributes to every row below it, up to the next
section. A line that is indented goes on with the row above it. The key is an alias of itself
unless it starts with `=` (a key that nobody says).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    """One key, the words for it in lower case, and the attributes of its section."""

    key: str
    aliases: tuple[str, ...]
    attributes: dict[str, str] = field(default_factory=dict)


def rows(text: str) -> Iterator[Row]:
    """Yield the rows of a word list in order."""
    attributes: dict[str, str] = {}
    for line in text.replace("\n    ", " ").strip().splitlines():
        if line.startswith("["):
            attributes = _attributes(line.strip("[]"))
        elif line:
            yield _row(line, attributes)


def _attributes(section: str) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in section.split())
    return {name: value.replace("_", " ") for name, _, value in pairs}


def _row(line: str, attributes: dict[str, str]) -> Row:
    key, _, words = line.partition(":")
    key = key.strip()
    aliases = [word.strip() for word in words.split(",") if word.strip()]
    if key.startswith("="):
        key = key[1:]
    else:
        aliases.insert(0, key)
    return Row(key, tuple(aliases), attributes)
