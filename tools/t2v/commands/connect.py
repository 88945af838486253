"""connect: be ready to make a video."""

from __future__ import annotations

from t2v.context import Context
from t2v.errors import SkillError
from t2v.report import Next, Report
from t2v.store import Session


def connect(context: Context, *, language: str | None, new: bool) -> Report:
    """Get a token and a session where there are none, and say what can be done."""
    context.progress.say(context.skill.connecting)
    session, lost = _session(context, language, new=new)
    credits_left = context.account.credits()
    context.look_back()
    link = context.account.claim_link(session)
    gone = "The old timeline is gone; a new project is ready. " if lost else ""
    return Report(
        say=f"{gone}Ready. {credits_left.available} credits left.",
        data={
            "ready": True,
            "language": session.language,
            "credits": credits_left.available,
            "account": context.backend.owner.value,
            "token_age_days": context.account.age_days,
            "link": link,
        },
        next=(Next.SEND, Next.SHOW_CLAIM_LINK) if link else (Next.SEND,),
    )


def _session(context: Context, language: str | None, *, new: bool) -> tuple[Session, bool]:
    """Return a session that the service knows, and whether an older one was lost."""
    session = context.projects.current
    if session is None or new:
        return _new(context, language), False
    try:
        context.projects.state(session)
    except SkillError as error:
        if error.code != "session_lost":
            raise
        return context.projects.create(language or session.language), True
    return session, False


def _new(context: Context, language: str | None) -> Session:
    """Make a new project, unless somebody is still working on the one before."""
    with context.jobs.alone():
        before = context.projects.current
        if before is not None:
            context.jobs.settle_chat(before.session_id, context.account.working)
        return context.projects.create(language)
