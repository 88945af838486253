"""Nouns: the subjects of a scene with their number, colour and size, as the words name them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from t2v_studio.director.lexicon.amounts import MOST
from t2v_studio.director.reading.spans import Span

_PLURAL_COUNT = 3
"""How many "birds" are when no number is said."""

_ENDS = frozenset({"mark", "preposition", "action", "subject", "undrawn", "place", "unknown"})
"""Kinds that end a noun phrase: what stood before says nothing of the next noun."""

_MOST_WORDS, _MOST_SIGNS = 8, 80
"""What is kept of the words of one noun phrase."""

_NOT_FIRST = frozenset({"and", "then", "with", "的", "着", "是", "有", "了", "在"})
"""Words that join a noun phrase to what stood before it."""

_CLAUSE_ENDS = frozenset(".;!?\n。;!?…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A subject as the words name it, at span `at` of the text."""

    key: str
    at: int
    clause: int
    count: int = 1
    asked: int = 1
    """How many the words ask for; `count` is how many fit."""
    colour: str = ""
    size: str = "normal"
    placed: bool = False
    """It stands behind a preposition: "under a tree"."""
    text: str = ""


@dataclass(slots=True)
class _Phrase:
    """What has been read of the noun phrase that is being read."""

    count: int | None = None
    colours: str = ""
    size: str = "normal"
    placed: bool = False
    words: tuple[str, ...] = ()
    sign: bool = False

    def add(self, span: Span) -> None:
        if span.kind == "count":
            self.count = int(span.value)
        elif span.words[0].isdecimal():
            self.count = max(1, int(span.words[0][:6]))
        elif span.kind == "colour":
            self.colours = self.colours or span.value
        elif span.kind == "size":
            self.size = span.value
        if span.kind == "camera":
            self.words = ()  # "slow push in on a boat" names a boat
        elif self.words or span.text.lower() not in _NOT_FIRST:
            self.words += (span.text,)


def nouns(line: Sequence[Span]) -> Iterator[Noun]:
    """Yield the subjects in order."""
    phrase, clause = _Phrase(), 0
    for at, span in enumerate(line):
        if span.kind == "subject":
            many = line[at + 1 : at + 2] and line[at + 1].text == "们"
            yield _noun(span, phrase, at, clause, many=bool(many) or span.meaning.plural)
        clause += span.kind == "mark" and span.text in _CLAUSE_ENDS
        if _ends(span):
            phrase = _Phrase(placed=span.kind == "preposition" and span.value not in {"with", "和"})
        else:
            phrase.add(span)


def _ends(span: Span) -> bool:
    return span.kind in _ENDS and not span.words[0].isdecimal()


def _noun(span: Span, phrase: _Phrase, at: int, clause: int, *, many: bool) -> Noun:
    asked = phrase.count or (_PLURAL_COUNT if many else 1)
    joint = "" if span.sign else " "
    return Noun(
        key=span.value,
        at=at,
        clause=clause,
        count=min(asked, MOST),
        asked=asked,
        colour=phrase.colours or span.meaning.attributes.get("colour", ""),
        size=span.meaning.attributes.get("size", phrase.size),
        placed=phrase.placed,
        text=joint.join((*phrase.words[-_MOST_WORDS:], span.text))[-_MOST_SIGNS:],
    )
