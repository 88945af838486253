"""A message and what came of it: sent once, whatever happens, and found again by the state."""

from __future__ import annotations

from typing import Any

import pytest

from t2v.context import Context
from t2v.costs.entries import Entry
from t2v.endpoints import ANONYMOUS_TOKEN, CHAT, CREATE_SESSION, CREDITS, STATE
from t2v.errors import SkillError
from t2v.jobs import Job
from t2v.report import Charged, Exit, Next
from tests.engine.conftest import ContextMaker
from tests.engine.small_film import (
    MUSIC,
    SILENT,
    TITLE,
    TITLE_ADDED,
    VIDEO,
    balance,
    fail,
    state,
    tell,
)
from tests.scripted_service import (
    HTML,
    Answer,
    Reaction,
    ScriptedService,
    event,
    ok,
    refusal,
    stream,
)


@pytest.fixture(autouse=True)
def _healthy(service: ScriptedService) -> None:
    service.serve_project()
    service.on(STATE, state(VIDEO, MUSIC))


# It answers


def test_a_silent_edit_is_told_from_the_difference(
    context: Context, service: ScriptedService
) -> None:
    service.on(STATE, state(VIDEO, MUSIC), state(VIDEO, MUSIC, TITLE))
    service.on(CHAT, SILENT)
    service.on(CREDITS, balance(100), balance(50))
    told = tell(context)
    assert told.say == TITLE_ADDED
    assert told.external is not None
    assert told.external.text == ""
    assert '"Paradise"' in told.external.timeline
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
    said = "The video is in the timeline. Timeline (2 tracks): 1. Video (0-10s) "
    assert tell(context).say == said + "2. BGM (0-10s, 35%)"


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
    asked: list[Entry] = []

    def look(seen: object) -> Answer:
        jobs.append(context.jobs.open)
        asked.extend(context.ledger.open(service.url))
        return stream(event("Done."))

    service.on(CHAT, look)
    tell(context)
    (job,) = jobs
    assert job is not None
    assert (job.kind, job.session_id) == ("chat", "session-1")
    (entry,) = asked
    assert (entry.intent.id, entry.intent.kind, entry.intent.asked) == (
        job.entry,
        "edit",
        "add a title",
    )
    assert (entry.intent.available, entry.intent.estimate) == (100, 50)


# What it is booked as, and held to


@pytest.mark.parametrize("words", ["make it night", "scene 2 at half speed", "deshaz el cambio"])
def test_what_changes_a_film_is_an_edit_whatever_the_words(
    context: Context, service: ScriptedService, words: str
) -> None:
    service.on(CHAT, SILENT)
    service.on(CREDITS, balance(500))
    context.spending.allow(60)
    tell(context, words)
    (entry,) = context.ledger.newest(service.url, 1)
    assert (entry.intent.kind, entry.intent.estimate) == ("edit", 50)


@pytest.mark.parametrize("before", [state(), state(VIDEO)], ids=["first", "in place of another"])
def test_a_film_is_held_to_the_price_of_one(
    context: Context, service: ScriptedService, before: Answer
) -> None:
    service.on(STATE, before)
    service.on(CREDITS, balance(500))
    context.settings = context.settings._replace(max_credits=60)
    with pytest.raises(SkillError) as caught:
        tell(context, "a robot watering plants in a greenhouse, 5 seconds")
    assert (caught.value.code, caught.value.data["estimate"]) == ("over_budget", 100)
    assert not service.calls(CHAT)
