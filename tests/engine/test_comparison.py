"""What was asked against what came, from the boxes of real and of broken files."""

from __future__ import annotations

from pathlib import Path

import av
import pytest

from planted.films import FPS, HEIGHT, WIDTH, Coding, Film, scene, tone, write
from t2v.comparison import compare
from t2v.downloads import tracks
from t2v.downloads.tracks import Delivered
from t2v.draft import Segment, Timeline, Track
from t2v.store import Store
from t2v.wishes import Wishes
from t2v.wishlist import Wishlist

MUSIC = Track(kind="audio", label="BGM", segments=(Segment(name="x", start_ms=0, end_ms=9),))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a film of one second, 384x216, without sound."""
    path = tmp_path_factory.mktemp("film") / "small.mp4"
    write(Film(frames=scene(1, FPS), sound=None), path)
    return path


def timeline(ms: int = 1000, aspect: str = "16:9", *tracks_: Track) -> Timeline:
    return Timeline(duration_ms=ms, aspect=aspect, tracks=tracks_)


def test_the_boxes_say_what_the_file_is(small: Path, tmp_path: Path) -> None:
    whole = Delivered(duration_s=1.0, width=384, height=216, fps=24.0, audio=False)
    assert tracks.read(small) == whole
    film = Film(frames=scene(2, FPS), sound=tone(2, 1), coding=Coding(container="mov"))
    write(film, tmp_path / "loud.mov")
    assert tracks.read(tmp_path / "loud.mov").audio is True


@pytest.fixture(scope="module", params=["webm", "gif"])
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a film of one second, 384x216, that is no MP4; the WebM has sound."""
    path = tmp_path_factory.mktemp("film") / f"small.{request.param}"
    if request.param == "webm":
        coding = Coding(container="webm", video="libvpx", audio="libopus")
        write(Film(frames=scene(1, FPS), sound=tone(1, 1), coding=coding), path)
        return path
    with av.open(str(path), "w") as out:
        picture = out.add_stream("gif", rate=20, width=WIDTH, height=HEIGHT, pix_fmt="rgb8")
        for frame in scene(1, 20):
            out.mux(picture.encode(av.VideoFrame.from_ndarray(frame, format="bgr24")))
        out.mux(picture.encode(None))
    return path


def test_a_gif_and_a_webm_say_what_they_are_too(other: Path) -> None:
    loud, fps = other.suffix == ".webm", 24.0 if other.suffix == ".webm" else 20.0
    found = tracks.read(other)
    assert (found.width, found.height, found.audio) == (WIDTH, HEIGHT, loud)
    assert found.duration_s == pytest.approx(1.0, abs=0.06)
    assert found.fps in (fps, None if loud else fps)


def test_what_a_gif_cannot_be_is_said(other: Path) -> None:
    asked, kind = timeline(1000, "16:9", MUSIC), other.suffix[1:]
    found = compare(other, asked, wishes=Wishes(), container=kind, quality="480p")
    lacks = ["size"] if other.suffix == ".webm" else ["size", "sound"]
    assert [one["what"] for one in found.differs] == lacks


@pytest.mark.parametrize("keep", [0, 4, 13, 30, 200, 900])
def test_what_is_cut_or_flipped_raises_nothing(other: Path, tmp_path: Path, keep: int) -> None:
    data, odd = other.read_bytes(), tmp_path / f"odd{other.suffix}"
    odd.write_bytes(data[:keep])
    tracks.read(odd)
    for place in range(4 + keep % 5, 600, 5):
        odd.write_bytes(data[:place] + b"\xff" + data[place + 1 :])
        tracks.read(odd)


def test_own_footage_may_bring_sound_of_its_own(small: Path) -> None:
    found = compare(small, timeline(), wishes=Wishes(), container="mp4", quality="odd")
    assert (found.requested["audio"], found.differs) == (None, [])


@pytest.mark.parametrize("keep", [0, 4, 30, 200, 900])
def test_a_broken_file_says_nothing_and_raises_nothing(
    small: Path, tmp_path: Path, keep: int
) -> None:
    (tmp_path / "cut.mp4").write_bytes(small.read_bytes()[:keep])
    assert tracks.read(tmp_path / "cut.mp4") == Delivered()
    assert tracks.read(tmp_path / "none.mp4") == Delivered()


def test_flipped_bytes_raise_nothing(small: Path, tmp_path: Path) -> None:
    data = small.read_bytes()
    for place in range(0, 1200, 7):
        (tmp_path / "odd.mp4").write_bytes(data[:place] + b"\xff" + data[place + 1 :])
        tracks.read(tmp_path / "odd.mp4")


def test_differences_are_one_sentence(small: Path) -> None:
    found = compare(
        small,
        timeline(8000, "16:9", MUSIC),
        wishes=Wishes(10, "9:16"),
        container="mp4",
        quality="low",
    )
    assert found.say() == (
        "Asked 10 s vertical 480p with sound, got 1 s horizontal 216p without sound."
    )
    assert [one["what"] for one in found.differs] == ["duration", "aspect", "size", "sound"]
    assert found.requested["duration_s"] == 10
    assert found.delivered["width"] == 384


@pytest.mark.parametrize(
    ("wishes", "ms", "aspect"),
    [(Wishes(), 1000, "16:9"), (Wishes(1.3, ""), 0, ""), (Wishes(None, "16:9"), 1400, "")],
)
def test_what_is_as_asked_is_not_spoken_of(
    small: Path, wishes: Wishes, ms: int, aspect: str
) -> None:
    found = compare(small, timeline(ms, aspect), wishes=wishes, container="mp4", quality="odd")
    assert (found.say(), found.differs) == ("", [])


def test_a_file_that_says_nothing_differs_in_nothing(tmp_path: Path) -> None:
    found = compare(
        tmp_path / "film.webm", timeline(), wishes=Wishes(9, "1:1"), container="webm", quality="low"
    )
    assert found.differs == []


def test_an_edit_overrules_what_was_asked(tmp_path: Path) -> None:
    asked = Wishlist(Store(tmp_path, lambda _: None), "key")
    asked.ask("s1", "a cat, 10 seconds, vertical")
    asked.ask("s1", "a dog, 3 seconds")
    assert asked.of("s1") == Wishes(10, "9:16")
    assert asked.of("s2") == Wishes()
    empty, before = timeline(0, ""), timeline(10_000, "9:16", MUSIC)
    asked.changed("s1", empty, before)
    assert asked.of("s1") == Wishes(10, "9:16")
    asked.changed("s1", before, timeline(20_000, "9:16", MUSIC))
    assert asked.of("s1") == Wishes(None, "9:16")
