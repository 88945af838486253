"""scripts/check: failures are shown and counted, pytest has the last word."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
Script = Callable[[str], ModuleType]


def test_a_run_of_check_ends_with_pytests_own_line(
    script: Script, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    check = script("check")
    test = tmp_path / "test_one.py"
    test.write_text("def test_one():\n    assert False\n")
    passed = check.run_tests(["-m", "pytest", "-q", "-p", "no:cacheprovider", str(test)])
    lines = capfdbinary.readouterr().out.decode().splitlines()
    assert not passed
    assert lines[-2].startswith("tests                FAILED")
    assert lines[-1].startswith("1 failed in ")


def test_a_failed_step_shows_what_it_printed(
    script: Script, capfd: pytest.CaptureFixture[str]
) -> None:
    check = script("check")
    assert not check.passes(check.Step("odd", ["-c", "print('because'); raise SystemExit(1)"]))
    assert check.passes(check.Step("even", ["-c", "print('nothing to see')"]))
    out = capfd.readouterr().out
    assert "because" in out
    assert "odd                  FAILED" in out
    assert "nothing to see" not in out


def test_ci_runs_what_people_run() -> None:
    lines = (ROOT / ".ci" / "run").read_text().splitlines()
    assert lines[-1] == 'exec "$(dirname "$0")/../scripts/check" --all'
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_an_environment_is_made_only_for_the_runs_that_use_it(script: Script) -> None:
    needed = script("check").needed
    assert needed("adk", "", [])
    assert needed("adk", "--all", [])
    assert not needed("adk", "--quick", [])
    assert not needed("adk", "", ["hosts"])
    assert needed("trust", "--all", [])
    assert needed("trust", "", ["trust"])
    assert not needed("trust", "", [])
    assert not needed("trust", "", ["hosts"])
