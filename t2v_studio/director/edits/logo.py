"""Edits of what lies upon the picture: a logo, one at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from t2v_studio.director.timeline import retimed
from t2v_studio.director.upload import Upload
from t2v_studio.film import Film, Overlay


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLogo:
    """An uploaded picture in a corner, instead of the one that was there."""

    upload: Upload
    corner: str = "bottom right"
    opacity: int = 100
    size: int = 15
    start_ms: int = 0
    end_ms: int = 0
    """0 for the end of the film."""

    def apply(self, film: Film) -> Film:
        """Return the film with the logo."""
        end = min(self.end_ms or film.duration_ms, film.duration_ms)
        start = min(self.start_ms, max(0, end - 1))
        logo = Overlay(
            start_ms=start,
            duration_ms=max(1, end - start),
            name=self.upload.name,
            asset=self.upload.id,
            corner=self.corner,
            opacity=self.opacity,
            size=self.size,
        )
        return replace(film, overlays=(logo,) if film.clips else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLogo:
    """Another corner, opacity, size or time; what is empty stays as it is."""

    corner: str = ""
    opacity: int | None = None
    size: int | None = None
    start_ms: int | None = None
    end_ms: int | None = None

    def apply(self, film: Film) -> Film:
        """Return the film with its logo changed."""
        return replace(film, overlays=tuple(map(self._changed, film.overlays)))

    def _changed(self, one: Overlay) -> Overlay:
        return replace(
            retimed(one, self.start_ms, self.end_ms),
            corner=self.corner or one.corner,
            opacity=one.opacity if self.opacity is None else self.opacity,
            size=one.size if self.size is None else self.size,
        )


@dataclass(frozen=True, slots=True)
class RemoveLogo:
    """Nothing upon the picture."""

    def apply(self, film: Film) -> Film:
        """Return the film without overlays."""
        return replace(film, overlays=())
