"""The crew that stays: warm, fair, and whole again after whatever happens to one of its workers."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from t2v_studio import sound
from t2v_studio.film import Clip, Film
from t2v_studio.movie import Movie, RenderCancelledError, RenderError, desk, make
from t2v_studio.movie.crew import Crew
from t2v_studio.movie.desk import Desk
from t2v_studio.movie.encoder import Packet
from t2v_studio.movie.errand import Errand
from t2v_studio.movie.job import Job
from t2v_studio.movie.parcel import packed, unpacked
from t2v_studio.movie.plan import Chunk, plan
from t2v_studio.movie.shelf import Shelf
from t2v_studio.scene import Scene
from tests.studio.listening import eventually
from tests.studio.movie_samples import (
    ART,
    BROKEN_ART,
    DYING_ART,
    film,
    flat,
    music,
    scene_clip,
    solid,
    tiny,
    write_clip,
)  # fmt: skip

LONG = film(4000, clips=(scene_clip(0, 2100, 0), scene_clip(2100, 1900, 1)))


@pytest.fixture
def crew() -> Iterator[Crew]:
    crew = Crew(2)
    yield crew
    crew.close()
    assert crew.pids() == []


def made(crew: Crew, folder: Path, film: Film = LONG, **options: Any) -> Movie:
    return tiny(film, folder, crew=crew, **options)


def test_a_warm_crew_waits_for_its_first_film(crew: Crew) -> None:
    crew.warm()
    eventually(lambda: len(crew.pids()) == 2)


def test_the_same_workers_make_the_next_film_and_the_same_bytes(crew: Crew, tmp_path: Path) -> None:
    first = made(crew, tmp_path, name="first.mp4")
    workers = crew.pids()
    second = made(crew, tmp_path, name="second.mp4")
    alone = tiny(LONG, tmp_path, name="alone.mp4", workers=0)
    assert crew.pids() == workers
    assert first.path.read_bytes() == second.path.read_bytes() == alone.path.read_bytes()


def test_a_killed_worker_is_replaced_and_the_film_is_whole(crew: Crew, tmp_path: Path) -> None:
    heard: list[float] = []

    def kill_one(share: float) -> None:
        if not heard and share > 0:
            os.kill(crew.pids()[0], signal.SIGKILL)
        heard.extend([share] if share > 0 else [])

    movie = made(crew, tmp_path, progress=kill_one)
    alone = tiny(LONG, tmp_path, name="alone.mp4", workers=0)
    assert heard[-1] == 1.0
    assert movie.path.read_bytes() == alone.path.read_bytes()


def test_workers_killed_between_films_are_replaced(crew: Crew, tmp_path: Path) -> None:
    made(crew, tmp_path)
    for worker in crew.pids():
        os.kill(worker, signal.SIGKILL)
    assert made(crew, tmp_path).frames == 120


@pytest.mark.parametrize(("art", "failure"), [(DYING_ART, RenderError), (BROKEN_ART, RuntimeError)])
def test_a_film_that_breaks_its_workers_breaks_no_other(
    crew: Crew, tmp_path: Path, art: Any, failure: type[Exception]
) -> None:
    with pytest.raises(failure):
        made(crew, tmp_path, art=art)
    assert made(crew, tmp_path).frames == 120


def test_a_fault_of_our_own_is_heard_by_whoever_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_seat: object) -> None:
        raise LookupError("our own fault")

    monkeypatch.setattr("t2v_studio.movie.seat.Seat.start", broken)
    with pytest.raises(LookupError, match="our own fault"):
        tiny(LONG, tmp_path, workers=2)


def test_a_cancelled_film_frees_its_workers(crew: Crew, tmp_path: Path) -> None:
    asked = iter([False, False])
    with pytest.raises(RenderCancelledError):
        made(crew, tmp_path, film(60_000, fps=60), cancelled=lambda: next(asked, True))
    assert made(crew, tmp_path).frames == 120


def test_a_closed_crew_makes_nothing_and_ends_what_it_makes(tmp_path: Path) -> None:
    crew = Crew(1)
    with pytest.raises(RenderCancelledError):
        made(crew, tmp_path, progress=closing(crew))
    with pytest.raises(RenderCancelledError):
        made(crew, tmp_path)
    assert list(tmp_path.iterdir()) == []


def closing(crew: Crew) -> Callable[[float], None]:
    return lambda share: crew.close() if share else None


def test_a_prepared_crew_makes_the_same_film_and_any_other(crew: Crew, tmp_path: Path) -> None:
    decided = plan(LONG, quality="high", container="mp4", scale=0.05, fps=None)
    for art in (ART, BROKEN_ART, DYING_ART):
        crew.prepare(Job(film=LONG, assets={}, plan=decided, art=art))
        eventually(lambda: all(seat.prepared is crew._expected for seat in crew._seats))
        movie = made(crew, tmp_path, film(1000))
        assert movie.frames == 30
    alone = tiny(LONG, tmp_path, name="alone.mp4", workers=0)
    assert made(crew, tmp_path).path.read_bytes() == alone.path.read_bytes()


def test_two_films_share_one_worker_in_turn(tmp_path: Path) -> None:
    """The short film is not made after the long one, though it came later."""
    crew, done = Crew(1), []
    begun = threading.Event()

    def begin(share: float) -> None:
        if share:
            begun.set()

    def long() -> None:
        made(crew, tmp_path, film(20_000), name="l.mp4", progress=begin)
        done.append("long")

    thread = threading.Thread(target=long)
    thread.start()
    assert begun.wait(20)
    made(crew, tmp_path, film(1000), name="s.mp4")
    done.append("short")
    thread.join()
    crew.close()
    assert done == ["short", "long"]


def test_workers_without_work_go_home_and_others_come(tmp_path: Path) -> None:
    crew = Crew(1, idle_s=0.05)
    made(crew, tmp_path)
    eventually(lambda: crew.pids() == [])
    assert made(crew, tmp_path).frames == 120
    crew.close()


def test_who_opened_an_upload_makes_no_other_film(tmp_path: Path) -> None:
    upload = write_clip(tmp_path / "clip.mp4", solid((0, 0, 255)), frames=10)
    clip = Clip(start_ms=0, duration_ms=500, name="x", asset="a", asset_kind="video")
    crew = Crew(1)
    made(crew, tmp_path, assets={"a": upload}, name="a.mp4")  # the film does not use it
    before = crew.pids()
    made(crew, tmp_path, film(500, clips=(clip,)), assets={"a": upload}, name="b.mp4")
    during = crew.pids()
    made(crew, tmp_path, name="c.mp4")
    assert before == during != crew.pids()
    crew.close()


@pytest.mark.parametrize(("usual_mb", "tired"), [(1_000_000, False), (0, True)])
def test_a_worker_that_has_grown_wants_to_be_replaced(
    monkeypatch: pytest.MonkeyPatch, usual_mb: int, *, tired: bool
) -> None:
    monkeypatch.setattr(desk, "BASE_MB", usual_mb)
    assert desk._tired(_Weightless()) is tired  # type: ignore[arg-type] # all it looks at


class _Weightless:
    """Stands for a job: tiny pictures."""

    class plan:  # noqa: N801 - an attribute
        width = height = 1


# Stretches that are lost


def errand() -> Errand:
    return Errand(told=b"", chunks=(Chunk(0, 10), Chunk(10, 30)), strangers=False)


def test_a_stretch_that_was_lost_is_made_again_and_next() -> None:
    lost = errand()
    number = lost.take()
    lost.count(number, 1)
    assert lost.share == 1 / 30
    lost.lost(number)
    assert (lost.share, lost.at_work, lost.take(), lost.failure) == (0, 0, number, None)


def test_a_stretch_that_kills_twice_ends_the_film() -> None:
    lost = errand()
    for _ in range(2):
        lost.lost(lost.take())
    assert isinstance(lost.failure, RenderError)
    assert (lost.over, list(lost.waiting)) == (True, [])


def test_the_first_failure_is_told() -> None:
    failed = errand()
    first, second = failed.take(), failed.take()
    failed.failed(RenderError("first"))
    failed.failed(RenderError("second"))
    assert str(failed.failure) == "first"
    assert (first, second) == (0, 1)


# What is said between processes

PACKETS = (Packet(0, -1, key=True, data=b"\0abc"), Packet(2**40, 2**40, key=False, data=b""))


def test_packets_travel_as_bytes() -> None:
    assert unpacked(packed(PACKETS)) == PACKETS
    assert unpacked(b"") == ()


@pytest.mark.parametrize("cut", range(1, len(packed(PACKETS)), 3))
def test_packets_that_are_cut_short_are_refused(cut: int) -> None:
    whole = packed(PACKETS)
    if cut == len(packed(PACKETS[:1])):
        return
    with pytest.raises(ValueError, match="cut short"):
        unpacked(whole[:cut])


# What is kept between films


def test_a_scene_that_is_shown_again_keeps_its_painter() -> None:
    shelf, size = Shelf(), {"width": 8, "height": 8, "fps": 10, "duration_ms": 100}
    scenes = [Scene(words="a", seed=seed) for seed in range(3)]
    first = [shelf.lend(ART).scene(scene, **size) for scene in scenes[:1]]
    art = shelf.lend(ART)
    again, other = art.scene(scenes[0], **size), art.scene(scenes[1], **size)
    assert again is first[0]
    assert other is not again
    assert art.scene(scenes[0], **size) is not again, "it paints over its own frame"
    changed = shelf.lend(ART).scene(scenes[0], **{**size, "width": 16})
    assert changed is not again


def test_an_art_that_draws_otherwise_shares_no_painter() -> None:
    shelf, size = Shelf(), {"width": 8, "height": 8, "fps": 10, "duration_ms": 100}
    scene = Scene(words="a")
    ours = shelf.lend(ART).scene(scene, **size)
    assert shelf.lend(BROKEN_ART).scene(scene, **size) is not ours
    assert ART.scene is flat


def test_a_worker_says_what_went_wrong() -> None:
    answer = Desk(line=None).answer(b"no job", Chunk(0, 1))  # type: ignore[arg-type] # unused
    assert answer.startswith(desk.FAILED)
    assert b"fault" in answer


def test_a_sound_that_was_composed_while_preparing_is_not_composed_again(
    crew: Crew, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_of: list[Film] = []
    real = sound.mix

    def mix(film: Film, *more: Any) -> Any:
        made_of.append(film)
        return real(film, *more)

    monkeypatch.setattr(sound, "mix", mix)
    heard = film(1000, sounds=(music(1000, seed=41),))
    make.prepare(heard, crew, scale=0.05, fps=None)
    tiny(heard, tmp_path)
    assert made_of == [heard]
    tiny(film(1000, sounds=(music(1000, seed=42),)), tmp_path)
    assert len(made_of) == 2
