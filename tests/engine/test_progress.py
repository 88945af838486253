"""What a person sees while a tool works."""

from __future__ import annotations

import io
import json
import sys

import pytest

from t2v.bars import Bars
from t2v.progress import Bar, Lines, Ndjson, Silent, standard
from tests.fake_time import FakeTime


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def written(kind: type[Lines], *steps: tuple[str, float | None]) -> str:
    stream = io.StringIO()
    sink = kind(stream)
    for stage, fraction in steps:
        sink.advance(stage, fraction)
    return stream.getvalue()


def test_lines_tell_each_tenth_once() -> None:
    steps = [("Rendering", part / 100) for part in range(101)]
    lines = written(Lines, *steps).splitlines()
    assert lines == [f"Rendering {ten}0%" if ten else "Rendering 0%" for ten in range(11)]


def test_lines_name_a_stage_of_unknown_length_once() -> None:
    assert written(Lines, ("Working", None), ("Working", None)) == "Working...\n"


def test_a_bar_is_drawn_over_itself_and_ends_with_a_line() -> None:
    drawn = written(Bar, ("Uploading", 0.5), ("Uploading", 1.0), ("Uploading", 1.0))
    assert "[###############---------------]  50%" in drawn
    assert drawn.count("\r") == 3
    assert drawn.count("\n") == 1


@pytest.mark.parametrize("fraction", [-1.0, 7.0])
def test_a_bar_stays_a_bar(fraction: float) -> None:
    drawn = written(Bar, ("Uploading", fraction))
    assert drawn.count("#") + drawn.count("-") == 30


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_words_can_be_written_in_any_encoding(encoding: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    Lines(stream).say("\N{HOURGLASS WITH FLOWING SAND} 标题")
    stream.seek(0)
    assert stream.read().endswith("\n")


def test_nobody_listening_does_not_stop_the_work() -> None:
    class Gone(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    closed = io.StringIO()
    closed.close()
    for stream in (Gone(), closed):
        Lines(stream).say("hello")
        Bar(stream).advance("Uploading", 0.5)


def test_hosts_read_one_json_object_a_change() -> None:
    time, stream = FakeTime(), io.StringIO()
    sink = Ndjson(stream, time.clock.monotonic)
    sink.say("Looking.")
    for fraction in (0.1, 0.101, 0.2, 1.5):
        time.sleep(0.5)
        sink.advance("Rendering", fraction)
    sink.advance("Working")
    sink.advance("Working")
    assert [json.loads(line) for line in stream.getvalue().splitlines()] == [
        {"elapsed_s": 0.0, "stage": None, "percent": None, "say": "Looking."},
        {"elapsed_s": 0.5, "stage": "Rendering", "percent": 10, "say": "Rendering 10%"},
        {"elapsed_s": 1.5, "stage": "Rendering", "percent": 20, "say": "Rendering 20%"},
        {"elapsed_s": 2.0, "stage": "Rendering", "percent": 100, "say": "Rendering 100%"},
        {"elapsed_s": 2.0, "stage": "Working", "percent": None, "say": "Working..."},
    ]


@pytest.mark.parametrize(
    ("pace_s", "percents"),
    [
        (0.0001, [0, 100]),
        (0.25, list(range(101))),
        (0.0625, [*range(0, 100, 4), 100]),
    ],
)
def test_hosts_hear_both_ends_of_a_stage_and_few_percents_between(
    pace_s: float, percents: list[int]
) -> None:
    time, stream = FakeTime(now=0.0), io.StringIO()
    sink = Ndjson(stream, time.clock.monotonic)
    for percent in range(101):
        sink.advance("Downloading", (percent + 0.1) / 100)  # 0.29 * 100 is less than 29
        time.sleep(pace_s)
    told = [json.loads(line)["percent"] for line in stream.getvalue().splitlines()]
    assert told == percents


def test_hosts_hear_every_change_of_stage_at_once() -> None:
    stream = io.StringIO()
    sink = Ndjson(stream, lambda: 0.0)
    steps = [("Rendering", None), ("Rendering", 0.3), ("Downloading", 0.1), ("Downloading", 0.2)]
    for stage, fraction in [*steps, ("Rendering", 0.5), ("Rendering", None)]:
        sink.advance(stage, fraction)
    assert [json.loads(line)["say"] for line in stream.getvalue().splitlines()] == [
        "Rendering...",
        "Rendering 30%",
        "Downloading 10%",
        "Rendering 50%",
        "Rendering...",
    ]


@pytest.mark.parametrize(
    ("form", "kind"), [("none", Silent), ("ndjson", Ndjson), ("text", Lines), ("auto", Bars)]
)
def test_each_form_has_its_sink(
    form: str, kind: type[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert type(standard(form)) is kind


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert isinstance(standard(), Bar)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert not isinstance(standard(), Bar)


def test_parts_stand_above_the_whole_and_go_when_they_are_over() -> None:
    stream = io.StringIO()
    bars = Bars(stream)
    bars.advance("0 of 2 made", 0.0)
    bars.part("a1", "Rendering", 0.5)
    bars.part("b2", "Sending")
    bars.advance("1 of 2 made, 100 credits", 0.5)
    bars.part("a1", "")
    block = stream.getvalue().rpartition("\x1b[J")[2].splitlines()
    assert [line.split(maxsplit=1)[1] for line in block] == [
        "b2                 Sending",
        "50%  1 of 2 made, 100 credits",
    ]


def test_lines_for_hosts_name_the_part() -> None:
    stream = io.StringIO()
    lines = Ndjson(stream, lambda: 0.0)
    for fraction in (None, 0.1, 0.2):
        lines.part("a1", "Rendering", fraction)
    lines.part("a1", "")
    steps = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [(step["item"], step["say"]) for step in steps] == [("a1", "a1: Rendering")]
