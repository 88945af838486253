"""credits: what is left to spend."""

from __future__ import annotations

from t2v.context import Context
from t2v.errors import SkillError
from t2v.report import Next, Report


def credits(context: Context) -> Report:  # noqa: A001 - the verb's own name
    """Ask for the balance. No token is requested only to look at it."""
    if not context.account.known:
        raise SkillError("no_session", "There is no account yet.")
    balance = context.account.credits()
    reserved = f", {balance.frozen} reserved by running work" if balance.frozen else ""
    return Report(
        say=f"{balance.available} credits left{reserved}.",
        data={
            "available": balance.available,
            "frozen": balance.frozen,
            "total": balance.total,
            "account": context.backend.owner.value,
        },
        next=() if balance.available else (Next.TOP_UP,),
    )
