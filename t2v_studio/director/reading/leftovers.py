"""Leftovers: words that nothing was made of, and those of them that are likely things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from t2v_studio.director.lexicon.amounts import MEASURES
from t2v_studio.director.reading.spans import Span

_BEFORE_NOUN = frozenset(
    {"determiner", "count", "colour", "size", "preposition", "mood", "weather", "time", "season",
     "hint", "style", "action", "mark", "filler"}
)  # fmt: skip
_NOT_NOUN_ENDINGS = ("ing", "ed", "ly")
_MOST = 6
"""Things named as not drawn; a longer list helps nobody."""

_JOINING = frozenset({"的", "着", "和", "有", "and"})


def left_out(line: Sequence[Span]) -> tuple[str, ...]:
    """Return the runs of unknown words, each once, in order."""
    return tuple(dict.fromkeys(text for _, text in _runs(line)))


def not_drawn(line: Sequence[Span]) -> list[str]:
    """Return the things that were named and have no picture, each once, in order."""
    things = [(at, span.text) for at, span in enumerate(line) if span.kind == "undrawn"]
    things += [
        (at, thing) for at, text in _runs(line) if (thing := _noun(text)) and _is_thing(line, at)
    ]
    return list(dict.fromkeys(text for _, text in sorted(things)))[:_MOST]


def _runs(line: Sequence[Span]) -> Iterator[tuple[int, str]]:
    for unknown, group in groupby(enumerate(line), lambda pair: _is_unknown(pair[1])):
        if unknown:
            run = list(group)
            joint = "" if run[0][1].sign else " "
            yield run[0][0], joint.join(span.text for _, span in run)


def _is_unknown(span: Span) -> bool:
    return span.kind == "unknown" and not span.words[0].isdecimal()


def _noun(text: str) -> str:
    """Return a run without the verbs at its ends: "barista pouring" is a barista."""
    words = text.split(" ")
    while words and words[-1].lower().endswith(_NOT_NOUN_ENDINGS):
        words.pop()
    while words and words[0].lower().endswith(_NOT_NOUN_ENDINGS):
        del words[0]
    return " ".join(words)


def _is_thing(line: Sequence[Span], at: int) -> bool:
    """A noun begins a phrase, or follows an article, a number, an adjective or a preposition."""
    if at == 0:
        return not line[at].sign
    before = line[at - 1]
    if before.sign:
        return before.text[-1] in MEASURES or before.text in _JOINING
    if before.kind == "subject":  # "a robot watering plants"
        return line[at].words[0].endswith("ing")
    return before.kind in _BEFORE_NOUN or before.text.lower() in _JOINING
