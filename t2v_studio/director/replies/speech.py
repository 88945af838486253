"""Replies put together: what was made or changed, what was not, and what to click next."""

from __future__ import annotations

from collections.abc import Iterable

from t2v_studio.director.edits import Edit
from t2v_studio.director.reading.names import describe_scene
from t2v_studio.director.replies.changes import changed
from t2v_studio.director.replies.problems import PROBLEMS
from t2v_studio.director.replies.sentences import CHANGED, HELP, NOTES, READY, Row
from t2v_studio.director.replies.unchanged import unchanged
from t2v_studio.director.seeds import pick
from t2v_studio.film import Film

_MOST_SAID = 200
"""Signs of the user's own words that a reply repeats."""


def choose(row: Row, *parts: object, chinese: bool) -> str:
    """Return one sentence of a row, the same for the same parts."""
    return pick(row, *parts)[chinese]


def made(film: Film, notes: Iterable[str], *, chinese: bool, parts: tuple[object, ...]) -> str:
    """Tell what a new film shows and what it does not."""
    notes = tuple(notes)
    scenes = [clip.scene for clip in film.clips if clip.scene]
    drawn = "; ".join(describe_scene(scene, chinese=chinese) for scene in scenes)
    missing = (
        []
        if "language" in notes
        else list(dict.fromkeys(word for scene in scenes for word in scene.not_drawn))
    )
    said = [choose(READY, *parts, chinese=chinese)]
    said.append(f"我画了:{drawn}。" if chinese else f"I drew: {drawn}.")
    if missing:
        listed = ("、" if chinese else ", ").join(missing)[:_MOST_SAID]
        said.append(f"没有画出:{listed}。" if chinese else f"Not drawn: {listed}.")
    return joined([*said, *noted(notes, chinese=chinese)], chinese=chinese)


def edited(
    edits: Iterable[Edit],
    film: Film,
    extra: Iterable[str],
    *,
    chinese: bool,
    parts: tuple[object, ...],
) -> str:
    """Tell what was changed, and what could not be."""
    done = [changed(edit, film, chinese=chinese) for edit in edits]
    end = [choose(CHANGED, *parts, chinese=chinese)] if film.clips else []
    return joined([*dict.fromkeys(done), *extra, *end], chinese=chinese)


def idle(edits: Iterable[Edit], film: Film, extra: Iterable[str], *, chinese: bool) -> str:
    """Tell that the film is already what was asked for, and what could not be done besides."""
    return joined([*unchanged(edits, film, chinese=chinese), *extra], chinese=chinese)


def noted(notes: Iterable[str], *, chinese: bool) -> list[str]:
    """Return the sentences of some notes."""
    return [NOTES[note][chinese] for note in dict.fromkeys(notes)]


_HELPED = frozenset({"not_understood", "lips", "overlay"})
"""Problems behind which it helps to hear what can be done."""


def refused(problems: Iterable[tuple[str, str]], *, chinese: bool) -> str:
    """Tell why nothing was done, and what can be done where that is not plain."""
    problems = tuple(problems)
    helpful = any(name in _HELPED for name, _ in problems)
    return joined(
        [*explained(problems, chinese=chinese), *([HELP[chinese]] * helpful)], chinese=chinese
    )


def explained(problems: Iterable[tuple[str, str]], *, chinese: bool) -> list[str]:
    """Return the sentences of some problems, each once."""
    said = (
        PROBLEMS[name][chinese].replace("{detail}", detail[:_MOST_SAID])
        for name, detail in problems
    )
    return list(dict.fromkeys(said))


def joined(sentences: Iterable[str], *, chinese: bool) -> str:
    """Join sentences as the language does."""
    return ("" if chinese else " ").join(filter(None, sentences))
