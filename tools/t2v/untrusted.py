"""Text that somebody else wrote: what must go before a person or an agent reads it.

A reply, a name or an error message of the backend may hold terminal escapes, invisible
characters, or markers that a host program obeys. What is left is plain words, of bounded length.
Standard library only.
"""

from __future__ import annotations

import re

TEXT_LIMIT = 8_000
"""Bytes of UTF-8 that a tool passes on; a real reply has a few hundred."""

NAME_LIMIT = 80
"""Characters of a track's or a file's name inside one of our own sentences."""

_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # OSC and other strings: titles, links
    r"|\x1b[ -/]*[0-~]?"  # the short ones
    r"|\x9b[0-?]*[ -/]*[@-~]",  # CSI as one C1 character
)
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # control
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # fillers
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"  # zero width, bidi
    "\ud800-\udfff"  # halves of surrogate pairs: no text at all
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]",  # invisible notation, tags
)
_MARKERS: tuple[tuple[re.Pattern[str], str], ...] = (
    # Hosts attach the file that such a line names.
    (re.compile(r"(?im)^((?:[^\S\n]|[>*`|])*)MEDIA(?:\s*:)+"), r"\1media "),
    # Chat templates: turns of a conversation that never took place.
    (re.compile(r"<\|[^|>\n]{0,40}\|>|\[/?INST\]|<</?SYS>>"), ""),
    (
        re.compile(
            r"(?i)</?\s*(?:system|assistant|user|human|tool|function_calls?|function_results?"
            r"|tool_(?:use|call|result|response)|external|untrusted|instructions?|antml:\w{1,40})"
            r"\b[^>\n]{0,200}>"
        ),
        "",
    ),
    # Pictures that a chat window would fetch by itself, and with them whatever the address tells.
    (re.compile(r"!\[([^\]\n]{0,200})\]\([^)\n]{0,2000}\)"), r"[picture: \1]"),
    (re.compile(r"(?i)<\s*(?:img|iframe|script|object|embed|video|audio|source)\b[^>\n]{0,2000}>"),
     "[picture]"),
)  # fmt: skip


def clean(text: str, limit: int = TEXT_LIMIT) -> str:
    """Return the text without escapes, invisible characters and markers, at most `limit` bytes."""
    # No real reply needs more than this, and the patterns need not see a megabyte.
    text = text[: 4 * limit]
    text = _BREAKS.sub("\n", _ESCAPES.sub("", text))
    text = _settled(_INVISIBLE.sub("", text))
    cut = text.encode()
    if len(cut) > limit:
        text = cut[: limit - 4].decode(errors="ignore") + "…"
    return text.strip("\n")


def clean_name(value: object, limit: int = NAME_LIMIT) -> str:
    """Return one line that may stand, quoted, in a sentence of ours; "" for what is not text."""
    if not isinstance(value, str):
        return ""
    line = " ".join(clean(value[: 4 * limit], 4 * limit).split())
    line = line.replace('"', "'").replace("`", "'")
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _settled(text: str) -> str:
    """Take markers away until none appears: removing one may join the halves of another."""
    for _ in range(8):
        before = text
        for pattern, replacement in _MARKERS:
            text = pattern.sub(replacement, text)
        if text == before:
            return text
    # Nested that deep it is an attack: what is left loses the characters that markers are made of.
    return text.translate({ord(mark): None for mark in "<>|[]"})
