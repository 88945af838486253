"""Each scanner still sees what it is there for: a skill with a sin in it does not pass."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.trust import naughty
from tests.trust.conftest import ScanRunner
from tests.trust.scanners import SCANNERS

pytestmark = pytest.mark.trust

BY_NAME = {scanner.name: scanner for scanner in SCANNERS}
SEEN = {
    "agentskills": ("bad_form",),
    "cisco": ("pipe_to_shell", "base64_exec", "token_in_url", "injection"),
    "cisco-strict": ("injection",),
    "husk": ("pipe_to_shell", "base64_exec", "injection"),
    "clawhub-bridge": ("pipe_to_shell", "injection"),
    "guarddog": ("pipe_to_shell", "base64_exec", "token_in_url"),
    "bandit": ("pipe_to_shell", "base64_exec", "token_in_url"),
    "ruff": ("pipe_to_shell", "base64_exec", "token_in_url"),
    "detect-secrets": ("token_in_url",),
    "agnix": ("bad_form",),
    "agnix-generic": ("bad_form",),
}
"""Which scanner must see which sin; linters of form see form alone."""


def test_every_scanner_and_every_sin_has_its_case() -> None:
    assert SEEN.keys() == BY_NAME.keys()
    assert {sin for sins in SEEN.values() for sin in sins} == naughty.SINS.keys()


@pytest.mark.parametrize(
    ("name", "sin"), [(name, sin) for name, sins in SEEN.items() for sin in sins]
)
def test_a_scanner_sees_a_sin(scan: ScanRunner, tmp_path: Path, name: str, sin: str) -> None:
    assert scan(BY_NAME[name], naughty.commit(sin, tmp_path / "skill")) != []


@pytest.mark.parametrize(
    "name", ["husk", "clawhub-bridge", "guarddog", "bandit", "ruff", "detect-secrets"]
)
def test_the_file_that_makes_them_is_clean_itself(
    scan: ScanRunner, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "skill" / "naughty"
    (folder / "tools").mkdir(parents=True)
    (folder / "SKILL.md").write_text(naughty.PAGE)
    (folder / "tools" / "make.py").write_text(naughty.TOOL)
    assert scan(BY_NAME[name], folder) == []
    shutil.copy(naughty.__file__, folder / "tools" / "make.py")
    assert scan(BY_NAME[name], folder) == []
