"""The studio as a program: its one line, its address file, its ends, its restarts."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Any

import pytest

from t2v.errors import SkillError
from t2v_studio.settings import Settings, default_home
from tests.studio.programs import Program, Start


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
