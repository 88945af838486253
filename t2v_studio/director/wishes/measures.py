"""Measures in a text: lengths of time, windows, percents, aspect ratios, in English and Chinese."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip

_SPOKEN = "|".join((*_WORDS, r"half an?", r"an?(?=[ -](?:minute|hour))"))
NUMBER = rf"(?:\d{{1,9}}(?:\.\d{{1,3}})?|[零一二三四五六七八九十两百半]{{1,6}}|\b(?:{_SPOKEN})\b)"
_UNITS = {
    "ms": r"ms\b|milliseconds?\b|毫秒",
    "s": r"seconds?\b|secondes?\b|secs?\b|segundos?\b|segs?\b|sekunden?\b|s\b|秒钟?",
    "m": r"minutes?\b|minutos?\b|minuten?\b|mins?\b|m\b|分钟?",
    "h": r"hours?\b|hrs?\b|h\b|个?小时|个?钟头",
}
_MS = {"ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000}
UNIT = "|".join(_UNITS.values())

DURATION = re.compile(
    rf"(?P<number>{NUMBER})[\s-]*(?P<unit>{UNIT})(?P<half>半)?"
    rf"(?:\s*(?:and\s*)?(?P<more>{NUMBER})[\s-]*(?:{_UNITS['s']}))?(?:[\s-]*long\b)?",
    re.IGNORECASE,
)
"""A length of time: "10 seconds", "10s", "half a minute", "1 minute 30 seconds", 十秒, 一分半."""

PERCENT = re.compile(
    r"(\d{1,4})\s*(?:%|percent\b|per cent\b)|百分之\s*(\d{1,4}|[一二三四五六七八九十]{1,4})"
)

_ASPECTS = {
    "9:16": r"\b9\s*[:x/:]\s*16\b|\bvertical(?:ly|e)?\b|\bhoch(?:kant|format)\b|\bportrait(?! of)\b"
    r"|\btik ?tok\b"
    r"|\breels?\b|\bshorts\b|竖屏|竖版|竖着|竖的|抖音|快手|小红书视频",
    "1:1": r"\b1\s*[:x/:]\s*1\b"
    r"|(?<!times )(?<!town )(?<!city )(?<!market )"
    r"\bsquare(?= (?:video|format|frame|clip|crop|version|aspect)|\W*$|[,.])"
    r"|\bsquare (?=please)|方形|正方形|方的",
    "4:5": r"\b4\s*[:x/:]\s*5\b|\binstagram (?:post|feed)\b",
    "16:9": r"\b16\s*[:x/:]\s*9\b|\bhorizontal(?:ly|e)?\b|\bquerformat\b|\bwidescreen\b"
    r"|\blandscape (?:mode|format|video|orientation)\b|\bfor youtube\b|横屏|横版|宽屏|横着",
}
"""Aspect ratio -> what asks for it; the first that is found counts."""

ASPECT = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _ASPECTS.items()}
OTHER_ASPECT = re.compile(r"\b(\d{1,2}\s*[::]\s*\d{1,2})\b(?!\s*(?:am|pm))", re.IGNORECASE)


def _moment(name: str) -> str:
    """The rule of a number with or without a unit, under a name."""
    return rf"(?:(?P<{name}>{NUMBER})[\s-]*(?P<{name}_unit>{UNIT})?)"


_A, _B = _moment("a"), _moment("b")
_FROM_TO = re.compile(
    rf"(?:\bfrom\b|\bbetween\b|从)?\s*(?:第|second\s+)?{_A}\s*(?:to\b|until\b|till\b|and\b|-|–|~|到|至)"
    rf"\s*(?:第|second\s+)?{_B}",
    re.IGNORECASE,
)
_FIRST = re.compile(rf"(?:\b(?:first|opening|initial)\s+|前|开头)(?:{_A})", re.IGNORECASE)
_LAST = re.compile(rf"(?:\b(?:last|final|closing)\s+|最后|后|末尾)(?:{_A})", re.IGNORECASE)
_AT = re.compile(rf"(?:\bat(?: second)?\s+|\bfrom\s+|\bafter\s+|第){_A}", re.IGNORECASE)
_START = re.compile(
    r"\b(?:at|in|from|to|of) the (?:very )?(?:start|beginning|opening)\b"
    r"|开头|开始(?:的时候|处)|片头",
    re.IGNORECASE,
)
_END = re.compile(
    r"\b(?:at|in|to|of|from) the (?:very )?end(?:ing)?\b|\bend card\b|结尾|片尾|末尾|最后",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\bthroughout\b|\b(?:the )?(?:whole|entire) (?:time|video|film|clip|movie)\b|\ball the time\b"
    r"|\buntil the end\b|全程|整个视频|整段|一直",
    re.IGNORECASE,
)
_EDGE_MS = 3_000
"""How long "at the beginning" and "at the end" are."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the film in ms, and the part of the text that says so."""

    start_ms: int
    end_ms: int
    said: str


