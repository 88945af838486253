"""A message and what came of it: sent once, whatever happens, and found again by the state."""

from __future__ import annotations

from typing import Any

import pytest

from t2v.commands.send import send
from t2v.context import Context
from t2v.endpoints import ANONYMOUS_TOKEN, CHAT, CREATE_SESSION, CREDITS, STATE
from t2v.errors import SkillError
from t2v.jobs import Job
from t2v.report import Charged, Exit, Next, Report
from tests.engine.conftest import USERS_TOKEN, ContextMaker
from tests.fake_time import FakeTime, Heard
from tests.scripted_service import (
    HTML,
    RESET,
    Answer,
    Reaction,
    ScriptedService,
    event,
    ok,
    refusal,
    stream,
)

VIDEO = {"tt": 0, "sg": [{"d": 10_000, "m": {"name": "sea"}}]}
MUSIC = {"tt": 1, "sg": [{"d": 10_000, "m": {"name": "Lo-fi", "volume": 35}}]}
TITLE = {"tt": 7, "sg": [{"d": 3000, "m": {"text": "Paradise"}}]}
TITLE_ADDED = 'Title added: "Paradise" (0-3s).'

SILENT = stream(event(actions={"stateDelta": {"draft": 1}}))
CUT = stream(event("I am at it."), cut=True)
BROKEN: dict[str, Answer] = {
    "cut between events": CUT,
    "cut inside an event": stream(event("One.")[:-5]),
    "reset": RESET,
    "502": refusal(0, status=502),
    "504": Answer(status=504, body=b"<html>"),
    "HTML": HTML,
}


def state(*tracks: dict[str, Any]) -> Answer:
    return ok(state={"draft": {"t": list(tracks)}})


def balance(available: int, frozen: int = 0) -> Answer:
    return ok(available=available, frozen=frozen, total=available + frozen)


@pytest.fixture(autouse=True)
def _healthy(service: ScriptedService) -> None:
    service.serve_project()
    service.on(STATE, state(VIDEO, MUSIC))


def tell(context: Context, words: str = "add a title", wait: float | None = 3600) -> Report:
    """Send the words as send.py does."""
    return send(context, message=words, wait=wait, resume=False)


def resume(context: Context, wait: float = 3600) -> Report:
    return send(context, message=None, wait=wait, resume=True)


def fail(context: Context, wait: float = 3600) -> SkillError:
    with pytest.raises(SkillError) as caught:
        tell(context, wait=wait)
    return caught.value


# It answers


def test_a_silent_edit_is_told_from_the_difference(
    context: Context, service: ScriptedService
) -> None:
    service.on(STATE, state(VIDEO, MUSIC), state(VIDEO, MUSIC, TITLE))
    service.on(CHAT, SILENT)
    service.on(CREDITS, balance(100), balance(50))
    told = tell(context)
    assert told.say == TITLE_ADDED
    assert told.external is None
    assert told.data["changed"]
    assert (told.charged, told.data["credits_spent"]) == (Charged.YES, 50)
    assert told.next == (Next.OFFER_EXPORT,)
    assert context.jobs.open is None


def test_what_the_agent_said_stands_apart_from_what_we_say(
    context: Context, service: ScriptedService
) -> None:
    service.on(CHAT, stream(event("It is a fine\x1b[31m day.")))
    told = tell(context)
    assert told.say == "The agent answered; the timeline is unchanged."
    assert told.external is not None
    assert told.external.text == "It is a fine day."
    assert told.charged is Charged.NO


def test_an_edit_to_an_empty_timeline_shows_all_of_it(
    context: Context, service: ScriptedService
) -> None:
    service.on(STATE, state(), state(VIDEO, MUSIC))
    service.on(CHAT, SILENT)
    said = "The video is in the timeline. Timeline (2 tracks): 1. Video: sea (0-10s) "
    assert tell(context).say == said + "2. BGM: Lo-fi (0-10s, 35%)"


def test_the_first_of_two_stages_is_told_as_such(
    context: Context, service: ScriptedService
) -> None:
    service.on(STATE, state(), state(VIDEO))
    service.on(CHAT, SILENT)
    assert tell(context).say.startswith("Stage 1 of 2 is done")


