"""state: what is in the timeline."""

from __future__ import annotations

from t2v.context import Context
from t2v.report import External, Next, Report


def state(context: Context, *, picture: str | None, force: bool) -> Report:
    """Read the timeline, and draw it where that is asked for."""
    session = context.projects.require()
    with context.projects.within(session):
        timeline = context.projects.timeline(session)
    context.look_back()
    job = context.jobs.open
    data = {
        "timeline": timeline.outline(),
        "ready": timeline.ready,
        "stage": timeline.stage,
        "duration_s": timeline.duration_ms / 1000,
        "aspect": timeline.aspect,
        "tracks": timeline.shape(),
        "job": {"kind": job.kind, "age_s": round(context.jobs.age(job))} if job else None,
    }
    say, follow = timeline.outline(), Next.OFFER_EXPORT if timeline.ready else Next.DESCRIBE_VIDEO
    if picture is not None:
        data["file"] = str(context.draw(timeline, picture, force=force))
        say, follow = f"{say} Drawn: {data['file']}.", Next.DELIVER_FILE
    return Report(
        say=say,
        data=data,
        next=(follow, Next.WAIT) if job else (follow,),
        external=External("", timeline=timeline.named()),
    )
