"""The arithmetic of a film's length: settle, cut, lengthen. Pure functions on a `Film`.

A settled film is consistent: its clips follow each other from 0 to its duration without a gap,
sounds and captions lie inside, and everything is ordered by start.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from t2v_studio.film import Caption, Clip, Film, Overlay, Sound, in_order
from t2v_studio.finish import CUT

Piece = TypeVar("Piece", Sound, Caption, Overlay)

SHORTEST_MS = 1_000
"""A film of less is a flash, and no encoder likes it."""

LONGEST_MS = 300_000
"""Five minutes: what a machine of two cores draws while somebody waits."""


def settled(film: Film) -> Film:
    """Return the film made consistent: what no longer fits is moved, shortened or dropped."""
    clips = tuple(_packed(film.clips))
    duration = sum(clip.duration_ms for clip in clips)
    return replace(
        film,
        duration_ms=duration,
        clips=clips,
        sounds=in_order(_fitting(film.sounds, duration)),
        captions=in_order(_fitting(film.captions, duration)),
        overlays=tuple(_fitting(film.overlays, duration)),
    )


def cut(film: Film, start_ms: int, end_ms: int) -> Film:
    """Return the film without the stretch from `start_ms` to `end_ms`; never nothing at all."""
    start_ms, end_ms = max(0, start_ms), min(end_ms, film.duration_ms)
    if end_ms <= start_ms or film.duration_ms - (end_ms - start_ms) < SHORTEST_MS:
        return film

    def moved(at_ms: int) -> int:
        return at_ms - max(0, min(at_ms, end_ms) - start_ms)

    def shrunk(piece: Piece) -> Piece:
        start, end = moved(piece.start_ms), moved(piece.start_ms + piece.duration_ms)
        return replace(piece, start_ms=start, duration_ms=end - start)

    return settled(
        replace(
            film,
            clips=tuple(part for clip in film.clips for part in _outside(clip, start_ms, end_ms)),
            sounds=tuple(map(shrunk, film.sounds)),
            overlays=tuple(map(shrunk, film.overlays)),
            captions=tuple(
                replace(one, start_ms=moved(one.start_ms))
                for one in film.captions
                if (one.start_ms == 0 and one.role == "title") or shrunk(one).duration_ms
            ),
        )
    )


def lasting(film: Film, duration_ms: int) -> Film:
    """Return the film at another length, as near to `duration_ms` as its clips allow.

    Drawn scenes and still images are stretched in proportion; an uploaded clip ends where it ends.
    """
    duration_ms = max(SHORTEST_MS, min(duration_ms, LONGEST_MS))
    if not film.clips or duration_ms == film.duration_ms:
        return film
    if duration_ms < film.duration_ms and not all(map(_elastic, film.clips)):
        return cut(film, duration_ms, film.duration_ms)
    clips = _stretched(film.clips, duration_ms - film.duration_ms)
    longer = replace(film, clips=clips)
    return settled(carried(longer, film.duration_ms, sum(clip.duration_ms for clip in clips)))


def retimed(piece: Piece, start_ms: int | None, end_ms: int | None) -> Piece:
    """Return a piece with another start or end; without an end it lasts as long as before."""
    start = piece.start_ms if start_ms is None else start_ms
    end = start + piece.duration_ms if end_ms is None else end_ms
    return replace(piece, start_ms=start, duration_ms=max(1, end - start))


def appended(film: Film, clips: Iterable[Clip]) -> Film:
    """Return the film with more at its end; what played to the end plays on."""
    grown = (*film.clips, *clips)
    total = sum(clip.duration_ms for clip in grown)
    return settled(carried(replace(film, clips=grown), film.duration_ms, total))


def prepended(film: Film, clips: tuple[Clip, ...]) -> Film:
    """Return the film with more at its beginning; words move with the picture they stand on."""
    shift = sum(clip.duration_ms for clip in clips)
    grown = appended(film, clips)
    moved = (replace(one, start_ms=one.start_ms + shift) for one in film.captions)
    return settled(replace(grown, clips=(*clips, *film.clips), captions=tuple(moved)))


def _elastic(clip: Clip) -> bool:
    return clip.source_ms == 0


def _packed(clips: Iterable[Clip]) -> Iterator[Clip]:
    at = 0
    for clip in clips:
        length = min(clip.duration_ms, LONGEST_MS - at)
        if length > 0:
            alone = at == 0 and clip.transition.kind in {"dissolve", "wipe"}
            way = CUT if alone else clip.transition
            yield replace(clip, start_ms=at, duration_ms=length, transition=way)
            at += length


def _fitting(pieces: Iterable[Piece], duration_ms: int) -> Iterator[Piece]:
    for piece in pieces:
        length = min(piece.duration_ms, duration_ms)
        start = max(0, piece.start_ms)
        if start >= duration_ms:  # it stood at an end that is no more
            start = duration_ms - length
        length = min(length, duration_ms - start)
        if length > 0:
            yield replace(piece, start_ms=start, duration_ms=length)


def _outside(clip: Clip, start_ms: int, end_ms: int) -> Iterator[Clip]:
    """The parts of a clip before and behind a stretch."""
    first, last = clip.start_ms, clip.start_ms + clip.duration_ms
    if start_ms > first:
        yield replace(clip, duration_ms=min(last, start_ms) - first)
    if end_ms < last:
        skipped = max(0, end_ms - first)
        yield replace(
            clip,
            duration_ms=clip.duration_ms - skipped,
            offset_ms=clip.offset_ms + skipped * clip.speed // 100,
            transition=CUT if start_ms > first else clip.transition,
        )


def _stretched(clips: tuple[Clip, ...], extra_ms: int) -> tuple[Clip, ...]:
    """Share `extra_ms` (less than 0 to shorten) among the clips that can take it."""
    elastic = sum(clip.duration_ms for clip in clips if _elastic(clip))
    if not elastic:
        return (*clips[:-1], _longer(clips[-1], max(0, min(extra_ms, spare_ms(clips[-1])))))
    shared = seen = 0
    result = []
    for clip in clips:
        if _elastic(clip):
            seen += clip.duration_ms
            share = extra_ms * seen // elastic - shared
            shared += share
            clip = _longer(clip, share)  # noqa: PLW2901 - the same clip, at its new length
        result.append(clip)
    return tuple(result)


def spare_ms(clip: Clip) -> int:
    """Return how much longer an uploaded clip could show, at its speed."""
    return longest_ms(clip) - clip.duration_ms


def longest_ms(clip: Clip) -> int:
    """Return how long a clip can show from where it begins, at its speed."""
    if _elastic(clip):
        return LONGEST_MS
    return (clip.source_ms - clip.offset_ms) * 100 // clip.speed


def _longer(clip: Clip, extra_ms: int) -> Clip:
    return replace(clip, duration_ms=clip.duration_ms + extra_ms)


def carried(film: Film, old_ms: int, new_ms: int) -> Film:
    """Return the film with what filled it up to its old end filling it up to the new one."""

    def sound(one: Sound) -> Sound:
        if one.start_ms + one.duration_ms < old_ms:
            return one
        endless = new_ms if one.role == "music" else one.duration_ms
        longest = one.source_ms - one.offset_ms if one.source_ms else endless
        return replace(one, duration_ms=min(new_ms - one.start_ms, longest))

    def lasting_all(one: Piece) -> Piece:
        whole = one.start_ms == 0 and one.duration_ms >= old_ms
        return replace(one, duration_ms=new_ms) if whole else one

    return replace(
        film,
        sounds=tuple(map(sound, film.sounds)),
        captions=tuple(map(lasting_all, film.captions)),
        overlays=tuple(map(lasting_all, film.overlays)),
    )
