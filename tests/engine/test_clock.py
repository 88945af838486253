"""Budgets of time: how much is left, and sleeping no longer than that."""

from __future__ import annotations

import math
import time as real

import pytest

from t2v.clock import Clock
from t2v.context import WAIT_S, Context
from tests.fake_time import FakeTime


def test_a_budget_runs_out(time: FakeTime) -> None:
    budget = time.clock.budget(10)
    assert (budget.left, budget.elapsed, budget.spent) == (10, 0, False)
    time.now += 4
    assert (budget.left, budget.elapsed, budget.spent) == (6, 4, False)
    time.now += 100
    assert (budget.left, budget.spent) == (0, True)


def test_sleeping_ends_with_the_budget(time: FakeTime) -> None:
    budget = time.clock.budget(10)
    assert budget.sleep(10)
    assert not budget.sleep(1)
    assert time.pauses == [10, 0]
    assert not time.clock.budget(5).sleep(30)
    assert time.pauses[-1] == 5


def test_without_a_limit_it_never_ends(time: FakeTime) -> None:
    budget = time.clock.budget(None)
    time.now += 1e9
    assert budget.left == math.inf
    assert budget.sleep(60)


def test_a_calendar_that_is_set_back_changes_no_budget() -> None:
    calendar = [1000.0]
    clock = Clock(now=lambda: calendar[0], monotonic=lambda: 5.0)
    budget = clock.budget(10)
    calendar[0] = 0.0
    assert budget.left == 10


def test_by_default_time_is_real() -> None:
    assert abs(Clock().now() - real.time()) < 5
    assert Clock().budget(60).left > 50


@pytest.mark.parametrize(("terminal", "left"), [(True, math.inf), (False, WAIT_S)])
def test_a_tool_stops_by_itself_where_nobody_sits_before_it(
    context: Context,
    monkeypatch: pytest.MonkeyPatch,
    *,
    terminal: bool,
    left: float,
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    assert context.budget(None).left == left
    assert context.budget(7).left == 7
