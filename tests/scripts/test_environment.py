"""The set-up: made once, whole or made anew, and clear when it cannot be made."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import environment
import interpreter
import lock
from lock import one_at_a_time

ROOT = Path(__file__).resolve().parents[2]
FIRST = (
    "environment.py",
    "interpreter.py",
    "lock.py",
    "npm.py",
    "browser.py",
    "host.py",
    "demo",
    "check",
    "build",
)
"""What runs before the environment exists, perhaps on an old Python."""


@pytest.mark.parametrize("name", FIRST)
def test_an_old_python_can_read_what_runs_first(name: str) -> None:
    ast.parse((ROOT / "scripts" / name).read_text("utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize(
    "name",
    ["accuracy", "assets", "bench", "build", "check", "demo", "detectors", "gallery", "serve"],
)
def test_a_script_that_is_asked_for_help_prints_it_and_does_nothing(
    name: str, tmp_path: Path
) -> None:
    copy = shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    (tmp_path / "tools").symlink_to(ROOT / "tools")
    for asked in ("--help", "-h"):
        done = subprocess.run(
            [sys.executable, "-B", copy / name, asked], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert f"scripts/{name}" in done.stdout or "`--" in done.stdout
    assert {path.name for path in tmp_path.iterdir()} == {"scripts", "tools"}


@pytest.mark.parametrize("name", FIRST)
def test_what_runs_first_needs_the_standard_library_alone(name: str) -> None:
    tree = ast.parse((ROOT / "scripts" / name).read_text("utf-8"))
    ours = {Path(one).stem for one in FIRST} | {"page"}  # page is imported after the set-up
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        assert {one.split(".")[0] for one in names} <= sys.stdlib_module_names | ours


@pytest.fixture
def pip(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """Set a repository of our own up, with a pip that only remembers its arguments."""
    root = tmp_path / "a folder"
    root.mkdir()
    (root / "pyproject.toml").write_text("[project]\n")
    monkeypatch.setattr(environment, "ROOT", root)
    monkeypatch.setattr(environment, "SETUP", root / ".venv-setup")
    calls: list[list[str]] = []

    def remember(self: environment.Environment, log: object, arguments: list[str]) -> None:
        calls.append(arguments)

    def create(self: environment.Environment, log: object) -> None:
        self.python.parent.mkdir(parents=True)
        self.python.symlink_to(sys.executable)
        calls.append(["created"])

    monkeypatch.setattr(environment.Environment, "_pip", remember)
    monkeypatch.setattr(environment.Environment, "_create", create)
    return calls


def stop(self: object, log: object, arguments: list[str]) -> None:
    raise KeyboardInterrupt


def require(*wanted: str) -> None:
    environment.Environment(".venv").require(list(wanted))


def test_the_environment_is_made_once(pip: list[list[str]]) -> None:
    require("-e .[studio]")
    require("-e .[studio]")
    assert pip == [["created"], ["-e", ".[studio]"]]


def test_more_groups_are_added_in_place_and_then_kept(pip: list[list[str]]) -> None:
    require("-e .[studio]")
    require("-e .[studio]", "--group dev")
    require("-e .[studio]")
    assert pip == [["created"], ["-e", ".[studio]"], ["--group", "dev", "-e", ".[studio]"]]


def test_a_changed_project_file_updates_in_place(pip: list[list[str]]) -> None:
    require("one")
    (environment.ROOT / "pyproject.toml").write_text("[project]\nversion = '2'\n")
    require("one")
    assert pip == [["created"], ["one"], ["one"]]


def test_a_half_made_environment_is_made_anew(
    pip: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(environment.Environment, "_pip", stop)
        with pytest.raises(KeyboardInterrupt):
            require("one")
    environment.Environment(".venv").python.unlink()
    environment.Environment(".venv").python.parent.rmdir()
    require("one")
    assert pip == [["created"], ["created"], ["one"]]


def test_an_interrupted_update_is_made_anew(
    pip: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    require("one")

    monkeypatch.setattr(environment.Environment, "_pip", stop)
    with pytest.raises(KeyboardInterrupt):
        require("two")
    assert not environment.Environment(".venv").holds(["one"])


def test_a_failed_update_keeps_what_worked_before(
    pip: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    require("one")

    def fail(self: object, log: object, arguments: list[str]) -> None:
        raise interpreter.SetupError("no network")

    with monkeypatch.context() as patch:
        patch.setattr(environment.Environment, "_pip", fail)
        with pytest.raises(interpreter.SetupError):
            require("two")
    require("one")
    assert pip == [["created"], ["one"]]


def test_an_environment_whose_python_went_away_is_none(pip: list[list[str]]) -> None:
    require("one")
    made = environment.Environment(".venv")
    made.python.unlink()
    made.python.symlink_to("/nonexistent/python3")
    assert not made.holds(["one"])


@pytest.mark.parametrize("stamp", ["", "{", "[]", "{}", '{"at": 1}', "null"])
def test_a_broken_stamp_is_no_stamp(pip: list[list[str]], stamp: str) -> None:
    require("one")
    made = environment.Environment(".venv")
    made._stamp.write_text(stamp)
    assert not made.holds(["one"])


def test_a_failed_set_up_tells_why_and_where_the_log_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    log = tmp_path / "log"
    made = environment.Environment(".venv")
    made.log = log
    code = "print('x'); print('OSError: No space left on device'); raise SystemExit(3)"
    with pytest.raises(SystemExit) as caught, environment._told(), log.open("w") as file:
        made._run(file, [sys.executable, "-c", code])
    assert "Set-up failed. The disk is full." in str(caught.value)
    assert str(log) in str(caught.value)


def test_pip_is_not_led_astray_by_the_users_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    for name in environment.TROUBLESOME:
        monkeypatch.setenv(name, "1")
    log = tmp_path / "log"
    with log.open("w") as file:
        code = "import json, os; print(json.dumps(dict(os.environ)))"
        environment.Environment(".venv")._run(file, [sys.executable, "-c", code])
    assert not set(json.loads(log.read_text())) & set(environment.TROUBLESOME)


def test_a_python_that_is_too_old_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interpreter, "LEAST", (9, 9))
    monkeypatch.setattr(interpreter, "NEWEST", (9, 10))
    with pytest.raises(interpreter.SetupError, match=r"Python 9\.9 or newer .* this is 3\."):
        interpreter.find_interpreter()


def test_a_python_newer_than_all_wheels_is_the_last_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    versions = {"new": (3, 99), "right": (3, 12), "old": (3, 8)}
    monkeypatch.setattr(interpreter, "_candidates", lambda: list(versions))
    monkeypatch.setattr(interpreter, "_version", versions.__getitem__)
    assert interpreter.find_interpreter() == "right"
    del versions["right"]
    assert interpreter.find_interpreter() == "new"


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for a Python that does not run")
def test_a_program_that_only_looks_like_python_is_passed_over(tmp_path: Path) -> None:
    shim = tmp_path / "python3.13"
    shim.write_text("#!/bin/sh\necho Not installed.\nexit 127\n")
    shim.chmod(0o755)
    assert interpreter._version(str(shim)) == (0,)
    assert interpreter._version(str(tmp_path / "nothing")) == (0,)
    assert interpreter._version(sys.executable) == sys.version_info[:2]


def test_a_second_set_up_waits_for_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = []
    inside, told, leave = threading.Event(), threading.Event(), threading.Event()

    def tell(word: str, **_: object) -> None:
        assert word == "waiting"
        told.set()

    monkeypatch.setattr(lock, "print", tell, raising=False)

    def first() -> None:
        with one_at_a_time(tmp_path / "lock", "waiting"):
            inside.set()
            leave.wait(10)
            order.append("first")

    def second() -> None:
        with one_at_a_time(tmp_path / "lock", "waiting"):
            order.append("second")

    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    threads[0].start()
    assert inside.wait(10)
    threads[1].start()
    assert told.wait(10)
    leave.set()
    for thread in threads:
        thread.join(10)
    assert order == ["first", "second"]
