"""Wishes about effects and voices: what they say, what they leave alone, what draft they make."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from t2v_studio.director import Project, Turn, direct, edits_from_json, edits_to_json, fold
from t2v_studio.director.order import read_order
from t2v_studio.draft_schema import fault_of
from t2v_studio.film import Film


def told(*messages: str) -> tuple[Turn, Film]:
    """Return the last turn of a conversation, and the film after it."""
    project, turn = Project(voices=("en",)), Turn(kind="answer")
    for message in messages:
        turn = direct(message, project)
        made = [edit for stage in turn.stages for edit in stage.edits]
        kept = json.loads(json.dumps(edits_to_json([*project.edits, *made])))
        project = Project(edits=edits_from_json(kept), voices=("en",))
    return turn, fold(project.edits)


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("no sound effects", "The sound effects are off."),
        ("sound effects at 60%", "at 60% of the usual"),
        ("louder rain", "(rain) plays at 32%"),
        ("remove the rain sound", "Removed the sound of the rain."),
        ("remove the thunder sound", "No such sound effect is heard"),
        ("关掉音效", "已关闭音效。"),
        ("雨声大一点", "雨声现在是 32%。"),
        ("add narration: 'It rains.'", 'Added the narration "It rains."'),
    ],
)
def test_what_was_done_is_said(message: str, words: str) -> None:
    turn, _ = told("a park in the rain", message)
    assert words in turn.reply


@pytest.mark.parametrize(
    "message",
    ["remove the rain", "make it rain harder", "add a dog", "add a song about the sea", "add a car",
     "add a title 'The sound of rain'", "louder", "change the music to something with waves"],
)  # fmt: skip
def test_what_is_of_the_picture_or_the_music_is_no_effect(message: str) -> None:
    _, film = told("a park in the rain", message)
    assert film.effects == 100
    assert not [one for one in film.sounds if one.effect]


@pytest.mark.parametrize(
    ("prompt", "effects", "music", "words"),
    [
        ("a waterfall", True, True, "a waterfall"),
        ("a waterfall, no sound effects", False, True, "a waterfall"),
        ("a waterfall, no sound", False, False, "a waterfall"),
        ("a waterfall, no music", True, False, "a waterfall"),
        ("a silent waterfall", False, False, "a waterfall"),
        ("瀑布,不要音效", False, True, "瀑布"),
        ("瀑布,没有声音", False, False, "瀑布"),
    ],
)
def test_a_prompt_can_order_silence(prompt: str, *, effects: bool, music: bool, words: str) -> None:
    order = read_order(prompt)
    assert (order.effects, order.music, order.words) == (effects, music, words)


def test_effects_and_voices_go_over_the_wire_on_tracks_of_their_own() -> None:
    _, film = told(
        "a park in the rain", "louder rain", "add narration: 'It rains.'", "sound effects at 50%"
    )
    draft = json.loads(json.dumps(film.to_wire()))
    assert not fault_of({"id": "r", "sessionId": "s", "draft": draft})
    assert [track["m"]["name"] for track in draft["t"]] == [
        "Video", "BGM", "Voice", "Effects", "Title",
    ]  # fmt: skip
    assert draft["m"]["effects"] == 50
    assert Film.from_wire(draft) == film


def test_a_draft_of_before_there_were_effects_still_reads() -> None:
    _, film = told("a park in the rain")
    draft = film.to_wire()
    assert "effects" not in draft["m"]
    assert Film.from_wire(draft).effects == 100


def test_a_chat_loads_neither_numpy_nor_a_voice() -> None:
    """What can be spoken and what is heard are looked up without the parts that make sound."""
    code = (
        "import sys; from t2v_studio.director import Project, direct;"
        "direct('a park in the rain', Project());"
        "print(sorted({'numpy', 'av', 'piper', 'onnxruntime'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
