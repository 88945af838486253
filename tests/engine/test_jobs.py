"""The record of work that may outlive the call that started it."""

from __future__ import annotations

import pytest

from t2v.context import Context
from t2v.errors import SkillError
from t2v.jobs import Job, Jobs
from t2v.store import Store
from tests.fake_time import FakeTime


@pytest.fixture
def jobs(context: Context) -> Jobs:
    return Jobs(context.store, context.clock, "key")


@pytest.fixture
def job(time: FakeTime) -> Job:
    return Job(kind="chat", session_id="session-1", started_at=time.now, before={"tracks": []})


def test_the_next_call_finds_it(jobs: Jobs, job: Job, context: Context) -> None:
    assert jobs.open is None
    jobs.keep(job)
    later = Jobs(Store(context.store.home, print), context.clock, "key")
    assert later.open == job
    assert later.require("chat") == job
    later.settle("chat")
    assert jobs.open is None


@pytest.mark.parametrize("kept", [True, False])
def test_only_work_of_that_kind_can_be_resumed(jobs: Jobs, job: Job, *, kept: bool) -> None:
    if kept:
        jobs.keep(job)
    with pytest.raises(SkillError) as caught:
        jobs.require("render")
    assert caught.value.code == "nothing_to_resume"


def test_how_long_it_has_been_going_on(jobs: Jobs, job: Job, time: FakeTime) -> None:
    time.now += 60
    assert (jobs.age(job), jobs.overdue(job)) == (60, False)
    assert jobs.busy(job).data == {"job": {"kind": "chat", "age_s": 60}}
    time.now += 900
    assert jobs.overdue(job)
    time.now = 0
    assert jobs.age(job) == 0


def test_two_at_once_are_told_what_the_other_does(jobs: Jobs, job: Job, context: Context) -> None:
    jobs.keep(job)
    other = Jobs(Store(context.store.home, print), context.clock, "key")
    with jobs.alone(), pytest.raises(SkillError) as caught, other.alone():
        pass
    assert caught.value.code == "busy"
    assert caught.value.data["job"]["kind"] == "chat"


def test_a_failure_within_is_not_mistaken_for_a_lock(jobs: Jobs) -> None:
    with pytest.raises(SkillError) as caught, jobs.alone():
        raise SkillError("network")
    assert caught.value.code == "network"
    with jobs.alone():
        assert jobs.open is None
