"""create: the whole story in one call, from a sentence to a file."""

from __future__ import annotations

from t2v import outputs
from t2v.commands.connect import connect
from t2v.commands.export import export
from t2v.commands.send import send
from t2v.context import Context
from t2v.report import Exit, Report
from t2v.wording import require_words


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
    job = context.jobs.open if resume else None
    if job is None or job.kind == "chat":
        if not resume:
            words = require_words(prompt)
            outputs.choose(output, words, "mp4", force=force)
            connect(context, language=None, new=True)
            made = send(context, message=words, wait=budget.left, resume=False)
        else:
            made = send(context, message=None, wait=budget.left, resume=True)
        if made.exit is Exit.TEMPORARY:
            return made
    else:
        made = None
    delivered = export(
        context,
        output=output,
        format="mp4",
        quality=quality,
        wait=budget.left,
        resume=made is None,
        force=force,
    )
    if made is None:
        return delivered
    facts = {"credits_spent": made.data["credits_spent"], "actions": made.data["actions"]}
    return delivered._replace(
        charged=made.charged,
        external=made.external,
        data={**facts, **delivered.data},
    )
