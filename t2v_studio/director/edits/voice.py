"""Edits of what is spoken: a text read out by a voice of the studio."""

from __future__ import annotations

from dataclasses import dataclass, replace

from t2v_studio.film import Film, Sound


@dataclass(frozen=True, slots=True, kw_only=True)
class AddVoice:
    """A text that is spoken, beside the music; it takes the place of one that begins with it."""

    text: str
    start_ms: int = 0
    volume: int = 100
    voice: str = ""
    """Who speaks; empty for the usual voice."""

    def apply(self, film: Film) -> Film:
        """Return the film with the words spoken, as far as it lasts."""
        start = min(self.start_ms, max(0, film.duration_ms - 1))
        length = min(spoken_ms(self.text), film.duration_ms - start)
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
_SIGN_MS, _LETTER_MS, _PAUSE_MS = 260, 75, 500
"""How long a Chinese sign and any other letter take, and the breath at the end: read calmly."""


def spoken_ms(text: str) -> int:
    """Return about how long a text takes to say."""
    signs = sum("\u3400" <= sign <= "\u9fff" for sign in text)
    return signs * _SIGN_MS + (len(text) - signs) * _LETTER_MS + _PAUSE_MS
