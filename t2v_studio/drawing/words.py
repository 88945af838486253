"""The words themselves, for a scene of which nothing can be drawn: line by line they come up."""

from __future__ import annotations

from dataclasses import dataclass

from t2v_studio.drawing.canvas import Moment
from t2v_studio.drawing.caption import LEADING, SAFE, SIZES, caption_overlay
from t2v_studio.drawing.lettering.breaking import broken
from t2v_studio.drawing.picture import Overlay, blend
from t2v_studio.drawing.vector import Pixels
from t2v_studio.film import Caption

MOST_SIGNS, MOST_LINES = 110, 4
AFTER_TITLE, SHORT = 3.2, 5.0
"""Seconds that a film's title takes; a scene that is no longer than that does not wait."""
APART, COMING = 0.45, 0.7
"""Seconds between lines, and that each takes to come."""
RISE = 0.03


@dataclass(frozen=True, slots=True)
class Words:
    """Lines that come up one after the other, and stay."""

    lines: tuple[Overlay, ...]
    start: float

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Lay on the lines that have come by now."""
        for number, line in enumerate(self.lines):
            share = min(1.0, (moment.seconds - self.start - number * APART) / COMING)
            if share > 0:
                eased = share * share * (3 - 2 * share)
                drop = round((1 - eased) * RISE * frame.shape[0])
                blend(frame, Overlay(line.x, line.y + drop, line.picture), eased)


def words_of(text: str, *, width: int, height: int, duration: float) -> Words:
    """Set a text in the middle of a frame of this size.

    Args:
        text: The description that nothing was found in; a long one is cut.
        width: Pixels.
        height: Pixels.
        duration: Seconds of the scene.
    """
    size = SIZES["words"] * min(width, height)
    lines = broken(_cut(" ".join(text.split())), size, width * (1 - 2 * SAFE))[:MOST_LINES]
    step = size * LEADING
    overlays = []
    for number, line in enumerate(lines):
        caption = Caption(start_ms=0, duration_ms=0, text=line, size="words", weight="bold")
        over = caption_overlay(caption, width=width, height=height)
        shift = round((number - (len(lines) - 1) / 2) * step)
        overlays.append(Overlay(over.x, over.y + shift, over.picture))
    return Words(tuple(overlays), AFTER_TITLE if duration > SHORT else 0.3)


def _cut(text: str) -> str:
    """Cut a long text at a blank, and show that it is cut."""
    if len(text) <= MOST_SIGNS:
        return text
    kept = text[:MOST_SIGNS]
    return (kept.rpartition(" ")[0] or kept).rstrip() + "…"
