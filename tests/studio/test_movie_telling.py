"""How far a film is: what a worker tells, and what is counted of it."""

from __future__ import annotations

import pytest

from t2v_studio.movie import desk
from t2v_studio.movie.desk import Desk
from t2v_studio.movie.errand import Errand
from t2v_studio.movie.job import Job
from t2v_studio.movie.outcome import RenderCancelledError
from t2v_studio.movie.plan import Chunk, plan
from tests.studio.movie_samples import ART, film, scene_clip

STRETCH = Chunk(0, 30)


class Line:
    """The studio's end of a line: hears all, and may have something to say."""

    def __init__(self, *, impatient: bool = False) -> None:
        self.heard: list[int] = []
        self._impatient = impatient

    def send_bytes(self, told: bytes) -> None:
        assert told[:1] == desk.DONE
        self.heard.append(int.from_bytes(told[1:], "big"))

    def poll(self) -> bool:
        return self._impatient

    def recv(self) -> None:
        """Say that nobody wants it."""


def worker(line: Line) -> Desk:
    one = film(1000, clips=(scene_clip(0, 1000, 0),))
    decided = plan(one, quality="low", container="mp4", scale=0.1, fps=30)
    return Desk(line, job=Job(film=one, assets={}, plan=decided, art=ART))  # type: ignore[arg-type] # a line to here


def test_frames_are_told_in_numbers_and_not_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    line = Line()
    made = worker(line).answer(b"", STRETCH)
    assert made[:1] in {desk.PACKETS, desk.LAST}  # whether this process has grown is not asked here
    assert line.heard == sorted(line.heard)
    assert len(line.heard) < STRETCH.last
    monkeypatch.setattr(desk, "TELL_S", 0.0)
    each = Line()
    busy = worker(each)
    for _ in range(2):
        busy.answer(b"", STRETCH)
    assert each.heard == 2 * list(range(1, STRETCH.last + 1))


def test_who_is_told_to_stop_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "TELL_S", 0.0)
    line = Line(impatient=True)
    assert worker(line).answer(b"", STRETCH) == desk.STOPPED
    assert line.heard == [1]
    with pytest.raises(RenderCancelledError):
        worker(line)._each()


def test_a_stretch_that_is_there_counts_as_a_whole_whatever_was_told() -> None:
    errand = Errand(told=b"", chunks=(Chunk(0, 10), Chunk(10, 30)), strangers=False)
    number = errand.take()
    errand.count(number, 4)
    assert errand.share == 4 / 30
    errand.done(number, ())
    assert errand.share == 10 / 30
