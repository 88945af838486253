"""The index of all word lists: from the words of an alias to everything that it can mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from t2v_studio.director.lexicon import actions, amounts, camera, filler, looks, places, sky
from t2v_studio.director.lexicon.forms import plurals, verb_forms
from t2v_studio.director.lexicon.rows import rows
from t2v_studio.director.lexicon.subjects import LISTS
from t2v_studio.director.lexicon.undrawn import UNDRAWN
from t2v_studio.director.tokens import split


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that an alias can mean. `kind` names the word list it stands in."""

    kind: str
    value: str
    plural: bool = False
    attributes: dict[str, str] = field(default_factory=dict)


_ROWS = (
    *(("subject", text) for text in LISTS.values()),
    ("undrawn", UNDRAWN),
    ("place", places.PLACES),
    ("time", sky.TIMES),
    ("weather", sky.WEATHERS),
    ("season", sky.SEASONS),
    ("hint", sky.HINTS),
    ("action", actions.ACTIONS),
    ("direction", actions.DIRECTIONS),
    ("camera", camera.CAMERAS),
    ("pace", camera.PACES),
    ("count", amounts.COUNTS),
    ("colour", looks.COLOURS),
    ("size", looks.SIZES),
    ("style", looks.STYLES),
    ("mood", looks.MOODS),
)
"""Kind -> word list. Order matters: the first kind is what an alias means when nothing decides."""

_WORDS = (
    ("negation", filler.NEGATIONS),
    ("blocker", filler.BLOCKERS),
    ("determiner", filler.DETERMINERS),
    ("preposition", filler.PREPOSITIONS),
    ("filler", filler.FILLER),
)
"""Kind -> plain words; they count only where no row claims the same word."""

_INFLECTED = {
    "subject": plurals,
    "undrawn": plurals,
    "place": plurals,
    "action": verb_forms,
    "hint": plurals,
}

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """Alias -> meanings, and how many words the aliases that begin with a word have."""

    meanings: dict[Words, tuple[Meaning, ...]]
    lengths: dict[str, tuple[int, ...]]


@cache
def index() -> Index:
    """Build the index once: a few thousand aliases, some ten milliseconds."""
    found: dict[Words, list[Meaning]] = {}
    for alias, meaning in (*_row_meanings(), *_word_meanings()):
        known = found.setdefault(alias, [])
        if meaning.kind not in {one.kind for one in known}:
            known.append(meaning)
    lengths: dict[str, set[int]] = {}
    for alias in found:
        lengths.setdefault(alias[0], set()).add(len(alias))
    return Index(
        {alias: tuple(meanings) for alias, meanings in found.items()},
        {word: tuple(sorted(sizes, reverse=True)) for word, sizes in lengths.items()},
    )


def _row_meanings() -> Iterator[tuple[Words, Meaning]]:
    for kind, text in _ROWS:
        inflect = _INFLECTED.get(kind)
        for row in rows(text):
            for alias in map(split, row.aliases):
                yield alias, Meaning(kind, row.key, attributes=row.attributes)
                for form in inflect(alias) if inflect else ():
                    yield form, Meaning(kind, row.key, plural=True, attributes=row.attributes)


def _word_meanings() -> Iterator[tuple[Words, Meaning]]:
    for kind, text in _WORDS:
        for word in text.split():
            yield split(word.replace("_", " ")), Meaning(kind, word)
