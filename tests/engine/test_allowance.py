"""Prices and limits: what a request will cost, and whether it may."""

from __future__ import annotations

import pytest

from t2v.costs import prices
from t2v.costs.allowance import Allowance
from t2v.costs.entries import Entry, Intent, Settlement
from t2v.costs.prices import Estimate, estimate
from t2v.endpoints import ENDPOINTS
from t2v.errors import SkillError
from t2v.report import Charged, Exit, Next
from t2v.settings import Settings

FILM = Estimate("generate", 100)
EDIT = Estimate("edit", 50)


def paid(credits_: int | None, kind: str = "edit", charged: str = "yes") -> Entry:
    intent = Intent(kind=kind, backend="b", skill="s", id="0" * 16)
    return Entry(intent, Settlement("0" * 16, charged, credits_))


def test_every_endpoint_that_may_cost_something_has_kinds_and_no_other() -> None:
    assert set(prices.KINDS) == {one.name for one in ENDPOINTS if one.may_cost}


@pytest.mark.parametrize(
    ("before", "credits_", "source"),
    [
        ([], 50, "price list"),
        ([paid(30), paid(30)], 50, "price list"),
        ([paid(30), paid(40), paid(30)], 30, "history"),
        ([paid(1), paid(40), paid(99)], 40, "history"),
        ([paid(0, charged="no")] * 5, 50, "price list"),
        ([paid(None, charged="unknown")] * 5, 50, "price list"),
        ([paid(120, "generate")] * 5, 50, "price list"),
        ([paid(20)] * 9 + [paid(90)] * 50, 20, "history"),
    ],
)
def test_the_history_knows_better_once_there_is_enough(
    before: list[Entry], credits_: int, source: str
) -> None:
    assert estimate("edit", before) == Estimate("edit", credits_, source)


@pytest.mark.parametrize(("paid_for", "credits_"), [(30, 100), (100, 100), (140, 140)])
def test_no_first_film_counts_as_cheaper_than_listed(paid_for: int, credits_: int) -> None:
    assert estimate("generate", [paid(paid_for, "generate")] * 5).credits == credits_


def test_renders_and_tokens_have_no_price() -> None:
    assert [estimate(kind, []).credits for kind in ("render", "token")] == [0, 0]


@pytest.mark.parametrize(
    ("limit", "price", "available", "code"),
    [
        (None, FILM, None, None),
        (None, FILM, 30, None),  # an "about": the service decides, and its refusal costs nothing
        (None, FILM, 0, "no_credits"),
        (None, EDIT, 0, None),  # an answer to a question is free
        (100, FILM, 100, None),
        (99, FILM, 1000, "over_budget"),
        (0, EDIT, None, "over_budget"),
        (0, Estimate("render", 0), 0, None),
        (100, FILM, 99, "no_credits"),
        (100, EDIT, 49, "no_credits"),
        (100, FILM, None, None),
    ],
)
def test_what_costs_too_much_is_refused(
    limit: int | None, price: Estimate, available: int | None, code: str | None
) -> None:
    allowance = Allowance(limit)
    if code is None:
        allowance.take(price, available)
        assert allowance.spent == price.credits
        return
    with pytest.raises(SkillError) as raised:
        allowance.take(price, available)
    error = raised.value
    assert (error.code, error.failure.exit, error.charged) == (code, Exit.DENIED, Charged.NO)
    assert error.data["estimate"] == price.credits
    assert allowance.spent == 0


def test_the_user_is_told_the_numbers_and_who_can_change_them() -> None:
    with pytest.raises(SkillError) as raised:
        Allowance(60).take(FILM, 500)
    assert raised.value.say == (
        "This costs about 100 credits; 60 are allowed. "
        "Only the user can raise it, with --max-credits or T2V_MAX_CREDITS."
    )
    assert raised.value.next == (Next.ASK_USER,)
    assert raised.value.data == {
        "estimate": 100,
        "estimate_from": "price list",
        "max_credits": 60,
    }


def test_a_batch_spends_one_limit() -> None:
    allowance = Allowance(220)
    allowance.take(FILM, 500)
    allowance.correct(FILM, 80)  # it was cheaper
    assert (allowance.spent, allowance.left) == (80, 140)
    allowance.take(FILM, 400)
    allowance.correct(FILM, None)  # nobody knows: the estimate stands
    with pytest.raises(SkillError) as raised:
        allowance.take(FILM, 300)
    assert raised.value.detail == (
        "This costs about 100 credits; 40 of 220 are left of what is allowed."
    )


@pytest.mark.parametrize(("value", "limit"), [("", None), ("0", 0), ("250", 250), (" 7 ", 7)])
def test_the_limit_is_read_from_the_environment(value: str, limit: int | None) -> None:
    assert Settings.read({"T2V_MAX_CREDITS": value}).max_credits == limit


@pytest.mark.parametrize("value", ["-1", "1.5", "many", "٣", "9" * 10, "1e3"])
def test_a_limit_that_is_no_number_is_a_mistake(value: str) -> None:
    with pytest.raises(SkillError) as raised:
        Settings.read({"T2V_MAX_CREDITS": value})
    assert raised.value.code == "usage"
