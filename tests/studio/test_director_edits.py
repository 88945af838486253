"""The director's promises: never an exception, always a consistent film, the same turn twice."""

from __future__ import annotations

import json
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from t2v.endpoints import PRICES
from t2v_studio.director import (
    Project,
    Stage,
    Turn,
    Upload,
    direct,
    edits_from_json,
    edits_to_json,
    fold,
)
from t2v_studio.director.edits import KINDS, Cut, MakeFilm, PlaceUpload, SetDuration, Undo
from t2v_studio.director.timeline import LONGEST_MS
from t2v_studio.draft_schema import fault_of
from t2v_studio.film import ASPECTS, Caption, Film, Overlay, Sound
from t2v_studio.scene import STYLES

PHOTO = Upload(id="p", name="beach.jpg", kind="image", width=800, height=600)
CLIP = Upload(id="c", name="trip.mp4", kind="video", duration_ms=8_000, width=1080, height=1920)
SONG = Upload(id="s", name="song.mp3", kind="audio", duration_ms=4_000)

WORDS = (
    "a dog", "in a park", "add", "remove", "change", "make it", "title", "caption", '"Hi"', "music",
    "lo-fi", "20%", "5 seconds", "first 2 seconds", "last 3 seconds", "from 2s to 40s", "vertical",
    "1:1", "watercolor style", "night", "undo", "redo", "start over", "use my photo", "my clip",
    "my song", "at the end", "at the start", "a scene of", "and", ",", "then", "to", "500%",
    "10 hours", "0 seconds", "longer", "shorter", "track 2", "cut", "a cat", "replace", "with",
    "2x speed", "slower", "warmer", "scene 2", "the last scene", "split", "delete", "move", "first",
    "dissolve", "fade out", "logo", "top left", "narration", "subtitles", "mute", "duplicate",
    "标题", "改成", "“你好”", "第二个场景", "加速", "转场", "复制",
    "音乐", "去掉", "加", "前2秒", "十秒", "竖屏", "撤销", "一只猫", "。",
)  # fmt: skip

MESSAGES = st.one_of(
    st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
)


@settings(max_examples=150, deadline=None)
@given(
    messages=st.lists(MESSAGES, max_size=6), uploads=st.sets(st.sampled_from([PHOTO, CLIP, SONG]))
)
@example(messages=["my song replace 0 seconds"], uploads={PHOTO, CLIP, SONG})
def test_any_conversation_leaves_a_consistent_film(
    messages: list[str], uploads: set[Upload]
) -> None:
    project = Project(uploads=tuple(sorted(uploads, key=lambda one: one.id)))
    for message in messages:
        turn = direct(message, project)
        assert turn == direct(message, project)
        assert turn.reply
        assert bool(turn.stages) == (turn.kind in {"generate", "edit"})
        project = after(project, turn)
        assert_consistent(fold(project.edits, project.uploads))
    kept = json.loads(json.dumps(edits_to_json(project.edits)))
    assert edits_from_json(kept) == project.edits


def test_a_fold_does_not_change_what_it_folds() -> None:
    project = talked("a dog in a park", "make it 5 seconds")
    before = json.dumps(edits_to_json(project.edits))
    assert fold(project.edits) == fold(project.edits)
    assert json.dumps(edits_to_json(project.edits)) == before


def test_no_edits_make_an_empty_film() -> None:
    assert fold(()) == Film()


def test_a_film_comes_in_the_stages_of_the_hosted_agent() -> None:
    turn = direct("a dog running through a sunny park", Project())
    assert [stage.tool for stage in turn.stages] == ["generate_video", "add_music", "add_title"]
    assert fold(turn.stages[0].edits).sounds == ()
    assert fold(turn.stages[0].edits).captions == ()


def test_a_film_survives_the_wire() -> None:
    film = fold(talked("a dog in a park", 'add a caption "Hi"', "add a scene of a cat").edits)
    assert Film.from_wire(json.loads(json.dumps(film.to_wire()))) == film


def test_every_kind_of_edit_has_a_name_of_its_own() -> None:
    assert len(set(KINDS.values())) == len(KINDS)


def test_what_the_server_knows_of_an_upload_goes_before_what_an_edit_remembers() -> None:
    edit = PlaceUpload(upload=PHOTO, where="film", duration_ms=4_000)
    renamed = Upload(id="p", name="holiday.jpg", kind="image", width=800, height=600)
    assert fold([edit], [renamed]).clips[0].name == "holiday.jpg"
    assert fold([edit]).clips[0].name == "beach.jpg"


