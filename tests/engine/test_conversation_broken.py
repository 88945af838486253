"""A message whose line broke, or whose work takes longer than the call: found, never repeated."""

from __future__ import annotations

import pytest

from t2v.context import Context
from t2v.endpoints import CHAT, CREDITS, STATE
from t2v.errors import SkillError
from t2v.jobs import Job
from t2v.report import Charged, Exit, Next
from tests.engine.conftest import USERS_TOKEN, ContextMaker
from tests.engine.small_film import (
    CUT,
    MUSIC,
    SILENT,
    TITLE,
    TITLE_ADDED,
    VIDEO,
    balance,
    fail,
    resume,
    state,
    tell,
)
from tests.fake_time import FakeTime, Heard
from tests.scripted_service import (
    HTML,
    RESET,
    Answer,
    ScriptedService,
    event,
    refusal,
    stream,
)

BROKEN: dict[str, Answer] = {
    "cut between events": CUT,
    "cut inside an event": stream(event("One.")[:-5]),
    "reset": RESET,
    "502": refusal(0, status=502),
    "504": Answer(status=504, body=b"<html>"),
    "HTML": HTML,
}


@pytest.fixture(autouse=True)
def _healthy(service: ScriptedService) -> None:
    service.serve_project()
    service.on(STATE, state(VIDEO, MUSIC))


# It breaks


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_what_arrived_in_spite_of_a_broken_line_is_found(
    context: Context, service: ScriptedService, time: FakeTime, broken: Answer
) -> None:
    service.on(STATE, state(VIDEO), state(VIDEO), state(VIDEO, TITLE))
    service.on(CHAT, broken)
    service.on(CREDITS, *[balance(100)] * 3, balance(50))
    assert tell(context).say == TITLE_ADDED
    assert [pause for pause in time.pauses if pause >= 30] == [30, 60]
    assert len(service.calls(CHAT)) == 1


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_after_five_looks_it_counts_as_lost_and_was_sent_once(
    context: Context, service: ScriptedService, time: FakeTime, broken: Answer
) -> None:
    service.on(CHAT, broken)
    error = fail(context)
    assert (error.code, error.charged) == ("no_change", Charged.NO)
    assert error.next == (Next.POLL_STATE, Next.ASK_USER)  # it may still come; ask before another
    assert time.pauses == [30, 60, 60, 60, 60]
    assert len(service.calls(CHAT)) == 1
    assert context.jobs.open is None


def test_when_credits_are_gone_and_nothing_came_nobody_says_it_was_free(
    context: Context, service: ScriptedService
) -> None:
    service.on(CHAT, CUT)
    service.on(CREDITS, balance(100), balance(50))
    assert fail(context).charged is Charged.UNKNOWN


def test_while_credits_are_reserved_it_is_waited_for(
    context: Context, service: ScriptedService, time: FakeTime
) -> None:
    service.on(STATE, state(VIDEO), state(VIDEO, TITLE))
    service.on(CHAT, CUT)
    service.on(CREDITS, balance(100), *[balance(50, 50)] * 8, balance(50))
    told = tell(context)
    assert told.say == TITLE_ADDED
    assert len(time.pauses) == 9
    assert told.external is not None
    assert told.external.text == "I am at it."


def test_work_that_never_ends_is_given_up_by_the_services_own_limit(
    context: Context, service: ScriptedService, time: FakeTime
) -> None:
    service.on(CHAT, CUT)
    service.on(CREDITS, balance(50, 50))
    started = time.now
    assert fail(context).code == "no_change"
    assert 900 < time.now - started < 1000


@pytest.mark.parametrize("trouble", [refusal(0, status=503), RESET], ids=["503", "reset"])
def test_trouble_after_the_message_went_out_never_asks_to_send_it_again(
    context: Context, service: ScriptedService, trouble: Answer
) -> None:
    service.on(STATE, state(VIDEO), trouble)
    service.on(CHAT, SILENT)
    error = fail(context)
    assert (error.next, error.charged) == ((Next.WAIT,), Charged.UNKNOWN)
    assert error.document()["error"]["retry"] == "no"
    service.on(STATE, state(VIDEO, TITLE))
    assert resume(context).say == TITLE_ADDED
    assert len(service.calls(CHAT)) == 1


# It takes longer than this call may


def test_when_the_time_is_up_it_goes_on_in_another_call(
    context: Context, make_context: ContextMaker, service: ScriptedService, time: FakeTime
) -> None:
    service.on(STATE, state(VIDEO))
    service.on(CHAT, CUT)
    told = tell(context, wait=10)
    assert (told.exit, told.next) == (Exit.TEMPORARY, (Next.WAIT,))
    assert told.charged is Charged.UNKNOWN
    assert time.pauses == [10]

    later = make_context(NEMO_TOKEN=USERS_TOKEN)
    service.on(CREDITS, balance(50, 50))
    assert resume(later, wait=10).exit is Exit.TEMPORARY
    service.on(CREDITS, balance(50))
    service.on(STATE, state(VIDEO, TITLE))
    told = resume(later)
    assert (told.say, told.data["credits_spent"]) == (TITLE_ADDED, 50)
    assert len(service.calls(CHAT)) == 1


def test_resuming_when_nothing_is_going_on_says_so(context: Context) -> None:
    context.projects.ensure()
    with pytest.raises(SkillError) as caught:
        resume(context)
    assert caught.value.code == "nothing_to_resume"


def test_while_it_works_nothing_else_is_sent(context: Context, service: ScriptedService) -> None:
    service.on(CHAT, CUT)
    service.on(CREDITS, balance(100), balance(50, 50))
    tell(context, wait=1)
    error = fail(context)
    assert (error.code, error.next) == ("busy", (Next.WAIT,))
    assert error.data["job"]["kind"] == "chat"
    assert len(service.calls(CHAT)) == 1


def test_while_another_tool_is_at_it_nothing_is_sent(
    context: Context, make_context: ContextMaker, service: ScriptedService
) -> None:
    context.projects.ensure()
    with make_context(NEMO_TOKEN=USERS_TOKEN).jobs.alone():
        assert fail(context).code == "busy"
    assert service.calls(CHAT) == []


def test_what_an_earlier_call_left_is_settled_when_it_is_over(
    context: Context, service: ScriptedService, time: FakeTime
) -> None:
    context.projects.ensure()
    context.jobs.keep(Job(kind="chat", session_id="session-1", started_at=time.now))
    service.on(CHAT, stream(event("Done.")))
    assert tell(context).exit is Exit.OK


def test_a_person_hears_that_the_result_is_looked_for(
    context: Context, service: ScriptedService, heard: Heard
) -> None:
    service.on(CHAT, CUT)
    fail(context)
    assert "The connection broke; looking for the result..." in heard.lines
