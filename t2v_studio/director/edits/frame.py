"""Edits of the film as a whole: aspect ratio, style, length, cuts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from t2v_studio.director.timeline import cut, lasting
from t2v_studio.film import Film


@dataclass(frozen=True, slots=True)
class SetAspect:
    """Another aspect ratio."""

    aspect: str

    def apply(self, film: Film) -> Film:
        """Return the film in the other frame."""
        return replace(film, aspect=self.aspect)


@dataclass(frozen=True, slots=True)
class SetStyle:
    """Another look for everything that is drawn."""

    style: str
    clip: int | None = None
    """The scene that is meant; None for all, and for those to come."""

    def apply(self, film: Film) -> Film:
        """Return the film with its scenes in the style."""
        clips = (
            replace(clip, scene=clip.scene and replace(clip.scene, style=self.style))
            if self.clip in {None, number}
            else clip
            for number, clip in enumerate(film.clips)
        )
        style = self.style if self.clip is None else film.style
        return replace(film, style=style, clips=tuple(clips))


@dataclass(frozen=True, slots=True)
class SetDuration:
    """Another length for the film."""

    duration_ms: int

    def apply(self, film: Film) -> Film:
        """Return the film at that length, or as near to it as uploaded clips allow."""
        return lasting(film, self.duration_ms)


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch taken out; the rest closes up."""

    start_ms: int
    end_ms: int

    def apply(self, film: Film) -> Film:
        """Return the film without the stretch."""
        return cut(film, self.start_ms, self.end_ms)
