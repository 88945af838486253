"""export: the timeline as a file on this computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from t2v import outputs
from t2v.clock import Budget
from t2v.context import Context
from t2v.draft import Timeline
from t2v.endpoints import FORMATS, SIZES
from t2v.errors import SkillError
from t2v.jobs import Job
from t2v.report import Exit, External, Next, Report
from t2v.store import Session

if TYPE_CHECKING:
    from t2v.delivery import Delivered


def export(  # noqa: PLR0913 - the command line's own arguments
    context: Context,
    *,
    output: str | None,
    format: str | None,  # noqa: A002 - the argument's name
    quality: str,
    wait: float | None,
    resume: bool,
    force: bool,
) -> Report:
    """Render, wait and download; or take up the render that an earlier call started."""
    if resume:
        return context.work.go_on("render", wait, force=force)
    request = {
        "output": outputs.anchored(output),
        "format": format or _ending(output),
        "quality": quality,
        "force": force,
    }
    return context.work.begin("render", request, wait)


def begin(  # noqa: PLR0913 - what a render is made from
    context: Context,
    budget: Budget,
    *,
    output: str,
    format: str,  # noqa: A002 - the argument's name
    quality: str,
    force: bool,
) -> Report:
    """Render what is in the timeline, and bring the file to `output`, a path or a folder."""
    session = context.projects.require()
    with context.projects.within(session), context.jobs.alone():
        timeline = context.projects.timeline(session)
        path = outputs.choose(output, _title(timeline), format, force=force)
        _require_ending(path, format)
        order = Job(
            kind="render",
            session_id=session.session_id,
            started_at=context.clock.now(),
            format=format,
            quality=SIZES.get(quality, quality),
            output=str(path),
        )
        job = context.exporter.start(session, timeline, order)
        return _finish(context, session, timeline, job, budget, force=force)


def go_on(context: Context, budget: Budget, *, force: bool = False, **_request: object) -> Report:
    """Wait for the render that was started, and bring its file here; nothing is started again."""
    session = context.projects.require()
    with context.projects.within(session), context.jobs.alone():
        job = context.jobs.require("render")
        timeline = context.projects.timeline(session)
        return _finish(context, session, timeline, job, budget, force=force)


def _finish(  # noqa: PLR0913 - what the end of a render is told from
    context: Context,
    session: Session,
    timeline: Timeline,
    job: Job,
    budget: Budget,
    *,
    force: bool,
) -> Report:
    delivered = context.exporter.finish(session, timeline, job, budget, force=force)
    if delivered is None:
        return _running(job)
    return _done(context, session, timeline, delivered)


def _title(timeline: Timeline) -> str:
    """Return the words that an unnamed file is called by: the first picture's name."""
    names = (one.name for track in timeline.tracks for one in track.segments)
    return next((name for name in names if name), "video")


def _ending(output: str | None) -> str:
    """Return the format that the output's name asks for, mp4 where it asks for none."""
    ending = Path(output or "").suffix[1:].lower()
    return ending if ending in FORMATS else "mp4"


def _require_ending(path: Path, container: str) -> None:
    """Refuse a name that says something else than what the file will be."""
    ending = path.suffix[1:].lower()
    if ending and ending != container:
        raise SkillError("usage", f"The output ends in .{ending} but the format is {container}.")


def _running(job: Job) -> Report:
    return Report(
        say="Still rendering. The render is kept; nothing has to be done again.",
        data={"render": job.render_id, "output": job.output},
        next=(Next.WAIT,),
        exit=Exit.TEMPORARY,
    )


def _done(context: Context, session: Session, timeline: Timeline, delivered: Delivered) -> Report:
    link = context.account.claim_link(session)
    return Report(
        say=f"The video is ready: {delivered.path} ({delivered.bytes / 1e6:.1f} MB).",
        data={
            "file": str(delivered.path),
            "bytes": delivered.bytes,
            "sha256": delivered.sha256,
            "credits_spent": context.exporter.cost.credits,
            "duration_s": timeline.duration_ms / 1000,
            "timeline": timeline.outline(),
            "link": link,
        },
        next=(Next.DELIVER_FILE, Next.SHOW_CLAIM_LINK) if link else (Next.DELIVER_FILE,),
        charged=context.exporter.cost.charged,
        external=External("", timeline=timeline.named()),
    )
