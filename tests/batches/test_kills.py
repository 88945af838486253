"""A batch that is killed at any moment ends as one that nobody killed, and pays no row twice."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from figures.batching import Place, instant, kills
from figures.table import Figure
from tests.batches import dying

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")


def require_same(figure: Figure, items: int) -> None:
    assert figure.value == items, figure
    assert figure.detail.startswith(f"{100 * items} credits for {items} videos")


def died(place: Place, order: Path, step: str = "") -> dict[str, Any]:
    """Work until that step, and be gone there; without one return what was told at the end."""
    command = [sys.executable, dying.__file__, step, str(order)]
    gone = subprocess.run(
        command, env=place.environment, stdout=subprocess.PIPE, check=False, timeout=60
    )
    assert gone.returncode == (9 if step else 0)
    told: dict[str, Any] = json.loads(gone.stdout) if gone.stdout else {}
    return told


@pytest.mark.parametrize("step", dying.STEPS)
def test_whoever_dies_before_a_message_is_sent_leaves_all_prices_certain(step: str) -> None:
    with instant() as place:
        order = place.order("rows", 2)
        for _ in range(2):
            died(place, order, step)
        told = died(place, order)
        assert (told["made"], told["credits_total"], told["unknown_cost"]) == (2, 200, 0), told


def test_a_batch_that_is_killed_ends_as_if_it_were_not() -> None:
    with instant() as place:
        require_same(kills(place, count=5, items=6, seed=1), 6)


@pytest.mark.soak
def test_fifty_kills_change_nothing() -> None:
    with instant() as place:
        require_same(kills(place, count=50, items=60, seed=2), 60)
