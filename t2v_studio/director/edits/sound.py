"""Edits of what is heard: composed music, uploaded sound, volume."""

from __future__ import annotations

from collections.abc import Callable
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
        """Return the film with this music; what is not music stays."""
        end = min(self.end_ms or film.duration_ms, film.duration_ms)
        music = Sound(
            start_ms=self.start_ms,
            duration_ms=end - self.start_ms,
            name=self.mood.capitalize(),
            volume=self.volume,
            mood=self.mood,
            seed=self.seed,
        )
        kept = tuple(sound for sound in film.sounds if sound.role != "music")
        return replace(film, sounds=(music, *kept) if music.duration_ms > 0 else kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSound:
    """An uploaded sound: as the music, or beside it."""

    upload: Upload
    volume: int = 100
    instead: bool = True
    role: str = ""
    """One of `film.ROLES`; empty for music, or for a voice where it is not instead of the music."""

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
            role=self.role or ("music" if self.instead else "voice"),
        )
        kept = (one for one in film.sounds if not self.instead or one.role != "music")
        return replace(film, sounds=(*kept, sound))


@dataclass(frozen=True, slots=True)
class SetVolume:
    """Louder or quieter; percent."""

    volume: int
    role: str = ""
    """One of `film.ROLES`; empty for all that is heard."""

    def apply(self, film: Film) -> Film:
        """Return the film with its sound at that volume."""
        return _louder(film, self.role, lambda _: self.volume)


@dataclass(frozen=True, slots=True)
class StepVolume:
    """Louder or quieter than it is, by so many points of percent; below 0 for quieter."""

    by: int
    role: str = ""
    """One of `film.ROLES`; empty for all that is heard."""

    def apply(self, film: Film) -> Film:
        """Return the film with each sound that much louder, between 0 and 100."""
        return _louder(film, self.role, lambda now: max(0, min(now + self.by, 100)))


@dataclass(frozen=True, slots=True)
class TimeMusic:
    """Music from one time to another only."""

    start_ms: int
    end_ms: int

    def apply(self, film: Film) -> Film:
        """Return the film with its music inside that window."""
        length = min(self.end_ms, film.duration_ms) - self.start_ms
        if length <= 0:
            return film
        timed = (
            replace(
                one,
                start_ms=self.start_ms,
                duration_ms=min(length, one.source_ms - one.offset_ms) if one.source_ms else length,
            )
            if one.role == "music"
            else one
            for one in film.sounds
        )
        return replace(film, sounds=tuple(timed))


@dataclass(frozen=True, slots=True)
class RemoveSound:
    """Silence, or no music, or no voice."""

    role: str = ""
    """One of `film.ROLES`; empty for all that is heard."""

    def apply(self, film: Film) -> Film:
        """Return the film without such sounds."""
        kept = tuple(one for one in film.sounds if self.role and one.role != self.role)
        film = replace(film, sounds=kept)
        return film if self.role else SetClipVolume(0).apply(replace(film, effects=0))


@dataclass(frozen=True, slots=True)
class SetClipVolume:
    """The own sound of an uploaded clip, or of all of them; percent, 0 for mute."""

    volume: int
    clip: int | None = None

    def apply(self, film: Film) -> Film:
        """Return the film with its clips at that volume; photos and drawn scenes have no sound."""
        clips = (
            replace(one, volume=self.volume)
            if one.asset_kind == "video" and self.clip in {None, number}
            else one
            for number, one in enumerate(film.clips)
        )
        return replace(film, clips=tuple(clips))


def _louder(film: Film, role: str, volume: Callable[[int], int]) -> Film:
    """Return the film with sounds of a role at another volume.

    Without a role it is music, voices and clips; how effects lie under them stays.
    """
    roles = {role} if role else {"music", "voice"}
    sounds = (
        replace(one, volume=volume(one.volume)) if one.role in roles else one for one in film.sounds
    )
    clips = (
        replace(one, volume=volume(one.volume)) if one.volume and not role else one
        for one in film.clips
    )
    return replace(film, sounds=tuple(sounds), clips=tuple(clips))
