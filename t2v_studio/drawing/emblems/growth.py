"""Trees as subjects: the same that stand in the landscape, larger, and moving in the air."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from t2v_studio.drawing.emblems.emblem import Emblem, wave
from t2v_studio.drawing.props import nature
from t2v_studio.drawing.vector import group

LUCK = 3
"""A seed under which all of them grow well."""

Prop = Callable[[Random, float, float, float], str]


def _swaying(prop: Prop, size: float) -> Callable[[str, float], str]:
    """Let a tree lean a little to and fro."""

    def draw(_tone: str, phase: float) -> str:
        return group(prop(Random(LUCK), 0, 0, size), f"skewX({1.1 * wave(phase):.3f})")

    return draw


def _tree(prop: Prop, size: float, half: float) -> Emblem:
    box = (-half * size, -1.1 * size, 2 * half * size, 1.12 * size)
    return Emblem(draw=_swaying(prop, size), box=box, tone="#5fae57", phases=12, seconds=4.6)


TREES = {
    "tree": _tree(nature.round_tree, 480, 0.46),
    "evergreen": _tree(nature.pine, 480, 0.3),
    "palm tree": _tree(nature.palm, 480, 0.62),
    "cactus": _tree(nature.cactus, 300, 0.5),
    "bush": _tree(nature.bush, 220, 0.9),
}
"""Subject key -> tree."""
