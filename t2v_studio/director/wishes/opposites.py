"""Two wishes of one message that contradict each other: nobody can guess which one counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Any

from t2v_studio.director.edits import (
    AddMusic,
    ChangeScene,
    ChangeSubject,
    Edit,
    RemoveSound,
    SetAspect,
    SetClipDuration,
    SetDuration,
    SetRate,
    SetSpeed,
    SetStyle,
    SetVolume,
    StepVolume,
)

_GREY_AND_VIVID = re.compile(
    r"(?=.*(?:\bblack[ -]and[ -]white\b|\bmonochrome\b|\bgr[ea]yscale\b|黑白))"
    r".*(?:\b(?:vivid|vibrant|colou?rful|saturated|bright colou?rs)\b|鲜艳|彩色|多彩)",
    re.IGNORECASE | re.DOTALL,
)
"""Words that contradict each other before any edit is made of them."""

_Same = Callable[[Any, Any], bool]


def _differ(*names: str, where: str = "") -> _Same:
    """Both set one of these fields, to different values; of the same piece, where that counts."""

    def check(one: Any, other: Any) -> bool:  # noqa: ANN401 - two edits of one kind
        if where and getattr(one, where) != getattr(other, where):
            return False
        pairs = ((getattr(one, name), getattr(other, name)) for name in names)
        return any(left and right and left != right for left, right in pairs)

    return check


_OPPOSITE: dict[type[Edit], _Same] = {
    SetAspect: _differ("aspect"),
    SetStyle: _differ("style"),
    SetDuration: _differ("duration_ms"),
    SetClipDuration: _differ("duration_ms", where="clip"),
    SetSpeed: _differ("speed", where="clip"),
    SetRate: _differ("fps"),
    SetVolume: _differ("volume", where="role"),
    StepVolume: lambda one, other: one.by * other.by < 0,
    ChangeSubject: _differ("colour", "size", "action", "direction", where="name"),
    ChangeScene: _differ("time", "weather", "place", where="clip"),
}
"""Kind of edit -> when two of it cannot both be meant."""


def unlikely(wish: str) -> bool:
    """Say whether a wish wants colours and none at once: "black and white in vivid colors"."""
    return bool(_GREY_AND_VIVID.match(wish))


def opposed(edits: Sequence[Edit]) -> bool:
    """Say whether two edits of one message contradict each other."""
    return any(_contradict(one, other) for one, other in combinations(edits, 2))


def _contradict(one: Edit, other: Edit) -> bool:
    if isinstance(one, AddMusic) and isinstance(other, RemoveSound):
        return other.role in {"", "music"}  # the other way round is music instead of music
    check = _OPPOSITE.get(type(one))
    return check is not None and type(one) is type(other) and check(one, other)
