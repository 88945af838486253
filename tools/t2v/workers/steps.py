"""The progress of a job, on its way from the worker to whoever watches: one JSON line a step."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any

from t2v.progress import Progress, Several

MOST_BYTES = 262_144
"""Of a job's progress; a thousand times what a film tells. A batch tells more: it begins anew."""

_FLAGS = os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class Steps:
    """A progress sink that writes into a file. What cannot be written is not worth the work."""

    def __init__(self, path: Path) -> None:
        """Add to the file at `path`."""
        self._path = path
        self._last: tuple[str, int | None] | None = None
        self._parts: dict[str, str] = {}

    def say(self, text: str) -> None:
        """Write the sentence."""
        self._last = None
        self._put({"say": text})

    def advance(self, stage: str, fraction: float | None = None) -> None:
        """Write the stage when it is new, and then at every percent."""
        step = (stage, None if fraction is None else int(fraction * 100))
        if step != self._last:
            self._last = step
            self._put({"stage": stage, "fraction": fraction})

    def part(self, name: str, stage: str, fraction: float | None = None) -> None:
        """Write the stage of a part when it is new, and then at every tenth."""
        step = f"{stage} {'' if fraction is None else int(fraction * 10)}"
        if self._parts.get(name) != step:
            self._parts[name] = step
            self._put({"part": name, "stage": stage, "fraction": fraction})
        if not stage:
            self._parts.pop(name, None)

    def _put(self, step: dict[str, Any]) -> None:
        with contextlib.suppress(OSError):
            handle = os.open(self._path, os.O_WRONLY | _FLAGS, 0o600)
            try:
                if os.fstat(handle).st_size >= MOST_BYTES:
                    os.ftruncate(handle, 0)
                os.write(handle, json.dumps(step).encode() + b"\n")
            finally:
                os.close(handle)


class Follower:
    """Reads the file as it grows and tells a sink of this process."""

    def __init__(self, path: Path, progress: Progress, *, late: bool) -> None:
        """Begin with the first step, or, when the job has been going on, with the last one."""
        self._path, self._progress, self._late = path, progress, late
        self._offset = 0

    def follow(self) -> None:
        """Tell what has come since the last look."""
        steps = self._new()
        if self._late:
            steps = [step for step in steps if "part" not in step][-1:]
        for step in steps:
            _tell(step, self._progress)
        self._late = False

    def _new(self) -> list[dict[str, Any]]:
        try:
            with self._path.open("rb") as file:
                if os.fstat(file.fileno()).st_size < self._offset:
                    self._offset = 0  # it began anew
                file.seek(self._offset)
                data = file.read(MOST_BYTES)
        except OSError:
            return []
        whole = data[: data.rfind(b"\n") + 1]
        self._offset += len(whole)
        return [step for line in whole.splitlines() if (step := _parsed(line)) is not None]


def last(path: Path) -> tuple[str | None, int | None]:
    """Return the stage of the last step, and its percent where it is known."""
    heard = _Last()
    Follower(path, heard, late=True).follow()
    return heard.stage, heard.percent


class _Last:
    def __init__(self) -> None:
        self.stage: str | None = None
        self.percent: int | None = None

    def say(self, text: str) -> None:
        self.stage = text

    def advance(self, stage: str, fraction: float | None = None) -> None:
        self.stage = stage
        self.percent = None if fraction is None else int(min(max(fraction, 0.0), 1.0) * 100)


def _tell(step: dict[str, Any], progress: Progress) -> None:
    if isinstance(step.get("say"), str):
        progress.say(step["say"])
    elif isinstance(step.get("stage"), str):
        fraction, part = step.get("fraction"), step.get("part")
        known = fraction if isinstance(fraction, float) else None
        if not isinstance(part, str):
            progress.advance(step["stage"], known)
        elif isinstance(progress, Several):
            progress.part(part, step["stage"], known)


def _parsed(line: bytes) -> dict[str, Any] | None:
    try:
        step = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return step if isinstance(step, dict) else None
