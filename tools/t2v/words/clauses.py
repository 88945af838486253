"""A text as a row of clauses, each with what it is: a request for a tool, content, or talk.

A sentence that is one request as a whole stays whole ("export video and audio"); otherwise it is
parted at commas and joining words, and each part is judged by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from t2v.words.grammar import CONTENT, FREE, QUESTIONS, RULES, TALK, judge
from t2v.words.slips import mended
from t2v.words.vocabulary import Vocabulary, Word

TOOLS = frozenset(rule.tool for rule in RULES)
OPENING = frozenset("".join(question.opens for question in QUESTIONS if question.strange > 3))
"""Letters of the questions that may go on about anything."""

SHOWN = 'x"W'
"""Words that no list knows, and quotations: what a description is made of."""
EDIT = re.compile(r'[.~zYB&]*(?:\+|e(?!.*(?:"|A[^^]*o)))')
"""An edit opens with its verb; "turn a sunset into a video" makes a new one."""


class Clause:
    """Words that were judged together, and the act: a tool's name or a word of the grammar."""

    __slots__ = ("act", "letters", "words")

    def __init__(self, words: Sequence[Word], act: str) -> None:
        """Keep the words, their letters and the act."""
        self.words, self.act = tuple(words), act
        self.letters = letters_of(words)

    @property
    def text(self) -> str:
        """The words as they were read, evened out."""
        return " ".join(word.text for word in self.words)

    @property
    def describes(self) -> bool:
        """Say whether something is described that a film can show, rather than edited or asked."""
        if self.act != CONTENT or not set(self.letters) & set(SHOWN):
            return False
        return not EDIT.match(self.letters)

    @property
    def slipped(self) -> bool:
        """Say whether a word was read in spite of a slip."""
        return any(word.slip for word in self.words)


def letters_of(words: Iterable[Word]) -> str:
    """Return the words' classes as one row of letters."""
    return "".join(word.letter for word in words)


def clauses_of(text: str, vocabulary: Vocabulary) -> list[Clause]:
    """Return the clauses of a text."""
    words = mended(vocabulary.read(text), vocabulary)
    return [clause for sentence in _parted(words, ";?") for clause in _sentence(sentence)]


def _sentence(words: list[Word]) -> Iterator[Clause]:
    whole = _judged(words)
    if whole.act == CONTENT and (request := _shaped(words)):
        yield from (whole, request)
        return
    if whole.act == TALK or (whole.act in TOOLS and not _hides(whole, words)):
        yield whole
        return
    for part in _parted(words, ":"):
        clauses = [_judged(piece) for piece in _parted(part, ",&")]
        yield from clauses
        if part is not words and part[-1].letter == ":" and clauses[-1].act == CONTENT:
            # "caption: save the date": what follows is said in the picture.
            yield Clause(words[words.index(part[-1]) + 1 :], CONTENT)
            return


def _shaped(words: Sequence[Word]) -> Clause | None:
    """Return the export in "export it vertical": the shape is an edit, and comes before it."""
    if not any(word.letter == "W" for word in words):
        return None
    plain = _judged([word for word in words if word.letter != "W"])
    return plain if plain.act == "export" else None


def _hides(whole: Clause, words: list[Word]) -> bool:
    """Say whether a part of the request is another request, or content, by itself."""
    parts = [_judged(piece) for piece in _parted(words, ",&")]
    asks = whole.letters.lstrip(FREE)[:1] in OPENING
    if asks and set(parts[0].letters) & set("eM+vu"):
        return False  # "do I have enough to add music and export?" asks one thing
    return any(
        part.act in TOOLS - {whole.act} or (part.act == CONTENT and set(part.letters) & set("e+M"))
        for part in parts
    )


def _judged(words: Sequence[Word]) -> Clause:
    # "the birthday video": what stands between "the" and the product describes that product.
    letters = letters_of(words).replace("^xxo", "^o").replace("^xo", "^o")
    letters = letters.replace("^Wo", "^o")
    return Clause(words, judge(letters))


def _parted(words: list[Word], ends: str) -> Iterator[list[Word]]:
    """Yield the runs of words, each with what ends it: a question mark tells something."""
    run: list[Word] = []
    for word in words:
        run.append(word)
        if word.letter in ends:
            yield run
            run = []
    if run:
        yield run
