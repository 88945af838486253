"""Edits of the words on the picture: titles and captions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from t2v_studio.film import Caption, Film

Which = Literal["title", "caption", "any"]
"""The role of the words that are meant; `any` is whatever there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCaption:
    """Words on the picture. A title takes the place of one that overlaps it."""

    text: str
    start_ms: int
    end_ms: int
    """0 for the end of the film."""
    role: str = "title"
    position: str = "top"
    size: str = "large"
    colour: str = "white"

    def apply(self, film: Film) -> Film:
        """Return the film with the words."""
        end = min(self.end_ms or film.duration_ms, film.duration_ms)
        start = min(self.start_ms, max(0, end - 1))
        words = Caption(
            start_ms=start,
            duration_ms=end - start,
            text=self.text,
            role=self.role,
            position=self.position,
            size=self.size,
            colour=self.colour,
        )
        kept = tuple(one for one in film.captions if not _same_spot(one, words))
        return replace(film, captions=(*kept, words))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCaption:
    """Other text, time, position, size or colour; what is empty stays as it is."""

    which: Which = "any"
    text: str = ""
    start_ms: int | None = None
    end_ms: int | None = None
    position: str = ""
    size: str = ""
    colour: str = ""

    def apply(self, film: Film) -> Film:
        """Return the film with the words changed; the first ones when nothing says which."""
        at = chosen(film, self.which)
        captions = (self._changed(one) if i in at else one for i, one in enumerate(film.captions))
        return replace(film, captions=tuple(captions))

    def _changed(self, one: Caption) -> Caption:
        start = one.start_ms if self.start_ms is None else self.start_ms
        end = self.end_ms
        if end is None:
            end = start + one.duration_ms
        return replace(
            one,
            start_ms=start,
            duration_ms=max(1, end - start),
            text=self.text or one.text,
            position=self.position or one.position,
            size=self.size or one.size,
            colour=self.colour or one.colour,
        )


@dataclass(frozen=True, slots=True)
class RemoveCaption:
    """Words taken from the picture."""

    which: Which = "any"

    def apply(self, film: Film) -> Film:
        """Return the film without the titles, the captions, or any words."""
        kept = (one for one in film.captions if self.which not in {"any", one.role})
        return replace(film, captions=tuple(kept))


def chosen(film: Film, which: Which) -> tuple[int, ...]:
    """Return the numbers of the captions that a change means: one, or none."""
    fitting = (i for i, one in enumerate(film.captions) if which in {"any", one.role})
    return tuple(fitting)[:1]


def _same_spot(one: Caption, other: Caption) -> bool:
    overlap = one.start_ms < other.start_ms + other.duration_ms and (
        other.start_ms < one.start_ms + one.duration_ms
    )
    return overlap and one.position == other.position
