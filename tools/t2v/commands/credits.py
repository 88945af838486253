"""credits: what is left to spend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from t2v.context import Context
from t2v.errors import SkillError
from t2v.report import Next, Report

if TYPE_CHECKING:
    from t2v.account import Credits


def credits(context: Context) -> Report:  # noqa: A001 - the verb's own name
    """Ask for the balance. No token is requested only to look at it."""
    if not context.account.known:
        raise SkillError("no_session", "There is no account yet.")
    balance = context.account.credits()
    more = (
        None if balance.available else context.account.registration_link(context.projects.current)
    )
    reserved = f", {balance.frozen} reserved by running work" if balance.frozen else ""
    return Report(
        say=f"{balance.available} credits left{reserved}.",
        data={
            "available": balance.available,
            "frozen": balance.frozen,
            "total": balance.total,
            "account": context.backend.owner.value,
            **({"link": more} if more else {}),
        },
        next=_next(balance, more),
    )


def _next(balance: Credits, link: str | None) -> tuple[Next, ...]:
    """Return the way to more credits, when none are left."""
    if balance.available:
        return ()
    return (Next.SHOW_REGISTRATION_LINK,) if link else (Next.TOP_UP,)
