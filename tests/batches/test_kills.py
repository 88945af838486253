"""A batch that is killed at any moment ends as one that nobody killed, and pays no row twice."""

from __future__ import annotations

import sys

import pytest

from figures.batching import instant, kills
from figures.table import Figure

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")


def require_same(figure: Figure, items: int) -> None:
    assert figure.value == items, figure
    assert figure.detail.startswith(f"{100 * items} credits for {items} videos")


def test_a_batch_that_is_killed_ends_as_if_it_were_not() -> None:
    with instant() as place:
        require_same(kills(place, count=5, items=6, seed=1), 6)


@pytest.mark.soak
def test_fifty_kills_change_nothing() -> None:
    with instant() as place:
        require_same(kills(place, count=50, items=60, seed=2), 60)
