"""create: the whole story in one call, from a sentence to a file."""

from __future__ import annotations

from t2v import outputs
from t2v.commands.connect import connect
from t2v.commands.export import export
from t2v.commands.send import send
from t2v.context import Context
from t2v.jobs import Plan
from t2v.report import Exit, Report
from t2v.wording import refuse_words, require_words


def create(  # noqa: PLR0913 - the command line's own arguments
    context: Context,
    *,
    prompt: str | None,
    output: str | None,
    quality: str,
    wait: float | None,
    resume: bool,
    force: bool,
) -> Report:
    """Connect, send the prompt in a new project, export the result to `output`."""
    budget = context.budget(wait)
    if resume:
        refuse_words(prompt)
    else:
        words = require_words(prompt)
        outputs.choose(output, words, "mp4", force=force)  # told before anything is spent
    with context.jobs.alone():
        if resume:
            output, quality = _as_planned(context, output, quality)
            made = _waited_for(context, budget.left)
        else:
            connect(context, language=None, new=True)
            context.jobs.plan = Plan(output or "", quality)
            made = send(context, message=words, wait=budget.left, resume=False)
        context.jobs.plan = None
        if made is not None and made.exit is Exit.TEMPORARY:
            return made
        delivered = export(
            context,
            output=output,
            format="mp4",
            quality=quality,
            wait=budget.left,
            resume=made is None,
            force=force,
        )
    return delivered if made is None else _both(made, delivered)


def _as_planned(context: Context, output: str | None, quality: str) -> tuple[str | None, str]:
    """Return output and quality as the call said that this one goes on with."""
    job = context.jobs.open
    if job is None:
        return output, quality
    context.jobs.plan = Plan(job.output, job.quality)
    return output or job.output or None, job.quality or quality


def _waited_for(context: Context, wait: float) -> Report | None:
    """Return what came of the prompt; None when its render has been started already."""
    job = context.jobs.open
    if job is not None and job.kind == "render":
        return None
    return send(context, message=None, wait=wait, resume=True)


def _both(made: Report, delivered: Report) -> Report:
    """Return the export's answer with what making the film cost and what the agent said."""
    facts = {"credits_spent": made.data["credits_spent"], "actions": made.data["actions"]}
    return Report(
        say=delivered.say,
        data={**facts, **delivered.data},
        next=delivered.next,
        charged=made.charged,
        external=made.external,
        exit=delivered.exit,
    )
