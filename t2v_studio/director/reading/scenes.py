"""A scene read from words, with what was said, what was assumed and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from t2v_studio.director.lexicon.subjects import SUBJECTS
from t2v_studio.director.reading.deeds import deeds
from t2v_studio.director.reading.languages import in_english
from t2v_studio.director.reading.leftovers import left_out, not_drawn
from t2v_studio.director.reading.nouns import Noun, nouns
from t2v_studio.director.reading.setting import implied, mood, places, said, shown_at
from t2v_studio.director.reading.spans import Span, spans
from t2v_studio.director.reading.typos import mended
from t2v_studio.director.seeds import seed_of
from t2v_studio.director.tokens import heard
from t2v_studio.scene import Scene, Subject

MOST_WORDS = 400
"""Words that one scene is read from: a page and a half; what follows is a tale, not a picture."""

MOST_SUBJECTS = 6
"""Kinds of subject that one picture holds before it is a crowd."""


PARTS = {
    "lamp": frozenset({"lighthouse", "street lamp", "car", "train"}),
    "palm tree": frozenset({"island"}),
    "feather": frozenset({"peacock", "bird", "parrot", "owl", "eagle"}),
    "light bulb": frozenset({"lighthouse", "street lamp"}),
}
"""Subject -> those whose pictures hold it."""

MOST_TOLD, MOST_SIGNS = 20, 80
"""Things that a scene names as not drawn, and signs of each."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A scene, the fields that the words name, and the words that nothing was made of."""

    scene: Scene
    said: tuple[str, ...]
    left_out: tuple[str, ...]
    cut: bool = False
    """The text was longer than one scene is read from."""


def read(words: str, seed: int | None = None) -> Reading:
    """Read a description into one scene. Never fails: of nothing known an abstract scene is made.

    Args:
        words: The description, English or Chinese.
        seed: What the chance in the picture depends on; made from the words when not given.
    """
    all_spans = spans(mended(in_english(heard(words))))
    line = all_spans[:MOST_WORDS]
    named = tuple(nouns(line))
    every = _whole(_merged(line, named))
    subjects = every[:MOST_SUBJECTS]
    outright = said(line)
    fields = implied(line, subjects) | outright
    fields.setdefault("mood", mood(fields, subjects))
    scene = Scene(
        words=words.strip(),
        subjects=subjects,
        seed=seed_of(words) if seed is None else seed,
        not_drawn=tuple(
            text[:MOST_SIGNS]
            for text in islice(
                _not_drawn(line, named, every[MOST_SUBJECTS:], fields.get("place", "")), MOST_TOLD
            )
        ),
        **_members(fields),
    )
    spoken = (*(["subjects"] if subjects else []), *sorted(outright))
    return Reading(scene, spoken, left_out(line), cut=len(all_spans) > MOST_WORDS)


def read_scene(words: str, seed: int | None = None) -> Scene:
    """Read a description into one scene; see `read` for what else is known of it."""
    return read(words, seed).scene


def _members(fields: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in fields.items() if name in _SCENE_FIELDS}


_SCENE_FIELDS = frozenset(Scene.__dataclass_fields__)


def _merged(line: Sequence[Span], named: Sequence[Noun]) -> tuple[Subject, ...]:
    """One subject for each noun; "the dog" named again is the same dog."""
    done = deeds(line, named)
    found: dict[tuple[str, str], Subject] = {}
    for i, noun in enumerate(named):
        subject = Subject(
            name=noun.key,
            count=noun.count,
            colour=noun.colour,
            size=noun.size,
            action=done.actions.get(i, SUBJECTS[noun.key].action),
            direction=done.directions.get(i, "right"),
            on=done.mounts.get(i, ""),
            words=noun.text,
        )
        first = found.setdefault((noun.key, noun.colour), subject)
        if i in done.actions and first is not subject:
            found[noun.key, noun.colour] = replace(first, action=subject.action, on=subject.on)
    return tuple(found.values())


def _whole(subjects: Sequence[Subject]) -> tuple[Subject, ...]:
    """Leave out what belongs to another subject: a lighthouse has its lamp already."""
    names = {subject.name for subject in subjects}
    return tuple(one for one in subjects if not PARTS.get(one.name, frozenset()) & names)


def _not_drawn(
    line: Sequence[Span], named: Sequence[Noun], crowd: Sequence[Subject], place: str
) -> Iterator[str]:
    yield from not_drawn(line)
    yield from (subject.words for subject in crowd)
    yield from (f"{one.asked - one.count} × {one.key}" for one in named if one.asked > one.count)
    yield from dict.fromkeys(span.text for span in places(line) if span.value != place)
    yield from dict.fromkeys(
        span.text for span in line if span.kind == "hint" and not shown_at(span, place)
    )
