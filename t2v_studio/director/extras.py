"""What a prompt asks for besides the picture: transitions, fades, subtitles, narration, frame rate.

These parts are no words of a scene. They are wishes about the film that comes of it.
"""

from __future__ import annotations

import re

_LEAD = r"[,,]?\s*(?:\b(?:and|with|using|plus|add|adding|at|in)\s+)?(?:\b(?:an?|the|some)\s+)?"
_LONG = r"(?:\b\d+(?:\.\d+)?[\s-]*(?:seconds?|s)\s+)?"
_WHERE = (
    r"(?:\s+(?:between|at|in|from|to)\s+(?:the\s+|all\s+)?"
    r"(?:scenes|shots|clips|end|start|beginning|black|them))*"
)
_WAYS = (
    r"cross[ -]?dissolves?|cross[ -]?fades?|dissolves?|wipes|wipe transitions?"
    r"|(?:dip|fade)s? (?:to|through) black|hard cuts|smooth transitions?"
    r"|fad(?:e|es|ing)[ -]?(?:in|out)(?:\s+and\s+out)?"
)
_SPOKEN = r"(?:narration|voice[ -]?over)\b(?:\s+(?:saying|that says|reading))?"
_ZH_WHERE = r"(?:(?:场景|镜头)之间|片尾|片头|结尾|开头)?(?:用|加上?|使用|带)?"
_PARTS = (
    rf"{_LEAD}{_LONG}\b(?:{_WAYS})\b{_WHERE}",
    rf"{_LEAD}\b(?:subtitles|captions)\b",
    rf"{_LEAD}\b{_SPOKEN}\s*[::]?\s*\ue000",
    rf"{_LEAD}\bnarrat(?:e|ed|ing)(?: it| that)?(?: with)?\s*[::]?\s*\ue000\.?",
    rf"{_LEAD}\b\d{{2,5}}\s*(?:fps\b|frames (?:per|a) second\b)",
    rf"[,,]?(?:并|再)?{_ZH_WHERE}(?:叠化|擦除|黑场|淡入淡出|淡入|淡出|交叉淡化)(?:转场|过渡)?",
    r"[,,]?(?:并|再)?(?:带|加上?|配上?)字幕",
    r"[,,]?(?:并|再)?(?:加上?|配上?)?(?:旁白|配音)[::]?\s*\ue000",
)
_EXTRA = re.compile("|".join(_PARTS), re.IGNORECASE)
_TOO_FINE = re.compile(r"\b(?:8|16)k\b|\b\d{3,5}\s*fps\b", re.IGNORECASE)
_HOLE = "\ue000"


def parted(text: str, quotes: tuple[str, ...]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Take the extras out of a prompt whose quoted words are holes.

    Returns:
        The text without them, the quotes that stay in it, and the extras, an order each.
    """
    kept, taken, rest, at = [], [], [], 0
    holes = iter(quotes)
    for found in _EXTRA.finditer(text):
        kept += [next(holes) for _ in range(text.count(_HOLE, at, found.start()))]
        words = [next(holes) for _ in range(found[0].count(_HOLE))]
        taken.append(_order(found[0], words))
        rest.append(text[at : found.start()])
        at = found.end()
    return " ".join([*rest, text[at:]]), (*kept, *holes), tuple(taken)


def _order(part: str, words: list[str]) -> str:
    """Return a part as an order: "with subtitles" wants them added."""
    for one in words:
        part = part.replace(_HOLE, f'"{one}"', 1)
    bare = re.sub(r"^[\s,,]*(?:(?:and|with|using|plus|add|adding)\s+)?|^[\s,,]*[并再]", "", part)
    if re.match(r"\d+ *f", bare, re.IGNORECASE):
        return f"make it {bare}"
    if re.match(r"[用加配带]", bare):
        return re.sub(r"^(?:用|加上?|配上?|带)", "加", bare)
    return bare if re.match(r"fad", bare, re.IGNORECASE) else f"add {bare}"


def too_fine(text: str) -> bool:
    """Say whether a prompt asks for more pixels or frames than a film can have."""
    return bool(_TOO_FINE.search(text))
