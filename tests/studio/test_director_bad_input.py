"""What nobody can do: each gets a clear answer, and the film stays as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from t2v_studio.director import Project, Upload, direct, fold
from t2v_studio.director.replies.problems import PROBLEMS
from t2v_studio.director.replies.sentences import NOTES
from t2v_studio.director.wishes.numbered import track_of
from t2v_studio.film import Film

LOGO = Upload(id="logo", name="logo.png", kind="image", width=64, height=64)


def talked(*messages: str) -> Project:
    project = Project(uploads=(LOGO,), voices=("en",))
    for message in messages:
        made = (edit for stage in direct(message, project).stages for edit in stage.edits)
        project = replace(project, edits=(*project.edits, *made))
    return project


FILM = talked("a cat in a garden, then a dog in a park")

BAD = (
    ("x", 'I did not understand "x"'),
    ("😀🎉", "I did not understand"),
    ("?!", "I did not understand"),
    ("Сделай видео ярче", "I did not understand"),
    ("làm cho video sáng hơn", "I did not understand"),
    ("zxcvb qwrtp", "I did not understand"),
    ("word " * 20_000, "too long to read at once"),
    ("字" * 20_001, "文字太长"),
    ("make it 8k", "up to 2160p"),
    ("make it 1000 fps", "60 frames a second"),
    ("make it 10 hours", "up to 5 minutes"),
    ("做成10个小时", "影片最长 5 分钟"),
    ("make scene 2 10 hours long", "up to 5 minutes"),
    ("10x speed", "0.25x to 4x"),
    ("play it backwards", "0.25x to 4x"),
    ("倒放", "0.25 到 4 倍"),
    ("make it 21:9", "there are 16:9, 9:16, 1:1 and 4:5"),
    ("remove track 9", "no such track"),
    ("删除第8条轨道", "没有这条轨道"),
    ("delete scene 7", "the video has 2"),
    ("第九个场景放到最前面", "视频共有 2 个场景"),
    ("delete scene 1 and scene 2", "Nothing would be left"),
    ("split at 40 seconds", "outside of the film"),
    ("remove the logo", "no logo"),
    ("remove the narration", "Nothing is spoken"),
    ("remove the captions", "no caption"),
    ("make it vertical and make it square", "contradict each other"),
    ("make it day and make it night", "contradict each other"),
    ("2x speed and half speed", "contradict each other"),
    ("改成竖屏,改成方形", "互相矛盾"),
    ("add calm music and remove the music", "contradict each other"),
    ("use my subtitles.srt", "text of the subtitle file"),
    ("99:00:01,000 --> 99:00:02,000\nToo late", "outside of the film"),
    ("add a sticker", "photo or a logo can stand in a corner"),
    ("add narration 'Guten Tag, das ist der Hund und er ist da'", "no voice for this language"),
    ("color grading", "warmer, colder, vivid"),
)


@pytest.mark.parametrize(("message", "answer"), BAD, ids=[message[:24] for message, _ in BAD])
def test_a_bad_wish_gets_a_clear_answer_and_changes_nothing(message: str, answer: str) -> None:
    turn = direct(message, FILM)
    assert (turn.kind, turn.stages) == ("refuse", ())
    assert answer in turn.reply


def test_one_of_two_wishes_is_done_and_the_other_one_explained() -> None:
    turn = direct("make it vertical and delete scene 9", FILM)
    assert fold((*FILM.edits, *turn.stages[0].edits)).aspect == "9:16"
    assert "There is no such scene" in turn.reply


def test_every_problem_and_note_is_told_in_english_and_in_chinese() -> None:
    for english, chinese in (*PROBLEMS.values(), *NOTES.values()):
        assert english.isascii()
        assert not chinese.isascii()


def test_every_track_that_a_film_can_have_is_known_by_its_number() -> None:
    project = talked(
        "a cat in a garden",
        "add my logo",
        'add narration "Hello"',
        "add sound effects of rain",
        'add a caption "Hi"',
    )
    film = fold(project.edits)
    names = [track["m"]["name"] for track in film.to_wire()["t"]]
    assert names == ["Video", "Overlay", "BGM", "Voice", "Effects", "Title", "Captions"]
    assert all(track_of(f"remove track {at}", film) for at in range(1, len(names) + 1))
    assert track_of("remove track 8", film) is None
    assert track_of("remove the music", Film()) == ""
