"""A world for each test, and what every fault must leave behind."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from tests.faults.peer import Peer
from tests.faults.tallies import tally
from tests.faults.world import World
from tests.scripted_service import ScriptedService

if sys.platform != "linux":  # /dev/full, /proc, limits and signals as Linux has them
    collect_ignore_glob = ["test_*.py"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Count the tests that failed, wherever in them that was."""
    report = yield
    if report.failed:
        tally(failed=1)
    return report


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Return a user with a film in the making; the peer passes everything on."""
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    service = ScriptedService()
    peer = Peer(service)
    made = World(service, peer, Path(os.environ["T2V_HOME"]), workspace)
    made.begin()
    yield made
    peer.close()
    service.close()
