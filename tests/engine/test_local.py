"""The studio on this computer: found when it runs, started once when it does not."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from t2v import local
from t2v.clock import Clock
from t2v.errors import SkillError
from t2v.secret import Secret
from t2v.store import Store
from tests.fake_time import FakeTime, Heard

TOKEN = "stu_token"  # noqa: S105 - a test's own

LISTENS = """
import json, os, pathlib, socket, sys, time
folder = pathlib.Path(sys.argv[sys.argv.index("--home") + 1])
server = socket.create_server(("127.0.0.1", 0))
with (folder / "starts").open("a") as starts:
    starts.write(f"{os.getpid()}\\n")
address = {"url": f"http://127.0.0.1:{server.getsockname()[1]}", "token": "stu_token"}
(folder / "studio.json").write_text(json.dumps(address))
time.sleep(30)
"""
FAILS = "import sys; print('no fonts'); sys.exit(3)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "studio"
    path.mkdir(parents=True)
    return path


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Keep the programs that are started, and end them after the test."""
    programs: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def start(*args: Any, **kwargs: Any) -> subprocess.Popen[bytes]:
        programs.append(popen(*args, **kwargs))
        return programs[-1]

    monkeypatch.setattr(subprocess, "Popen", start)
    yield programs
    for program in programs:
        program.send_signal(signal.SIGKILL)
        program.wait()


def use(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let this code be the studio."""
    monkeypatch.setattr(local, "program", lambda: [sys.executable, "-c", code])


def studio(folder: Path, heard: Heard, clock: Clock | None = None) -> tuple[str, Secret]:
    home = folder.parent
    return local.studio(home, Store(home, heard.say), clock or Clock(), heard)


@pytest.fixture
def running(folder: Path) -> Iterator[str]:
    """Stand in for a studio that runs already; return its address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
        (folder / "studio.json").write_text(json.dumps({"url": url, "token": TOKEN}))
        yield url


def test_one_that_runs_is_used(folder: Path, running: str, heard: Heard) -> None:
    assert studio(folder, heard) == (running, Secret(TOKEN))
    assert heard.lines == []


def test_one_that_does_not_is_started_once(
    folder: Path,
    heard: Heard,
    started: list[subprocess.Popen[bytes]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    use(monkeypatch, LISTENS)
    first = studio(folder, heard)
    assert studio(folder, heard) == first
    assert first[1] == Secret(TOKEN)
    assert heard.lines == ["Starting the local studio..."]
    assert len(started) == 1


@pytest.mark.parametrize(
    "left",
    [
        "",
        "garbage",
        "[]",
        '{"url": 7, "token": "t"}',
        '{"url": "http://127.0.0.1:9", "token": "stu_token"}',
        '{"url": "http://127.0.0.1:9"}',
        '{"url": "http://192.0.2.1:80", "token": "stu_token"}',
        '{"url": "http://[bad", "token": "stu_token"}',
        '{"url": "http://127.0.0.1:999999", "token": "stu_token"}',
        '{"url": "http://127.0.0.1:9", "token": "two words"}',
    ],
)
def test_what_an_old_one_left_does_not_count(
    folder: Path,
    heard: Heard,
    started: list[subprocess.Popen[bytes]],
    monkeypatch: pytest.MonkeyPatch,
    left: str,
) -> None:
    (folder / "studio.json").write_text(left)
    use(monkeypatch, LISTENS)
    assert studio(folder, heard)[1] == Secret(TOKEN)
    assert len(started) == 1


def test_one_that_fails_names_its_log(
    folder: Path,
    heard: Heard,
    started: list[subprocess.Popen[bytes]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    use(monkeypatch, FAILS)
    with pytest.raises(SkillError) as caught:
        studio(folder, heard)
    assert caught.value.code == "studio_down"
    assert "no fonts" in Path(caught.value.data["log"]).read_text()


def test_one_that_never_listens_is_given_half_a_minute(
    folder: Path,
    heard: Heard,
    started: list[subprocess.Popen[bytes]],
    monkeypatch: pytest.MonkeyPatch,
    time: FakeTime,
) -> None:
    use(monkeypatch, "import time; time.sleep(30)")
    before = time.now
    with pytest.raises(SkillError) as caught:
        studio(folder, heard, time.clock)
    assert caught.value.code == "studio_down"
    assert 30 <= time.now - before < 31


@pytest.mark.parametrize("missing", local.NEEDED)
def test_without_a_whole_studio_the_command_that_installs_it_is_named(
    folder: Path, heard: Heard, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == missing else True)
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(SkillError) as caught:
        studio(folder, heard)
    assert caught.value.code == "extra_missing"
    assert caught.value.data["command"].endswith('-m pip install "text-to-video-skills[studio]"')


DRAWS = "import pathlib, sys; pathlib.Path(sys.argv[2]).write_bytes(sys.stdin.buffer.read())"


def test_the_timeline_is_drawn_by_the_studio(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, DRAWS)
    path = local.draw_timeline({"tracks": []}, str(tmp_path / "timeline.png"))
    assert json.loads(path.read_bytes()) == {"tracks": []}


@pytest.mark.parametrize("code", ["raise SystemExit(1)", "import time; time.sleep(30)", "pass"])
def test_a_picture_that_cannot_be_drawn_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    use(monkeypatch, code)
    monkeypatch.setattr(local, "START_S", 0.5)
    with pytest.raises(SkillError) as caught:
        local.draw_timeline({"tracks": []}, str(tmp_path / "timeline.png"))
    assert caught.value.code == "output_unusable"
    assert list(tmp_path.iterdir()) == []
