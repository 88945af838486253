"""send: the user's words to the video agent, and what came of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from t2v import brief, changes, phrases, routing
from t2v.clock import Budget
from t2v.context import Context
from t2v.errors import SkillError
from t2v.external.untrusted import clean
from t2v.report import Exit, External, Next, Report
from t2v.wording import refuse_words, require_words

if TYPE_CHECKING:
    from t2v.conversation import Outcome


def send(
    context: Context,
    *,
    message: str | None,
    wait: float | None,
    resume: bool,
    max_credits: int | None = None,
) -> Report:
    """Send the message once, or go on waiting for the one before, and report what changed."""
    if resume:
        refuse_words(message)
        return context.work.go_on("chat", wait)
    request = {
        "message": require_words(message),
        "max_credits": context.settings.limit(max_credits),
    }
    return context.work.begin("chat", request, wait)


def begin(
    context: Context,
    budget: Budget,
    *,
    message: str,
    max_credits: int | None = None,
    asked: str | None = None,
) -> Report:
    """Send the message and report what came of it.

    Args:
        context: what may be used.
        budget: how long this may take.
        message: what is sent.
        max_credits: what it may cost.
        asked: the user's part of a message that holds a document: its text is nobody's wish, and
            no sentence of ours may name what it names. Such a message is sent as it is.
    """
    context.spending.allow(max_credits)
    decision = routing.route(message)
    session = context.projects.ensure(decision.language)
    first = _first(context, message, asked, describes=decision.describes)
    try:
        with context.projects.within(session):
            if first is not None:
                context.wishlist.ask(session.session_id, asked or first)
            said = context.conversation.say(session, message, budget, first=first, asked=asked)
            context.wishlist.changed(session.session_id, said.before, said.after)
            return report(said, asked or message)
    except SkillError as error:
        if error.code == "no_credits":
            raise context.account.out_of_credits(error, session) from error
        raise


def _first(context: Context, message: str, asked: str | None, *, describes: bool) -> str | None:
    """Return what is sent instead while the timeline is empty, None for the same."""
    if asked:
        return message  # it says all that the brand would add
    return brief.opening(message, context.skill) if describes else None


def go_on(
    context: Context,
    budget: Budget,
    *,
    message: str = "",
    asked: str | None = None,
    **_request: object,
) -> Report:
    """Find out what came of the message before, and report it; nothing is sent."""
    session = context.projects.require()
    with context.projects.within(session):
        return report(context.conversation.resume(session, budget), asked or message)


def report(outcome: Outcome, words: str) -> Report:
    """Return what the tool prints: our own sentence, and apart from it what the service wrote.

    Args:
        outcome: what came of the message.
        words: the message, the user's own: what it names, our sentence may name.
    """
    translated = phrases.translate(clean(outcome.reply.text if outcome.reply else ""))
    # Once more: what is left out between two halves may join them to a marker.
    external = External(clean(translated.text), timeline=outcome.after.named())
    if outcome.running:
        return Report(
            say="Still working on it.",
            data=_facts(outcome, translated.actions),
            next=(Next.WAIT,),
            charged=outcome.charged,
            external=external,
            exit=Exit.TEMPORARY,
        )
    _raise_failure(outcome, external)
    return Report(
        say=_say(outcome, words),
        data=_facts(outcome, translated.actions),
        next=_next(outcome, external),
        charged=outcome.charged,
        external=external,
    )


def _raise_failure(outcome: Outcome, external: External) -> None:
    """Raise when the agent only said that it failed; an answer before the error counts."""
    reply = outcome.reply
    if reply is None or reply.error is None or reply.error_after_answer or _changed(outcome):
        return
    words = external.text or clean(reply.error.message, 500)
    raise SkillError("agent_failed", charged=outcome.charged, external=words or None)


def _changed(outcome: Outcome) -> bool:
    return outcome.before.fingerprint != outcome.after.fingerprint


def _say(outcome: Outcome, words: str) -> str:
    """Return our sentence: the new film, the difference, or that nothing changed."""
    difference = changes.describe(outcome.before, outcome.after, words)
    if outcome.after.stage == "raw_video" and not outcome.before.ready:
        return (
            "Stage 1 of 2 is done: the raw video is there. "
            "Music, title and effects are added by themselves; state.py shows when."
        )
    if difference and not outcome.before.ready:
        return f"The video is in the timeline. {outcome.after.outline()}"
    return difference or "The agent answered; the timeline is unchanged."


def _next(outcome: Outcome, external: External) -> tuple[Next, ...]:
    """Return what follows: an answer to a question is shown, a change is worth exporting."""
    if external.text and not _changed(outcome):
        return (Next.SHOW_REPLY,)
    return (Next.OFFER_EXPORT,) if outcome.after.ready else (Next.DESCRIBE_VIDEO,)


def _facts(outcome: Outcome, actions: tuple[str, ...]) -> dict[str, Any]:
    return {
        "timeline": outcome.after.outline(),
        "changed": _changed(outcome),
        "stage": outcome.after.stage,
        "actions": list(actions),
        "credits_spent": outcome.spent,
        "partial": bool(outcome.reply and (outcome.reply.incomplete or outcome.reply.truncated)),
    }
