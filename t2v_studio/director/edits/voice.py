"""Edits of what is spoken: a text read out by a voice of the studio."""

from __future__ import annotations

from dataclasses import dataclass, replace

from t2v_studio.film import Film, Sound


@dataclass(frozen=True, slots=True, kw_only=True)
class AddVoice:
    """A text that is spoken, beside the music; it takes the place of one that begins with it."""

    text: str
    duration_ms: int
    """About how long it takes to say."""
    start_ms: int = 0
    volume: int = 100
    voice: str = ""
    """Who speaks; empty for the usual voice."""

    def apply(self, film: Film) -> Film:
        """Return the film with the words spoken, as far as it lasts."""
        start = min(self.start_ms, max(0, film.duration_ms - 1))
        length = min(self.duration_ms, film.duration_ms - start)
        if length <= 0:
            return film
        spoken = Sound(
            start_ms=start,
            duration_ms=length,
            name=self.text[:_NAME],
            volume=self.volume,
            role="voice",
            text=self.text,
            voice=self.voice,
        )
        kept = (one for one in film.sounds if not (one.text and one.start_ms == start))
        return replace(film, sounds=(*kept, spoken))


_NAME = 40
"""Signs of a text that a track is called by."""
