"""Work that takes as long as a test wants, its workers, and what the service saw of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from t2v.endpoints import CHAT, CREDITS, RENDER, RENDER_STATUS, STATE
from t2v.workers.shelf import STEPS, Shelf
from t2v.workers.steps import Steps
from t2v.workers.task import Task
from tests.films import MP4
from tests.scripted_service import Answer, ScriptedService, event, ok, reply, stream
from tests.tools.conftest import LAUNCHERS

TOKEN = "nmv_usr_own"  # noqa: S105 - a test's own
VIDEO = {"tt": 0, "sg": [{"d": 10_000, "m": {"name": "a cat"}}]}
TITLE = {"tt": 7, "sg": [{"d": 3000, "m": {"text": "Paradise"}}]}
PRICE = 50


def until(true: Callable[[], object], seconds: float = 30.0) -> None:
    """Wait for something that another process brings about."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.01)


class Work:
    """A service whose chat and render go on until `finish`, and the tools' side of them."""

    def __init__(self, service: ScriptedService, home: Path, workspace: Path) -> None:
        """Serve a film that can be edited and exported."""
        self.service, self.workspace = service, workspace
        self.environment = {"NEMO_API_URL": service.url, "NEMO_TOKEN": TOKEN}
        self.shelf = Shelf(home / "text-to-video" / "jobs")
        self._done = threading.Event()
        service.serve_project({"draft": {"t": [VIDEO]}})
        service.on(CHAT, lambda _: stream(*()) if self._done.is_set() else self._slowly())
        service.on(RENDER, reply({"status": "pending"}))
        service.on(RENDER_STATUS, reply({"status": "processing", "progress": 40}))

    def _slowly(self) -> Answer:
        return Answer(headers={"Content-Type": "text/event-stream"}, chunks=self._chat())

    def _chat(self) -> Iterator[bytes]:
        yield event("I am at it.")
        while not self._done.wait(0.05):
            yield b": alive\n\n"
        yield event("Done.")

    def tell(self, step: str) -> None:
        """Write a step of the newest job, as its worker would."""
        Steps(self.shelf.place(self.task.id) / STEPS).say(step)

    def finish(self) -> None:
        """Let the service finish: a title is there and paid for, a render can be fetched."""
        if self.service.calls(CHAT):
            self.service.on(STATE, ok(state={"draft": {"t": [VIDEO, TITLE]}}))
            self.service.on(CREDITS, ok(available=100 - PRICE, frozen=0, total=100 - PRICE))
        film = self.service.on_get("/film.mp4", Answer(body=MP4))
        self.service.on(RENDER_STATUS, reply({"status": "completed", "output": {"url": film}}))
        self._done.set()

    def start(self, tool: str, *arguments: str, **options: Any) -> subprocess.Popen[bytes]:
        """Start a tool, and do not wait for it."""
        return subprocess.Popen(
            [sys.executable, LAUNCHERS / f"{tool}.py", *arguments],
            cwd=self.workspace,
            env={**os.environ, **self.environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **options,
        )

    @property
    def task(self) -> Task:
        """The newest job."""
        return self.shelf.all()[0]

    @property
    def working(self) -> bool:
        """Whether the newest job's worker is at it, and its request has arrived."""
        asked = self.service.calls(CHAT) or self.service.calls(RENDER_STATUS)
        return bool(asked and self.shelf.all() and self.task.state == "running")

    @property
    def alive(self) -> bool:
        """Whether somebody works on the newest job."""
        return self.shelf.alive(self.task, time.time())

    def kill_worker(self) -> None:
        """End the newest job's worker as the kernel would when memory is short."""
        os.kill(self.task.pid, signal.SIGKILL)
        until(lambda: not self.alive)
