"""The folder of the jobs: a folder for each, with its record, its progress, its log and its lock.

Whoever works on a job holds its lock, which the system takes back however the process ends: that,
and no process number, says whether somebody is alive.
"""

from __future__ import annotations

import contextlib
import re
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path

from t2v import disk
from t2v.errors import SkillError
from t2v.workers.task import Task

RECORD, STEPS, LOG, LOCK = "job.json", "progress.ndjson", "worker.log", "lock"
TOLD, UNWANTED = "told", "unwanted"
"""Empty files: the answer has been given; the job is to be gone on with by nobody."""

_FILES = {RECORD, STEPS, LOG, LOCK, TOLD, UNWANTED}

KEPT = 20
"""Ended jobs that stay to be looked at."""

STALE_S = 30 * 86_400
"""Age after which an ended job is removed."""

EMPTY_S = 60
"""Age after which a folder that holds no job is removed: whoever made it was killed right then."""

START_S = 30.0 if sys.platform == "win32" else 0.0
"""How long a job may wait for its worker without anybody's lock; elsewhere locks are handed on."""

_CONSONANTS, _VOWELS, _DIGITS = "bdfglmnprtv", "aeiou", "23456789"
_ID = re.compile(f"(?:[{_CONSONANTS}][{_VOWELS}]){{2}}[{_DIGITS}]{{2}}")


class Shelf:
    """The jobs below one folder."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`; it is made when the first job is."""
        self.folder = folder

    def place(self, id: str) -> Path:  # noqa: A002 - the record's own word
        """Return the job's folder.

        Raises:
            SkillError: `usage` for what is no id.
        """
        if not _ID.fullmatch(id):
            raise SkillError("usage", "That is not the id of a job, such as lumo27.")
        return self.folder / id

    def add(self, task: Task) -> Task:
        """Give the job an id and a folder, and write it down."""
        disk.private_folder(self.folder)
        for _ in range(100):
            name = _name()
            try:
                (self.folder / name).mkdir(mode=0o700)
            except FileExistsError:
                continue
            except OSError as error:
                raise disk.disk_error(error) from error
            return self.write(task._replace(id=name))
        raise SkillError("state_unusable", "There is no name left for a job.")

    def write(self, task: Task) -> Task:
        """Replace the record; it is on the disk when this returns."""
        disk.write_private(self.place(task.id) / RECORD, task.to_json())
        return task

    def read(self, id: str) -> Task | None:  # noqa: A002 - as above
        """Return the job; None when there is none, or nothing that can be read as one."""
        place = self.place(id)
        try:
            task = Task.from_json(disk.read_small(place / RECORD)) if _own(place) else None
        except SkillError:  # a link, a pipe, a huge file
            return None
        return task if task is not None and task.id == id else None

    def all(self) -> list[Task]:
        """Return the jobs, the newest first."""
        found = [task for name in self._names() if (task := self.read(name)) is not None]
        return sorted(found, key=lambda task: task.created_at, reverse=True)

    def of(self, session: str) -> list[Task]:
        """Return the jobs of a session, the newest first."""
        return [task for task in self.all() if task.session == session]

    @contextlib.contextmanager
    def held(self, id: str) -> Iterator[int]:  # noqa: A002 - as above
        """Hold the job's lock.

        Raises:
            BlockingIOError: its worker is alive.
        """
        with disk.lock(self.place(id) / LOCK, wait=False) as handle:
            yield handle

    def alive(self, task: Task, now: float) -> bool:
        """Whether somebody works on the job, or is about to."""
        if not task.open:
            return False
        try:
            with self.held(task.id):
                return task.state == "queued" and now - task.created_at < START_S
        except BlockingIOError:
            return True
        except SkillError:
            return False

    def mark(self, task: Task, mark: str) -> None:
        """Remember `TOLD` or `UNWANTED` of a job."""
        with contextlib.suppress(SkillError):
            disk.touch_private(self.place(task.id) / mark)

    def marked(self, task: Task, mark: str) -> bool:
        """Whether that is remembered of the job."""
        return (self.place(task.id) / mark).exists()

    def unmark(self, task: Task) -> None:
        """Forget both: another answer will come."""
        for mark in (TOLD, UNWANTED):
            with contextlib.suppress(OSError):
                (self.place(task.id) / mark).unlink(missing_ok=True)

    def clean(self, now: float, kept: int = KEPT) -> int:
        """Remove ended jobs whose answer was given, but the newest; return how many went.

        What nobody asked about in a month goes, too.
        """
        tasks = [task for task in self.all() if not task.open]
        old = [task for task in tasks if now - (task.ended_at or task.created_at) > STALE_S]
        heard = [task for task in tasks[kept:] if self.marked(task, TOLD)]
        gone = {task.id for task in (*heard, *old)}
        readable = {task.id for task in self.all()}
        gone |= {name for name in self._names() if name not in readable and self._stale(name, now)}
        return sum(_remove(self.folder / name) for name in gone)

    def _stale(self, name: str, now: float) -> bool:
        """Whether a folder that holds no job has lain there for so long that none will come."""
        try:
            return now - (self.folder / name).lstat().st_mtime > EMPTY_S
        except OSError:
            return False

    def _names(self) -> list[str]:
        try:
            return [path.name for path in self.folder.iterdir() if _ID.fullmatch(path.name)]
        except OSError:
            return []


def _name() -> str:
    """Return an id that can be said: two syllables and two digits."""
    parts = (_CONSONANTS, _VOWELS) * 2 + (_DIGITS,) * 2
    return "".join(secrets.choice(part) for part in parts)


def _own(place: Path) -> bool:
    """Whether it is a folder: what a link leads to is nothing of ours."""
    return place.is_dir() and not place.is_symlink()


def _remove(place: Path) -> bool:
    """Remove a job's folder with the files that are ours; one that holds others stays."""
    if not _own(place):
        return False
    try:
        for path in place.iterdir():
            if path.name in _FILES or path.suffix == ".tmp":
                path.unlink(missing_ok=True)
        place.rmdir()
    except OSError:
        return False
    return True
