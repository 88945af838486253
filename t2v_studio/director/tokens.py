"""Words of a text: letters and digits joined, each Chinese sign alone, punctuation as a mark."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(
    rf"(?P<sign>[{_CJK}])|(?P<word>(?:[^\W_{_CJK}])+(?:[.&/](?=[^\W_{_CJK}])[^\W_{_CJK}]+)?)"
    r"|(?P<mark>[.,;:!?()\n。,、;:!?()…“”「」《》—|])",
)
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
        for found in _TOKEN.finditer(text)
    )


def split(text: str) -> tuple[str, ...]:
    """Cut a text into its words alone."""
    return tuple(token.word for token in tokens(text) if not token.mark)


def is_chinese(text: str) -> bool:
    """Say whether a text is written in Chinese: at least one sign for two Latin words."""
    signs = len(_SIGN.findall(text))
    return signs > 0 and signs * 2 >= len(re.findall(r"[A-Za-z]+", text))
