"""The fault model, caused row by row: what the tools say, what went out, and how long it took."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.faults import cases_answers, cases_connection, cases_files, cases_streams
from tests.faults.case import Case
from tests.faults.tallies import tally
from tests.faults.world import World
from tests.harm import harms
from tests.tools.conftest import Ran

CASES: tuple[Case, ...] = (
    *cases_connection.CASES,
    *cases_answers.CASES,
    *cases_streams.CASES,
    *cases_files.CASES,
)


each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)


def survive(world: World, case: Case, run: Callable[..., Ran]) -> None:
    """Cause the fault, run the tool, and look at what it says and what went out."""
    world.files()
    if case.faults:
        world.peer.on(case.on, *case.faults)
    world.values.update(case.values)
    if case.account == "kept":
        world.keep_token()
    own = {"NEMO_TOKEN": None} if case.account != "own" else {}
    ran = run(*case.tool, env={**own, **case.env})
    posts = sum(world.charging().values())
    tally(
        faults=1,
        lost_jobs=int(world.worked and ran.document["charged"] == "no"),
        double_sends=max(0, posts - case.posts),
        secrets=world.leaked,
        slowest_s=world.seconds,
    )
    document = ran.document
    assert document.get("error", {}).get("code", "") == case.code, document
    assert document["charged"] == case.charged, document
    assert document["next"] == case.steps, document
    assert case.calls in (None, len(world.peer.calls(case.on)))
    assert posts == case.posts, world.charging()
    assert case.says in json.dumps(document)
    external = document.get("external", {})
    assert harms(external.get("text", "") + external.get("timeline", "")) == []
    assert not [call for call in world.peer.seen if "elsewhere" in call.path]
    assert world.seconds < case.within_s
    assert world.leaked == 0


@each_case
def test_a_fault_is_survived(world: World, case: Case) -> None:
    survive(world, case, world.run)


@pytest.mark.soak
@each_case
def test_a_fault_is_survived_by_the_program_that_a_host_starts(world: World, case: Case) -> None:
    survive(world, case, world.execute)
