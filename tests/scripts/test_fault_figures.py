"""scripts/bench --faults: what the fault tests counted becomes figures; one failure fails it."""

from __future__ import annotations

import json
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("Windows counts nothing per process", allow_module_level=True)

from figures.faults import SLOWEST_S, add_up, figures

WELL = {"faults": 300, "kills": 200, "sequences": 50, "slowest_s": 1.5}


def lines(*counted: dict[str, float]) -> list[str]:
    return [json.dumps(one) for one in counted]


def test_counts_are_added_and_the_slowest_recovery_counts() -> None:
    counted = add_up(lines({"faults": 1, "slowest_s": 2.5}, {"faults": 2, "slowest_s": 0.5}))
    assert counted.sums == {"faults": 3}
    assert counted.slowest_s == 2.5


def test_nothing_counted_is_no_figure() -> None:
    with pytest.raises(RuntimeError, match="No fault"):
        add_up([])


@pytest.mark.parametrize(
    ("bad", "missed"),
    [
        ({}, []),
        ({"failed": 1}, ["Faults that were not survived"]),
        ({"double_sends": 1}, ["Requests that cost something and went out twice"]),
        ({"lost_jobs": 1}, ["Paid work that was lost"]),
        ({"secrets": 1}, ["Secrets found in output, logs, addresses or files"]),
        ({"slowest_s": SLOWEST_S + 1}, ["Slowest answer to a fault"]),
    ],
)
def test_one_of_a_kind_that_must_not_be_fails(bad: dict[str, float], missed: list[str]) -> None:
    told = figures(add_up(lines({**WELL, "slowest_s": 1.5}, bad)))
    assert [one.what for one in told if not one.met] == missed


def test_too_few_of_what_is_tried_fail() -> None:
    told = figures(add_up(lines({"faults": 1})))
    assert [one.what for one in told if not one.met] == [
        "Places at which a tool was killed",
        "Random sequences of calls and faults",
    ]
