"""SIGKILL at every step of each tool that changes something, and of its worker: then go on.

The places to be killed at are counted first, then tried: a few of each scene by default, many in
the soak, and with `FAULTS_KILL_EVERY=1` every single one (seven thousand; half an hour).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.faults.forge import Forge
from tests.faults.killing import SCENES, Scene, Trial
from tests.faults.pretend import PretendService
from tests.faults.proofs import prove
from tests.faults.tallies import tally

EVERY = int(os.environ.get("FAULTS_KILL_EVERY", "199"))
"""Places from one kill to the next: a prime, so that no loop hides one."""

SOAK_EVERY = min(EVERY, 23)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, signals and /proc")


def kill(forge: Forge, service: PretendService, scene: Scene, root: Path, every: int) -> None:
    """Kill at every so many places of a scene, each time with a user of its own."""
    counting = Trial(forge, service, scene, root / "0", "nmv_usr_0")
    places = counting.places()
    counting.end()
    # Begin somewhere else in each scene: they have their first steps in common.
    first = 1 + sum(scene.name.encode()) % min(every, places)
    killed = 0
    for at in range(first, places + 1, every):
        trial = Trial(forge, service, scene, root / str(at), f"nmv_usr_{at}")
        try:
            killed += prove(trial, at)
        finally:
            tally(**trial.counts())
        trial.end()
    assert killed > 0


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_a_kill_at_any_step_loses_nothing_and_charges_nothing_twice(
    forge: Forge, service: PretendService, scene: Scene, tmp_path: Path
) -> None:
    kill(forge, service, scene, tmp_path, EVERY)


@pytest.mark.soak
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_a_kill_at_hundreds_of_steps(
    forge: Forge, service: PretendService, scene: Scene, tmp_path: Path
) -> None:
    kill(forge, service, scene, tmp_path, SOAK_EVERY)
