"""Random sequences of verbs and faults, checked after each step against the service's own books."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.faults.sequences import Sequences
from tests.faults.tallies import tally


def play(sequences: int, steps: int) -> None:
    """Play so many sequences of so many steps, the same ones each time."""
    run_state_machine_as_test(
        Sequences,
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
    play(40, 25)


@pytest.mark.soak
def test_no_sequence_of_thousands_does() -> None:
    play(400, 50)
