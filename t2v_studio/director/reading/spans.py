"""Spans: the words of a text with the one meaning that each has where it stands.

The longest known alias wins; what can mean two things is decided by its neighbours. A word that
only looks like a subject ("dog sled", "to bear", 马 in 马力) must not become one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from t2v_studio.director.lexicon.filler import PREPOSITIONS, SHY, VERB_SIGNS
from t2v_studio.director.lexicon.forms import looks_like_verb
from t2v_studio.director.lexicon.index import Meaning, index
from t2v_studio.director.tokens import Token, split, tokens

MARK = Meaning("mark", "")
UNKNOWN = Meaning("unknown", "")
IGNORED = Meaning("filler", "")

_SHY = frozenset(SHY.split())
_PREPOSITIONS = frozenset(PREPOSITIONS.split())
_VERB_SIGNS = frozenset(VERB_SIGNS.split())
_WEARING = frozenset(
    map(split, ("wear", "wears", "wearing", "dressed in", "穿", "穿着", "戴", "戴着"))
)
_NEGATABLE = frozenset(
    {"subject", "undrawn", "weather", "place", "time", "season", "hint", "unknown"}
)
_MODIFIERS = frozenset({"determiner", "filler", "colour", "size", "count"})


@dataclass(frozen=True, slots=True)
class Span:
    """Some neighbouring words and their meaning."""

    text: str
    words: tuple[str, ...]
    meaning: Meaning
    sign: bool = False
    """Written in Chinese."""
    others: tuple[Meaning, ...] = field(default=())

    @property
    def kind(self) -> str:
        """The kind of its meaning."""
        return self.meaning.kind

    @property
    def value(self) -> str:
        """The key of its meaning."""
        return self.meaning.value

    def can_be(self, kind: str) -> bool:
        """Say whether these words could have another meaning of that kind."""
        return any(meaning.kind == kind for meaning in self.others)

    def meant_as(self, kind: str) -> Span:
        """Return the span with its meaning of that kind."""
        return replace(self, meaning=next(one for one in self.others if one.kind == kind))


def spans(text: str) -> tuple[Span, ...]:
    """Read a text into spans, in order, in time linear in its length."""
    matched = _match(text, tokens(text))
    decided = [_decided(one, *_around(matched, i)) for i, one in enumerate(matched)]
    checked = [_checked(one, *_around(decided, i)) for i, one in enumerate(decided)]
    return tuple(_negated(_worn(checked)))


def _match(text: str, all_tokens: Sequence[Token]) -> list[Span]:
    known, found, at = index(), [], 0
    while at < len(all_tokens):
        size = 1
        meanings: tuple[Meaning, ...] = (MARK if all_tokens[at].mark else UNKNOWN,)
        for length in known.lengths.get(all_tokens[at].word, ()):
            words = tuple(token.word for token in all_tokens[at : at + length])
            if words in known.meanings:
                size, meanings = length, known.meanings[words]
                break
        found.append(_span(text, all_tokens[at : at + size], meanings))
        at += size
    return found


def _span(text: str, some: Sequence[Token], meanings: tuple[Meaning, ...]) -> Span:
    return Span(
        text=text[some[0].start : some[-1].end],
        words=tuple(token.word for token in some),
        meaning=meanings[0],
        sign=some[0].sign,
        others=meanings,
    )


def _around(line: Sequence[Span], at: int) -> tuple[Span | None, Span | None]:
    before = line[at - 1] if at else None
    return before, line[at + 1] if at + 1 < len(line) else None


def _decided(span: Span, before: Span | None, after: Span | None) -> Span:
    """Choose between two meanings of the same words."""
    if span.kind == "subject" and span.can_be("colour"):
        names_a_colour = after is not None and after.kind in {"subject", "undrawn", "size"}
        return span.meant_as("colour") if names_a_colour else span
    if span.kind == "action" and after is not None and after.kind == "place":
        return replace(span, meaning=IGNORED)  # "a burning city"
    if span.value == "fall" and before is not None and before.kind == "weather":
        return replace(span, meaning=IGNORED)  # "snow falling" is snow: nobody falls
    if span.kind in {"subject", "hint"} and span.can_be("action"):
        follows_a_doer = before is not None and before.kind == "subject"
        return span.meant_as("action") if follows_a_doer else span
    return span


def _checked(span: Span, before: Span | None, after: Span | None) -> Span:
    """Take the meaning from words that only look like a subject."""
    if span.kind not in {"subject", "undrawn"}:
        return span
    if _is_verb(span, before) or _is_doing(span, after) or _films(span, before):
        return replace(span, meaning=IGNORED)
    if span.sign:
        loose = len(span.words) == 1 and (_unknown_sign(before) or _unknown_sign(after))
        return replace(span, meaning=UNKNOWN) if loose else span
    return replace(span, meaning=_compound(span, after))


def _compound(span: Span, after: Span | None) -> Meaning:
    """What is left of a noun that another noun follows."""
    if after is None or span.meaning.plural or after.sign:
        return span.meaning
    if after.kind in {"camera", "action"} and span.value == "camera":
        return IGNORED  # "the camera tilts down", "the camera flies": neither shows one
    if after.kind == "place" and after.words[0] in _PREPOSITIONS:
        return span.meaning  # "a whale under water" is a whale
    if after.kind in {"subject", "undrawn", "place"}:
        return IGNORED  # "robot dog" is a dog, "bear market" is a market
    if after.kind == "unknown" and not looks_like_verb(after.words[0]):
        return UNKNOWN  # "dog sled" is not a dog
    return span.meaning


def _is_verb(span: Span, before: Span | None) -> bool:
    return before is not None and before.words[-1] in _VERB_SIGNS and span.words[0] in _SHY


def _films(span: Span, before: Span | None) -> bool:
    """Tell the camera that films from one that is shown: "the camera slowly circles"."""
    return span.value == "camera" and before is not None and before.words == ("the",)


def _is_doing(span: Span, after: Span | None) -> bool:
    """Tell a deed from a thing: "building a snowman" has no building."""
    doing = span.words[-1].endswith("ing")
    return doing and after is not None and after.kind == "determiner" and not after.sign


def _unknown_sign(span: Span | None) -> bool:
    return span is not None and span.sign and span.kind == "unknown"


def _worn(line: Sequence[Span]) -> Iterator[Span]:
    """What somebody wears is no thing beside them: it is told as not drawn."""
    wearing = False
    for span in line:
        if wearing and span.kind == "subject":
            yield replace(span, meaning=Meaning("undrawn", span.value))
        else:
            yield span
        wearing = span.words in _WEARING or (wearing and span.kind in _MODIFIERS)


def _negated(line: Iterable[Span]) -> list[Span]:
    """Drop what a negation denies: the first thing behind it."""
    denied, kept = False, []
    for span in line:
        if denied and span.kind in _NEGATABLE:
            kept.append(replace(span, meaning=IGNORED))
            denied = False
            continue
        denied = span.kind == "negation" or (denied and span.kind in _MODIFIERS)
        kept.append(span)
    return kept
