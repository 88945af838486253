"""The measuring program: started, watched, found again by a later call, and stopped.

It is another program (`python -m t2v_measure FOLDER`), since decoding and encoding are heavy and
files may be hostile; the engine never imports it. Order, progress and answer lie in a folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from t2v import disk
from t2v.checks import shell
from t2v.clock import Budget, Clock
from t2v.errors import SkillError
from t2v.progress import Progress
from t2v.secret import without_secrets

NEEDED = ("t2v_measure", "av", "cv2", "numpy")

ALIVE_S = 10.0
"""The program writes its progress four times a second; older than this, nobody is at work."""
START_S = 30.0
"""A cold start loads numpy, OpenCV and FFmpeg; on a slow disk that takes seconds."""
LOOK_S = 0.2
KEPT_S = 86_400.0
"""An answer that nobody fetched is thrown away after a day."""


class Measuring:
    """The program's work for this user."""

    def __init__(self, folder: Path, clock: Clock, progress: Progress) -> None:
        """Keep the orders under `folder`."""
        self._folder, self._clock, self._progress = folder, clock, progress

    def require(self) -> None:
        """Refuse early what cannot be done here.

        Raises:
            SkillError: `extra_missing` with the command that installs what is not there.
        """
        require_program()

    def run(
        self, order: Mapping[str, Any], budget: Budget, stage: str, *, resume: bool = False
    ) -> dict[str, Any] | None:
        """Have the order done and return its result; None when the time is up first.

        Args:
            order: `verb` and what it needs, paths absolute. The same order is the same work:
                one that is being done already is joined.
            budget: how long this call may take; the work itself goes on.
            stage: what people see beside the progress.
            resume: only join, or fetch the answer of, work that was started before.

        Raises:
            SkillError: `extra_missing`, `nothing_to_resume`, `measuring_stopped`, or the
                program's own failure. A call that is interrupted stops the work.
        """
        self.require()
        desk = self._desk(order)
        process = None
        if not resume and not _alive(desk):
            process = self._started(desk, order)
        elif not _alive(desk) and not (desk / "answer.json").exists():
            raise SkillError("nothing_to_resume")
        try:
            answer = self._watched(desk, process, budget, stage)
        except BaseException:
            stop(desk)
            raise
        return None if answer is None else _result(desk, answer)

    def _desk(self, order: Mapping[str, Any]) -> Path:
        self._sweep()
        text = json.dumps(order, sort_keys=True)
        return self._folder / hashlib.sha256(text.encode()).hexdigest()[:16]

    def _started(self, desk: Path, order: Mapping[str, Any]) -> subprocess.Popen[bytes]:
        if desk.exists():
            shutil.rmtree(desk, ignore_errors=True)
        disk.private_folder(desk)
        disk.write_private(desk / "order.json", json.dumps(order).encode())
        with (desk / "log").open("wb") as log:
            return subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-m", "t2v_measure", str(desk)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=desk,
                env=without_secrets(os.environ),
                start_new_session=True,  # it outlives this call, and stops with its children
            )

    def _watched(
        self, desk: Path, process: subprocess.Popen[bytes] | None, budget: Budget, stage: str
    ) -> dict[str, Any] | None:
        """Wait for the answer, telling how far it is."""
        begun = self._clock.budget(START_S)
        while True:
            answer = _read(desk / "answer.json")
            if answer is not None:
                return answer
            over = process is not None and process.poll() is not None
            if over or (not _alive(desk) and begun.spent):
                return _read(desk / "answer.json") or _fell(desk)
            self._progress.advance(stage, (_read(desk / "progress.json") or {}).get("fraction"))
            if not budget.sleep(LOOK_S):
                return None

    def _sweep(self) -> None:
        """Throw away what nobody came back for."""
        for old in self._folder.glob("*/order.json"):
            with contextlib.suppress(OSError):
                if time.time() - old.stat().st_mtime > KEPT_S and not _alive(old.parent):
                    shutil.rmtree(old.parent, ignore_errors=True)


def require_program() -> None:
    """Refuse to go on where the program, or a package that it needs, is missing.

    Raises:
        SkillError: `extra_missing` with the command that installs it.
    """
    if not all(importlib.util.find_spec(name) for name in NEEDED):
        raise missing("Measuring is not installed.", "measure")


def missing(detail: str, extra: str) -> SkillError:
    """Return the failure that names the command for an extra."""
    command = shell.install(f"text-to-video-skills[{extra}]")
    return SkillError("extra_missing", detail, data={"command": command})


def stop(desk: Path) -> None:
    """Ask the program to end at once, with all that it started."""
    with contextlib.suppress(OSError):
        (desk / "stop").touch()


def _alive(desk: Path) -> bool:
    """Whether somebody is at work there: its progress is fresh and there is no answer yet."""
    with contextlib.suppress(OSError):
        age = time.time() - (desk / "progress.json").stat().st_mtime
        return age < ALIVE_S and not (desk / "answer.json").exists()
    return False


def _read(path: Path) -> dict[str, Any] | None:
    with contextlib.suppress(OSError, ValueError):
        document = json.loads(path.read_bytes())
        return document if isinstance(document, dict) else None
    return None


def _fell(desk: Path) -> NoReturn:
    """Say that the program ended without an answer."""
    log = desk / "log"
    raise SkillError("measuring_stopped", data={"log": str(log)} if log.exists() else None)


def _result(desk: Path, answer: dict[str, Any]) -> dict[str, Any]:
    """Return what came of it; the folder has served."""
    shutil.rmtree(desk, ignore_errors=True)
    if answer.get("ok"):
        result: dict[str, Any] = answer["result"]
        return result
    if answer["code"] == "extra_missing":
        raise missing(answer["say"], answer["extra"])
    raise SkillError(answer["code"], answer["say"])
