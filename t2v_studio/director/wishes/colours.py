"""Wishes about colours of the picture: warmer, colder, vivid, sepia, brighter, more contrast."""

from __future__ import annotations

import re
from typing import Any

from t2v_studio.director.edits import Regrade
from t2v_studio.director.wishes.clauses import Clause
from t2v_studio.director.wishes.wish import Context, Wish

_TONES = r"(?:tones?|colou?rs?|look|grade|grading|filter|palette|light|lighting|tint|feel)"
_LESS = r"\b(?:less|lower|reduce|decrease|soften) (?:the )?"
_MORE = r"\b(?:more|higher|raise|increase|boost|stronger|strong|add) (?:the )?"
_ZH_LESS, _ZH_MORE = r"(?:低|调低|降低|减少)", r"(?:高|调高|提高|增加|增强|提升)"


def _either_way(english: str, chinese: str, *, more: bool) -> str:
    """The rule of "more contrast", or of less: 对比度高, 提高对比度."""
    latin, signs = (_MORE, _ZH_MORE) if more else (_LESS, _ZH_LESS)
    return rf"{latin}{english}\b|{chinese}{signs}|{signs}{chinese}"


_LOOKS: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    ("warmth", -35, (
        rf"\b(?:colder|cooler)\b|\b(?:cold|cool|blue|icy) {_TONES}\b",
        r"冷色|冷一?点|更冷|偏冷",
    )),
    ("warmth", 35, (rf"\bwarmer\b|\bwarm {_TONES}\b", r"暖色|暖一?点|更暖|偏暖")),
    ("saturation", -45, (
        r"\bdesaturated?\b|\bless (?:saturated|colou?rful|vivid)\b|\bmuted (?!clip)",
        r"\bwashed[ -]out\b",
        rf"\bfaded {_TONES}\b|(?:颜色|色彩)(?:淡|素)一?点",
        _either_way("saturation", "饱和度", more=False),
    )),
    ("saturation", 45, (
        rf"\bvivid\b|\bmore (?:colou?rful|saturated|vibrant)\b|\bvibrant {_TONES}\b",
        r"\bboost (?:the )?colou?rs\b|\bsaturate\b|\bpunchy\b|鲜艳|色彩浓",
        _either_way("saturation", "饱和度", more=True),
    )),
    ("sepia", 100, (
        r"\bsepia\b|\b(?:vintage|old[ -]photo|retro) (?:filter|look|tone|grade)\b",
        r"(?:复古|怀旧)(?:滤镜|色调)|老照片|泛黄",
    )),
    ("saturation", -100, (
        r"\b(?:black[ -]and[ -]white|gr[ea]yscale|monochrome) (?:filter|grade|grading)\b",
        r"黑白滤镜|去色",
    )),
    ("brightness", -25, (
        r"\b(?:darker|darken|less bright|dimmer)\b|暗一?点|更暗|调暗",
        _either_way("brightness", "亮度", more=False),
    )),
    ("brightness", 25, (
        r"\b(?:brighter|brighten|lighter)\b|亮一?点|更亮|调亮",
        _either_way("brightness", "亮度", more=True),
    )),
    ("contrast", -30, (_either_way("contrast", "对比度", more=False),)),
    ("contrast", 30, (_either_way("contrast", "对比度", more=True),)),
)  # fmt: skip
"""Field of a grade, by how much it shifts, and what asks for it; all that fit count."""

_RULES = tuple((name, by, re.compile("|".join(rules), re.IGNORECASE)) for name, by, rules in _LOOKS)
_EXACT = re.compile(
    r"\b(?P<field>brightness|contrast|saturation|warmth|sepia)\b(?:\s+(?:to|by|at|of))?"
    r"\s*(?P<by>[+-]?\d{1,3})\s*%?"
    r"|(?P<zh>亮度|对比度|饱和度|色温)(?:调?[到为至成]|增加|提高|加)?\s*(?P<zh_by>[+-]?\d{1,3})\s*%?",
    re.IGNORECASE,
)
_ZH = {"亮度": "brightness", "对比度": "contrast", "饱和度": "saturation", "色温": "warmth"}
_RESET = re.compile(
    r"\b(?:reset|restore) (?:the )?colou?rs?\b|\bnatural colou?rs\b|\boriginal colou?rs\b"
    r"|\b(?:remove|no|without|drop|undo) (?:the )?(?:filters?|(?:colou?r )?grad(?:e|ing)|sepia)\b"
    r"|(?:恢复|还原)(?:颜色|色彩|原色)|(?:去掉|取消|不要)(?:滤镜|调色)",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:colou?r[ -]?(?:grad\w*|correct\w*)|filter|lut|white balance)\b|调色|滤镜|白平衡",
    re.IGNORECASE,
)
_OTHER = frozenset({"title", "caption", "music"})


def colours(clause: Clause, context: Context) -> Wish | None:
    """Read a wish for other colours of the picture."""
    if clause.topics & _OTHER or not context.film.clips:
        return None
    if _RESET.search(clause.text):
        return Wish((Regrade(anew=True, clip=context.scene),))
    shifts = _exact(clause.text) or _looks(clause, context)
    if shifts:
        return Wish((Regrade(clip=context.scene, **shifts),))
    return Wish(problem="which_grade") if _VAGUE.search(clause.text) else None


def grades(clause: Clause) -> bool:
    """Say whether a clause speaks of colours as such, not of a style of drawing."""
    return any(rule.search(clause.text) for _, _, rule in _RULES)


def _exact(text: str) -> dict[str, Any]:
    """Return what is asked for in numbers."""
    return {
        (found["field"] or _ZH[found["zh"]]).lower(): int(found["by"] or found["zh_by"])
        for found in _EXACT.finditer(text)
    }


def _looks(clause: Clause, context: Context) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, by, rule in _RULES:
        if rule.search(clause.text):
            found.setdefault(name, by)
    meant = context.film.clips
    meant = meant if context.scene is None else meant[context.scene : context.scene + 1]
    if not any(clip.scene for clip in meant) and clause.first("style") == "black and white":
        found["saturation"] = -100  # what is drawn has a style of its own
    return found
