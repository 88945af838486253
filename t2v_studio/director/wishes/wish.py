"""What a reader is given and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from t2v_studio.director.edits import Edit
from t2v_studio.director.upload import Upload
from t2v_studio.director.wishes.clauses import Clause
from t2v_studio.film import Film


@dataclass(frozen=True, slots=True)
class Context:
    """The film as it is when a clause is read, with all clauses before it done."""

    film: Film
    uploads: tuple[Upload, ...]
    message: str
    voices: tuple[str, ...] = ()
    """Languages that somebody here can speak."""
    scenes: tuple[int, ...] = ()
    """The scenes that the clause names, from 0; all of them are there."""

    @property
    def scene(self) -> int | None:
        """The only scene that is meant; None for the film as a whole."""
        return self.scenes[0] if len(self.scenes) == 1 else None

    @property
    def words(self) -> str:
        """What the film's first drawn scene was described with."""
        return next((clip.scene.words for clip in self.film.clips if clip.scene), "")


@dataclass(frozen=True, slots=True)
class Wish:
    """Edits that fulfil a clause, and what has to be said about it.

    `problem` names a row of the reply table: why it cannot be done. `notes` are rows about what
    was done otherwise than asked; `detail` goes into either.
    """

    edits: tuple[Edit, ...] = ()
    problem: str = ""
    notes: tuple[str, ...] = ()
    detail: str = ""


Reader = Callable[[Clause, Context], Wish | None]
"""Reads a clause; None when it is about something else."""
