"""Whose credits are used: when a free token is asked for, kept, renewed, and when it is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from t2v.commands.connect import connect
from t2v.commands.credits import credits as show_credits
from t2v.context import Context
from t2v.endpoints import ANONYMOUS_TOKEN, CLAIM_TOKEN, CREDITS
from t2v.errors import SkillError
from t2v.report import Next
from t2v.store import Session
from tests.engine.conftest import USERS_TOKEN, ContextMaker
from tests.fake_time import FakeTime, Heard
from tests.scripted_service import GIVEN, Answer, ScriptedService, Seen, ok, refusal, reply

SESSION = Session(
    session_id="session-1", task_id="task-1", bind_id="bind-1", language="en", created_at=0.0
)


@pytest.fixture(autouse=True)
def _healthy(service: ScriptedService) -> None:
    service.serve_project()


def fail(context: Context) -> SkillError:
    """Ask for the balance and return the failure."""
    with pytest.raises(SkillError) as caught:
        context.account.credits()
    return caught.value


def bearers(service: ScriptedService) -> list[str]:
    return [seen.headers["Authorization"] for seen in service.calls(CREDITS)]


# The free token


def test_a_free_token_is_asked_for_once_and_used_ever_after(
    make_context: ContextMaker, service: ScriptedService
) -> None:
    for _ in range(3):
        make_context().account.credits()
    assert len(service.calls(ANONYMOUS_TOKEN)) == 1
    assert bearers(service) == [f"Bearer {GIVEN}"] * 3


def test_the_client_id_is_on_the_disk_before_it_is_sent(
    make_context: ContextMaker, service: ScriptedService
) -> None:
    context = make_context()
    stored: list[str] = []

    def give(seen: Seen) -> Answer:
        stored.append((context.store.home / "client_id").read_text())
        return ok(token=GIVEN)

    service.on(ANONYMOUS_TOKEN, give)
    context.account.ensure()
    assert [seen.headers["X-Client-Id"] for seen in service.history] == stored


def test_looking_at_the_balance_asks_for_no_token(
    make_context: ContextMaker, service: ScriptedService
) -> None:
    with pytest.raises(SkillError) as caught:
        show_credits(make_context())
    assert caught.value.code == "no_session"
    assert service.history == []


def test_the_token_stands_in_the_state_file_alone(make_context: ContextMaker) -> None:
    context = make_context()
    context.account.ensure()
    holding = [
        path.name
        for path in context.store.home.rglob("*")
        if path.is_file() and GIVEN.encode() in path.read_bytes()
    ]
    assert holding == ["state.json"]


def test_its_age_is_told(make_context: ContextMaker, time: FakeTime) -> None:
    context = make_context()
    assert context.account.age_days is None
    context.account.ensure()
    time.now += 2 * 86_400
    assert context.account.age_days == 2


def test_a_used_up_quota_is_not_got_around(
    make_context: ContextMaker, service: ScriptedService, time: FakeTime
) -> None:
    service.on(ANONYMOUS_TOKEN, reply({"code": 429, "message": "1 per 7 days"}, 429))
    context = make_context()
    error = fail(context)
    assert (error.code, error.external) == ("token_quota", "1 per 7 days")
    assert fail(make_context()).code == "token_quota"
    ids = {seen.headers["X-Client-Id"] for seen in service.calls(ANONYMOUS_TOKEN)}
    assert ids == {(context.store.home / "client_id").read_text()}
    assert time.pauses == []


def test_where_it_could_not_be_kept_it_is_not_asked_for(
    make_context: ContextMaker, service: ScriptedService, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    error = fail(make_context(T2V_HOME=str(tmp_path / "file" / "home")))
    assert error.code == "state_not_saved"
    assert service.history == []


@pytest.mark.parametrize("token", [None, 7, "", "two\nlines", "x" * 5000, "tökén"], ids=repr)
def test_a_token_that_is_none_is_not_kept(
    make_context: ContextMaker, service: ScriptedService, token: object
) -> None:
    service.on(ANONYMOUS_TOKEN, ok(token=token))
    context = make_context()
    assert fail(context).code in ("bad_response", "bad_token")
    assert context.store.token(context.backend.key) is None


# A token that is refused


def test_a_refused_free_token_is_renewed_and_the_call_goes_on(
    make_context: ContextMaker, service: ScriptedService
) -> None:
    make_context().account.credits()
    service.on(CREDITS, refusal(1001), ok(available=42))
    service.on(ANONYMOUS_TOKEN, ok(token="nmv_usr_next"))  # noqa: S106 - a test's own
    assert make_context().account.credits().available == 42
    assert bearers(service)[-2:] == [f"Bearer {GIVEN}", "Bearer nmv_usr_next"]
    ids = [seen.headers["X-Client-Id"] for seen in service.calls(ANONYMOUS_TOKEN)]
    assert len(ids) == 2
    assert len(set(ids)) == 1
    make_context().account.credits()
    assert bearers(service)[-1] == "Bearer nmv_usr_next"


def test_a_renewed_token_that_is_refused_as_well_ends_it(
    make_context: ContextMaker, service: ScriptedService
) -> None:
    service.on(CREDITS, refusal(1001))
    assert fail(make_context()).code == "token_expired"
    assert len(service.calls(CREDITS)) == 2
    assert len(service.calls(ANONYMOUS_TOKEN)) == 2


def test_a_token_that_another_tool_renewed_meanwhile_is_taken(
    make_context: ContextMaker, service: ScriptedService
) -> None:
    slow, quick = make_context(), make_context()
    slow.account.credits()
    quick.account.ensure()
    service.on(CREDITS, refusal(1001), ok(available=1))
    service.on(ANONYMOUS_TOKEN, ok(token="nmv_usr_next"))  # noqa: S106 - a test's own
    quick.account.credits()
    service.on(CREDITS, refusal(1001), ok(available=1))
    slow.account.credits()
    assert len(service.calls(ANONYMOUS_TOKEN)) == 2
    assert bearers(service)[-1] == "Bearer nmv_usr_next"


def test_the_users_own_token_is_never_replaced(context: Context, service: ScriptedService) -> None:
    service.on(CREDITS, refusal(1001))
    error = fail(context)
    assert (error.code, error.next) == ("token_expired", (Next.RENEW_TOKEN,))
    assert bearers(service) == [f"Bearer {USERS_TOKEN}"]
    assert service.calls(ANONYMOUS_TOKEN) == []
    assert not (context.store.folder / "state.json").exists()


# The balance


@pytest.mark.parametrize(
    ("data", "balance"),
    [
        ({"available": 5, "frozen": 2, "total": 7}, (5, 2, 7)),
        ({"available": 5, "frozen": 2}, (5, 2, 7)),
        ({"available": "5.0", "frozen": None}, (5, 0, 5)),
        ({"available": 0}, (0, 0, 0)),
    ],
)
def test_the_balance_is_read_tolerantly(
    context: Context, service: ScriptedService, data: dict[str, object], balance: tuple[int, ...]
) -> None:
    service.on(CREDITS, ok(**data))
    found = context.account.credits()
    assert (found.available, found.frozen, found.total) == balance


@pytest.mark.parametrize("data", [{}, {"available": "many"}, {"available": None}], ids=str)
def test_a_balance_without_a_number_is_no_answer(
    context: Context, service: ScriptedService, data: dict[str, object]
) -> None:
    service.on(CREDITS, ok(**data))
    assert fail(context).code == "bad_response"


# Links


def test_the_claim_link_carries_the_claim_token_alone(
    context: Context, service: ScriptedService
) -> None:
    link = context.account.claim_link(SESSION)
    assert link == "https://nemovideo.com/workspace/claim?ct=clm_1"
    assert service.calls(CLAIM_TOKEN)[0].json == {"task_id": "task-1", "session_id": "session-1"}


@pytest.mark.parametrize(
    "answer",
    [reply({"detail": "Not Found"}, 404), ok(), refusal(9999)],
    ids=["404", "none", "code"],
)
def test_a_service_without_claim_links_is_no_failure(
    context: Context, service: ScriptedService, answer: Answer
) -> None:
    service.on(CLAIM_TOKEN, answer)
    assert context.account.claim_link(SESSION) is None
    assert connect(context, language=None, new=False).data["link"] is None


def test_without_credits_a_free_account_gets_a_registration_link(
    make_context: ContextMaker,
) -> None:
    error = make_context().account.out_of_credits(SkillError("no_credits", external="no"), SESSION)
    assert error.data == {"link": "https://nemovideo.com/register?bind=bind-1"}
    assert error.next == (Next.SHOW_REGISTRATION_LINK,)
    assert error.external == "no"


def test_without_credits_the_users_own_account_is_topped_up(context: Context) -> None:
    error = context.account.out_of_credits(SkillError("no_credits"), SESSION)
    assert error.next == (Next.TOP_UP,)
    assert error.data == {}


def test_no_link_or_state_ever_holds_the_users_token(context: Context, heard: Heard) -> None:
    report = connect(context, language=None, new=False)
    assert USERS_TOKEN not in json.dumps(report.document())
    assert not any(USERS_TOKEN in line for line in heard.lines)
    for path in context.store.home.rglob("*"):
        assert path.is_dir() or USERS_TOKEN.encode() not in path.read_bytes()
