"""What holds for any edits in any order: the fold is total, consistent, undoable and writable."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from t2v_studio import scene
from t2v_studio.director import Upload, edits_from_json, edits_to_json, fold
from t2v_studio.director.edits import KINDS, AddCaption, Edit, MakeFilm, Redo, Said, StartOver, Undo
from t2v_studio.director.edits.cast import ChangeSubject
from t2v_studio.director.edits.logo import ChangeLogo, PlaceLogo
from t2v_studio.film import ASPECTS, ROLES, Film
from t2v_studio.finish import CORNERS, TRANSITIONS
from t2v_studio.scene import Scene, Subject
from tests.studio.test_director_edits import assert_consistent

UPLOADS = (
    Upload(id="photo", name="beach.jpg", kind="image", width=800, height=600),
    Upload(id="clip", name="trip.mp4", kind="video", duration_ms=8_000, width=1080, height=1920),
    Upload(id="song", name="song.mp3", kind="audio", duration_ms=4_000),
)
SCENES = (
    Scene(words="a dog", subjects=(Subject(name="dog"),), place="park"),
    Scene(words="the sea", place="ocean", time="night"),
)

TIMES = st.integers(-1_000, 400_000)
CLIPS = st.integers(-2, 6)
LEVELS = st.integers(0, 100)
SHIFTS = st.integers(-300, 300)
TEXTS = st.sampled_from(["Hello", "再见", "a longer line of words"])


def or_none(some: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | some


def one_of(*choices: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(choices)


FIELDS: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(("start_ms", "at_ms", "duration_ms", "offset_ms"), TIMES),
    "end_ms": TIMES.filter(lambda ms: ms >= 0),
    **dict.fromkeys(("to", "one", "other"), CLIPS),
    **dict.fromkeys(("in_ms", "out_ms"), or_none(st.integers(0, 20_000))),
    **dict.fromkeys(("volume", "opacity", "percent"), LEVELS),
    **dict.fromkeys(("brightness", "contrast", "saturation", "warmth", "sepia"), SHIFTS),
    **dict.fromkeys(("instead", "every", "anew"), st.booleans()),
    "clip": CLIPS,
    "speed": st.integers(1, 900),
    "kind": one_of(*TRANSITIONS),
    "ms": st.integers(0, 10_000),
    "fps": st.integers(1, 2_000),
    "by": SHIFTS,
    "seed": st.integers(0, 2**31),
    "lengths": st.sampled_from([(), (2_000, 5_000), (3_000, 1_000, 2_500)]),
    "role": one_of("", *ROLES),
    "text": TEXTS,
    "old": one_of("", "Hello"),
    "position": one_of("top", "center", "bottom"),
    "size": one_of(*scene.SIZES),
    "colour": one_of("white", "red"),
    "weight": one_of("regular", "semibold", "bold"),
    "corner": one_of(*CORNERS),
    "which": one_of("title", "caption", "any"),
    "upload": one_of(*UPLOADS[:2]),
    "where": one_of("film", "start", "end", "inside"),
    "mood": one_of(*scene.MOODS),
    "scene": one_of(*SCENES),
    "scenes": st.lists(one_of(*SCENES), min_size=1, max_size=4).map(tuple),
    "aspect": one_of(*ASPECTS),
    "style": one_of(*scene.STYLES),
    "place": one_of("", *scene.PLACES),
    "time": one_of("", *scene.TIMES),
    "weather": one_of("", *scene.WEATHERS),
    "camera": one_of("", *scene.CAMERAS),
    "pace": one_of("", *scene.PACES),
    "season": one_of(""),
    "add": one_of((), (Subject(name="cat"),)),
    "remove": one_of((), ("dog",)),
    "cues": st.lists(st.tuples(TIMES, TIMES, TEXTS), max_size=4).map(tuple),
    "effect": one_of(*scene.EFFECTS),
    "name": TEXTS,
    "voice": one_of(""),
    "larger": st.integers(-3, 3),
    "action": one_of("", *scene.ACTIONS),
    "direction": one_of("", *scene.DIRECTIONS),
    "words": TEXTS,
}
"""Field of an edit -> what it may hold, wilder than the director would ever make it."""

OWN: dict[type[Edit], dict[str, st.SearchStrategy[Any]]] = {
    PlaceLogo: {"upload": one_of(UPLOADS[0]), "size": st.integers(1, 100)},
    ChangeLogo: {"size": or_none(st.integers(1, 100))},
    AddCaption: {"role": one_of("title", "caption")},
    ChangeSubject: {"name": one_of("dog", "cat", "car"), "size": one_of("", *scene.SIZES)},
    MakeFilm: {"duration_ms": st.integers(1_000, 60_000)},
}
HISTORY = (Said, Undo, Redo, StartOver)


def any_of(kind: type[Edit]) -> st.SearchStrategy[Edit]:
    """Return edits of a kind with anything in their fields."""
    held = {field.name: FIELDS.get(field.name) for field in fields(kind)} | OWN.get(kind, {})
    assert None not in held.values(), held
    return st.builds(kind, **held)  # type: ignore[arg-type]


EDITS = st.one_of([any_of(kind) for kind in KINDS.values() if kind not in HISTORY])
FILMS = st.tuples(any_of(MakeFilm), st.lists(EDITS, max_size=6)).map(
    lambda made: [made[0], *made[1]]
)


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind not in HISTORY])
def test_an_edit_of_an_empty_film_is_no_failure(kind: type[Edit]) -> None:
    @settings(max_examples=8, deadline=None, database=None)
    @given(any_of(kind))
    def check(edit: Edit) -> None:
        assert isinstance(fold([edit]), Film)

    check()


@settings(max_examples=250, deadline=None)
@given(FILMS)
def test_whatever_was_edited_is_a_film_that_can_be_rendered(edits: list[Edit]) -> None:
    assert_consistent(fold(edits))


@settings(max_examples=100, deadline=None)
@given(FILMS)
def test_a_film_is_the_same_after_the_wire_and_its_edits_after_json(edits: list[Edit]) -> None:
    film = fold(edits)
    assert Film.from_wire(json.loads(json.dumps(film.to_wire()))) == film
    assert list(edits_from_json(json.loads(json.dumps(edits_to_json(edits))))) == edits


@settings(max_examples=100, deadline=None)
@given(FILMS, st.lists(EDITS, min_size=1, max_size=4))
def test_undo_takes_back_any_turn_and_redo_brings_it_back(
    before: list[Edit], turn: list[Edit]
) -> None:
    edited = [Said("a film"), *before, Said("an edit"), *turn]
    undone = [*edited, Said("undo"), Undo()]
    assert fold(undone) == fold(before)
    assert fold([*undone, Said("redo"), Redo()]) == fold(edited)


def test_a_project_of_the_first_version_is_the_same_film_as_ever() -> None:
    """The file holds edits as they were kept before there was speed, grade or a voice."""
    kept = json.loads((Path(__file__).parent / "old_project.json").read_text("utf-8"))
    edits = edits_from_json(kept["edits"])
    assert len({type(edit) for edit in edits}) >= 15
    assert fold(edits) == Film.from_wire(kept["draft"])
