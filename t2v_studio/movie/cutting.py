"""Which clips show at a frame, and how: the arithmetic of cuts, speed and transitions.

Everything follows from the film and the number of the frame alone, so stretches of a film can be
made apart, in any order.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from t2v_studio.film import Clip, Film


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """What a frame shows: clip `number`, and where two mix, how far it has taken over."""

    number: int
    leaving: int | None = None
    """The clip that it takes over from."""
    kind: str = "cut"
    share: float = 1.0
    light: float = 1.0
    """0 is black."""


class Cutting:
    """Knows the shot of every frame of one film at one rate."""

    def __init__(self, film: Film, *, fps: int, frames: int) -> None:
        """Keep the film; `frames` is its length at `fps`."""
        self._film, self._fps, self._frames = film, fps, frames
        self._spans = [(self.at(one.start_ms), self.at(one.end_ms)) for one in film.clips]

    def at(self, time_ms: int) -> int:
        """Return the frame that shows at a time."""
        return round(time_ms * self._fps / 1000)

    def shot(self, index: int) -> Shot | None:
        """Return what frame `index` shows: the clip that began last; None where there is none."""
        spans = enumerate(self._spans)
        showing = [number for number, (first, last) in spans if first <= index < last]
        if not showing:
            return None
        number = showing[-1]
        light = self._light(number, index)
        change = self._film.clips[number].transition
        since, length = index - self._spans[number][0], self._length(number)
        if not number or change.kind not in {"dissolve", "wipe"} or since >= length:
            return Shot(number=number, light=light)
        share = (since + 1) / (length + 1)
        return Shot(number=number, leaving=number - 1, kind=change.kind, share=share, light=light)

    def source(self, number: int, index: int) -> int:
        """Return which of its painter's frames a clip shows at frame `index` of the film."""
        clip = self._film.clips[number]
        rate = clip_rate(clip, self._fps)
        moved = (index - self._spans[number][0]) * _speed(clip).numerator
        frame = round(clip.offset_ms * rate / 1000) + moved
        last = clip.source_ms * rate // 1000 - 1
        return max(0, min(frame, last)) if clip.source_ms else frame

    def _length(self, number: int) -> int:
        """Return the frames of a clip's transition; it ends with the clip at the latest."""
        first, last = self._spans[number]
        return min(self.at(self._film.clips[number].transition.ms), last - first)

    def _light(self, number: int, index: int) -> float:
        """Return how bright it is: dark around dips and at a fade's end."""
        first, last = self._spans[number]
        lights = [_rising(index - first, self._dip(number))]
        if number + 1 < len(self._spans) and self._spans[number + 1][0] == last:
            lights.append(_rising(last - 1 - index, self._dip(number + 1)))
        fade = self.at(self._film.fade_out_ms)
        lights.append(_rising(self._frames - 1 - index, fade))
        return min(lights)

    def _dip(self, number: int) -> int:
        """Return the frames that a dip takes of each of its two clips."""
        clips = self._film.clips
        if clips[number].transition.kind != "dip":
            return 0
        half = self._length(number) // 2 if number else self._length(number)
        before = self._spans[number - 1] if number else self._spans[number]
        return min(half, before[1] - before[0])


def clip_rate(clip: Clip, fps: int) -> int:
    """Return the frames a second that a clip's painter counts in, so that each step is whole."""
    return fps * _speed(clip).denominator


def _speed(clip: Clip) -> Fraction:
    return Fraction(clip.speed, 100)


def _rising(since: int, length: int) -> float:
    """Return the light so many frames away from black."""
    return min(1.0, since / length) if length else 1.0
