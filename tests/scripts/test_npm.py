"""Programs from npm: installed once, whole or made anew, and clear when they cannot be had."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import npm
from interpreter import SetupError

PACKAGES = {"clock": "1.2.3"}
WORKS = """
import json, pathlib
package = pathlib.Path("node_modules/clock")
package.mkdir(parents=True)
package.joinpath("package.json").write_text(json.dumps({"bin": {"clock": "bin/clock.js"}}))
calls = pathlib.Path(__file__).with_name("calls")
calls.write_text((calls.read_text() if calls.exists() else "") + "called ")
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the only folder on PATH; what npm installs goes into a cache of our own."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("TEXT_TO_VIDEO_SKILLS_CACHE", str(tmp_path / "a cache"))
    return folder


def program(folder: Path, name: str, source: str) -> Path:
    """Put a program on PATH that is written in Python."""
    file = folder / name
    file.write_text(f"#!{sys.executable}\n{source}", "utf-8")
    file.chmod(0o755)
    return file


def test_the_programs_are_installed_once(path: Path) -> None:
    program(path, "npm", WORKS)
    npm.Programs(PACKAGES).require()
    npm.Programs(PACKAGES).require()
    assert (path / "calls").read_text().split() == ["called"]


def test_what_is_asked_of_npm_is_pinned(path: Path) -> None:
    program(path, "npm", WORKS)
    programs = npm.Programs(PACKAGES)
    programs.require()
    wanted = json.loads((programs.folder / "package.json").read_text("utf-8"))["dependencies"]
    assert wanted.items() >= PACKAGES.items()
    assert all(version[0].isdigit() for version in {**npm.HOSTS, **npm.NODE, **wanted}.values())


def test_another_list_is_another_folder(path: Path) -> None:
    assert npm.Programs({"clock": "1.2.4"}).folder != npm.Programs(PACKAGES).folder


def test_a_program_is_started_with_node_by_its_script(path: Path) -> None:
    program(path, "npm", WORKS)
    program(path, "node", "print('v99.0.0')")
    programs = npm.Programs(PACKAGES)
    programs.require()
    node, script = programs.command("clock")
    assert Path(node).name == "node"
    assert Path(script) == programs.folder / "node_modules" / "clock" / "bin" / "clock.js"


def test_a_half_made_folder_is_made_anew(path: Path) -> None:
    programs = npm.Programs(PACKAGES)
    (programs.folder / "node_modules" / "clock").mkdir(parents=True)
    program(path, "npm", WORKS)
    programs.require()
    assert (path / "calls").exists()


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("npm error code ENOTFOUND", "The npm registry cannot be reached; check the network"),
        ("npm error ECONNREFUSED 127.0.0.1:9", "The npm registry cannot be reached"),
        ("npm error code ETARGET", "does not have this version"),
        ("npm error code ENOSPC", "The disk is full"),
        ("npm error something new", "npm error something new"),
    ],
)
def test_a_failure_is_said_and_the_next_run_starts_anew(
    path: Path, told: str, sentence: str
) -> None:
    program(path, "npm", f"import sys\nprint({told!r}, file=sys.stderr)\nsys.exit(1)\n")
    programs = npm.Programs(PACKAGES)
    with pytest.raises(SetupError, match=sentence):
        programs.require()
    program(path, "npm", WORKS)
    programs.require()
    assert (path / "calls").exists()


def test_a_missing_npm_is_said(path: Path) -> None:
    with pytest.raises(SetupError, match="npm is not on PATH"):
        npm.Programs(PACKAGES).require()


@pytest.mark.parametrize("answer", ["print('v20.20.2')", "raise SystemExit(1)", None])
def test_a_node_that_is_too_old_or_missing_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch, answer: str | None
) -> None:
    """Only where no Node is packaged; a newer one on PATH does."""
    monkeypatch.setattr(npm, "_node_is_packaged", lambda: False)
    if answer:
        program(path, "node", answer)
    with pytest.raises(SetupError, match=r"Node 24\.16 or newer is needed on PATH"):
        _ = npm.Programs(PACKAGES).node
    newer = program(path, "node", "print('v26.1.0')")
    assert npm.Programs(PACKAGES).node == newer
