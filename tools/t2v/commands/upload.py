"""upload: files and links into the project; a document becomes a film."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from t2v.context import Context
from t2v.documents import film, kinds
from t2v.errors import SkillError
from t2v.report import Next, Report
from t2v.store import Session


def upload(  # noqa: PLR0913 - the command line's own arguments
    context: Context,
    *,
    sources: list[str],
    words: str | None = None,
    duration: int | None = None,
    plan: bool = False,
    send_plan: str | None = None,
    story: bool = False,
    max_credits: int | None = None,
    wait: float | None = None,
    resume: bool = False,
) -> Report:
    """Upload media; plan, show or send a document; send a plan; or go on waiting for one."""
    document = words is not None or duration is not None or plan or story
    if resume or send_plan is not None:
        _refuse(sources or document or (resume and send_plan is not None))
        if send_plan is None:
            return context.work.go_on("chat", wait)
        kept = film.find(context, send_plan)
        return film.send(context, kept, max_credits=max_credits, wait=wait)
    if not sources:
        raise SkillError("usage", "Give a file or a link (PATH_OR_URL).")
    found = [kinds.MEDIA if "://" in one else kinds.kind_of(Path(one)) for one in sources]
    if set(found) == {kinds.MEDIA}:
        _refuse(document)
        return _media(context, sources)
    if len(sources) > 1:
        raise SkillError("usage", "Give a document by itself; upload what goes with it before.")
    path, kind = Path(sources[0]).expanduser(), found[0]
    if not story and film.is_batch(path, kind):
        return film.offer_batch(path, kind)
    kept = film.plan_of(context, path, kind, words=words, duration=duration)
    if plan:
        return film.show(context, kept)
    return film.send(context, kept, max_credits=max_credits, wait=wait)


def _refuse(wrong: object) -> None:
    """Refuse arguments that would be dropped in silence."""
    if wrong:
        said = "A plan is sent as it is, and --resume sends nothing; only a document has options."
        raise SkillError("usage", said)


def _media(context: Context, sources: list[str]) -> Report:
    """Upload each source, in order; one that fails says which are there already."""
    for source in sources:
        context.uploader.require(source)  # told before anything is sent
    session = context.projects.ensure()
    done: list[dict[str, Any]] = []
    try:
        with context.projects.within(session):
            for source in sources:
                done.append(_upload(context, session, source))  # noqa: PERF401 - told if one fails
    except SkillError as error:
        error.data.setdefault("uploaded", done)
        raise
    names = ", ".join(one["name"] for one in done)
    return Report(
        say=f"Uploaded: {names}. Say what to do with {'it' if len(done) == 1 else 'them'}.",
        data={"uploaded": done},
        next=(Next.SEND,),
    )


def _upload(context: Context, session: Session, source: str) -> dict[str, Any]:
    """Upload a file, or hand a link on."""
    if "://" in source:
        return context.uploader.url(session, source)
    return context.uploader.file(session, Path(source))
