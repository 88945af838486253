"""Turns that make no new picture: refusals, answers to talk, and steps through the history."""

from __future__ import annotations

from typing import Protocol

from t2v_studio.director.edits import Edit, Redo, Said, StartOver, Undo
from t2v_studio.director.edits.history import redoable, undoable
from t2v_studio.director.folding import fold
from t2v_studio.director.project import Project, Stage, Turn
from t2v_studio.director.replies import speech
from t2v_studio.director.replies.sentences import GREETING, HELP, THANKS, Row
from t2v_studio.director.talk import described, times
from t2v_studio.film import Film


class Answer(Protocol):
    """Answers talk."""

    def __call__(self, message: str, project: Project, film: Film, *, chinese: bool) -> Turn:
        """Return the turn that a talk leads to."""


def refuse(problems: tuple[tuple[str, str], ...], *, chinese: bool) -> Turn:
    """Return a turn that does nothing and says why, and what can be done."""
    return Turn(kind="refuse", reply=speech.refused(problems, chinese=chinese))


def _history(edit: Edit, message: str, project: Project, *, chinese: bool) -> Turn:
    edits = (Said(message), edit)
    film = fold((*project.edits, *edits), project.uploads)
    parts = (message, len(project.edits))
    reply = speech.edited(edits, film, (), chinese=chinese, parts=parts)
    return Turn(kind="edit", stages=(Stage("update_timeline", edits),), reply=reply)


def _undo(message: str, project: Project, film: Film, *, chinese: bool) -> Turn:
    del film
    if not undoable(project.edits):
        return refuse((("nothing_to_undo", ""),), chinese=chinese)
    return _history(Undo(times(message)), message, project, chinese=chinese)


def _redo(message: str, project: Project, film: Film, *, chinese: bool) -> Turn:
    del film
    if not redoable(project.edits):
        return refuse((("nothing_to_redo", ""),), chinese=chinese)
    return _history(Redo(), message, project, chinese=chinese)


def _start_over(message: str, project: Project, film: Film, *, chinese: bool) -> Turn:
    if not film.clips:
        return refuse((("need_description", ""),), chinese=chinese)
    return _history(StartOver(), message, project, chinese=chinese)


def _question(message: str, project: Project, film: Film, *, chinese: bool) -> Turn:
    del message, project
    if not film.clips:
        return refuse((("need_description", ""),), chinese=chinese)
    return Turn(kind="answer", reply=described(film, chinese=chinese))


def _saying(row: Row) -> Answer:
    def say(message: str, project: Project, film: Film, *, chinese: bool) -> Turn:
        del film
        reply = speech.choose(row, message, len(project.edits), chinese=chinese)
        return Turn(kind="answer", reply=reply)

    return say


TALKS: dict[str, Answer] = {
    "greeting": _saying(GREETING),
    "thanks": _saying(THANKS),
    "help": _saying((HELP,)),
    "question": _question,
    "undo": _undo,
    "redo": _redo,
    "start_over": _start_over,
}
"""Name of a talk -> the turn that it leads to."""
