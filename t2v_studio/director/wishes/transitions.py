"""Wishes about how scenes follow each other, and how the film begins and ends."""

from __future__ import annotations

import re

from t2v_studio.director.edits import Fade, SetTransition
from t2v_studio.director.wishes.clauses import Clause
from t2v_studio.director.wishes.measures import DURATION, duration_ms
from t2v_studio.director.wishes.wish import Context, Wish

USUAL_MS, FADE_MS = 600, 1_000
LONGEST_MS = 5_000
"""Of a transition, when nobody says, and at most."""

_KINDS = {
    "cut": r"\b(?:hard|straight|plain|direct|simple) cuts?\b"
    r"|\b(?:no|remove|delete|drop|without)(?: more| any| all)?(?: the)?"
    r" (?:transitions?|(?:cross ?)?fades?|dissolves?|wipes?)\b"
    r"|硬切|直接切换|(?:去掉|删除|取消|不要|移除)(?:所有|全部)?(?:转场|叠化|淡入淡出)",
    "dip": r"\b(?:dip|fade) (?:\S+ )?(?:to|through) black\b|\bblack (?:between|transitions?)\b"
    r"|黑场|闪黑|淡入淡出",
    "wipe": r"\bwip(?:e|es|ing)\b|擦除|划像|划变|滑动转场",
    "dissolve": r"\b(?:cross[ -]?)?dissolv(?:e|es|ing)\b|\bcross[ -]?fad(?:e|es|ing)\b"
    r"|\bfad(?:e|es|ing) (?:between|from scene|into each other)\b"
    r"|\b(?:smooth|soft) transitions?\b"
    r"|叠化|溶解|交叉淡化|渐变转场|(?:柔和|平滑)的?转场",
}
"""Kind of transition -> what asks for it; the first that fits counts."""
_RULES = {kind: re.compile(rule, re.IGNORECASE) for kind, rule in _KINDS.items()}
_ANY = re.compile(r"\btransitions?\b|转场|过渡效果", re.IGNORECASE)
_IN = re.compile(r"\bfad(?:e|es|ing)[ -]?in\b|淡入(?!淡出)|渐显", re.IGNORECASE)
_OUT = re.compile(
    r"\bfad(?:e|es|ing)[ -]?(?:in and )?out\b|\bfade (?:it |the \w+ )?to black (?:at|in) the end\b"
    r"|(?<!淡入)淡出|渐隐|结尾.{0,3}黑场",
    re.IGNORECASE,
)
_GONE = re.compile(r"\b(?:no|remove|delete|without|drop)\b|去掉|删除|取消|不要", re.IGNORECASE)
_OTHER = frozenset({"title", "caption", "music"})


def transitions(clause: Clause, context: Context) -> Wish | None:
    """Read a wish for a transition or a fade."""
    if clause.topics & _OTHER or not context.film.clips:
        return None
    found = DURATION.search(clause.text)
    asked = min(duration_ms(found), LONGEST_MS) if found else None
    if fade := _fade(clause.text, FADE_MS if asked is None else asked):
        return Wish((fade,))
    kind = next((name for name, rule in _RULES.items() if rule.search(clause.text)), "")
    if not kind and not _ANY.search(clause.text):
        return None
    if len(context.film.clips) < 2 and "淡入淡出" in clause.text and kind == "dip":
        return Wish((Fade(in_ms=asked or FADE_MS, out_ms=asked or FADE_MS),))
    if len(context.film.clips) < 2:
        return Wish(problem="one_scene")
    after = _later(context)
    return Wish((SetTransition(kind=kind or "dissolve", ms=asked or USUAL_MS, clip=after),))


def _fade(text: str, ms: int) -> Fade | None:
    begins, ends = bool(_IN.search(text)), bool(_OUT.search(text))
    if not (begins or ends):
        return None
    ms = 0 if _GONE.search(text) else ms
    return Fade(in_ms=ms if begins else None, out_ms=ms if ends else None)


def _later(context: Context) -> int | None:
    """Return the clip that the transition leads to: the later of two, or the one that is named."""
    if not context.scenes:
        return None
    return max(1, *context.scenes)
