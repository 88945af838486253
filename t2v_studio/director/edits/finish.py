"""Edits of how clips are finished: colours, transitions, fades, and the frame rate."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from t2v_studio.film import Clip, Film
from t2v_studio.finish import CUT, LONGEST_MS, PLAIN, Grade, Transition

SLOWEST_FPS, FASTEST_FPS = 24, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrade:
    """Colours shifted further, by points of the fields of `Grade`."""

    brightness: int = 0
    contrast: int = 0
    saturation: int = 0
    warmth: int = 0
    sepia: int = 0
    clip: int | None = None
    """The clip that is meant; None for the whole film."""
    anew: bool = False
    """Whether what was shifted before goes first."""

    def apply(self, film: Film) -> Film:
        """Return the film in other colours."""
        if self.clip is None:
            clips = tuple(replace(one, grade=PLAIN) if self.anew else one for one in film.clips)
            return replace(film, clips=clips, grade=self._shifted(film.grade))
        graded = (
            replace(one, grade=self._shifted(one.grade)) if number == self.clip else one
            for number, one in enumerate(film.clips)
        )
        return replace(film, clips=tuple(graded))

    def _shifted(self, grade: Grade) -> Grade:
        now = asdict(PLAIN if self.anew else grade)
        shifted = {name: max(-100, min(by + getattr(self, name), 100)) for name, by in now.items()}
        return Grade(**{**shifted, "sepia": max(0, shifted["sepia"])})


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTransition:
    """How a clip follows the one before it; None for all of them."""

    kind: str
    ms: int
    clip: int | None = None

    def apply(self, film: Film) -> Film:
        """Return the film with the transition, no longer than its clips allow."""
        return replace(film, clips=tuple(map(self._changed, range(len(film.clips)), film.clips)))

    def _changed(self, number: int, clip: Clip) -> Clip:
        meant = number > 0 if self.clip is None else number == self.clip
        way = (
            CUT
            if self.kind == "cut"
            else Transition(self.kind, min(self.ms, clip.duration_ms, LONGEST_MS))
        )
        return replace(clip, transition=way) if meant else clip


@dataclass(frozen=True, slots=True)
class Fade:
    """The film out of black at its beginning, into black at its end; 0 ms for neither."""

    in_ms: int | None = None
    """None leaves that end as it is."""
    out_ms: int | None = None

    def apply(self, film: Film) -> Film:
        """Return the film with its fades."""
        longest = min(film.duration_ms // 2, LONGEST_MS)
        if self.out_ms is not None:
            film = replace(film, fade_out_ms=min(self.out_ms, longest))
        if self.in_ms is None or not film.clips:
            return film
        way = Transition("dip", min(self.in_ms, longest)) if self.in_ms else CUT
        return replace(film, clips=(replace(film.clips[0], transition=way), *film.clips[1:]))


@dataclass(frozen=True, slots=True)
class SetRate:
    """Another number of frames a second."""

    fps: int

    def apply(self, film: Film) -> Film:
        """Return the film at that rate."""
        return replace(film, fps=max(SLOWEST_FPS, min(self.fps, FASTEST_FPS)))
