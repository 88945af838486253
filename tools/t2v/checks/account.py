"""Whose credits would be used, how old that token is, and what is left."""

from __future__ import annotations

from functools import partial

from t2v.checks.blocked import BlockedError
from t2v.checks.bounds import within
from t2v.checks.finding import Finding, fail, ok, warn
from t2v.checks.patient import Patient
from t2v.endpoints import PRICES
from t2v.errors import SkillError

VALID_DAYS = 7
"""Of an anonymous token, and of the week in which there is no other."""


def token(patient: Patient) -> Finding | None:
    """Say whose token would be used, and its age; a wrong one is told among the settings."""
    if "NEMO_TOKEN" in patient.wrong:
        return None
    if patient.settings.token:
        return ok("Your own, from NEMO_TOKEN.")
    try:
        kept = patient.context.store.token(patient.settings.api_url)
    except SkillError as error:
        return fail(f"What is kept cannot be read. {error.say}")
    if kept is None:
        return ok("There is none yet; a free one is asked for when a video is made.")
    days = kept.age_days(patient.context.clock.now())
    if days > VALID_DAYS:
        return warn(f"A free one, {days:.0f} days old: it may be refused, and is then renewed.")
    return ok(f"A free one, {days:.0f} days old; it holds for {VALID_DAYS}.")


def credits_left(patient: Patient) -> Finding | None:
    """Ask for the balance where there is a token and a way; nobody is asked for a token."""
    try:
        patient.answer  # noqa: B018 - asked once; where there is no way there is nothing to ask
        account = patient.context.account
        if not account.known:
            return None
        balance = within(max(1.0, patient.budget.left), partial(account.balance, tries=1))
    except (BlockedError, ModuleNotFoundError):
        return None  # told already
    except SkillError as error:
        return fail(error.say) if error.code == "token_expired" else warn(error.say)
    if balance.available < PRICES["generate"]:
        say = f"{balance.available} are left; a video takes about {PRICES['generate']}."
        return warn(say)
    return ok(f"{balance.available} are left.")
