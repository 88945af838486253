"""Clips in another order, number or pace; what belongs to their pictures goes along with them.

A title belongs to the film and stays when scenes change places; a subtitle and a voice belong to
what is seen meanwhile. Pure functions on a settled `Film`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TypeVar

from t2v_studio.director.timeline import carried, settled
from t2v_studio.film import Caption, Clip, Film, Overlay, Sound
from t2v_studio.finish import CUT

Piece = TypeVar("Piece", Sound, Caption, Overlay)

Origin = tuple[int, Clip]
"""The number of the clip that a new one is made of, and the new one."""


def rearranged(film: Film, sequence: Sequence[Origin]) -> Film:
    """Return the film made of these clips, with what belongs to them where they are now."""
    numbers = [number for number, _ in sequence]
    old = [number for number in numbers if number < len(film.clips)]
    in_order = all(one <= next_one for one, next_one in pairwise(old))
    clips = tuple(clip for _, clip in sequence)
    starts = [0, *accumulate(clip.duration_ms for clip in clips)]
    moves = _Moves(film, {n: i for i, n in reversed(list(enumerate(numbers)))}, clips, starts)
    grown = carried(replace(film, clips=clips), film.duration_ms, starts[-1])
    return settled(
        replace(
            grown,
            sounds=tuple(
                one if one.role == "music" else moves.moved(one, stretched=False)
                for one in grown.sounds
            ),
            captions=tuple(_caption(one, moves, film, in_order=in_order) for one in grown.captions),
        )
    )


def _caption(one: Caption, moves: _Moves, film: Film, *, in_order: bool) -> Caption:
    whole = one.start_ms == 0 and one.duration_ms >= film.duration_ms
    if whole or (one.role != "caption" and not in_order):
        return one
    return moves.moved(one, stretched=one.role == "caption")


class _Moves:
    """Knows where each clip of a film went."""

    def __init__(
        self, film: Film, places: dict[int, int], clips: tuple[Clip, ...], starts: Sequence[int]
    ) -> None:
        self._film, self._places, self._clips, self._starts = film, places, clips, starts

    def moved(self, piece: Piece, *, stretched: bool) -> Piece:
        """Return the piece at the place of its picture, and as long as that, where `stretched`."""
        number = self._number(piece.start_ms)
        if number not in self._places:
            return piece
        old, place = self._film.clips[number], self._places[number]
        new = self._clips[place]
        into = (piece.start_ms - old.start_ms) * new.duration_ms // old.duration_ms
        length = piece.duration_ms
        if stretched:
            length = max(1, length * new.duration_ms // old.duration_ms)
        return replace(piece, start_ms=self._starts[place] + into, duration_ms=length)

    def _number(self, at_ms: int) -> int:
        """Return the number of the clip that shows at a time."""
        ends = (n for n, clip in enumerate(self._film.clips) if at_ms < clip.end_ms)
        return next(ends, len(self._film.clips) - 1)


def moved_clip(film: Film, number: int, to: int) -> Film:
    """Return the film with a clip at another place; ways of cutting stay at their places."""
    order = list(range(len(film.clips)))
    order.insert(to, order.pop(number))
    ways = (clip.transition for clip in film.clips)
    return rearranged(
        film,
        [(n, replace(film.clips[n], transition=way)) for n, way in zip(order, ways, strict=True)],
    )


def doubled(film: Film, number: int) -> Film:
    """Return the film with a clip twice, one behind the other."""
    sequence = list(enumerate(film.clips))
    sequence.insert(number + 1, (number, replace(film.clips[number], transition=CUT)))
    return rearranged(film, sequence)


def split(film: Film, at_ms: int) -> Film:
    """Return the film with two clips where one showed at a time; nothing looks different."""
    sequence: list[Clip] = []
    for clip in film.clips:
        into = at_ms - clip.start_ms
        if 0 < into < clip.duration_ms:
            sequence.append(replace(clip, duration_ms=into))
            clip = replace(  # noqa: PLW2901 - what is left of it
                clip,
                duration_ms=clip.duration_ms - into,
                offset_ms=clip.offset_ms + into * clip.speed // 100,
                transition=CUT,
            )
        sequence.append(clip)
    return settled(replace(film, clips=tuple(sequence)))


def inserted(film: Film, number: int, clips: tuple[Clip, ...]) -> Film:
    """Return the film with more clips before clip `number`."""
    old = list(enumerate(film.clips))
    # What is new has no origin: nothing of the old film belongs to it.
    fresh = [(len(film.clips), clip) for clip in clips]
    return rearranged(film, [*old[:number], *fresh, *old[number:]])
