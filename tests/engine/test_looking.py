"""Intents that a process left open when it died: settled by looking, with nothing sent again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from t2v.context import Context
from t2v.costs import looking
from t2v.costs.balances import Money
from t2v.costs.entries import Entry, Intent
from t2v.endpoints import ANONYMOUS_TOKEN, CHAT, CREDITS, ENDPOINTS, RENDER, RENDER_STATUS, STATE
from t2v.report import Charged
from t2v.store import KeptToken
from tests.engine.conftest import ContextMaker
from tests.engine.small_film import MUSIC, SILENT, VIDEO, balance, fail, state, tell
from tests.fake_time import FakeTime
from tests.scripted_service import HTML, Answer, ScriptedService, event, refusal, reply, stream

FILM, OTHER = state(VIDEO), state(VIDEO, MUSIC)


@pytest.fixture(autouse=True)
def _healthy(service: ScriptedService) -> None:
    service.serve_project()
    service.on(STATE, FILM)


@pytest.fixture
def left_open(context: Context, service: ScriptedService) -> Callable[..., str]:
    """Return a function that writes an intent as a process does that dies before the answer."""

    def leave(kind: str = "edit", available: int | None = 100, frozen: int = 0) -> str:
        session = context.projects.ensure()
        intent = Intent(
            kind=kind,
            backend=service.url,
            skill="text-to-video-kaggle",
            estimate=50 if kind == "edit" else 0,
            session=session.session_id,
            fingerprint=context.projects.timeline(session).fingerprint,
            render="render_1" if kind == "render" else "",
            available=available,
            frozen=frozen if available is not None else None,
        )
        begun = context.ledger.intend(intent)
        context.ledger.release(begun)  # as the system does when a process ends
        service.history.clear()
        return begun

    return leave


def settled(context: Context, begun: str) -> Entry:
    """Look, and return the entry as it is then."""
    context.spending.settle_open()
    entry = context.ledger.entry(begun)
    assert entry is not None
    return entry


def posts(service: ScriptedService) -> list[str]:
    return [seen.path for seen in service.history if seen.method == "POST"]


def test_the_table_has_a_row_for_all_that_can_be_seen() -> None:
    seen = {money for money in Money if money is not Money.UNSEEN}
    assert set(looking.CHAT) == {(one, money) for one in (True, False, None) for money in seen}
    assert set(looking.RENDER) == set(Money)


@pytest.mark.parametrize(
    ("timeline", "credits_", "age", "expected"),
    [
        (OTHER, balance(50), 1, ("yes", 50)),
        (OTHER, balance(100), 1, None),
        (OTHER, balance(100), 300, ("no", 0)),
        (OTHER, balance(120), 1, ("unknown", None)),
        (OTHER, balance(50, 50), 1, None),
        (OTHER, balance(50, 50), 1000, ("unknown", None)),
        (FILM, balance(100), 1, None),
        (FILM, balance(100), 300, ("no", 0)),
        (FILM, balance(50), 1, None),
        (FILM, balance(50), 300, ("unknown", None)),
        (refusal(1002), balance(100), 300, ("no", 0)),
        (refusal(1002), balance(50), 1, ("unknown", None)),
        (HTML, balance(50), 9999, None),
        (OTHER, HTML, 9999, None),
    ],
)
def test_a_message_is_settled_by_timeline_balance_and_age(  # noqa: PLR0913, PLR0917 - a table
    context: Context,
    service: ScriptedService,
    time: FakeTime,
    left_open: Callable[..., str],
    timeline: Answer,
    credits_: Answer,
    age: float,
    expected: tuple[str, int | None] | None,
) -> None:
    begun = left_open()
    service.on(STATE, timeline)
    service.on(CREDITS, credits_)
    time.now += age
    entry = settled(context, begun)
    known = entry.settlement
    assert (known and (known.charged, known.credits)) == expected
    assert known is None or known.how == "look"
    assert posts(service) == []


@pytest.mark.parametrize(
    ("answer", "credits_", "expected"),
    [
        (reply({"status": "processing"}), balance(100), None),
        (reply({"status": "completed"}), balance(100), ("no", 0)),
        (reply({"status": "failed"}), balance(100), ("no", 0)),
        (reply({"detail": "no such render"}, 404), balance(100), ("no", 0)),
        (reply({"status": "completed"}), balance(50), ("unknown", None)),
        (reply({"status": "completed"}), HTML, ("no", 0)),
        (HTML, balance(100), None),
    ],
)
def test_a_render_is_settled_by_its_id(  # noqa: PLR0913, PLR0917 - a table
    context: Context,
    service: ScriptedService,
    left_open: Callable[..., str],
    answer: Answer,
    credits_: Answer,
    expected: tuple[str, int | None] | None,
) -> None:
    begun = left_open("render")
    service.on(RENDER_STATUS, answer)
    service.on(CREDITS, credits_)
    known = settled(context, begun).settlement
    assert (known and (known.charged, known.credits)) == expected
    assert service.calls(RENDER_STATUS)[0].path.endswith("/render_1")
    assert posts(service) == []


@pytest.mark.parametrize(("kept", "charged"), [(True, "no"), (False, "unknown")])
def test_a_token_is_settled_by_what_was_kept(
    make_context: ContextMaker,
    service: ScriptedService,
    time: FakeTime,
    *,
    kept: bool,
    charged: str,
) -> None:
    context = make_context()
    begun = context.ledger.intend(Intent(kind="token", backend=service.url))
    context.ledger.release(begun)
    if kept:
        context.store.keep_token(service.url, KeptToken("nmv_usr_kept", time.now))
    known = settled(make_context(), begun).settlement
    assert known is not None
    assert known.charged == charged
    assert posts(service) == []


def test_what_a_process_works_on_is_left_alone(
    context: Context, make_context: ContextMaker, service: ScriptedService, time: FakeTime
) -> None:
    begun = context.ledger.intend(Intent(kind="edit", backend=service.url, available=100))
    time.now += 9999
    assert settled(make_context(NEMO_TOKEN="nmv_usr_own"), begun).settlement is None  # noqa: S106
    assert service.history == []


def test_a_new_message_decides_about_the_one_before(
    context: Context, service: ScriptedService, left_open: Callable[..., str]
) -> None:
    begun = left_open()
    service.on(CHAT, SILENT)
    told = tell(context)
    entry = context.ledger.entry(begun)
    assert entry is not None
    assert entry.settlement is not None  # too young to say more of it, and it changes again now
    assert entry.charged is Charged.UNKNOWN
    assert told.charged is Charged.NO
    assert len(service.calls(CHAT)) == 1


def test_every_verb_that_asks_settles_before_it_does(
    context: Context, service: ScriptedService, left_open: Callable[..., str], time: FakeTime
) -> None:
    begun = left_open()
    time.now += 300
    service.on(CHAT, stream(event("Done.")))
    tell(context)
    newest, before = context.ledger.newest(service.url, 5)
    assert (before.intent.id, before.charged) == (begun, Charged.NO)
    assert newest.intent.asked == "add a title"


# Others spend, too


def test_a_price_is_not_told_when_another_session_spent_meanwhile(
    context: Context, make_context: ContextMaker, service: ScriptedService
) -> None:
    service.on(CREDITS, balance(500), balance(350))
    other = make_context(NEMO_TOKEN="nmv_usr_own")  # noqa: S106 - a test's own

    def both(seen: object) -> Answer:
        asked = Intent(kind="generate", backend=service.url, estimate=100, session="another")
        other.ledger.intend(asked)
        return SILENT

    service.on(CHAT, both)
    told = tell(context)
    assert (told.charged, told.data["credits_spent"]) == (Charged.UNKNOWN, None)


@pytest.mark.parametrize(
    "after", [balance(350, 100), balance(600)], ids=["still reserved", "topped up"]
)
def test_nor_when_the_balance_shows_somebody_else_at_work(
    context: Context, service: ScriptedService, after: Answer
) -> None:
    service.on(CREDITS, balance(500), after)
    service.on(CHAT, SILENT)
    told = tell(context)
    assert (told.charged, told.data["credits_spent"]) == (Charged.UNKNOWN, None)


# Nothing that may cost goes out unwritten


def test_nothing_that_may_cost_goes_out_unwritten(
    context: Context, service: ScriptedService
) -> None:
    for endpoint in ENDPOINTS:
        if endpoint.may_cost:
            with pytest.raises(Exception, match="unwritten"):
                context.client.call(endpoint, json={})
    assert service.history == []


@pytest.mark.parametrize(
    ("limit", "available", "code"),
    [("49", 500, "over_budget"), ("50", 40, "no_credits"), ("50", 50, None)],
)
def test_what_may_not_be_spent_is_not_sent(
    make_context: ContextMaker,
    service: ScriptedService,
    limit: str,
    available: int,
    code: str | None,
) -> None:
    context = make_context(NEMO_TOKEN="nmv_usr_own", T2V_MAX_CREDITS=limit)  # noqa: S106
    service.on(CREDITS, balance(available))
    service.on(CHAT, SILENT)
    if code is None:
        tell(context)
    else:
        error = fail(context)
        assert (error.code, error.charged) == (code, Charged.NO)
        assert context.ledger.newest(service.url, 5) == []
    assert len(service.calls(CHAT)) == (code is None)


def test_an_empty_free_account_is_shown_where_to_register_before_a_film_is_asked_for(
    make_context: ContextMaker, service: ScriptedService
) -> None:
    service.on(STATE, state())
    service.on(CREDITS, balance(0))
    error = fail(make_context())
    assert error.code == "no_credits"
    assert error.data["link"].startswith("https://nemovideo.com/register?bind=")
    assert service.calls(CHAT) == []
    assert len(service.calls(ANONYMOUS_TOKEN)) == 1
    assert service.calls(RENDER) == []
