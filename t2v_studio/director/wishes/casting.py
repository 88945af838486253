"""Wishes about who is in the picture already: "make the car blue", "let the dog sleep"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from t2v_studio.director.edits import ChangeSubject
from t2v_studio.director.reading.names import name_of
from t2v_studio.director.reading.spans import Span, spans
from t2v_studio.director.wishes.clauses import Clause
from t2v_studio.director.wishes.scenery import cast_of, settings
from t2v_studio.director.wishes.wish import Context, Wish
from t2v_studio.scene import Subject

_ORDER = re.compile(
    r"^(?:(?:please|now|and|also|then|just|can you|could you|i want you to|i want to)\s+){0,4}"
    r"(?:make|turn|paint|colou?r|recolou?r|dye|let|have|get|change|enlarge|shrink)\b"
    r".{0,60}?\b(?:the|this|that|these|those|my|our|all|both|his|her)\b"
    r"|\b(?:the|this|that|these|those|my|our|all|both)\b.{1,60}?\bshould\b",
    re.IGNORECASE,
)
"""Somebody who is there is to be different: whoever describes a new film says "a dog"."""

_ORDER_ZH = re.compile(
    r"^(?:请|帮我|麻烦|现在|然后|再|可以|能不能){0,4}(?:把|让|给|将|叫|使)(?P<who>.{1,16}?)(?:的颜色)?"
    r"(?P<how>(?:变|改|换|涂|染|弄|调|画|放大|缩小|大一|小一|大点|小点|更|再|都|也|应该|在|往|向|朝|"
    r"跳|跑|走|睡|坐|站|飞|游|吃|玩|转|动).*)$"
)
_LARGER = re.compile(
    r"\b(?:bigger|larger|taller|enlarge)\b|变大|放大|更大|大(?:一点|一些|点|些)", re.IGNORECASE
)
_SMALLER = re.compile(
    r"\b(?:smaller|tinier|shrink)\b|变小|缩小|更小|小(?:一点|一些|点|些)", re.IGNORECASE
)
_SIZES: dict[int | str, tuple[str, str]] = {
    1: ("bigger", "更大的"), -1: ("smaller", "更小的"),
    "large": ("big", "大"), "small": ("small", "小"), "normal": ("", ""),
}  # fmt: skip
"""What somebody is called who is of that size now, or so many steps larger."""
_SIDEWAYS = frozenset({"left", "right", "towards", "away"})
"""Directions that anybody can take; up and down belong to how they move."""


class _Order(NamedTuple):
    """An order, taken apart: whose name, in which words, and what is said after it."""

    name: str
    words: str
    after: Sequence[Span]


def casting(clause: Clause, context: Context) -> Wish | None:
    """Read a wish for another colour, size, doing or direction of somebody who is there."""
    if clause.topics & {"music", "title", "caption", "part"} or not context.film.clips:
        return None
    order = _read(clause)
    step = bool(_LARGER.search(clause.text)) - bool(_SMALLER.search(clause.text))
    said = _said(order.after) if order else {}
    if step:
        said.pop("size", None)
    return _wish(order, said, step, context) if order and (said or step) else None


def _wish(order: _Order, said: dict[str, Any], step: int, context: Context) -> Wish | None:
    setting = settings(Clause(" ".join(one.text for one in order.after)), context)
    there = next((one for one in cast_of(context) if one.name == order.name), None)
    if there is None:  # "let the sun set" speaks of the hour
        return None if setting else Wish(problem="no_such_subject", detail=order.words)
    words = _called(order.words, there, said, step)
    edit = ChangeSubject(name=order.name, larger=step, words=words, clip=context.scene, **said)
    if step and edit.member(there) == there:
        return Wish(problem="largest" if step > 0 else "smallest", detail=order.words)
    return Wish((edit, *(setting.edits if setting else ())))


def _read(clause: Clause) -> _Order | None:
    """Take an order apart; None when it is none, or about several at once."""
    if found := _ORDER_ZH.search(clause.text):
        who = [one for one in spans(found["who"] + "的") if one.kind == "subject"]
        return _Order(who[0].value, who[0].text, spans(found["how"])) if len(who) == 1 else None
    # Before a word that nobody knows, a dog may be the first half of dog food: not here.
    named = [at for at, one in enumerate(clause.spans) if one.can_be("subject")]
    if not _ORDER.search(clause.text) or not named or _others(clause.spans, named):
        return None
    first = clause.spans[named[0]].meant_as("subject")
    return _Order(first.value, first.text, clause.spans[named[0] + 1 :])


def _others(line: Sequence[Span], named: Sequence[int]) -> bool:
    """Say whether more are named than one: an orange that may be a colour is none."""
    return any(not line[at].can_be("colour") for at in named[1:])


def _said(after: Sequence[Span]) -> dict[str, Any]:
    """Return what the words say, as members of the edit; of two colours the last."""
    said: dict[str, Any] = {}
    for span in after:
        for kind in ("colour", "size", "action", "direction"):
            if span.kind == kind or (kind == "colour" and span.can_be(kind)):
                value = span.meant_as(kind).value if span.kind != kind else span.value
                if kind != "direction" or value in _SIDEWAYS:
                    said[kind] = value
                break
    return said


def _called(words: str, there: Subject, said: dict[str, Any], step: int) -> str:
    """Return what the subject is called in an answer, in the language of the wish."""
    chinese = not words.isascii()
    size = _SIZES[step or said.get("size", "normal")][chinese]
    colour = said.get("colour", there.colour)
    if chinese:
        tone = name_of("colour", colour, chinese=True).removesuffix("色")
        return size + (f"{tone}色的" if tone else "") + words
    return " ".join(filter(None, ("the", size, colour, words)))
