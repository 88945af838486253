"""Edits of what is heard: composed music, uploaded sound, volume."""

from __future__ import annotations

from dataclasses import dataclass, replace

from t2v_studio.director.upload import Upload
from t2v_studio.film import Film, Sound


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMusic:
    """Composed music in a mood, instead of the music that was there."""

    mood: str
    seed: int
    volume: int = 35
    start_ms: int = 0
    end_ms: int = 0
    """0 for the end of the film."""

    def apply(self, film: Film) -> Film:
        """Return the film with this music; of uploaded sounds a voice stays, music goes."""
        end = min(self.end_ms or film.duration_ms, film.duration_ms)
        music = Sound(
            start_ms=self.start_ms,
            duration_ms=end - self.start_ms,
            name=self.mood.capitalize(),
            volume=self.volume,
            mood=self.mood,
            seed=self.seed,
        )
        kept = tuple(sound for sound in film.sounds if sound.asset and sound.source_ms)
        return replace(film, sounds=(music, *kept) if music.duration_ms > 0 else kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSound:
    """An uploaded sound: as the music, or beside it."""

    upload: Upload
    volume: int = 100
    instead: bool = True

    def apply(self, film: Film) -> Film:
        """Return the film with the sound from its beginning; as the music it begins anew."""
        source_ms = 0 if self.instead else self.upload.duration_ms
        length = min(source_ms or film.duration_ms, film.duration_ms)
        sound = Sound(
            start_ms=0,
            duration_ms=length,
            name=self.upload.name,
            volume=self.volume,
            asset=self.upload.id,
            source_ms=source_ms,
        )
        return replace(film, sounds=(sound,) if self.instead else (*film.sounds, sound))


@dataclass(frozen=True, slots=True)
class SetVolume:
    """Louder or quieter; percent."""

    volume: int

    def apply(self, film: Film) -> Film:
        """Return the film with all its sound at that volume."""
        return replace(film, sounds=tuple(replace(one, volume=self.volume) for one in film.sounds))


@dataclass(frozen=True, slots=True)
class StepVolume:
    """Louder or quieter than it is, by so many points of percent; below 0 for quieter."""

    by: int

    def apply(self, film: Film) -> Film:
        """Return the film with each sound that much louder, between 0 and 100."""
        stepped = (
            replace(one, volume=max(0, min(one.volume + self.by, 100))) for one in film.sounds
        )
        return replace(film, sounds=tuple(stepped))


@dataclass(frozen=True, slots=True)
class TimeMusic:
    """Music from one time to another only."""

    start_ms: int
    end_ms: int

    def apply(self, film: Film) -> Film:
        """Return the film with its sound inside that window."""
        length = min(self.end_ms, film.duration_ms) - self.start_ms
        if length <= 0:
            return film
        timed = (
            replace(
                one,
                start_ms=self.start_ms,
                duration_ms=min(length, one.source_ms - one.offset_ms) if one.source_ms else length,
            )
            for one in film.sounds
        )
        return replace(film, sounds=tuple(timed))


@dataclass(frozen=True, slots=True)
class RemoveSound:
    """Silence."""

    def apply(self, film: Film) -> Film:
        """Return the film without any sound of its own."""
        return replace(film, sounds=())
