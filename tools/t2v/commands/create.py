"""create: the whole story in one call, from a sentence to a file."""

from __future__ import annotations

from t2v import fitting, outputs
from t2v.clock import Budget
from t2v.commands import export, send
from t2v.commands.connect import connect
from t2v.context import Context
from t2v.errors import SkillError
from t2v.report import Exit, External, Report
from t2v.wording import refuse_words, require_words

QUALITY = "high"


def create(  # noqa: PLR0913 - the command line's own arguments
    context: Context,
    *,
    prompt: str | None,
    output: str | None,
    quality: str,
    wait: float | None,
    resume: bool,
    force: bool,
    fit: int | None = None,
    max_credits: int | None = None,
) -> Report:
    """Connect, send the prompt in a new project, export the result to `output`."""
    if resume:
        refuse_words(prompt)
        return context.work.go_on("film", wait, force=force)
    words = require_words(prompt)
    export.require_service(context, quality)
    if fit is not None:
        context.measuring.require()
    output = outputs.anchored(output)
    _require_output(words, output, fit, force=force)
    request = {
        "prompt": words,
        "output": output,
        "quality": quality,
        "force": force,
        "fit": fit,
        "max_credits": context.settings.limit(max_credits),
    }
    return context.work.begin("film", request, wait)


def _require_output(words: str, output: str, fit: int | None, *, force: bool) -> None:
    """Refuse before anything is spent what could not be written after it."""
    container = export.ending(output)
    path = outputs.choose(output, words, container, force=force)
    export.require_ending(path, container)
    if fit is not None:
        fitting.require_room(path, fit, force=force)


def begin(  # noqa: PLR0913 - what a film is made from
    context: Context,
    budget: Budget,
    *,
    prompt: str,
    output: str,
    quality: str,
    force: bool,
    fit: int | None = None,
    max_credits: int | None = None,
) -> Report:
    """Make the film in a project of its own, and bring it to `output`."""
    with context.jobs.alone():
        connect(context, language=None, new=True)
        made = send.begin(context, budget, message=prompt, max_credits=max_credits)
        if made.exit is Exit.TEMPORARY:
            return made
        delivered = _deliver(context, budget, output, quality=quality, force=force, fit=fit)
    return _both(context, made, delivered)


def go_on(  # noqa: PLR0913 - as above
    context: Context,
    budget: Budget,
    *,
    output: str | None = None,
    quality: str = QUALITY,
    force: bool = False,
    fit: int | None = None,
    prompt: str | None = None,  # it has been sent, and is not sent again
    max_credits: int | None = None,
) -> Report:
    """Go on where the film was left: at its chat, between chat and render, or at its render.

    Raises:
        SkillError: `not_sent` when it was left before its prompt went out.
    """
    if context.jobs.open is None:
        raise SkillError("not_sent")
    path = outputs.anchored(output)
    context.spending.allow(max_credits)
    with context.jobs.alone():
        made = None
        if context.jobs.open_of("chat") is not None:
            made = send.go_on(context, budget, message=prompt or "")
            if made.exit is Exit.TEMPORARY:
                return made
        else:
            context.charge(context.spending.came_of(context.projects.require().session_id))
        if context.jobs.open_of("render") is not None:
            delivered = export.go_on(context, budget, force=force, fit=fit)
        else:
            delivered = _deliver(context, budget, path, quality=quality, force=force, fit=fit)
    return _both(context, made, delivered)


def _deliver(  # noqa: PLR0913 - what a render is made from
    context: Context, budget: Budget, output: str, *, quality: str, force: bool, fit: int | None
) -> Report:
    """Export in the format that the output's name asks for."""
    return export.begin(
        context,
        budget,
        output=output,
        format=export.ending(output),
        quality=quality,
        force=force,
        fit=fit,
    )


def _said(made: External | None, delivered: External | None) -> External | None:
    """Return what the agent said, with the timeline that was exported."""
    if made is None or delivered is None or not delivered.timeline:
        return made
    return External(made.text, made.source, delivered.timeline)


def _both(context: Context, made: Report | None, delivered: Report) -> Report:
    """Return the export's answer with what all of it has cost and what the agent said."""
    facts = {"actions": made.data["actions"]} if made else {}
    return Report(
        say=delivered.say,
        data={**delivered.data, **facts, "credits_spent": context.spent},
        next=delivered.next,
        charged=context.charged,
        external=_said(made.external, delivered.external) if made else delivered.external,
        exit=delivered.exit,
    )
