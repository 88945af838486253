"""What the director understands of a prompt, for people who want to know why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from t2v_studio.director.making import asked_ms, readings
from t2v_studio.director.order import read_order
from t2v_studio.director.reading.names import describe_scene
from t2v_studio.director.reading.scenes import Reading
from t2v_studio.director.seeds import seed_of
from t2v_studio.director.timeline import LONGEST_MS, SHORTEST_MS
from t2v_studio.director.titles import title_of
from t2v_studio.director.tokens import is_chinese


def explain(words: str) -> dict[str, Any]:
    """Return what a prompt would become: the film's frame, its scenes, and what was left out."""
    order = read_order(words)
    found = readings(order.words, seed_of("film", words), prose=order.prose)
    asked = asked_ms(order, len(found))
    chinese = is_chinese(words)
    return {
        "say": _sentence(found, chinese=chinese),
        "words": order.words,
        "title": (order.title or title_of(order.words)) if order.titled else "",
        "duration_ms": max(SHORTEST_MS, min(asked, LONGEST_MS)),
        "aspect": order.aspect or "16:9",
        "music": (order.mood or found[0].scene.mood) if order.music else "",
        "scenes": [
            {
                "drawn": describe_scene(one.scene, chinese=chinese),
                "said": list(one.said),
                "not_drawn": list(one.scene.not_drawn),
                "left_out": list(one.left_out),
                "scene": one.scene.to_json(),
            }
            for one in found
        ],
    }


def _sentence(found: Sequence[Reading], *, chinese: bool) -> str:
    """Return the same for people: what each scene would show, and what is not drawn."""
    drawn = [describe_scene(one.scene, chinese=chinese) for one in found]
    missing = dict.fromkeys(thing for one in found for thing in one.scene.not_drawn)
    said = ("我会画:" if chinese else "I would draw: ") + ("；" if chinese else "; then ").join(
        drawn
    )
    if not missing:
        return said + ("。" if chinese else ".")
    left = ("、" if chinese else ", ").join(missing)
    return f"{said}。画不出:{left}。" if chinese else f"{said}. Not drawn: {left}."