def test_an_error_without_any_work_is_a_failure(context: Context, service: ScriptedService) -> None:
    service.on(CHAT, stream(event(errorCode="SAFETY", errorMessage="not this")))
    error = fail(context)
    assert (error.code, error.external, error.charged) == ("agent_failed", "not this", Charged.NO)


def test_an_error_after_the_work_is_not(context: Context, service: ScriptedService) -> None:
    service.on(STATE, state(VIDEO), state(VIDEO, TITLE))
    service.on(CHAT, stream(event(errorCode="X", errorMessage="late")))
    assert tell(context).say == TITLE_ADDED


def test_a_balance_that_cannot_be_read_leaves_the_price_open(
    context: Context, service: ScriptedService
) -> None:
    service.on(CREDITS, HTML)
    service.on(CHAT, stream(event("Done.")))
    assert tell(context).charged is Charged.UNKNOWN


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
    assert (error.code, error.charged, error.next) == ("no_change", Charged.NO, (Next.ASK_USER,))
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


# It is refused


@pytest.mark.parametrize(
    ("answer", "code", "follows"),
    [
        (refusal(2001), "no_credits", Next.TOP_UP),
        (stream(event(errorCode="2001")), "no_credits", Next.TOP_UP),
        (refusal(1001), "token_expired", Next.RENEW_TOKEN),
        (stream(event(errorCode="1001")), "token_expired", Next.RENEW_TOKEN),
        (refusal(400), "bad_request", Next.REPORT_PROBLEM),
    ],
)
def test_a_refused_message_leaves_no_job(
    context: Context, service: ScriptedService, answer: Answer, code: str, follows: Next
) -> None:
    service.on(CHAT, answer)
    error = fail(context)
    assert (error.code, error.next, error.charged) == (code, (follows,), Charged.NO)
    assert context.jobs.open is None
    assert len(service.calls(CHAT)) == 1


def test_without_credits_a_free_account_is_shown_where_to_register(
    make_context: ContextMaker, service: ScriptedService
) -> None:
    service.on(CREATE_SESSION, ok(task_id="task-1", session_id="session-1", bind_id="bind-1"))
    service.on(CHAT, refusal(2001))
    error = fail(make_context())
    assert error.next == (Next.SHOW_REGISTRATION_LINK,)
    assert error.data == {"link": "https://nemovideo.com/register?bind=bind-1"}


@pytest.mark.parametrize(
    "expired", [refusal(1001), stream(event(errorCode="1001"))], ids=["envelope", "event"]
)
def test_a_free_token_that_ran_out_is_renewed_and_the_message_goes_on(
    make_context: ContextMaker, service: ScriptedService, expired: Reaction
) -> None:
    service.on(CHAT, expired, stream(event("Done.")))
    assert tell(make_context()).exit is Exit.OK
    assert len(service.calls(CHAT)) == 2
    assert len(service.calls(ANONYMOUS_TOKEN)) == 2


@pytest.mark.parametrize("where", [CHAT, STATE], ids=["chat", "state"])
def test_a_session_that_is_gone_is_replaced_and_nothing_is_repeated(
    context: Context, service: ScriptedService, where: Any
) -> None:
    context.projects.ensure("ja")
    service.on(CHAT, stream(event("Done.")))
    service.on(where, refusal(1002))
    service.on(CREATE_SESSION, ok(task_id="task-2", session_id="session-2"))
    error = fail(context)
    assert (error.code, error.next) == ("session_lost", (Next.DESCRIBE_VIDEO,))
    assert context.projects.require().session_id == "session-2"
    assert len(service.calls(CHAT)) == (where is CHAT)


def test_nothing_is_sent_before_the_job_is_written_down(
    context: Context, service: ScriptedService
) -> None:
    jobs: list[Job | None] = []

    def look(seen: object) -> Answer:
        jobs.append(context.jobs.open)
        return stream(event("Done."))

    service.on(CHAT, look)
    tell(context)
    (job,) = jobs
    assert job is not None
    assert (job.kind, job.session_id, job.available) == ("chat", "session-1", 100)


def test_a_person_hears_that_the_result_is_looked_for(
    context: Context, service: ScriptedService, heard: Heard
) -> None:
    service.on(CHAT, CUT)
    fail(context)
    assert "The connection broke; looking for the result..." in heard.lines