def number(text: str) -> float:
    """Return the number that a word, digits or Chinese signs stand for."""
    text = text.lower()
    if text.startswith("half") or text == "半":
        return 0.5
    if text[0].isascii():
        return float(text[:9]) if text[0].isdigit() else float(_WORDS.get(text, 1))
    hundreds, mark, rest = text.partition("百")
    if not mark:
        hundreds, rest = "", text
    tens, ten, ones = rest.partition("十")
    if not ten:
        tens, ones = "", rest
    total = _DIGITS.get(hundreds, 1) * 100 if mark else 0
    total += _DIGITS.get(tens, 1) * 10 if ten else 0
    return total + _DIGITS.get(ones[-1:], 0) + 0.5 * text.endswith("半")


def duration_ms(found: re.Match[str]) -> int:
    """Return the length that a match of `DURATION` says; at most some years."""
    unit = _MS[_unit(found["unit"])]
    total = number(found["number"]) * unit + 0.5 * unit * bool(found["half"])
    if found["more"]:
        total += number(found["more"]) * 1_000
    return int(total)


def percent(text: str) -> int | None:
    """Return the percent that a text names, at most 200."""
    found = PERCENT.search(text)
    return min(200, int(number(found[1] or found[2]))) if found else None


def aspect(text: str) -> str:
    """Return the aspect ratio that a text asks for, or nothing."""
    return next((name for name, pattern in ASPECT.items() if pattern.search(text)), "")


def window(text: str, film_ms: int) -> Window | None:
    """Return the stretch of a film of `film_ms` that a text speaks of."""
    if (found := _FROM_TO.search(text)) and (unit := _unit_of(found)):
        start, end = _at(found["a"], found["a_unit"] or unit), _at(found["b"], unit)
        return Window(min(start, end), max(start, end), found[0])
    if (found := _FIRST.search(text)) and found["a_unit"]:
        return Window(0, _at(found["a"], found["a_unit"]), found[0])
    if (found := _LAST.search(text)) and found["a_unit"]:
        return Window(max(0, film_ms - _at(found["a"], found["a_unit"])), film_ms, found[0])
    return _named_window(text, film_ms)


def _unit_of(found: re.Match[str]) -> str:
    """Return the unit of "2 to 5 seconds" and of "second 2 to 5"; nothing where there is none."""
    counted = re.search(r"\bsecond\b|第", found[0], re.IGNORECASE)
    return found["b_unit"] or found["a_unit"] or ("s" if counted else "")


def _named_window(text: str, film_ms: int) -> Window | None:
    if found := _WHOLE.search(text):
        return Window(0, film_ms, found[0])
    length = next((duration_ms(one) for one in DURATION.finditer(text)), _EDGE_MS)
    if found := _START.search(text):
        return Window(0, min(length, film_ms), found[0])
    if found := _END.search(text):
        return Window(max(0, film_ms - length), film_ms, found[0])
    if (found := _AT.search(text)) and found["a_unit"]:
        start = _at(found["a"], found["a_unit"])
        return Window(start, start + _EDGE_MS, found[0])
    return None


def _at(text: str, unit: str) -> int:
    return int(number(text) * _MS[_unit(unit)])


def _unit(text: str) -> str:
    return next(name for name, rule in _UNITS.items() if re.fullmatch(rule, text, re.IGNORECASE))
