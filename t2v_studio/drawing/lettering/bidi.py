"""Writing directions: the level of each character, and the order in which stretches are seen.

The levels are Unicode's (UAX 9) as python-bidi finds them; it reorders characters, but ligatures
need stretches, so that the last step, L2, is done here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any, TypeVar

from bidi import algorithm

RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})

BRACKETS = {"(": ")", "[": "]", "{": "}", "「": "」", "『": "』", "《": "》"}

Stretch = TypeVar("Stretch")


def levels(line: str) -> list[int]:
    """Return the embedding level of each character of a line: odd is read to the left."""
    if not any(unicodedata.bidirectional(one) in RIGHT_TO_LEFT for one in line):
        return [0] * len(line)
    base = algorithm.get_base_level(line)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, ("L", "R")[base]
    algorithm.get_embedding_levels(line, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _pair_brackets(storage["chars"], storage["base_dir"])
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    kept = iter([one["level"] for one in storage["chars"]])
    out: list[int] = []
    for character in line:
        if unicodedata.bidirectional(character) in algorithm.X9_REMOVED:
            out.append(out[-1] if out else base)  # joiners shape the letters beside them
        else:
            out.append(next(kept))
    return out


def _pair_brackets(characters: list[dict[str, Any]], base: str) -> None:
    """Give both brackets of a pair one direction (rule N0, which python-bidi leaves out)."""
    strong = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
    opened: list[int] = []
    for at, one in enumerate(characters):
        if one["ch"] in BRACKETS:
            opened.append(at)
        elif one["ch"] in BRACKETS.values():
            while opened and BRACKETS[characters[opened[-1]]["ch"]] != one["ch"]:
                opened.pop()
            if not opened:
                continue
            start = opened.pop()
            inside = {strong.get(inner["type"]) for inner in characters[start + 1 : at]} - {None}
            before = [strong[each["type"]] for each in characters[:start] if each["type"] in strong]
            other = inside - {base}
            if base in inside or other:
                agrees = other and base not in inside and before[-1:] == list(other)
                direction = next(iter(other)) if agrees else base
                characters[start]["type"] = one["type"] = direction


def seen(stretches: Sequence[Stretch], levels: Sequence[int]) -> list[Stretch]:
    """Return stretches, given as they are read, in their order from left to right."""
    order = list(range(len(stretches)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return [stretches[at] for at in order]
