"""export: the timeline as a file on this computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from t2v import fitting, outputs
from t2v.clock import Budget
from t2v.comparison import compare
from t2v.context import Context
from t2v.draft import Timeline
from t2v.endpoints import FORMATS, LARGER, SIZES
from t2v.errors import SkillError
from t2v.jobs import Job
from t2v.report import Exit, External, Next, Report
from t2v.store import Session

if TYPE_CHECKING:
    from t2v.downloads.delivery import Delivered


def export(  # noqa: PLR0913 - the command line's own arguments
    context: Context,
    *,
    output: str | None,
    format: str | None,  # noqa: A002 - the argument's name
    quality: str,
    wait: float | None,
    resume: bool,
    force: bool,
    fit: int | None = None,
    fps: int | None = None,
) -> Report:
    """Render, wait and download; or take up the render that an earlier call started."""
    if resume:
        return context.work.go_on("render", wait, force=force)
    require_service(context, quality, fps)
    if fit is not None:
        context.measuring.require()
    request = {
        "output": outputs.anchored(output),
        "format": format or ending(output),
        "quality": quality,
        "fps": fps,
        "force": force,
        "fit": fit,
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
    fit: int | None = None,
    fps: int | None = None,
) -> Report:
    """Render what is in the timeline, and bring the file to `output`, a path or a folder."""
    session = context.projects.require()
    with context.projects.within(session), context.jobs.alone():
        timeline = context.projects.timeline(session)
        path = outputs.choose(output, _title(timeline), format, force=force)
        require_ending(path, format)
        if fit is not None:
            fitting.require_room(path, fit, force=force)
        order = Job(
            kind="render",
            session_id=session.session_id,
            started_at=context.clock.now(),
            format=format,
            quality=SIZES.get(quality, quality),
            fps=fps or 0,
            output=str(path),
        )
        job = context.exporter.start(session, timeline, order)
        return _finish(context, session, timeline, job, budget, force=force, fit=fit)


def go_on(
    context: Context,
    budget: Budget,
    *,
    force: bool = False,
    fit: int | None = None,
    **request: Any,
) -> Report:
    """Wait for the render that was started, and bring its file here; nothing is started again.

    One that was asked for and never started is started now: it costs nothing.
    """
    if request and context.jobs.open_of("render") is None:
        return begin(context, budget, force=force, fit=fit, **request)
    session = context.projects.require()
    with context.projects.within(session), context.jobs.alone():
        job = context.jobs.require("render")
        timeline = context.projects.timeline(session)
        return _finish(context, session, timeline, job, budget, force=force, fit=fit)


def require_service(context: Context, quality: str, fps: int | None = None) -> None:
    """Refuse what only the studio renders, before anything is spent on it elsewhere.

    Raises:
        SkillError: `usage`, with what there is.
    """
    if not context.settings.local and (quality in LARGER or fps):
        most = "The service renders 1080p at most, in the film's own frame rate"
        raise SkillError("usage", f"{most}; {', '.join(LARGER)} and --fps need --local.")


def _finish(  # noqa: PLR0913 - what the end of a render is told from
    context: Context,
    session: Session,
    timeline: Timeline,
    job: Job,
    budget: Budget,
    *,
    force: bool,
    fit: int | None,
) -> Report:
    delivered = context.exporter.finish(session, timeline, job, budget, force=force)
    if delivered is None:
        return _running(job)
    told = _told(context, session, timeline, job, delivered)
    if fit is not None:
        copy = fitting.fit(context, delivered.path, fit, force=force)
        told = Told({**told.facts, "fit": copy.facts}, f"{told.say} {copy.say}".strip())
    return _done(context, session, timeline, delivered, told)


class Told(NamedTuple):
    """What an answer adds to the file: facts for `data`, and sentences."""

    facts: dict[str, Any]
    say: str


def _told(
    context: Context, session: Session, timeline: Timeline, job: Job, delivered: Delivered
) -> Told:
    """Return what was asked for against what came."""
    wishes = context.wishlist.of(session.session_id)
    found = compare(
        delivered.path, timeline, wishes=wishes, container=job.format, quality=job.quality
    )
    return Told(found.facts(), found.say())


def _title(timeline: Timeline) -> str:
    """Return the words that an unnamed file is called by: the first picture's name."""
    names = (one.name for track in timeline.tracks for one in track.segments)
    return next((name for name in names if name), "video")


def ending(output: str | None) -> str:
    """Return the format that the output's name asks for, mp4 where it asks for none."""
    asked = Path(output or "").suffix[1:].lower()
    return asked if asked in FORMATS else "mp4"


def require_ending(path: Path, container: str) -> None:
    """Refuse a name that says something else than what the file will be."""
    asked = path.suffix[1:].lower()
    if asked and asked != container:
        raise SkillError("usage", f"The output ends in .{asked} but the format is {container}.")


def _running(job: Job) -> Report:
    return Report(
        say="Still rendering. The render is kept; nothing has to be done again.",
        data={"render": job.render_id, "output": job.output},
        next=(Next.WAIT,),
        exit=Exit.TEMPORARY,
    )


def _done(
    context: Context, session: Session, timeline: Timeline, delivered: Delivered, told: Told
) -> Report:
    link = context.account.claim_link(session)
    ready = f"The video is ready: {delivered.path} ({delivered.bytes / 1e6:.1f} MB)."
    return Report(
        say=f"{ready} {told.say}".strip(),
        data={
            "file": str(delivered.path),
            "bytes": delivered.bytes,
            "sha256": delivered.sha256,
            "credits_spent": context.exporter.cost.credits,
            "duration_s": timeline.duration_ms / 1000,
            "timeline": timeline.outline(),
            "link": link,
            **told.facts,
        },
        next=(Next.DELIVER_FILE, Next.SHOW_CLAIM_LINK) if link else (Next.DELIVER_FILE,),
        charged=context.exporter.cost.charged,
        external=External("", timeline=timeline.named()),
    )
