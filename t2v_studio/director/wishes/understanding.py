"""A message about a film, understood: every clause given to the reader that it is for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from t2v_studio.director.edits import Edit
from t2v_studio.director.timeline import settled
from t2v_studio.director.upload import Upload
from t2v_studio.director.wishes.arrangement import arrangement
from t2v_studio.director.wishes.captions import captions
from t2v_studio.director.wishes.casting import casting
from t2v_studio.director.wishes.clauses import Clause, clauses
from t2v_studio.director.wishes.colours import colours
from t2v_studio.director.wishes.effects import effects
from t2v_studio.director.wishes.impossible import impossible
from t2v_studio.director.wishes.logos import logos
from t2v_studio.director.wishes.music import music
from t2v_studio.director.wishes.narration import narration
from t2v_studio.director.wishes.numbered import LAST, scenes_of, track_of
from t2v_studio.director.wishes.opposites import opposed, unlikely
from t2v_studio.director.wishes.pace import pace
from t2v_studio.director.wishes.scenery import APPEND, more_scenes, settings, subjects
from t2v_studio.director.wishes.transitions import transitions
from t2v_studio.director.wishes.uploads import uploads
from t2v_studio.director.wishes.whole import frame, length, style
from t2v_studio.director.wishes.wish import Context, Reader, Wish
from t2v_studio.film import Film

ORDERING: tuple[Reader, ...] = (impossible, arrangement)
"""Readers that need to hear how scenes are named: "put scene 3 before the second one"."""

ALONE: tuple[Reader, ...] = (
    transitions, narration, effects, logos, more_scenes, pace, captions, uploads, music,
    casting, subjects,
)  # fmt: skip
"""Readers of one subject, in the order in which they are asked: the first that knows it has it."""

TOGETHER: tuple[Reader, ...] = (frame, length, style, colours, settings)
"""Readers of the film as a whole: "a vertical 20 second clip in watercolor" is for three."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a message wants of a film."""

    edits: tuple[Edit, ...] = ()
    problems: tuple[tuple[str, str], ...] = ()
    """Row of the reply table, and its detail."""
    notes: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    """Clauses that nobody could read."""

    def __bool__(self) -> bool:
        """Say whether anything was understood."""
        return bool(self.edits or self.problems)


def understand(
    message: str, film: Film, uploaded: tuple[Upload, ...], voices: tuple[str, ...] = ()
) -> Understanding:
    """Read every wish of a message; later ones see the film as earlier ones leave it.

    Two wishes that contradict each other leave nothing to do but to ask.
    """
    found, before = Understanding(), None
    about: tuple[int, ...] = ()
    for clause in clauses(message):
        whole = _inheriting(clause, before)
        if unlikely(whole.text):
            return Understanding(problems=(("opposite", ""),))
        context = Context(film, uploaded, message, voices, about)
        wishes, about = _read(whole, context)
        found = found if about else _more(found, clause, wishes)
        for edit in (edit for wish in wishes for edit in wish.edits):
            film = settled(edit.apply(film))
        before = whole
    if opposed(found.edits):
        return Understanding(problems=(("opposite", ""),))
    return found


def understand_all(orders: Iterable[str], film: Film, voices: tuple[str, ...]) -> Understanding:
    """Read orders that have nothing to do with each other, one after the other."""
    found = Understanding()
    for order in orders:
        one = understand(order, film, (), voices)
        for edit in one.edits:
            film = settled(edit.apply(film))
        found = replace(
            found,
            edits=(*found.edits, *one.edits),
            problems=(*found.problems, *one.problems),
            notes=(*found.notes, *one.notes),
        )
    return found


def _read(clause: Clause, context: Context) -> tuple[tuple[Wish, ...], tuple[int, ...]]:
    """Return what a clause wants, or else the scenes that it only names: "in scene 2, ..."."""
    count = len(context.film.clips)
    track = track_of(clause.text, context.film)
    if track is None:
        return (Wish(problem="no_such_track"),), ()
    named, rest = _scenes(f"{clause.text} {track}".strip(), context.film)
    if any(one >= count for one in named):
        return (Wish(problem="no_such_scene", detail=str(count)),), ()
    if named and _NOTHING.match(rest):
        return (), named
    context = replace(context, scenes=named or context.scenes)
    for reader in ORDERING:
        if wish := reader(clause, context):
            return (wish,), ()
    return tuple(_wishes(replace(clause, text=rest), context)), ()


_NOTHING = re.compile(
    r"^(?:in|for|of|to|on|at|and|the|during|,|在|里|中|对|把|,|\s)*$", re.IGNORECASE
)


def _scenes(text: str, film: Film) -> tuple[tuple[int, ...], str]:
    """Return the scenes that a text names, from 0, and the text without them."""
    if not film.clips or APPEND.search(text):
        return (), text
    found = scenes_of(text)
    return tuple(len(film.clips) - 1 if one == LAST else one for one in found.scenes), found.rest


def _wishes(clause: Clause, context: Context) -> Iterator[Wish]:
    for reader in ALONE:
        if wish := reader(clause, context):
            yield wish
            return
    yield from filter(None, (reader(clause, context) for reader in TOGETHER))


def _more(found: Understanding, clause: Clause, wishes: tuple[Wish, ...]) -> Understanding:
    problems = tuple((one.problem, one.detail) for one in wishes if one.problem)
    return replace(
        found,
        edits=(*found.edits, *(edit for wish in wishes for edit in wish.edits)),
        problems=(*found.problems, *problems),
        notes=(*found.notes, *(note for wish in wishes for note in wish.notes)),
        unread=found.unread if wishes else (*found.unread, clause.text),
    )


_WORDS_ONLY = re.compile(
    r"\b(?:top|bottom|cent(?:er|re)|middle|bigger|larger|smaller|red|orange|yellow|green|blue|purple"
    r"|pink|black|white|gold)\b|(?:顶|底)部|[上下]方|居中|红|黄|绿|蓝|白色|大字|小字"
    r"|\b(?:from|between) .*\d|第.*秒",
    re.IGNORECASE,
)


def _still_about_words(clause: Clause) -> bool:
    """Say whether "it" is the title of the clause before: "and make it yellow"."""
    other = clause.topics - {"film"} or clause.first("style")
    return (
        not other
        and bool(_WORDS_ONLY.search(clause.text))
        and not ({"trim", "remove"} & clause.verbs)
    )


def _inheriting(clause: Clause, before: Clause | None) -> Clause:
    """A bare "and the music" wants what the clause before it wants."""
    if before is not None and before.topics & {"title", "caption"} and _still_about_words(clause):
        return replace(clause, inherited=before.topics & {"title", "caption"})
    bare = not (clause.verbs or clause.quotes or clause.measured or clause.first("mood"))
    if before is None or not (bare and clause.topics and len(clause.spans) <= 3):
        return clause
    return Clause(f"remove {clause.text}") if "remove" in before.verbs else clause
