"""Random sequences of verbs and faults, checked after each step against the service's own books."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test

from tests.faults.desk import Desk
from tests.faults.forge import Forge
from tests.faults.hall import Hall
from tests.faults.sequences import Sequences
from tests.faults.strikes import Strike
from tests.faults.tallies import tally

linux = pytest.mark.skipif(sys.platform != "linux", reason="forks, signals and /proc")


WHO = st.sampled_from(("tool", "worker"))


class Kills(Sequences):
    """The same with processes and workers, of which any can be killed at one of its steps."""

    forge: ClassVar[Forge]

    def place(self, home: Path, workspace: Path, variables: dict[str, str]) -> Desk | Hall:
        self.hall = Hall(self.forge, home, workspace, variables)
        return self.hall

    @rule(who=WHO, at=st.integers(1, 1_000))
    def somebody_will_be_killed(self, who: str, at: int) -> None:
        self.hall.strikes[who] = Strike(at)


def play(machine: type[Sequences], sequences: int, steps: int) -> None:
    """Play so many sequences of so many steps, the same ones each time."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=sequences,
            stateful_step_count=steps,
            derandomize=True,
            deadline=None,
            print_blob=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
    tally(sequences=sequences, steps=sequences * steps)


def test_no_sequence_loses_or_charges_or_tells_what_it_must_not() -> None:
    play(Sequences, 40, 25)


@linux
def test_no_sequence_with_kills_does(forge: Forge) -> None:
    Kills.forge = forge
    play(Kills, 12, 12)


@pytest.mark.soak
def test_no_sequence_of_thousands_does() -> None:
    play(Sequences, 100, 50)


@linux
@pytest.mark.soak
def test_no_sequence_of_hundreds_with_kills_does(forge: Forge) -> None:
    Kills.forge = forge
    play(Kills, 40, 25)
