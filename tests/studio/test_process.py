"""The studio as a program: its one line, its address file, its ends, its restarts."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from t2v.endpoints import CHAT
from t2v.errors import SkillError
from t2v_studio.settings import Settings, default_home
from tests.running_studio import Client, message

Start = Callable[..., "Program"]
INSTANT = {"T2V_STUDIO_PACE": "0", "T2V_STUDIO_SCALE": "0.1", "T2V_STUDIO_FPS": "10",
           "T2V_STUDIO_WORKERS": "0"}  # fmt: skip


class Program:
    """`t2v-studio serve` in a process of its own."""

    def __init__(self, home: Path, *arguments: str, **environment: str) -> None:
        self.home = home
        self.process = subprocess.Popen(
            [sys.executable, "-m", "t2v_studio", "serve", "--home", str(home), *arguments],
            env={**os.environ, **INSTANT, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ready(self) -> Client:
        """Wait for its line, and return its owner."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self.process.communicate(timeout=20)[1]
        address = json.loads((self.home / "studio.json").read_text())
        assert json.loads(line) == {"url": address["url"]}
        return Client(address["url"], address["token"])

    def ended(self) -> int:
        """Wait for its end, and return its exit code."""
        _, errors = self.process.communicate(timeout=30)
        assert "Traceback" not in errors
        return self.process.returncode


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start programs that all have one home; those still running at the end are killed."""
    programs: list[Program] = []

    def begin(*arguments: str, **environment: str) -> Program:
        programs.append(Program(tmp_path / "studio", *arguments, **environment))
        return programs[-1]

    yield begin
    for program in programs:
        program.process.kill()
        program.process.communicate()


def test_it_prints_its_address_and_ends_clean_when_told_to(start: Start) -> None:
    program = start()
    owner = program.ready()
    assert owner.credits()["available"] == 1_000_000
    program.process.send_signal(signal.SIGTERM)
    assert program.ended() == 0
    assert not (program.home / "studio.json").exists()


def test_it_ends_when_nobody_needs_it(start: Start) -> None:
    program = start("--idle", "0.2")
    program.ready()
    assert program.ended() == 0


def test_a_second_start_names_the_first_and_leaves(start: Start) -> None:
    first = start()
    owner = first.ready()
    second = start()
    assert second.ready().url == owner.url
    assert second.ended() == 0
    assert owner.credits()


def test_a_killed_studio_is_followed_by_one_that_knows_everything(start: Start) -> None:
    first = start("--port", "0", T2V_STUDIO_PACE="30")
    owner = first.ready()
    session = owner.session()
    with owner.post(CHAT.path, json=message(session, "a dog in a park"), stream=True) as answer:
        next(answer.iter_content(1))
        assert owner.credits()["frozen"] == 100
        first.process.kill()
    first.process.communicate()
    owner = start().ready()
    assert owner.credits() == {"available": 1_000_000, "frozen": 0, "total": 1_000_000}
    assert owner.say(session, "a dog in a park")
    assert owner.credits()["total"] == 1_000_000 - 100


def test_the_token_is_in_the_address_file_and_in_no_argument(start: Start) -> None:
    program = start()
    owner = program.ready()
    arguments = Path(f"/proc/{program.process.pid}/cmdline")
    if not arguments.exists():
        pytest.skip("only Linux shows the arguments of a process as a file")
    assert owner.token.encode() not in arguments.read_bytes()


def test_a_taken_port_is_told_in_a_sentence(start: Start, tmp_path: Path) -> None:
    port = start().ready().url.rpartition(":")[2]
    other = Program(tmp_path / "other", "--port", port)
    _, errors = other.process.communicate(timeout=20)
    assert other.process.returncode == 69
    assert f"Port {port} is taken." in errors


# Settings


@pytest.mark.parametrize(
    ("name", "text", "field", "value"),
    [
        ("PACE", "0", "pace", 0.0),
        ("FPS", "10", "fps", 10),
        ("URL_UPLOADS", "yes", "url_uploads", True),
        ("ANONYMOUS_EXPORT", "false", "anonymous_export", False),
        ("FETCH_LOOPBACK_PORT", "8080", "fetch_loopback_port", 8080),
        ("SCALE", "  ", "scale", 1.0),
    ],
)
def test_a_setting_is_read_from_its_variable(name: str, text: str, field: str, value: Any) -> None:
    settings = Settings.read({f"T2V_STUDIO_{name}": text})
    assert getattr(settings, field) == value


def test_an_argument_wins_over_the_environment() -> None:
    settings = Settings.read(
        {"T2V_STUDIO_IDLE_S": "5", "T2V_STUDIO_PORT": "1"}, idle_s=7.0, port=None
    )
    assert (settings.idle_s, settings.port) == (7.0, 1)


@pytest.mark.parametrize(
    ("name", "text"), [("PACE", "fast"), ("URL_UPLOADS", "maybe"), ("FPS", "1.5")]
)
def test_a_setting_that_cannot_be_is_told(name: str, text: str) -> None:
    with pytest.raises(SkillError, match=f"T2V_STUDIO_{name}"):
        Settings.read({f"T2V_STUDIO_{name}": text})


def test_the_home_is_a_folder_in_the_tools_own(tmp_path: Path) -> None:
    assert default_home({"T2V_HOME": str(tmp_path)}) == tmp_path / "studio"
    assert default_home({"XDG_CONFIG_HOME": str(tmp_path)}) == tmp_path / "nemovideo" / "studio"
    assert default_home({"NEMO_TOKEN": "bad\ntoken"}).name == "studio"
