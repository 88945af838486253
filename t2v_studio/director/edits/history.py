"""Edits about edits: what was said, undo, redo, start over; and which edits count after all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from t2v_studio.film import Film

if TYPE_CHECKING:
    from t2v_studio.director.edits import Edit


@dataclass(frozen=True, slots=True)
class Said:
    """The message that the edits behind it come from: where a turn begins."""

    words: str

    def apply(self, film: Film) -> Film:
        """Return the film: words alone change nothing."""
        return film


@dataclass(frozen=True, slots=True)
class Undo:
    """Takes back the last turns that count."""

    turns: int = 1

    def apply(self, film: Film) -> Film:
        """Return the film: `live` has left out what this takes back."""
        return film


@dataclass(frozen=True, slots=True)
class Redo:
    """Brings back what the last undo took."""

    def apply(self, film: Film) -> Film:
        """Return the film: `live` has put back what this restores."""
        return film


@dataclass(frozen=True, slots=True)
class StartOver:
    """An empty film; an undo brings the old one back."""

    def apply(self, film: Film) -> Film:
        """Return an empty film."""
        del film
        return Film()


def live(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return the edits that count: without those that were taken back."""
    done, undone = _history(edits)
    del undone
    return tuple(edit for turn in done for edit in turn)


def undoable(edits: Iterable[Edit]) -> int:
    """Return how many turns can be taken back."""
    return len(_history(edits)[0])


def redoable(edits: Iterable[Edit]) -> int:
    """Return how many turns can be brought back."""
    return len(_history(edits)[1])


Turns = list[tuple["Edit", ...]]


def _history(edits: Iterable[Edit]) -> tuple[Turns, Turns]:
    done: Turns = []
    undone: Turns = []
    for turn in _turns(edits):
        back = next((edit.turns for edit in turn if isinstance(edit, Undo)), 0)
        if back:
            undone += [done.pop() for _ in range(min(back, len(done)))]
        elif any(isinstance(edit, Redo) for edit in turn):
            done += [undone.pop()] if undone else []
        else:
            done.append(turn)
            undone.clear()
    return done, undone


def _turns(edits: Iterable[Edit]) -> Iterator[tuple[Edit, ...]]:
    turn: list[Edit] = []
    for edit in edits:
        if isinstance(edit, Said) and turn:
            yield tuple(turn)
            turn = []
        turn.append(edit)
    if turn:
        yield tuple(turn)
