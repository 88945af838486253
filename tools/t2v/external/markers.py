"""Markers that a host program or an agent obeys, and markup that a chat window fetches.

One table: what is looked for, and what stands there afterwards. It is looked for in a folded text,
in which letters that only look like ASCII are ASCII. Links are not taken away but defused, as
security people write them: `https[:]//evil[.]example`. Standard library only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TypeAlias

from t2v.endpoints import WEB_URL

_Replacement: TypeAlias = Callable[[re.Match[str], str], str]


_LETTERS = "АВЕКМНОРСТХІЅЈаеорсхуіјѕԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧορνι∶ː։׃﹕꞉⁄∕∣ǀ"
_ASCII = "ABEKMHOPCTXISJaeopcxyijsdABEZHIKMNOPTYXopvi:::::://||"


def _alike() -> dict[int, str]:
    """Return letters that look like ASCII: other widths and styles, Cyrillic, Greek."""
    styled = (*range(0xFF01, 0xFF5F), *range(0x1D400, 0x1D800), *range(0x2460, 0x24EA))
    plain = {one: unicodedata.normalize("NFKC", chr(one)) for one in styled}
    table = {one: char for one, char in plain.items() if len(char) == 1 and char.isascii()}
    pairs = zip(_LETTERS, _ASCII, strict=True)
    return table | {ord(one): char for one, char in pairs}


def _parts(*parts: int | str) -> _Replacement:
    """Return a replacement that is made of groups, as they stand in the text, and of words."""

    def replaced(match: re.Match[str], text: str) -> str:
        return "".join(
            one if isinstance(one, str) else text[match.start(one) : match.end(one)]
            for one in parts
        )

    return replaced


def _defused(match: re.Match[str], text: str) -> str:
    """Return a link that nothing makes clickable, and the vendor's own as it is."""
    link = text[match.start() : match.end()]
    if _OWN.match(text, match.start()):
        return link
    scheme, host = (text[match.start(n) : match.end(n)] for n in (1, 2))
    return f"{scheme}[:]//{host.replace('.', '[.]')}"


_OWN = re.compile(rf"{re.escape(WEB_URL)}(?=[/?#\s]|[.,;:!)]*(?:\s|$))")

_ROLES = (
    "system|assistant|user|human|developer|tool|instructions?"
    "|function(?:_calls?|_results?)?|tool_(?:use|call|result|response)s?|invoke|parameter"
    "|external|untrusted|thinking|system-reminder|(?:start|end)_of_turn|antml:\\w{1,40}"
)
_FETCHED = (
    "img|image|iframe|frame|script|object|embed|video|audio|source|picture|svg|link|style|meta"
    "|base|input|form|track|applet|portal|bgsound"
)

_BOUNDS, _OF = "begin|end|start|stop", r"(?:of\s+)?(?:the\s+)?"
_FOREIGN = "external|untrusted|system|tool"

# fmt: off
_RULES: tuple[tuple[str, _Replacement], ...] = (
    # Hosts attach the file that such a line names, or answer somebody else
    (r"(?im)^((?:[^\w\n]|\d{1,3}[.)])*)MEDIA(?:\s*:)+", _parts(1, "media ")),
    (r"(?i)\[\[\s*(?:audio_as_voice|reply_to)[^\]\n]{0,80}\]\]", _parts()),
    # Turns of a conversation that never took place
    (r"<\|[^|>\n]{0,40}\|>|\[/?(?:INST|SYSTEM|TOOL)\]|<</?SYS>>|</?s>", _parts()),
    (r"<{3}[^<>\n]{0,80}>{3}", _parts()),
    (rf"(?i)</?\s*(?:{_ROLES})\b[^>\n]{{0,200}}>", _parts()),
    (r"(?im)^([^\w\n]*)(system|assistant|user|human|developer|系统|用户|助手)[^\S\n]*:[^\S\n]*",
     _parts(1, 2, " - ")),
    # The end of what is foreign, announced by what is foreign
    (rf"(?im)^[^\w\n]*(?:{_BOUNDS})\s+{_OF}(?:{_FOREIGN})\b[^\n]{{0,60}}$", _parts()),
    # Pictures that a chat window would fetch by itself, and with them whatever the address tells
    (r"!\[([^\]\n]{0,200})\]\([^)\n]{0,2000}\)", _parts("[picture: ", 1, "]")),
    (rf"(?i)</?\s*(?:{_FETCHED})\b[^>]{{0,2000}}>", _parts("[picture]")),
    # Links, and what else of markup leads somewhere
    (r"(?i)(?<![\w+.-])([a-z][a-z0-9+.-]{0,30})://([^\s/?#<>()\[\]{}|\"'`]*)", _defused),
    (r"(?i)\b(javascript|vbscript|blob|data(?=\s*:[\w.+-]*[/;,])|file(?=\s*:/))\s*:(?=\S)",
     _parts(1, "[:]")),
    (r"(?i)\b(www)\.(?=\w)", _parts(1, "[.]")),
    (r"!(?=\[)", _parts("! ")),
    (r"\](?=\()", _parts("] ")),
    (r"(?m)^([^\S\n]{0,3}(?:>[^\S\n]*)*\[[^\]\n]{1,200}\]):", _parts(1, " :")),
    (r"<(?=[A-Za-z/!?@#])", _parts("< ")),
)
# fmt: on
RULES = tuple((re.compile(pattern), replacement) for pattern, replacement in _RULES)

ALIKE = _alike()
ROUNDS = 8


def disarmed(text: str) -> str:
    """Return the text without markers; removing one may join the halves of another."""
    for _ in range(ROUNDS):
        before = text
        for pattern, replacement in RULES:
            text = _replaced(text, pattern, replacement)
        if text == before:
            return text
    # Nested that deep it is an attack: what is left loses the characters that markers are made of.
    return text.translate({ord(mark): None for mark in "<>|[]:"})


def _replaced(text: str, pattern: re.Pattern[str], replacement: _Replacement) -> str:
    done, at = [], 0
    for match in pattern.finditer(text.translate(ALIKE)):
        done += [text[at : match.start()], replacement(match, text)]
        at = match.end()
    return "".join(done) + text[at:] if done else text
