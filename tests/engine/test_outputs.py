"""Where the finished video goes: a safe name, whole or not at all, replacing nothing unasked."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2v import outputs
from t2v.errors import SkillError


def choose(output: str | None, title: str = "A Cat, surfing!", *, force: bool = False) -> Path:
    return outputs.choose(output, title, "mp4", force=force)


def refused(output: str, *, force: bool = False) -> str:
    with pytest.raises(SkillError) as caught:
        choose(output, force=force)
    return caught.value.code


def place(path: Path, write: Callable[[Path], object], *, force: bool = False) -> None:
    """Write the file as an export does."""
    with outputs.placed(path, force=force) as temporary:
        write(temporary)


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_users_path_is_used_as_it_is(workspace: Path) -> None:
    assert choose("park.mp4") == workspace / "park.mp4"
    assert choose(str(workspace / "a b.MP4")) == workspace / "a b.MP4"


def test_without_a_path_the_name_comes_from_the_title(workspace: Path) -> None:
    assert choose(None) == workspace / "a-cat-surfing.mp4"
    (workspace / "films.v1").mkdir()
    for folder in ("films.v1", "films.v1/"):
        assert choose(folder) == workspace / "films.v1" / "a-cat-surfing.mp4"


def test_a_name_of_our_own_is_always_a_new_one(workspace: Path) -> None:
    (workspace / "a-cat-surfing.mp4").touch()
    assert choose(None).name == "a-cat-surfing-2.mp4"
    (workspace / "a-cat-surfing-2.mp4").touch()
    assert choose(None).name == "a-cat-surfing-3.mp4"


def test_an_existing_file_is_kept_without_force(workspace: Path) -> None:
    (workspace / "park.mp4").write_bytes(b"precious")
    assert refused("park.mp4") == "output_exists"
    assert choose("park.mp4", force=True) == workspace / "park.mp4"


@pytest.mark.parametrize("force", [False, True])
def test_a_link_is_not_written_through(workspace: Path, force: bool) -> None:  # noqa: FBT001
    (workspace / "link.mp4").symlink_to(workspace / "elsewhere")
    assert refused("link.mp4", force=force) == "output_unusable"


@pytest.mark.parametrize(
    ("output", "code"),
    [
        ("", "usage"),
        ("  ", "usage"),
        ("none/park.mp4", "output_unusable"),
        ("none/", "output_unusable"),
        ("file/park.mp4", "output_unusable"),
        ("~nobody-has-this-name/park.mp4", "output_unusable"),
        ("x" * 300 + ".mp4", "output_unusable"),
        ("x" * 5000 + ".mp4", "output_unusable"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_place_that_cannot_be_written_is_named_before_anything_is_done(
    workspace: Path, output: str, code: str
) -> None:
    (workspace / "file").touch()
    assert refused(output) == code


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("A Cat, surfing!", "a-cat-surfing"),
        ("../../etc/passwd", "etc-passwd"),
        ("-rf", "rf"),
        (".bashrc", "bashrc"),
        ("CON", "video-con"),
        ("lpt1", "video-lpt1"),
        ("", "video"),
        ("///", "video"),
        ("a\0b\nc\u202ed", "a-b-c-d"),
        ("x" * 300, "x" * 60),
        ("猫在冲浪", "猫在冲浪"),
    ],
)
def test_a_title_becomes_a_safe_name(title: str, stem: str) -> None:
    assert outputs.safe_stem(title) == stem


@given(st.text())
def test_any_title_becomes_a_safe_name(title: str) -> None:
    stem = outputs.safe_stem(title)
    assert stem
    assert len(stem) <= 70
    assert not set(stem) & set("/\\\0\n.:")
    assert not stem.startswith(("-", "."))


# Whole or not at all


def test_what_went_well_gets_the_name(workspace: Path) -> None:
    with outputs.placed(workspace / "park.mp4", force=False) as temporary:
        temporary.write_bytes(b"film")
        assert temporary.parent == workspace
    assert [path.name for path in workspace.iterdir()] == ["park.mp4"]


@pytest.mark.parametrize(
    "trouble", [SkillError("download_failed"), KeyboardInterrupt(), OSError(5, "x")], ids=repr
)
def test_what_went_wrong_leaves_nothing(workspace: Path, trouble: BaseException) -> None:
    def half_done(temporary: Path) -> None:
        temporary.write_bytes(b"half a film")
        raise trouble

    with pytest.raises((SkillError, KeyboardInterrupt)):
        place(workspace / "park.mp4", half_done, force=True)
    assert list(workspace.iterdir()) == []


def test_a_name_that_was_taken_meanwhile_is_kept(workspace: Path) -> None:
    def slow(temporary: Path) -> None:
        temporary.write_bytes(b"film")
        (workspace / "park.mp4").write_bytes(b"precious")

    with pytest.raises(SkillError) as caught:
        place(workspace / "park.mp4", slow)
    assert caught.value.code == "output_exists"
    assert (workspace / "park.mp4").read_bytes() == b"precious"
    assert len(list(workspace.iterdir())) == 1


def test_a_disk_without_hard_links_is_good_enough(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(source: object, target: object) -> None:
        raise OSError(95, "not supported")

    monkeypatch.setattr(os, "link", no_links)
    place(workspace / "park.mp4", lambda path: path.write_bytes(b"film"))
    with pytest.raises(SkillError):
        place(workspace / "park.mp4", lambda path: path.write_bytes(b"another"))
    assert (workspace / "park.mp4").read_bytes() == b"film"


def test_a_name_that_was_given_to_the_same_film_before_is_no_other_file(tmp_path: Path) -> None:
    """A call was killed between the film's name and the note of it."""
    part, film = tmp_path / ".film.part", tmp_path / "film.mp4"
    part.write_bytes(b"film")
    film.write_bytes(b"film")
    outputs.publish(part, film, force=False)
    film.write_bytes(b"flim")
    with pytest.raises(SkillError) as caught:
        outputs.publish(part, film, force=False)
    assert caught.value.code == "output_exists"
    assert film.read_bytes() == b"flim"


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="the folder that takes no file")
def test_a_folder_that_takes_nothing_even_from_its_owner_is_told_before() -> None:
    assert refused("/proc/x.mp4") == "output_unusable"
