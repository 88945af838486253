"""scripts/bench: what is counted, what counts as kept, and a program that fails is no figure."""

from __future__ import annotations

import os
import sys
from functools import partial

import pytest

if sys.platform == "win32":
    pytest.skip("Windows counts nothing per process", allow_module_level=True)

from figures import command
from figures.place import installed, service
from figures.processes import cpu_medians, run
from figures.table import Figure, markdown


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_memory_is_the_programs_own_peak() -> None:
    weight = b"x" * 100_000_000  # the measuring process is larger than what it measures
    bare = run(python("pass"), os.environ)
    large = run(python("x = b'x' * 200_000_000"), os.environ)
    assert bare.peak_mb < len(weight) / 1e6 / 4
    assert 180 < large.peak_mb - bare.peak_mb < 220


def test_cpu_time_is_work_and_not_waiting() -> None:
    busy = run(python("while __import__('time').process_time() < 0.3: pass"), os.environ)
    idle = run(python("__import__('time').sleep(0.3)"), os.environ)
    assert busy.cpu_ms >= 300 > idle.cpu_ms
    assert idle.wall_s >= 0.3


def test_programs_run_in_turn_and_the_first_round_does_not_count(
    tmp_path: os.PathLike[str],
) -> None:
    log = f"open({str(tmp_path)!r} + '/log', 'a').write"
    commands = {"a": python(f"{log}('a')"), "b": python(f"{log}('b')")}
    medians = cpu_medians(commands, os.environ, rounds=2)
    with open(f"{tmp_path}/log") as file:  # noqa: PTH123 - the same name as the programs use
        assert file.read() == "ababab"
    assert medians.keys() == commands.keys()


def test_a_program_that_fails_is_no_figure() -> None:
    with pytest.raises(RuntimeError, match="because of this"):
        run(python("raise SystemExit('because of this')"), os.environ)


@pytest.mark.parametrize(
    ("value", "least", "met"),
    [(2.0, False, True), (2.1, False, False), (2.0, True, True), (1.9, True, False)],
)
def test_a_limit_is_a_most_or_a_least(value: float, *, least: bool, met: bool) -> None:
    figure = Figure(what="Speed", value=value, limit=2, unit="m/s", least=least)
    assert figure.met is met
    assert ("| yes |" in figure.row()) is met


def test_the_table_is_markdown() -> None:
    figure = Figure(what="Speed", value=123.4, limit=2, unit="m/s", detail="downhill")
    assert markdown([figure]).splitlines() == [
        "| figure | limit | measured | met | detail |",
        "|---|---|---|---|---|",
        "| Speed | at most 2.00 m/s | 123 m/s | **no** | downhill |",
    ]


def test_a_figure_that_misses_its_limit_fails_the_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    slow = Figure(what="Speed", value=3, limit=2, unit="s")
    monkeypatch.setitem(command.MEASURES, "stream", lambda: [slow])
    assert command.main("", ["stream"]) == 1
    assert "**no**" in capsys.readouterr().out


def test_a_flag_takes_the_figures_that_belong_together(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []

    def take(name: str) -> list[Figure]:
        taken.append(name)
        return []

    for name in command.MEASURES:
        monkeypatch.setitem(command.MEASURES, name, partial(take, name))
    assert command.main("", ["stream", "--faults"]) == 0
    assert taken == ["stream", "faults", "crowd"]
    taken.clear()
    command.main("", [])
    assert set(taken) == command.MEASURES.keys() - command.LEFT_OUT


def test_an_unknown_figure_is_refused() -> None:
    with pytest.raises(SystemExit, match="2"):
        command.main("", ["weather"])


def test_a_tool_is_measured_as_it_is_installed() -> None:
    with installed() as place, service() as port:
        assert not list(place.folder.rglob("__pycache__"))
        cost = run(place.tool("credits"), place.environment(port))
        assert not list(place.folder.rglob("__pycache__"))
    assert cost.cpu_ms > 0
