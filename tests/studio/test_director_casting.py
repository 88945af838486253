"""Who is in the picture already becomes blue, larger or sleepy; nobody else does."""

from __future__ import annotations

import numpy as np
import pytest

from t2v_studio.director import Project, direct, edits_from_json, edits_to_json, fold
from t2v_studio.director.edits import ChangeSubject
from t2v_studio.drawing import scene_painter
from t2v_studio.scene import Scene, Subject

FILM = "a red car drives through a city at night, 6 seconds"


def after(*messages: str, film: str = FILM) -> tuple[Scene, str]:
    """Return the scene that a conversation leads to, and the last answer."""
    project, reply = Project(), ""
    for message in (film, *messages):
        turn = direct(message, project)
        said = tuple(edit for stage in turn.stages for edit in stage.edits)
        project, reply = Project(edits=(*project.edits, *said)), turn.reply
    scene = fold(project.edits).clips[0].scene
    assert scene is not None
    return scene, reply


def who(scene: Scene) -> tuple[str, str, str, str]:
    (one,) = scene.subjects
    return one.colour, one.size, one.action, one.direction


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("make the car blue", ("blue", "normal", "drive", "right")),
        ("please paint the car orange", ("orange", "normal", "drive", "right")),
        ("change the colour of the car to pink", ("pink", "normal", "drive", "right")),
        ("can you change the car's color to white", ("white", "normal", "drive", "right")),
        ("make the car a bit bigger", ("red", "large", "drive", "right")),
        ("shrink the car", ("red", "small", "drive", "right")),
        ("make the car tiny", ("red", "small", "drive", "right")),
        ("make the car green and bigger", ("green", "large", "drive", "right")),
        ("the car should drive to the left", ("red", "normal", "drive", "left")),
        ("let the red car fly", ("red", "normal", "fly", "right")),
        ("把车改成蓝色", ("blue", "normal", "drive", "right")),
        ("把车的颜色改成黄色", ("yellow", "normal", "drive", "right")),
        ("请把车变大一点", ("red", "large", "drive", "right")),
        ("把车缩小", ("red", "small", "drive", "right")),
        ("让车飞", ("red", "normal", "fly", "right")),
    ],
)
def test_an_order_changes_whom_it_names(message: str, expected: tuple[str, str, str, str]) -> None:
    scene, _ = after(message)
    assert who(scene) == expected
    assert (scene.place, scene.time) == ("city", "night")


def test_the_setting_of_the_same_order_changes_too() -> None:
    scene, reply = after("make the car drive in the rain")
    assert (scene.weather, scene.subjects[0].action) == ("rain", "drive")
    assert "rain" in reply


def test_steps_end_where_nothing_larger_can_be_drawn() -> None:
    scene, reply = after("make the car bigger", "make the car bigger")
    assert scene.subjects[0].size == "large"
    assert 'cannot draw "car" any larger' in reply
    scene, reply = after("把车变小", "把车变小")
    assert scene.subjects[0].size == "small"
    assert "已经画到最小了" in reply


def test_the_answer_names_it_as_it_is_now() -> None:
    assert "the blue car (drive)" in after("make the car blue")[1]
    assert "the bigger blue car" in after("make the car blue", "make the car bigger")[1]
    assert "更大的蓝色的车" in after("make the car blue", "把车变大")[1]


@pytest.mark.parametrize(
    "message",
    [
        "make the bus green",
        "make the title bigger",
        "make the video bigger",
        "change the colour of the car",
        "turn the music down",
        "make the car video 6 seconds",
    ],
)
def test_what_is_about_something_else_leaves_the_car_alone(message: str) -> None:
    assert who(after(message)[0]) == ("red", "normal", "drive", "right")


def test_a_description_is_a_new_film_still() -> None:
    scene, _ = after("a small white dog sleeps in a garden")
    assert who(scene) == ("white", "small", "sleep", "right")


def test_it_can_be_undone() -> None:
    assert who(after("make the car blue", "undo")[0])[0] == "red"
    assert who(after("make the car blue", "make the car small", "撤销")[0])[:2] == (
        "blue",
        "normal",
    )


def test_only_the_scene_that_is_meant_changes() -> None:
    project = Project()
    for message in (
        "Scene 1: a dog in a park\nScene 2: a dog on a beach",
        "in scene 2, make the dog white",
    ):
        said = tuple(edit for stage in direct(message, project).stages for edit in stage.edits)
        project = Project(edits=(*project.edits, *said))
    scenes = [clip.scene for clip in fold(project.edits).clips]
    assert [scene.subjects[0].colour for scene in scenes if scene] == ["", "white"]


def test_the_edit_survives_a_restart() -> None:
    edit = ChangeSubject(name="dog", colour="blue", larger=-1, clip=2)
    assert edits_from_json(edits_to_json([edit])) == (edit,)


def test_one_sees_it() -> None:
    def painted(message: str) -> np.ndarray:
        scene, _ = after(message)
        painter = scene_painter(scene, width=320, height=180, fps=10, duration_ms=1000)
        return painter.paint(5).astype(int)

    red, blue = painted("make the car red"), painted("make the car blue")
    changed = np.abs(red - blue).max(axis=2) > 40
    assert 0.002 < changed.mean() < 0.2
    assert (blue - red)[changed][:, 0].mean() > 20
    larger = np.abs(painted("make the car bigger") - red).max(axis=2) > 40
    assert larger.sum() > changed.sum()


def test_a_subject_keeps_what_nobody_spoke_of() -> None:
    dog = Subject(name="dog", count=3, colour="brown", action="run", words="three brown dogs")
    assert ChangeSubject(name="dog", action="sleep").member(dog) == Subject(
        name="dog", count=3, colour="brown", action="sleep", words="three brown dogs"
    )
    assert ChangeSubject(name="dog", colour="brown", words="the brown dog").member(dog) == dog
