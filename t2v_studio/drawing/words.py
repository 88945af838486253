"""The words themselves, for a scene of which nothing can be drawn: page by page they come up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from t2v_studio.drawing.canvas import Moment
from t2v_studio.drawing.caption import LEADING, SAFE, SIZES, caption_overlay
from t2v_studio.drawing.lettering.breaking import broken
from t2v_studio.drawing.picture import Overlay, blend
from t2v_studio.drawing.vector import Pixels
from t2v_studio.film import Caption

MOST_SIGNS, MOST_LINES = 900, 7
"""Signs that are read of a text, and lines of a page."""
START, APART, COMING, GOING = 0.3, 0.45, 0.7, 0.35
"""Seconds before the first line, between lines, and that each takes to come and a page to go."""
HURRY = 0.3
"""Share of a page's time in which its lines come."""
RISE = 0.03
READ_IN = 2.2
"""Seconds that a page stands at least, where letters can be smaller instead."""
WIDE, TALL, ABOVE, ROOM = 0.7, 0.75, 0.32, 0.34
"""Middle of the words under the title of a wide frame, and of another, where a title has more
lines; over one in the lower third; and the height that they have."""
CLOSER = 0.9
"""Share of the safe width that they have: a camera that closes in makes them wider."""
LETTERS = ("words", "large", "normal")
"""Sizes of letters, the largest first."""


@dataclass(frozen=True, slots=True)
class Page:
    """Lines that come up one after the other, and go together; seconds from and to."""

    lines: tuple[Overlay, ...]
    start: float
    end: float
    apart: float
    """Seconds between lines."""

    def paint(self, frame: Pixels, seconds: float) -> None:
        """Lay on the lines that have come by now."""
        left = min(1.0, (self.end - seconds) / GOING)
        for number, line in enumerate(self.lines):
            share = min(1.0, (seconds - self.start - number * self.apart) / COMING)
            if share > 0:
                eased = share * share * (3 - 2 * share)
                drop = round((1 - eased) * RISE * frame.shape[0])
                blend(frame, Overlay(line.x, line.y + drop, line.picture), eased * left)


@dataclass(frozen=True, slots=True)
class Words:
    """Pages that follow each other."""

    pages: tuple[Page, ...]

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Lay on the page that is shown now; the last one stays."""
        for page in self.pages:
            if page.start <= moment.seconds < page.end:
                page.paint(frame, moment.seconds)


def words_of(text: str, *, width: int, height: int, duration: float, low: bool = True) -> Words:
    """Set a text in a frame of this size, where no title stands.

    Args:
        text: The description that nothing was found in; all of it is shown, a page at a time.
        width: Pixels.
        height: Pixels.
        duration: Seconds of the scene.
        low: The film's titles are at the top, and the words below them.
    """
    size, pages = _set(_cut(" ".join(text.split())), width, height, duration)
    whole = sum(len("".join(page)) for page in pages)
    middle = (WIDE if width > height else TALL) if low else ABOVE
    at, shown = START, []
    for page in pages:
        last = page is pages[-1]
        end = at + (duration - START) * len("".join(page)) / max(1, whole)
        lines = tuple(_lines(page, size, width, height, middle))
        apart = min(APART, HURRY * (end - at) / len(page))
        shown.append(Page(lines, at, float("inf") if last else end, apart))
        at = end
    return Words(tuple(shown))


def _set(text: str, width: int, height: int, duration: float) -> tuple[str, list[list[str]]]:
    """Return the largest letters in which the pages can be read in time, and the pages."""
    for size in LETTERS:
        pixels = SIZES[size] * min(width, height)
        lines = broken(text, pixels, width * (1 - 2 * SAFE) * CLOSER)
        per_page = max(1, min(MOST_LINES, int(ROOM * height / (pixels * LEADING))))
        pages = [lines[at : at + per_page] for at in range(0, len(lines), per_page)]
        if len(pages) * READ_IN <= max(READ_IN, duration - START):
            break
    return size, pages


def _lines(
    page: Sequence[str], size: str, width: int, height: int, middle: float
) -> Iterator[Overlay]:
    step = SIZES[size] * min(width, height) * LEADING
    for number, line in enumerate(page):
        caption = Caption(start_ms=0, duration_ms=0, text=line, size=size, weight="bold")
        over = caption_overlay(caption, width=width, height=height)
        row = middle * height + (number - (len(page) - 1) / 2) * step
        yield Overlay(over.x, round(row - over.picture.shape[0] / 2), over.picture)


def _cut(text: str) -> str:
    """Cut a text that nobody could read at a blank, and show that it is cut."""
    if len(text) <= MOST_SIGNS:
        return text
    kept = text[:MOST_SIGNS]
    return (kept.rpartition(" ")[0] or kept).rstrip() + "…"
