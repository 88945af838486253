"""Edits of single clips: their order, number, length and pace. Clips count from 0."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from t2v_studio.director.sequence import doubled, moved_clip, rearranged, split
from t2v_studio.director.timeline import cut, longest_ms
from t2v_studio.film import Clip, Film

SLOWEST, FASTEST = 25, 400
"""Percent of a clip's own speed."""

SHORTEST_CLIP_MS = 200
"""What is shorter is seen as an error."""


@dataclass(frozen=True, slots=True)
class MoveClip:
    """A clip at another place in the order."""

    clip: int
    to: int

    def apply(self, film: Film) -> Film:
        """Return the film in the new order; a clip that is not there moves nothing."""
        if not (_has(film, self.clip) and _has(film, self.to)):
            return film
        return moved_clip(film, self.clip, self.to)


@dataclass(frozen=True, slots=True)
class SwapClips:
    """Two clips, each in the place of the other."""

    one: int
    other: int

    def apply(self, film: Film) -> Film:
        """Return the film in the new order."""
        first, last = sorted((self.one, self.other))
        if not (_has(film, first) and _has(film, last)) or first == last:
            return film
        return moved_clip(moved_clip(film, last, first), first + 1, last)


@dataclass(frozen=True, slots=True)
class ReverseClips:
    """The last clip first, and so on."""

    def apply(self, film: Film) -> Film:
        """Return the film in the new order."""
        for to in range(len(film.clips) - 1):
            film = moved_clip(film, len(film.clips) - 1, to)
        return film


@dataclass(frozen=True, slots=True)
class DoubleClip:
    """A clip once more, right behind itself."""

    clip: int

    def apply(self, film: Film) -> Film:
        """Return the film with the clip twice."""
        return doubled(film, self.clip) if _has(film, self.clip) else film


@dataclass(frozen=True, slots=True)
class DropClip:
    """A clip taken out; the rest closes up."""

    clip: int

    def apply(self, film: Film) -> Film:
        """Return the film without the clip; the only one stays."""
        if not _has(film, self.clip):
            return film
        gone = film.clips[self.clip]
        left = cut(film, gone.start_ms, gone.end_ms)
        if self.clip or not left.clips:
            return left
        first = replace(left.clips[0], transition=gone.transition)
        return replace(left, clips=(first, *left.clips[1:]))


@dataclass(frozen=True, slots=True)
class SplitClip:
    """Two clips made of the one that shows at a time."""

    at_ms: int

    def apply(self, film: Film) -> Film:
        """Return the film with one clip more; at the edge of a clip nothing happens."""
        return split(film, self.at_ms)


@dataclass(frozen=True, slots=True)
class SetClipDuration:
    """Another length for one clip."""

    clip: int
    duration_ms: int

    def apply(self, film: Film) -> Film:
        """Return the film with the clip at that length, or as near to it as its file allows."""

        def lasting(clip: Clip) -> Clip:
            length = max(SHORTEST_CLIP_MS, min(self.duration_ms, longest_ms(clip)))
            return replace(clip, duration_ms=length)

        changed = _changed(film, self.clip, lasting)
        return rearranged(film, changed) if _has(film, self.clip) else film


@dataclass(frozen=True, slots=True)
class SetSpeed:
    """How fast a clip runs, or all of them; percent of its own speed."""

    speed: int
    clip: int | None = None

    def apply(self, film: Film) -> Film:
        """Return the film with the same pictures in less time, or in more."""
        speed = max(SLOWEST, min(self.speed, FASTEST))

        def paced(clip: Clip) -> Clip:
            length = max(SHORTEST_CLIP_MS, round(clip.duration_ms * clip.speed / speed))
            return replace(clip, speed=speed, duration_ms=min(length, _room(clip, speed)))

        return rearranged(film, _changed(film, self.clip, paced))


def _room(clip: Clip, speed: int) -> int:
    return longest_ms(replace(clip, speed=speed))


def _changed(
    film: Film, number: int | None, change: Callable[[Clip], Clip]
) -> list[tuple[int, Clip]]:
    """Return the sequence with one clip changed, or all."""
    return [(n, change(clip) if number in {None, n} else clip) for n, clip in enumerate(film.clips)]


def _has(film: Film, number: int) -> bool:
    return 0 <= number < len(film.clips)
