"""What the hosts' tests share: the programs, our registry, a studio, a computer for each test.

Nothing here is skipped when it cannot be had: a group without its programs must not look whole.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from interpreter import SetupError
from npm import HOSTS, Programs, cache
from page.builder import bundles
from page.source import read_source
from tests.hosts.programs import Computer
from tests.hosts.registry import Registry, running_registry
from tests.running_studio import RunningStudio, running_studio

ROOT = Path(__file__).resolve().parents[2]
BESIDE = ROOT / ".venv-hosts"
UV = BESIDE / ("Scripts/uv.exe" if sys.platform == "win32" else "bin/uv")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything beside this file: it needs programs that are fetched."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.hosts)


@pytest.fixture(scope="session")
def programs() -> Programs:
    """Return the programs, installed by the first who asks."""
    found = Programs(HOSTS)
    try:
        found.require()
    except (SetupError, OSError) as error:
        pytest.fail(f"The host programs cannot be installed. {error}", pytrace=False)
    return found


@pytest.fixture(scope="session")
def outside() -> dict[str, str]:
    """Return the environment of whoever runs the tests: the way to npm and PyPI."""
    return dict(os.environ)


@pytest.fixture(scope="session")
def uv(outside: dict[str, str]) -> tuple[str, ...]:
    """Return how `uv run` begins, with the packages that our tools declare in its cache."""
    if not UV.exists():
        pytest.fail(f"{BESIDE.name} is missing: scripts/check --hosts makes it.", pytrace=False)
    run = (str(UV), "run", "--cache-dir", str(cache() / "uv"), "--python", sys.executable)
    for tool in sorted((ROOT / "tools").glob("*.py")):
        command = [*run, str(tool), "--help"]
        done = subprocess.run(
            command, env=outside, capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode != 0:
            pytest.fail(f"uv cannot fetch what {tool.name} needs. {done.stderr}", pytrace=False)
    return run


@pytest.fixture(scope="session")
def registry() -> Iterator[Registry]:
    """Run a registry that has all our skills, for the whole session."""
    version = read_source(ROOT / "skill.yaml").version
    with running_registry(bundles(ROOT), version) as running:
        yield running


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[RunningStudio]:
    """Run a studio that is the video service here."""
    with running_studio(tmp_path / "studio", free_credits=10_000) as running:
        yield running


@pytest.fixture
def computer(
    tmp_path: Path, programs: Programs, registry: Registry, uv: tuple[str, ...]
) -> Iterator[Computer]:
    """Return a computer with nothing in its home; afterwards, what was asked is looked at."""
    home, work = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    work.mkdir()
    registry.unknown.clear()
    registry.beyond.clear()
    yield Computer(home, work, programs, registry, uv)
    assert (registry.unknown, registry.beyond) == ([], [])
