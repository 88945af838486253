"""state: what is in the timeline."""

from __future__ import annotations

from typing import Any

from t2v.context import Context
from t2v.report import External, Next, Report
from t2v.workers.kinds import KINDS
from t2v.workers.task import ENDED


def state(context: Context, *, picture: str | None, force: bool) -> Report:
    """Read the timeline, and draw it where that is asked for."""
    session = context.projects.require()
    with context.projects.within(session):
        timeline = context.projects.timeline(session)
    context.look_back()
    job = context.work.going_on() or _left(context)
    data = {
        "timeline": timeline.outline(),
        "ready": timeline.ready,
        "stage": timeline.stage,
        "duration_s": timeline.duration_ms / 1000,
        "aspect": timeline.aspect,
        "tracks": timeline.shape(),
        "job": job,
    }
    say, follow = timeline.outline(), Next.OFFER_EXPORT if timeline.ready else Next.DESCRIBE_VIDEO
    if picture is not None:
        data["file"] = str(context.draw(timeline, picture, force=force))
        say, follow = f"{say} Drawn: {data['file']}.", Next.DELIVER_FILE
    return Report(
        say=f"{say} {_told(job)}" if job else say,
        data=data,
        next=(follow, Next.WAIT) if job else (follow,),
        external=External("", timeline=timeline.named()),
    )


def _left(context: Context) -> dict[str, Any] | None:
    """Return the facts of work at the service that no job of this computer stands for."""
    job = context.jobs.open
    return {"kind": job.kind, "age_s": round(context.jobs.age(job))} if job else None


def _told(job: dict[str, Any]) -> str:
    """Return the sentence about work that goes on, or whose answer nobody has heard."""
    tool = f"{KINDS[job['kind']].tool}.py --resume"
    if job.get("state") in ENDED:
        return f"A {job['kind']} has ended: {tool} tells what came of it."
    stage = f" ({job['stage'].rstrip('.')})" if job.get("stage") else ""
    return f"A {job['kind']} has been going on for {job['age_s']} s{stage}: wait with {tool}."
