"""A world for each test, and what every fault must leave behind."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from tests.faults.forge import Forge
from tests.faults.peer import Peer
from tests.faults.pretend import PretendService
from tests.faults.tallies import tally
from tests.faults.world import HURRIED, World
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


@pytest.fixture(scope="module")
def forge() -> Iterator[Forge]:
    """Return what runs tools by the hundred, each to be killed at any step."""
    running = Forge()
    yield running
    running.close()


@pytest.fixture(scope="session")
def hurried() -> Iterator[Forge]:
    """Return what runs the tools of worlds: minutes are parts of seconds there."""
    running = Forge(HURRIED)
    yield running
    running.close()


@pytest.fixture
def service() -> Iterator[PretendService]:
    """Return a service that does its work and keeps its books."""
    running = PretendService()
    yield running
    running.close()


@pytest.fixture
def world(tmp_path: Path, hurried: Forge) -> Iterator[World]:
    """Return a user with a film in the making; the peer passes everything on."""
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    service = ScriptedService()
    peer = Peer(service)
    made = World(service, peer, Path(os.environ["T2V_HOME"]), workspace, hurried)
    made.begin()
    yield made
    hurried.settle(kill=True)
    peer.close()
    service.close()
