"""Sentences about sound effects."""

from __future__ import annotations

from t2v_studio.director.edits.effects import PlaceEffect, SetEffects
from t2v_studio.film import Film

_NAMES = {
    "rain": ("rain", "雨声"),
    "thunder": ("thunder", "雷声"),
    "wind": ("wind", "风声"),
    "waves": ("waves", "海浪声"),
    "stream": ("running water", "流水声"),
    "bubbles": ("bubbles", "气泡声"),
    "birds": ("birds", "鸟鸣"),
    "crickets": ("crickets", "虫鸣"),
    "city": ("city", "街道声"),
    "crowd": ("crowd", "人群声"),
    "engine": ("engine", "引擎声"),
    "fire": ("fire", "火焰声"),
    "footsteps": ("footsteps", "脚步声"),
}
"""Effect -> (English, Chinese)."""


def ambient(edit: SetEffects, film: Film, *, zh: bool) -> str:
    """Tell how loud scenes sound by themselves now."""
    del film
    if not edit.percent:
        return "已关闭音效。" if zh else "The sound effects are off."
    if zh:
        return f"音效现在是平常的 {edit.percent}%。"
    return f"The sound effects are at {edit.percent}% of the usual now."


def placed(edit: PlaceEffect, film: Film, *, zh: bool) -> str:
    """Tell how loud one effect is now."""
    del film
    english, chinese = _NAMES[edit.effect]
    if not edit.volume:
        return f"已去掉{chinese}。" if zh else f"Removed the sound of the {english}."
    if zh:
        return f"{chinese}现在是 {edit.volume}%。"
    return f"The sound effect ({english}) plays at {edit.volume}% now."
