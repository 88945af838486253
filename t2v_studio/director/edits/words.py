"""Edits of the words on the picture: titles and captions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from t2v_studio.director.timeline import retimed
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
    weight: str = "bold"
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
            weight=self.weight,
            colour=self.colour,
        )
        kept = tuple(one for one in film.captions if not _same_spot(one, words))
        return replace(film, captions=(*kept, words))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCaption:
    """Other text, time, position, size, weight or colour; what is empty stays as it is."""

    which: Which = "any"
    text: str = ""
    start_ms: int | None = None
    end_ms: int | None = None
    position: str = ""
    size: str = ""
    weight: str = ""
    colour: str = ""
    old: str = ""
    """The words that are meant, where more than one stand there."""
    every: bool = False
    """All of them are meant, not only the first."""

    def apply(self, film: Film) -> Film:
        """Return the film with the words changed; the first ones when nothing says which."""
        at = chosen(film, self.which, self.old, every=self.every)
        captions = (self._changed(one) if i in at else one for i, one in enumerate(film.captions))
        return replace(film, captions=tuple(captions))

    def _changed(self, one: Caption) -> Caption:
        return replace(
            retimed(one, self.start_ms, self.end_ms),
            text=self.text or one.text,
            position=self.position or one.position,
            size=self.size or one.size,
            weight=self.weight or one.weight,
            colour=self.colour or one.colour,
        )


@dataclass(frozen=True, slots=True)
class RemoveCaption:
    """Words taken from the picture."""

    which: Which = "any"
    old: str = ""
    """The words that are meant; empty for all of that role."""

    def apply(self, film: Film) -> Film:
        """Return the film without the titles, the captions, or any words."""
        gone = chosen(film, self.which, self.old, every=True)
        kept = (one for number, one in enumerate(film.captions) if number not in gone)
        return replace(film, captions=tuple(kept))


@dataclass(frozen=True, slots=True)
class SetSubtitles:
    """Subtitles instead of those that were there: (start in ms, end in ms, words)."""

    cues: tuple[tuple[int, int, str], ...]
    position: str = "bottom"
    size: str = "small"
    colour: str = "white"

    def apply(self, film: Film) -> Film:
        """Return the film with its titles and these subtitles, as far as it lasts."""
        titles = (one for one in film.captions if one.role != "caption")
        shown = (
            Caption(
                start_ms=start,
                duration_ms=min(end, film.duration_ms) - start,
                text=text,
                role="caption",
                position=self.position,
                size=self.size,
                colour=self.colour,
            )
            for start, end, text in self.cues
            if 0 <= start < min(end, film.duration_ms)
        )
        return replace(film, captions=(*titles, *shown))


def chosen(film: Film, which: Which, old: str = "", *, every: bool = False) -> tuple[int, ...]:
    """Return the numbers of the captions that a change means: the first that fits, or all."""
    fitting = (
        number
        for number, one in enumerate(film.captions)
        if which in {"any", one.role} and old in {"", one.text}
    )
    found = tuple(fitting)
    return found if every else found[:1]


def _same_spot(one: Caption, other: Caption) -> bool:
    overlap = one.start_ms < other.start_ms + other.duration_ms and (
        other.start_ms < one.start_ms + one.duration_ms
    )
    return overlap and one.position == other.position
