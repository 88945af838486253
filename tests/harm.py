"""What a text could still do to a terminal, a chat window or an agent: the opposite of clean.

Written apart from the engine's own tables, so that a hole in those shows here.
"""

from __future__ import annotations

import re
import unicodedata

_LIVE = {
    "an escape": re.compile(r"[\x1b\x9b\x9d\x90\x07]"),
    "a file to attach": re.compile(r"(?im)^[\s>*`|\-+#_~.\d)('\"]*media\s*:"),
    "a picture": re.compile(r"!\["),
    "a link": re.compile(r"\]\("),
    "a reference": re.compile(r"(?m)^\s{0,3}(?:>\s*)*\[[^\]\n]+\]:"),
    "a tag": re.compile(r"<[A-Za-z/!?@#]"),
    "a scheme": re.compile(r"(?i)\b(?!https://nemovideo\.com(?:[/?#\s.]|$))[a-z][a-z0-9+.-]*://"),
    "an own host that is none": re.compile(r"(?i)nemovideo\.com(?:@|\.[a-z])"),
    "a script": re.compile(r"(?i)\b(?:javascript|vbscript):\S|\bdata:\w+/|\bfile:/"),
    "a web address": re.compile(r"(?i)\bwww\.\w"),
    "a turn": re.compile(r"(?im)^\W*(?:system|human|assistant|user|系统|用户)\s*:"),
    "a token of a template": re.compile(r"<\||\|>|\[/?INST\]|<</?SYS>>|<<<[^<>\n]*>>>"),
}


def harms(text: str) -> list[str]:
    """Return the names of what is harmful in the text."""
    looked = unicodedata.normalize("NFKC", text)
    found = [name for name, pattern in _LIVE.items() if pattern.search(looked)]
    return found + [f"U+{ord(char):04X}" for char in sorted(_unseen(text))]


def _unseen(text: str) -> set[str]:
    """Return characters that nobody sees, but for those that emoji and some scripts need."""
    found = set()
    for before, char, after in zip(" " + text, text, text[1:] + " ", strict=False):
        kind = unicodedata.category(char)
        if char in "\n\t" or char in "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd":
            continue
        if char in "\u200c\u200d" and _joins(before) and _joins(after):
            continue
        if 0xFE00 <= ord(char) <= 0xFE0F and not (char in "\ufe0e\ufe0f" and _base(before, after)):
            found.add(char)
        if kind in ("Cc", "Cf", "Cs", "Zl", "Zp") or ord(char) >= 0xE0000:
            found.add(char)
    return found


def _joins(char: str) -> bool:
    return ord(char) > 0x05FF and unicodedata.category(char) in ("So", "Sk", "Lo", "Mn", "Mc")


def _base(before: str, after: str) -> bool:
    return unicodedata.category(before) in ("So", "Sm") or after == "\u20e3"
