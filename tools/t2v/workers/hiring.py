"""Starting workers: one at a time for a session, whose lock the worker holds for its life."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from t2v.context import Context
from t2v.errors import SkillError
from t2v.report import Charged
from t2v.workers import process
from t2v.workers.kinds import KINDS
from t2v.workers.shelf import LOG, STEPS, UNWANTED, Shelf
from t2v.workers.steps import last
from t2v.workers.task import Task, cancelled, lost

ATTEMPTS = 3
"""Workers that may be lost over one job, before the job is."""


class Hiring:
    """Workers for the jobs of one session."""

    def __init__(self, context: Context, shelf: Shelf) -> None:
        """Write the jobs down on `shelf`."""
        self._context, self._clock, self._shelf = context, context.clock, shelf

    def begin(self, kind: str, request: dict[str, Any]) -> Task | None:
        """Write a new job down and start its worker; None where nothing can be kept.

        Raises:
            SkillError: `busy` while another job goes on.
        """
        with self._turn() as lock:
            if lock is None:
                return None
            self._give_up(kind)
            task = self._hired(self._shelf.add(self._new(kind, request)), lock)
            self._shelf.clean(self._clock.now())
            return task

    def take_up(self, kind: str, task: Task | None, changes: dict[str, Any]) -> Task | None:
        """Start a worker for what lies open, under the job's own record or a new one."""
        with self._turn() as lock:
            if lock is None:
                return None
            if task is None:
                new = self._new(kind, changes)._replace(begins=False)
                return self._hired(self._shelf.add(new), lock)
            return self._hired(self._again(task, changes, attempts=1), lock)

    def replace(self, task: Task) -> Task:
        """Put another worker in the place of one that is gone; after too many the job is lost."""
        try:
            with self._turn() as lock:
                task = self._shelf.read(task.id) or task
                if not task.open or self._shelf.alive(task, self._clock.now()):
                    return task  # somebody else has just done it
                if self._shelf.marked(task, UNWANTED):
                    return self.cancelled(task)
                if lock is None or task.attempts >= ATTEMPTS:
                    return self._shelf.write(task.ended(lost(task), self._clock.now(), "lost"))
                return self._hired(self._again(task, {}, attempts=task.attempts + 1), lock)
        except SkillError as error:
            if error.code != "busy":
                raise
            return task

    def cancelled(self, task: Task) -> Task:
        """Write down that a job was cancelled, whose worker could not do that itself."""
        charged = KINDS[task.kind].charged if task.started_at else Charged.NO
        error = cancelled(task, charged)
        return self._shelf.write(task.ended(error, self._clock.now(), "cancelled"))

    def facts(self, task: Task) -> dict[str, Any]:
        """Return what may be told of a job: no words of the user, nothing of the service's."""
        now = self._clock.now()
        stage, percent = last(self._shelf.place(task.id) / STEPS) if task.open else (None, None)
        gone = task.open and not self._shelf.alive(task, now)
        return {
            "id": task.id,
            "kind": task.kind,
            "state": "stopped" if gone else task.state,
            "age_s": task.age_s(now),
            "took_s": task.took_s,
            "stage": stage,
            "percent": percent,
            "charged": (KINDS[task.kind].charged if task.open else Charged(task.charged)).value,
        }

    @contextmanager
    def _turn(self) -> Iterator[int | None]:
        """Hold the session's lock; whoever holds it is named to those who want it."""
        try:
            with self._context.store.only_one(self._context.key) as lock:
                yield lock
        except SkillError as error:
            if error.code == "busy" and not error.data:
                raise self._busy() from error
            raise

    def _busy(self) -> SkillError:
        now = self._clock.now()
        tasks = self._shelf.of(self._context.key)
        task = next((one for one in tasks if self._shelf.alive(one, now)), None)
        if task is None:
            return SkillError("busy")
        tool = f"{KINDS[task.kind].tool}.py"
        said = f"{tool} has been working on a {task.kind} here for {task.age_s(now)} s."
        return SkillError("busy", said, data={"job": self.facts(task)})

    def _give_up(self, kind: str) -> None:
        """End what nobody works on any more, now that something else is asked for.

        A render outlives a chat: it costs nothing and is there to be fetched.
        """
        for task in self._shelf.of(self._context.key):
            if self._shelf.alive(task, self._clock.now()):
                raise self._busy()
            if task.open and not (task.kind == "render" and kind == "chat"):
                self._shelf.write(task.ended(lost(task), self._clock.now(), "lost"))

    def _new(self, kind: str, request: dict[str, Any]) -> Task:
        return Task(
            id="",
            kind=kind,
            session=self._context.key,
            request=request,
            created_at=self._clock.now(),
            limit_s=KINDS[kind].limit_s,
            local=self._context.settings.local,
        )

    def _again(self, task: Task, changes: dict[str, Any], *, attempts: int) -> Task:
        """Return the job's record as it is before a worker takes it up."""
        return self._shelf.write(
            task._replace(
                request={**task.request, **changes},
                begins=False,
                attempts=attempts,
                state="queued",
                pid=0,
                birth="",
                ended_at=None,
                exit=None,
                document=None,
            )
        )

    def _hired(self, task: Task, lock: int) -> Task:
        """Start the worker; the session's lock and the job's own go with it."""
        place = self._shelf.place(task.id)
        self._shelf.unmark(task)
        with self._shelf.held(task.id) as own:
            process.start(place, place / LOG, self._context.environment, (lock, own))
        return task
