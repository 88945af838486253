"""Sentences and words in many scripts, those without spaces between words included."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 300
"""Characters of a sentence; what goes on longer is split at its commas, or anywhere."""

_CLOSING = "\"'”’»›)\\]」』】）》"
_END = re.compile(
    rf"(?<=[。！？｡])[{_CLOSING}]*\s*"
    rf"|[.!?…]+[{_CLOSING}]*(?=\s)\s*"
    rf"|[।॥۔؟։።]+[{_CLOSING}]*\s*"
)
_SHORTENED = re.compile(
    r"(?:^|[\s(\"'])(?:[A-Z]|[a-z]\.[a-z]|mr|mrs|ms|dr|prof|st|no|vs|etc|inc|ltd|co|jr|fig|ca|approx"
    r"|e\.g|i\.e|z\.b|d\.h|u\.a|bzw|usw|nr|sr|sra|srta|dra|ud|uds|pág|núm|p\.ej|m|mme|av|art|gen"
    r"|sig|dott|т\.е|т\.д|г|ул)\.$",
    re.IGNORECASE,
)
"""Ends with a full stop and goes on: initials and shortened words."""

_COMMAS = re.compile(r"(?<=[,;:，；：、،])\s*|\s+(?=[-\u2013\u2014]\s)")

DENSE = "\u2e80-\u312f\u3130-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
"""Scripts that write a syllable or a word with one character."""

SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Burmese, Khmer: letters, and no spaces between words."""

_WORD = re.compile(rf"[^\W_{DENSE}{SPACELESS}]+(?:['’\-.][^\W_{DENSE}{SPACELESS}]+)*")
_DENSE = re.compile(f"[{DENSE}]")
_SPACELESS = re.compile(f"[{SPACELESS}]")
_PUNCTUATION = re.compile("[\u3000-\u303f\u30fb\uff00-\uff20]")

DENSE_WORDS, SPACELESS_WORDS = 0.6, 0.2
"""Words that a character stands for: Chinese says in 170 of them what English says in 100 words."""


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text, none longer than `LONGEST`."""
    start = 0
    for end in _END.finditer(text):
        said = text[start : end.end()].strip()
        rest = text[end.end() :][:1]
        if _SHORTENED.search(said.rstrip(_CLOSING)) or rest.islower():
            continue
        if said:
            yield from _parts(said)
        start = end.end()
    if text[start:].strip():
        yield from _parts(text[start:].strip())


def _parts(sentence: str) -> Iterator[str]:
    """Yield a sentence, or what its commas make of one that is too long."""
    if len(sentence) <= LONGEST:
        yield sentence
        return
    held = ""
    for part in _COMMAS.split(sentence):
        if held and len(held) + len(part) > LONGEST:
            yield held.strip()
            held = ""
        held += part if not held or _DENSE.match(part) else f" {part}"
        while len(held) > LONGEST:
            cut = held.rfind(" ", LONGEST // 2, LONGEST)
            cut = cut if cut > 0 else LONGEST
            yield held[:cut].strip()
            held = held[cut:].strip()
    if held.strip():
        yield held.strip()


def words(text: str) -> float:
    """Return how many words a text has; characters count where there are no spaces."""
    dense = len(_DENSE.findall(text)) - len(_PUNCTUATION.findall(text))
    spaceless = len(_SPACELESS.findall(text))
    plain = sum(1 for _ in _WORD.finditer(text))
    return plain + DENSE_WORDS * max(0, dense) + SPACELESS_WORDS * spaceless


def columns(text: str) -> int:
    """Return how wide a text is on a page; signs of dense scripts take two columns."""
    return len(text) + len(_DENSE.findall(text))


def terms(text: str) -> list[str]:
    """Return what a text is about: its longer words, pairs of characters where there are none."""
    plain = [word.casefold() for word in _WORD.findall(text) if len(word) > 3 or word.isdigit()]
    runs = re.findall(f"[{DENSE}]{{2,}}|[{SPACELESS}]{{4,}}", _PUNCTUATION.sub(" ", text))
    step = [run[place : place + 2] for run in runs for place in range(len(run) - 1)]
    return plain + step


def joined(parts: list[str]) -> str:
    """Return parts of a text as one, with spaces where the script has them."""
    text = ""
    for part in filter(None, (one.strip() for one in parts)):
        tight = not text or (_DENSE.match(text[-1]) and _DENSE.match(part[0]))
        text += part if tight or text[-1] in "。！？、，；：" else f" {part}"
    return text
