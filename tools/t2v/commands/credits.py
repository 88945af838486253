"""credits: what is left to spend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from t2v.context import Context
from t2v.endpoints import PRICES
from t2v.errors import SkillError
from t2v.report import Next, Report

if TYPE_CHECKING:
    from t2v.account import Credits


PRICED = ("generate", "edit")
"""Kinds of requests that cost something; `costs.prices` knows what."""


def credits(context: Context, *, history: int | None = None) -> Report:  # noqa: A001 - the verb's own name
    """Ask for the balance. No token is requested only to look at it."""
    if history is not None:
        return _with_history(context, history)
    if not context.account.known:
        raise SkillError("no_session", f"There is no account yet. {_priced(_prices(context))}")
    balance = context.account.credits()
    context.look_back()
    return _balance(context, balance)


def _balance(context: Context, balance: Credits) -> Report:
    more = (
        None if balance.available else context.account.registration_link(context.projects.current)
    )
    reserved = f", {balance.frozen} reserved by running work" if balance.frozen else ""
    prices = _prices(context)
    return Report(
        say=f"{balance.available} credits left{reserved}. {_priced(prices)}",
        data={
            "estimates": prices,
            "available": balance.available,
            "frozen": balance.frozen,
            "total": balance.total,
            "account": context.backend.owner.value,
            **({"link": more} if more else {}),
        },
        next=_next(balance, more),
    )


def _prices(context: Context) -> dict[str, int]:
    """Return what each kind costs, in credits, as far as the user's history tells; asks nobody."""
    if not context.store.ledger.is_dir():
        return {kind: PRICES[kind] for kind in PRICED}
    return {kind: context.spending.estimate(kind).credits for kind in PRICED}


def _priced(prices: dict[str, int]) -> str:
    """Return what a film and an edit cost, as far as one can say before."""
    film, edit = (f"about {prices[kind]}" if prices[kind] else "nothing" for kind in PRICED)
    return f"A video costs {film}, an edit {edit}, an export nothing."


def _with_history(context: Context, most: int) -> Report:
    """Show what was asked, too: that is on this computer, whether the service answers or not."""
    try:
        told = credits(context)
    except SkillError as error:
        told = Report(say=f"The balance could not be read: {error.say}")
    facts, lines = context.history(most)
    return Report(
        say=f"{told.say} {_sum(facts)}",
        data={**told.data, **facts},
        next=told.next,
        lines=lines,
    )


def _sum(facts: dict[str, Any]) -> str:
    """Return the totals as a sentence."""
    if not facts["asked"]:
        return "Nothing has been asked yet."
    requests = "1 request" if facts["asked"] == 1 else f"{facts['asked']} requests"
    open_ = f"; of {facts['unknown']} nobody knows the price" if facts["unknown"] else ""
    return f"So far {requests} cost {facts['credits_spent_ever']} credits{open_}."


def _next(balance: Credits, link: str | None) -> tuple[Next, ...]:
    """Return the way to more credits, when none are left."""
    if balance.available:
        return ()
    return (Next.SHOW_REGISTRATION_LINK,) if link else (Next.TOP_UP,)