def test_undo_takes_back_a_whole_turn_and_redo_brings_it_back() -> None:
    project = talked("a dog in a park", "make it vertical and add epic music")
    undone = after(project, direct("undo", project))
    assert fold(undone.edits) == fold(talked("a dog in a park").edits)
    assert fold(after(undone, direct("redo", undone)).edits) == fold(project.edits)


def test_a_new_edit_ends_what_can_be_redone() -> None:
    project = talked("a dog in a park", "make it vertical", "undo", "make it square")
    assert direct("redo", project).kind == "refuse"


def test_more_undos_than_turns_leave_an_empty_film() -> None:
    assert fold([*talked("a cat").edits, Undo(turns=9)]) == Film()
    assert fold(talked("a cat", "undo the last 3 changes").edits) == Film()


@pytest.mark.parametrize(("edit", "length"), [
    (SetDuration(10**9), LONGEST_MS),
    (SetDuration(0), 1_000),
    (Cut(0, 10**9), 10_000),
    (Cut(5_000, 4_000), 10_000),
    (Cut(-5_000, 2_000), 8_000),
])  # fmt: skip
def test_a_length_out_of_bounds_is_brought_back(edit: SetDuration | Cut, length: int) -> None:
    project = talked("a dog in a park")
    assert fold([*project.edits, edit]).duration_ms == length


def test_about_three_of_ten_edits_are_silent_and_always_the_same_ones() -> None:
    project = talked("a dog in a park")
    turns = [direct(f'change the title to "{n}"', project) for n in range(300)]
    assert 60 <= sum(turn.silent for turn in turns) <= 120
    assert not any(direct(f"a cat, number {n}", project).silent for n in range(30))


def test_what_was_not_understood_is_never_silent() -> None:
    project = talked("a dog in a park")
    turns = [direct(f"make it vertical and add a sticker {n}", project) for n in range(30)]
    assert not any(turn.silent for turn in turns)
    assert all("stickers" in turn.reply for turn in turns)


@pytest.mark.parametrize(("message", "words"), [
    ("a dog in a park with a swing", "Not drawn: swing."),
    ("a cat, 10 hours", "up to 5 minutes"),
    ("a dog running through a sunny park", "I drew: a dog (run), park."),
    ("一只猫在月球上跳舞", "我画了:一只猫(跳舞)、太空。"),
    ("xyzzy plugh", "your words on an abstract picture"),
    ("add music", "There is no video yet."),
    ("hola", "I read English and Chinese so far"),
    ("Ein zufälliger Spaziergang", "I read English and Chinese so far"),
    ("Чёрный кот идёт по крыше", "I read English and Chinese so far"),
])  # fmt: skip
def test_the_reply_tells_honestly_what_was_made(message: str, words: str) -> None:
    assert words in direct(message, Project()).reply


@pytest.mark.parametrize("message", [
    'An astronaut riding a horse on Mars, with the title "Red Frontier" in quotes',
    'a dog in a park, title "Red Frontier" in double quotation marks',
    'Depict a dog in a park. Write the title "Red Frontier"',
])  # fmt: skip
def test_words_of_instruction_are_no_things(message: str) -> None:
    turn = direct(message, Project())
    assert "Not drawn" not in turn.reply
    film = fold(edit for stage in turn.stages for edit in stage.edits)
    assert [one.text for one in film.captions] == ["Red Frontier"]


@pytest.mark.parametrize(("message", "reply"), [
    ("make it vertical", "It is vertical already."),
    ("make it vertical and 10 seconds", "It is vertical already. The video is like that already."),
    ("add calm music", "That music plays already."),
    ("make it vertical and add a voice-over", "No voice is installed here"),
    ("竖屏", "已经是竖屏了。"),
])  # fmt: skip
def test_an_edit_that_changes_nothing_is_an_answer_and_costs_nothing(
    message: str, reply: str
) -> None:
    turn = direct(message, talked("a dog in a park, vertical"))
    assert (turn.kind, turn.stages, PRICES.get(turn.kind, 0)) == ("answer", (), 0)
    assert reply in turn.reply


