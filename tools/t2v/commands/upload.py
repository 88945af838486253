"""upload: files and links into the project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from t2v.context import Context
from t2v.errors import SkillError
from t2v.report import Next, Report
from t2v.store import Session


def upload(context: Context, *, sources: list[str]) -> Report:
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
