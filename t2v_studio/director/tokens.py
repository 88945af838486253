"""Words of a text: letters and digits joined, each Chinese sign alone, punctuation as a mark."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST_HEARD = 6_000
"""Signs of a text that are read: a thousand words. What is longer is a script, not a wish."""

_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(
    rf"(?P<sign>[{_CJK}])|(?P<word>(?:[^\W_{_CJK}])+(?:[.&/](?=[^\W_{_CJK}])[^\W_{_CJK}]+)?)"
    r"|(?P<mark>[.,;:!?()\n。,、;:!?()…“”「」《》—|])",
)
_WIDE = {0xFEE0 + ord(mark): mark for mark in ",;:!?()|"}
"""The marks as Chinese is typed with them, and what they are read as."""
_KANA = re.compile("[\u3040-\u30ff]")
_SIGN = re.compile(rf"[{_CJK}]")


@dataclass(frozen=True, slots=True)
class Token:
    """One word in lower case, where it stands in the text, and whether it is punctuation."""

    word: str
    start: int
    end: int
    mark: bool = False
    sign: bool = False
    """A Chinese sign: its neighbours belong to the same word as often as not."""


def tokens(text: str) -> tuple[Token, ...]:
    """Cut a text into words and marks, in one pass."""
    return tuple(
        Token(
            found[0].lower(),
            *found.span(),
            mark=found.lastgroup == "mark",
            sign=found.lastgroup == "sign",
        )
        for found in _TOKEN.finditer(text.translate(_WIDE))
    )


def heard(text: str) -> str:
    """Return what is read of a message: its beginning, with runs of blanks made one."""
    lines = (" ".join(line.split()) for line in text[: 2 * LONGEST_HEARD].splitlines())
    return "\n".join(filter(None, lines))[:LONGEST_HEARD]


def split(text: str) -> tuple[str, ...]:
    """Cut a text into its words alone."""
    return tuple(token.word for token in tokens(text) if not token.mark)


def is_chinese(text: str) -> bool:
    """Say whether a text is written in Chinese: at least one sign for two Latin words."""
    if _KANA.search(text):
        return False
    signs = len(_SIGN.findall(text))
    return signs > 0 and signs * 2 >= len(re.findall(r"[A-Za-z]+", text))
