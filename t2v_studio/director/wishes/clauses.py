"""Clauses: one wish each. Quoted words are kept apart, so that nothing inside them is a command."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from t2v_studio.director.reading.spans import Span, spans
from t2v_studio.director.wishes.measures import DURATION, PERCENT, aspect
from t2v_studio.director.wishes.topics import ABOUT, COMMAND, TOPICS, VERBS

_QUOTED = re.compile(
    r"\"([^\"\n]{1,300})\"|“([^”]{1,300})”|「([^」]{1,300})」|《([^》]{1,300})》|『([^』]{1,300})』"
    r"|(?<!\w)'([^'\n]{1,300}(?:'\w[^'\n]{0,300})*)'(?!\w)|‘([^’]{1,300})’",
)
_HOLE = "\ue000"
"""Stands for the quoted words, in order; it is no letter and no mark."""

_NO_TOPIC = re.compile(r"\b(?:text|title) (?:prompt|description)s?\b", re.IGNORECASE)
"""Talk about prompts, not about words on the picture."""

_JOINTS = re.compile(
    r"(?<=[^\d\s])[,,;;。!!\n]+\s*|(?<=\d)[,,;;。!!\n]+(?!\d)\s*|\.(?:\s+|$)"
    r"|(?<!black)\s+(?:and then|and also|and(?! (?:bigger|larger|smaller)\b)|then|also|plus|but)\s+"
    r"|\s+with\s+(?=(?:[\w-]+\s+){0,3}(?:music|soundtrack|captions?|subtitles)\b)"
    r"|并且|同时|然后|接着|并(?=把|加|给|用|改|换)|再(?=把|加|给)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(\bbetween (?:the )?\S{1,20}(?: \S{1,20})?) and ", re.IGNORECASE)
"""Two things that one wish is about: "between scene 1 and scene 2"."""
_BOTH_GONE = re.compile(
    r"((?:去掉|删除|删掉|移除|关掉|不要)[^,,。;;\n]{1,12}?)[和与及]((?:背景)?"
    r"(?:音乐|配乐|标题|字幕|旁白|标志|水印|声音|音效))"
)
_WHEN = re.compile(
    r"^(?:for |in |at |from |during )(?:the )?(?:first|last|second|start|beginning|end|\d)"
    r"|^(?:在|从|放在)?(?:前|最后|后|第|开头|结尾|片尾|片头)",
    re.IGNORECASE,
)
_HOW = re.compile(
    r"^(?:(?:at|with)\s+)?(?:\d{1,3}\s*%\s*)?(?:opacity|transparen\w+)\b|^不?透明度?", re.IGNORECASE
)
"""How strong, for the wish before it."""
_LAID = re.compile(r"\b(?:logo|watermark|narration)\b|标志|水印|旁白|配音", re.IGNORECASE)
"""What lies upon a film or beside its music."""
_LENGTH = re.compile(
    rf"\W*(?:(?:about|only|just|to|大约|约|到)\s*)?(?:{DURATION.pattern})\W*", re.IGNORECASE
)
MOST_CLAUSES = 40
"""Wishes of one message that are listened to."""


@dataclass(frozen=True)
class Clause:
    """A part of a message that can hold one wish."""

    text: str
    """Quoted words replaced by a hole."""
    quotes: tuple[str, ...] = ()
    inherited: frozenset[str] = frozenset()
    """What the clause before it was about, when "it" is that."""

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The known words in it."""
        return spans(self.text)

    @cached_property
    def topics(self) -> frozenset[str]:
        """What it is about."""
        text = _NO_TOPIC.sub(" ", self.text)
        return self.inherited | {name for name, rule in TOPICS.items() if rule.search(text)}

    @cached_property
    def verbs(self) -> frozenset[str]:
        """What it wants done."""
        return frozenset(name for name, rule in VERBS.items() if rule.search(self.text))

    @property
    def commands(self) -> bool:
        """It begins as an order to an editor, or with a part of a film."""
        return bool(COMMAND.match(self.text) or ABOUT.match(self.text))

    @property
    def measured(self) -> bool:
        """It names a length, a percent or an aspect ratio."""
        return bool(DURATION.search(self.text) or PERCENT.search(self.text) or aspect(self.text))

    def first(self, kind: str) -> str:
        """Return the value of the first span that can mean something of that kind."""
        return next((self_one.value for self_one in self._meaning(kind)), "")

    def _meaning(self, kind: str) -> Iterator[Span]:
        return (span.meant_as(kind) for span in self.spans if span.can_be(kind))


MOST_PARTS = 4 * MOST_CLAUSES


def masked(message: str) -> tuple[str, tuple[str, ...]]:
    """Return the message with holes for its quoted words, and those words."""
    quotes: list[str] = []

    def hole(found: re.Match[str]) -> str:
        quotes.append(next(group for group in found.groups() if group))
        return _HOLE

    return _QUOTED.sub(hole, message), tuple(quotes)


def unmasked(text: str, quotes: tuple[str, ...]) -> str:
    """Put quoted words back where the holes are."""
    words = iter(quotes)
    return re.sub(_HOLE, lambda _: next(words, ""), text)


def clauses(message: str) -> tuple[Clause, ...]:
    """Cut a message into clauses; a part that wants nothing belongs to the one before it."""
    text, quotes = masked(message)
    text = _BETWEEN.sub(r"\1 & ", _BOTH_GONE.sub(r"\1,\2", text))
    whole: list[str] = []
    for part, joint in islice(_parts(text), MOST_PARTS):
        clause = Clause(part)
        own = clause.commands or clause.measured or _is_thing(clause)
        if whole and (not own or _says_when(clause) or _says_how_long(clause, whole[-1])):
            whole[-1] += joint + part
        else:
            whole.append(part)
    return tuple(_with_quotes(whole[:MOST_CLAUSES], quotes))


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Yield the parts and the joint before each."""
    at, joint = 0, ""
    for found in _JOINTS.finditer(text):
        if part := text[at : found.start()].strip():
            yield part, joint
        at, joint = found.end(), found[0]
    if part := text[at:].strip():
        yield part, joint


def _says_when(clause: Clause) -> bool:
    """A part that only says when or how, for the wish before it: "..., in the last 3 seconds"."""
    return bool(_WHEN.match(clause.text) or _HOW.match(clause.text)) and not clause.commands


def _says_how_long(clause: Clause, before: str) -> bool:
    """A length alone behind "make it shorter" says how short: both are one wish."""
    alone = _LENGTH.fullmatch(clause.text)
    return alone is not None and bool(Clause(before).verbs & {"shorter", "longer"})


def _is_thing(clause: Clause) -> bool:
    """Words alone that carry a wish: "no music", "black and white", "slow motion"."""
    wanted = {"style", "mood", "camera", "pace", "weather", "time"}
    named = clause.topics & {"music", "title", "caption"} or _LAID.search(clause.text)
    return bool(named) or (
        len(clause.spans) <= 3 and any(span.kind in wanted for span in clause.spans)
    )


def _with_quotes(texts: list[str], quotes: tuple[str, ...]) -> Iterator[Clause]:
    at = 0
    for text in texts:
        held = text.count(_HOLE)
        yield Clause(text, quotes[at : at + held])
        at += held
