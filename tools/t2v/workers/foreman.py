"""The tool's side of a job: it has a worker start, watches it, and tells what came of it.

A job whose worker is gone without an end is gone on with by another one, which looks at what is
there and sends nothing again.
"""

from __future__ import annotations

from typing import Any

from t2v.clock import Budget
from t2v.context import Context
from t2v.errors import SkillError
from t2v.jobs import Jobs
from t2v.report import Charged, Exit, Next, Report
from t2v.workers import process
from t2v.workers.hiring import Hiring
from t2v.workers.kinds import KINDS, command
from t2v.workers.shelf import STEPS, TOLD, UNWANTED, Shelf
from t2v.workers.steps import Follower
from t2v.workers.task import Task

POLITE_S = 5.0
"""How long a worker that was asked to end may take for it, before it is ended."""

PAUSE_S = (0.02, 0.2)
"""Between two looks at the record: the shortest, and the longest once it takes a while."""


class Foreman:
    """The jobs of one session."""

    def __init__(self, context: Context) -> None:
        """Use the context's parts; what is not needed is not loaded."""
        self._context, self._clock = context, context.clock
        self.shelf = Shelf(context.store.folder / "jobs")
        self._hiring = Hiring(context, self.shelf)
        self.facts = self._hiring.facts
        self.watched: Task | None = None
        """The job that goes on while this process looks at it."""
        self._answered: Task | None = None

    def begin(self, kind: str, request: dict[str, Any], wait: float | None) -> Report:
        """Do a new job, and return its answer, or that it goes on.

        Args:
            kind: of job.
            request: the arguments of the command's `begin`, as JSON can hold them.
            wait: seconds that this call may take.

        Raises:
            SkillError: the answer is a failure; `busy` while another job goes on.
        """
        budget = self._context.budget(wait)
        task = None if self._context.inline else self._hiring.begin(kind, request)
        if task is None:
            return command(kind).begin(self._context, budget, **request)
        return self._watch(task, budget, late=False)

    def go_on(self, kind: str, wait: float | None, **changes: Any) -> Report:
        """Return the answer of the newest job of that kind, now or when it comes.

        Args:
            kind: of job.
            wait: seconds that this call may take.
            changes: what is asked for differently, should another worker have to go on.

        Raises:
            SkillError: `nothing_to_resume`, or as `begin`.
        """
        budget = self._context.budget(wait)
        tasks = [] if self._context.inline else self.shelf.of(self._context.key)
        task = next((one for one in tasks if one.kind == kind), None)
        if task is not None and task.open:
            return self._watch(task, budget, late=True)
        if any(one.open and one.kind == "film" for one in tasks):
            raise self._nothing(tasks)  # its chat and its render are its own
        told = task is None or self.shelf.marked(task, TOLD)
        if self._lies_open(kind) and (task is None or told or task.exit != Exit.OK):
            return self._take_up(kind, task, budget, changes)
        if task is None or told:
            raise self._nothing(tasks)
        return self._answer(task)

    def going_on(self) -> dict[str, Any] | None:
        """Return the facts of the job that goes on, or whose answer nobody has heard."""
        for task in self.shelf.of(self._context.key):
            if task.open or not self.shelf.marked(task, TOLD):
                return self.facts(task)
        return None

    def cancel(self, task: Task) -> Task:
        """End the job's worker and return the record with its end.

        A render is forgotten with it: it costs nothing to begin another. A chat is not, since it
        may still be paid for, and a later look tells what came of it.

        Raises:
            SkillError: `busy` when the worker cannot be ended from here.
        """
        self.shelf.mark(task, UNWANTED)
        for force in (False, True):
            task = self.shelf.read(task.id) or task
            if not self.shelf.alive(task, self._clock.now()):
                break
            process.stop(task.pid, task.birth, force=force)
            budget = self._clock.budget(POLITE_S)
            while self.shelf.alive(task, self._clock.now()) and not budget.spent:
                budget.sleep(PAUSE_S[0])
        task = self.shelf.read(task.id) or task
        if self.shelf.alive(task, self._clock.now()):
            raise SkillError("busy", "The worker cannot be ended from here.")
        task = self._hiring.cancelled(task) if task.open else task
        if task.state == "cancelled":
            self.shelf.mark(task, TOLD)
            if "render" in KINDS[task.kind].open:
                Jobs(self._context.store, self._clock, task.session).settle("render")
        return task

    def told(self) -> None:
        """Remember that the answer has reached the caller."""
        if self._answered is not None:
            self.shelf.mark(self._answered, TOLD)

    def _take_up(
        self, kind: str, task: Task | None, budget: Budget, changes: dict[str, Any]
    ) -> Report:
        """Go on with work that an earlier process left open at the service."""
        hired = None if self._context.inline else self._hiring.take_up(kind, task, changes)
        if hired is None:
            return command(kind).go_on(self._context, budget, **changes)
        return self._watch(hired, budget, late=False)

    def _watch(self, task: Task, budget: Budget, *, late: bool) -> Report:
        """Follow the job until it has ended or the time is up."""
        place = self.shelf.place(task.id)
        follower = Follower(place / STEPS, self._context.progress, late=late)
        self._context.charged = KINDS[task.kind].charged
        while True:
            self.watched = task
            # In this order: what the worker wrote last is read after it was seen to be gone.
            alive = self.shelf.alive(task, self._clock.now())
            task = self.shelf.read(task.id) or task
            follower.follow()
            if task.open and not alive:
                task = self._hiring.replace(task)
            if not task.open:
                break
            if budget.spent:
                return self._running(task)
            budget.sleep(min(PAUSE_S[1], PAUSE_S[0] + budget.elapsed / 20))
        self.watched, self._context.charged = None, Charged.NO
        return self._answer(task)

    def _running(self, task: Task) -> Report:
        kind = KINDS[task.kind]
        return Report(
            say=kind.going_on,
            data={"job": self.facts(task)},
            next=(Next.WAIT,),
            charged=kind.charged,
            exit=Exit.TEMPORARY,
        )

    def _answer(self, task: Task) -> Report:
        self._answered = task
        return task.answer()

    def _lies_open(self, kind: str) -> bool:
        """Whether work of that kind may be going on at the service."""
        return any(self._context.jobs.open_of(one) for one in KINDS[kind].open)

    def _nothing(self, tasks: list[Task]) -> SkillError:
        """Return `nothing_to_resume`; where another tool's work goes on, with that tool."""
        task = next((one for one in tasks if one.open), None)
        if task is None:
            return SkillError("nothing_to_resume")
        said = f"What goes on is a {task.kind}: resume it with {KINDS[task.kind].tool}.py."
        return SkillError("nothing_to_resume", said, data={"job": self.facts(task)})