@pytest.mark.parametrize(("message", "title"), [
    ("Un gato negro camina por el tejado bajo la luna llena", "Un Gato Negro Camina"),
    ("blorf zibble quux wuzzle frob mumble gronk", "Blorf Zibble Quux Wuzzle Frob Mumble…"),
    ("an aerial view of snowy mountains at dawn", "Snowy Mountains at Dawn"),
    ("Donaudampfschifffahrt " * 3, "Donaudampfschifffahrt…"),
])  # fmt: skip
def test_a_title_ends_with_a_whole_phrase_or_shows_its_cut(message: str, title: str) -> None:
    turn = direct(message, Project())
    film = fold(edit for stage in turn.stages for edit in stage.edits)
    assert [one.text for one in film.captions] == [title]


@pytest.mark.parametrize("message", ["", " ", "a", "?", "😀😀", "\x00", "\ud800", "...", "。"])
def test_a_message_without_a_picture_asks_for_one(message: str) -> None:
    turn = direct(message, Project())
    assert (turn.kind, turn.stages) == ("refuse", ())


@pytest.mark.parametrize("word", [
    "dog ", "add music ", "小狗", "then ", "\n", " ", "(", '"', "一", "10s ", "the title ", "1:",
    "make it ", "replace the ", "and, ", "a video of ", "请", "。",
])  # fmt: skip
def test_a_very_long_message_costs_no_more_than_a_long_one(word: str) -> None:
    project = talked("a cat")
    for given_project in (Project(), project):
        started = process_time()
        turn = direct(word * 20_000, given_project)
        assert process_time() - started < 2.0
        assert_consistent(fold(after(given_project, turn).edits))


def test_a_scene_holds_so_many_however_many_are_added() -> None:
    asked = (
        "cat",
        "fox",
        "bear",
        "cow",
        "pig",
        "owl",
        "duck",
        "goat",
        "lion",
        "wolf",
        "crab",
        "bee",
    )
    film = fold(talked("a dog in a park", *(f"add a {one}" for one in asked)).edits)
    assert_consistent(film)
    assert [len(clip.scene.subjects) for clip in film.clips if clip.scene] == [12]


def test_a_film_of_an_upload_takes_its_shape() -> None:
    turn = direct("make a video from this clip", Project(uploads=(CLIP,)))
    film = fold(edit for stage in turn.stages for edit in stage.edits)
    assert (film.aspect, film.duration_ms, film.clips[0].asset) == ("9:16", 8_000, "c")


def test_a_prompt_decides_the_whole_film_and_a_second_one_makes_another() -> None:
    project = talked("a dog in a park, vertical, 20 seconds", "a cat in space")
    made = [edit for edit in project.edits if isinstance(edit, MakeFilm)]
    assert [one.aspect for one in made] == ["9:16", "16:9"]
    assert fold(project.edits).duration_ms == 10_000


def talked(*messages: str) -> Project:
    project = Project()
    for message in messages:
        project = after(project, direct(message, project))
    return project


def after(project: Project, turn: Turn) -> Project:
    stages: tuple[Stage, ...] = turn.stages
    made = tuple(edit for stage in stages for edit in stage.edits)
    return Project(edits=(*project.edits, *made), uploads=project.uploads)


def assert_consistent(film: Film) -> None:
    ends = [clip.start_ms + clip.duration_ms for clip in film.clips]
    assert [clip.start_ms for clip in film.clips] == [0, *ends][: len(ends)]
    assert film.duration_ms == (ends[-1] if ends else 0) <= LONGEST_MS
    assert all(clip.duration_ms > 0 for clip in film.clips)
    assert all(
        clip.offset_ms + clip.used_ms <= clip.source_ms for clip in film.clips if clip.source_ms
    )
    pieces: tuple[Sound | Caption | Overlay, ...] = (
        *film.sounds,
        *film.captions,
        *film.overlays,
    )
    for piece in pieces:
        assert 0 <= piece.start_ms < piece.start_ms + piece.duration_ms <= film.duration_ms
    if film.clips:
        order = {
            "id": "render_1",
            "sessionId": "s",
            "draft": json.loads(json.dumps(film.to_wire())),
        }
        assert fault_of(order) == ""
    assert all(0 <= sound.volume <= 100 for sound in film.sounds)
    assert all(caption.text for caption in film.captions)
    assert film.aspect in ASPECTS
    assert film.style in STYLES
