"""doctor: what is in the way of making a video, and the commands that mend it."""

from __future__ import annotations

from t2v.checks.examination import Diagnosis, examine
from t2v.checks.finding import State
from t2v.checks.patient import Patient
from t2v.context import Context
from t2v.errors import SkillError
from t2v.report import Report

NETWORK_S = 10.0
"""What all questions to the network may take together."""


def doctor(context: Context, *, text_for: str | None) -> Report:
    """Look at everything that making a video needs, and say what is wrong.

    Raises:
        SkillError: `not_ready` when something is in the way; the findings go along.
    """
    found = list(examine(Patient(context, text_for, context.clock.budget(NETWORK_S))))
    findings = [one.document() for one in found]
    failed = _named(found, State.FAIL)
    if failed:
        raise SkillError(
            "not_ready", f"In the way of a video: {failed}.", data={"findings": findings}
        )
    warned = _named(found, State.WARN)
    return Report(
        say=f"Ready to make videos, with something to look at: {warned}."
        if warned
        else "Everything is ready to make videos.",
        data={"findings": findings},
    )


def _named(found: list[Diagnosis], state: State) -> str:
    return ", ".join(one.check for one in found if one.state is state)
