"""jobs: the work that goes on without the command that started it."""

from __future__ import annotations

from typing import Any

from t2v.context import Context
from t2v.errors import SkillError
from t2v.report import Charged, External, Next, Report
from t2v.workers.task import Task

ACTIONS = ("list", "show", "cancel", "clean")


def jobs(context: Context, *, action: str, id: str | None) -> Report:  # noqa: A002 - the argument
    """List the jobs of all projects, show one with its answer, cancel one, or remove old ones."""
    if action in ("show", "cancel"):
        task = _found(context, id)
        return _show(context, task) if action == "show" else _cancel(context, task)
    if id is not None:
        raise SkillError("usage", f"{action} takes no id.")
    return _list(context) if action == "list" else _clean(context)


def _list(context: Context) -> Report:
    """Tell of each job, the newest first."""
    facts = [context.work.facts(task) for task in context.work.shelf.all()]
    going_on = [one for one in facts if one["state"] in ("queued", "running")]
    return Report(
        say=f"{len(facts)} job{'s' * (len(facts) != 1)}, {len(going_on)} of them going on.",
        data={"jobs": facts},
        next=(Next.WAIT,) if going_on else (),
        lines=tuple(f"  {one['id']}  {one['kind']}: {_sentence(one)}" for one in facts),
    )


def _show(context: Context, task: Task) -> Report:
    """Tell of one job, with the answer where there is one, as its tool gave it.

    Telling costs nothing, so `charged` is no; what the job itself costs stands in `data.job`.
    """
    facts = context.work.facts(task)
    document: dict[str, Any] = dict(task.document or {})
    external = document.pop("external", None)
    return Report(
        say=f"{task.id} is a {task.kind}: {_sentence(facts)}",
        data={"job": facts, "attempts": task.attempts, "answer": document or None},
        next=(Next.WAIT,) if task.open else (),
        external=External(str(external["text"]), str(external["source"])) if external else None,
    )


def _cancel(context: Context, task: Task) -> Report:
    """End the worker. The service cannot be told: what it has begun it may finish, and charge."""
    if not task.open:
        raise SkillError("nothing_to_cancel", f"The job {task.id} has ended: it is {task.state}.")
    ended = context.work.cancel(task)
    charged = Charged(ended.charged)
    honest = {
        Charged.NO: "Nothing is charged for it.",
        Charged.UNKNOWN: "The service cannot be told: it may finish the work, and charge for it.",
        Charged.YES: "What it had cost stays charged.",
    }
    return Report(
        say=f"The {task.kind} {task.id} is cancelled here. {honest[charged]}",
        data={"job": context.work.facts(ended), **_spent(ended)},
        next=(Next.POLL_STATE,) if charged is Charged.UNKNOWN else (),
        charged=charged,
    )


def _spent(task: Task) -> dict[str, int]:
    """Return what an ended job has told that it cost."""
    credits_ = (task.document or {}).get("data", {}).get("credits_spent")
    return {"credits_spent": credits_} if credits_ else {}


def _clean(context: Context) -> Report:
    """Remove the records of jobs that have ended and whose answer has been heard."""
    removed = context.work.shelf.clean(context.clock.now(), kept=0)
    return Report(say=f"{removed} job{'s' * (removed != 1)} removed.", data={"removed": removed})


def _found(context: Context, id: str | None) -> Task:  # noqa: A002 - as above
    going_on = [task for task in context.work.shelf.all() if task.open]
    if id is None and len(going_on) == 1:
        return going_on[0]
    if id is None:
        which = "Which job? Give its id;" if going_on else "Nothing is going on;"
        raise SkillError("usage", f"{which} jobs.py lists all jobs.")
    task = context.work.shelf.read(id)
    if task is None:
        raise SkillError("usage", f"There is no job {id}.")
    return task


def _sentence(facts: dict[str, Any]) -> str:
    """Return how a job stands."""
    done = "" if facts["percent"] is None else f" {facts['percent']} %"
    step = f", {facts['stage'].rstrip('.')}{done}" if facts["stage"] else ""
    if facts["took_s"] is not None:
        return f"{facts['state']} after {facts['took_s']} s, begun {facts['age_s']} s ago."
    return f"{facts['state']}, {facts['age_s']} s{step}."
