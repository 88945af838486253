"""Edits of sound effects: all that scenes make by themselves, or one of them apart."""

from __future__ import annotations

from dataclasses import dataclass, replace

from t2v_studio.film import Film, Sound


@dataclass(frozen=True, slots=True)
class SetEffects:
    """How loud scenes sound by themselves; percent of the usual, 0 for not at all."""

    percent: int

    def apply(self, film: Film) -> Film:
        """Return the film with its scenes that loud; off goes for effects that were added, too."""
        kept = tuple(one for one in film.sounds if self.percent or one.role != "effect")
        return replace(film, effects=self.percent, sounds=kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEffect:
    """One effect in the timeline, in place of the scenes' own; at volume 0 it is not heard."""

    effect: str
    seed: int
    volume: int
    start_ms: int = 0
    end_ms: int = 0
    """0 for the end of the film."""

    def apply(self, film: Film) -> Film:
        """Return the film with the effect, and with no other of its kind."""
        end = min(self.end_ms or film.duration_ms, film.duration_ms)
        sound = Sound(
            start_ms=self.start_ms,
            duration_ms=end - self.start_ms,
            name=self.effect.capitalize(),
            volume=self.volume,
            seed=self.seed,
            role="effect",
            effect=self.effect,
        )
        kept = tuple(one for one in film.sounds if one.effect != self.effect)
        return replace(film, sounds=(*kept, sound)) if sound.duration_ms > 0 else film
