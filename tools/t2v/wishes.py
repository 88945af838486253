"""What the user asked a film to be, where the words say it plainly: its length and its shape.

Read to compare with what is delivered. A wrong "you asked for" is worse than none, so a text that
names two lengths says none, and edits ("make it 20 seconds longer") are left to the timeline.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90, "half a": 0.5,
    "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "十": 10, "十五": 15, "二十": 20, "三十": 30, "六十": 60, "半": 0.5,
}  # fmt: skip
_UNITS = {
    1: r"s\b|secs?\b|seconds?\b|segundos?\b|secondes?\b|second[oi]\b|sekunden?\b"
    r"|секунд\w*"
    "|秒钟?|초",
    60: r"mins?\b|minutes?\b|minutos?\b|minut[oi]\b|minuten\b"
    r"|минут\w*"
    "|分钟?|분",
}
_WORDS = "|".join(sorted(map(re.escape, _NUMBERS), key=len, reverse=True))
_LENGTH = re.compile(
    rf"(?:(?P<digits>\d{{1,4}}(?:[.,]\d)?)|(?:\b|(?<=[^\x00-\x7f]))(?P<word>{_WORDS}))"
    rf"[\s-]*(?:(?P<s>{_UNITS[1]})|(?P<m>{_UNITS[60]}))",
    re.IGNORECASE,
)

_SHAPES = {
    "9:16": r"\bvertical\w*|\bportrait\b(?! of)|\bhochformat\b|\btik ?tok\b|\breels?\b|\bshorts\b"
    "|[竖豎]屏|[竖豎]版|抖音|快手",
    "1:1": r"\bsquare (?:video|format|frame|clip)|\bcuadrad[oa]\b|\bquadrad[oa]\b"
    r"|\bquadratisch\w*|方形",
    "16:9": r"\bhorizontal\w*|\borizzontal\w*|\bwide-?screen\b|\bquerformat\b"
    r"|\blandscape (?:format|mode|video|orientation)"
    "|[横橫]屏|[横橫]版",
}
_SHAPE_WORDS = {shape: re.compile(words, re.IGNORECASE) for shape, words in _SHAPES.items()}
_RATIO = re.compile(r"(?<![\d:.])(\d{1,2})\s*[:x×/：]\s*(\d{1,2})(?![\d:]|\s*(?:am|pm)\b)")

_LARGEST_RATIO = 4.0
"""Film is no wider; what is beyond it is a time or a score."""


class Wishes(NamedTuple):
    """Seconds and a shape such as 9:16; None and "" for what was not said."""

    duration_s: float | None = None
    aspect: str = ""


def read(words: str) -> Wishes:
    """Return what the words ask for."""
    return Wishes(_duration(words), _aspect(words))


def _duration(words: str) -> float | None:
    lengths = {_seconds(found) for found in _LENGTH.finditer(words)}
    return lengths.pop() if len(lengths) == 1 else None


def _seconds(found: re.Match[str]) -> float:
    digits, word = found["digits"], found["word"]
    number = float(digits.replace(",", ".")) if digits else _NUMBERS[word.lower()]
    return number * (1 if found["s"] else 60)


def _aspect(words: str) -> str:
    ratios = {
        f"{int(a)}:{int(b)}"
        for a, b in _RATIO.findall(words)
        if int(b) and 1 / _LARGEST_RATIO <= int(a) / int(b) <= _LARGEST_RATIO
    }
    if ratios:
        return ratios.pop() if len(ratios) == 1 else ""
    shapes = {shape for shape, rule in _SHAPE_WORDS.items() if rule.search(words)}
    return shapes.pop() if len(shapes) == 1 else ""
