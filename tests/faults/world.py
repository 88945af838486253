"""A user with a film in the making, a service that does its work, and a peer between them.

`run` runs a tool in a forked process, `execute` as a host does; both check what every tool
promises, whatever happened to it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from t2v.endpoints import (
    ANONYMOUS_TOKEN,
    CHAT,
    CREDITS,
    RENDER,
    RENDER_DOWNLOAD,
    RENDER_STATUS,
    STATE,
    UPLOAD,
    Endpoint,
)
from t2v.store import KeptToken, Session, Store
from tests.faults.forge import HURRY, Forge, Order
from tests.faults.peer import Peer
from tests.films import MP4
from tests.scripted_service import Answer, ScriptedService, Seen, event, ok, reply, stream
from tests.tools.conftest import LAUNCHERS, Ran
from tests.tools.schema import validate

SLUG = "text-to-video-kaggle"
TOKEN = "nmv_usr_0f5e1c"  # noqa: S105 - a test's own
VIDEO = {"tt": 0, "sg": [{"d": 10_000, "m": {"name": "a cat"}}]}
TITLE = {"tt": 7, "sg": [{"d": 3000, "m": {"text": "Paradise"}}]}
PRICE = 50
CONNECT_S = 0.4
FILM = Endpoint(name="film", method="GET", path="/film.mp4")
COSTING = (ANONYMOUS_TOKEN, CHAT, RENDER)
IDLE_S = 0.6
LIMITS = {"client.CONNECT_S": CONNECT_S, "downloads.sources.IDLE_S": IDLE_S}
HURRIED = {"idle_s": IDLE_S, "values": LIMITS}
"""What the forge of these worlds has to be started with."""


@dataclass(slots=True)
class World:
    """One user's computer and the service.

    `values` are limits of the engine by module and name; `clock` is how wrong the calendar is, in
    seconds, or "jumping"; `file_bytes` bounds the files that a tool can write. `seconds` are those
    of the slowest run, `leaked` counts what was seen of the token, `worked` is whether an edit was
    done and charged.
    """

    service: ScriptedService
    peer: Peer
    home: Path
    workspace: Path
    forge: Forge
    values: dict[str, float] = field(default_factory=lambda: dict(LIMITS))
    clock: str = ""
    file_bytes: int = 0
    seconds: float = 0.0
    leaked: int = 0
    worked: bool = False

    def __post_init__(self) -> None:
        """Let the service have a film that can be edited and exported."""
        self.service.serve_project({"draft": {"t": [VIDEO]}})
        self.service.on(CHAT, self._edit)
        self.service.on(RENDER, reply({"status": "pending"}))
        self.service.on(UPLOAD, ok())
        self.service.on(FILM, Answer(body=MP4))
        self.service.on(RENDER_DOWNLOAD, Answer(body=MP4))
        self.rendered(self.peer.url + FILM.path + "?sig=presigned")

    def _edit(self, _: Seen) -> Answer:
        """Do the work at once, whatever becomes of the answer."""
        self.work()
        return stream(event("On it. "), event("There is a title now."))

    def rendered(self, url: str | None) -> None:
        """Let the render be done, and its film lie there."""
        output = {"url": url} if url else {}
        self.service.on(RENDER_STATUS, reply({"status": "completed", "output": output}))

    def work(self) -> None:
        """Add a title, and charge for it."""
        self.worked = True
        left = 100 - PRICE
        self.service.on(STATE, ok(state={"draft": {"t": [VIDEO, TITLE]}}))
        self.service.on(CREDITS, ok(available=left, frozen=0, total=left))

    def files(self) -> None:
        """Write what can be uploaded, and what cannot."""
        (self.workspace / "clip.mp4").write_bytes(MP4)
        (self.workspace / "words.mp4").write_bytes(b"The free lunch is over.")
        for name, size in {"large.mp4": 50_000_000, "huge.mp4": 201_000_000}.items():
            (self.workspace / name).write_bytes(MP4)
            os.truncate(self.workspace / name, size)  # most of it takes no room on the disk

    def begin(self, url: str | None = None) -> None:
        """Keep a session, as connect.py does."""
        store = Store(self.home, lambda _: None)
        session = Session("session-1", "task-1", "bind-1", "en", time.time())
        store.keep_session(f"{url or self.peer.url} {SLUG}", session)

    def keep_token(self) -> None:
        """Keep a free token, as connect.py does for a user without one."""
        kept = KeptToken(token="nmv_usr_kept", obtained_at=time.time())  # noqa: S106 - a test's own
        Store(self.home, lambda _: None).keep_token(self.peer.url, kept)

    @property
    def limits(self) -> dict[str, Any]:
        """What is different for a tool here; see `hurry`."""
        return {
            "idle_s": IDLE_S,
            "values": self.values,
            "clock": self.clock,
            "file_bytes": self.file_bytes,
            "asked": str(self.workspace.parent / "names"),
        }

    def environment(self, env: Mapping[str, str | None] | None) -> dict[str, str]:
        """Return what a tool is started with; a variable that is None is taken away."""
        wanted = {
            **os.environ,
            "T2V_HOME": str(self.home),
            "NEMO_API_URL": self.peer.url,
            "NEMO_TOKEN": TOKEN,
            "PYTHONPATH": str(HURRY),
            "T2V_FAULT_LIMITS": json.dumps(self.limits),
            **(env or {}),
        }
        return {name: value for name, value in wanted.items() if value is not None}

    def names(self) -> list[str]:
        """Return the hosts that were looked up, once for each attempt to connect."""
        asked = self.workspace.parent / "names"
        return asked.read_text().split() if asked.exists() else []

    def start(
        self,
        tool: str,
        *words: str,
        env: Mapping[str, str | None] | None = None,
        before: tuple[str, ...] = (),
        **options: Any,
    ) -> subprocess.Popen[bytes]:
        """Start a tool as a program; `before` comes before Python."""
        return subprocess.Popen(
            [*before, sys.executable, str(LAUNCHERS / f"{tool}.py"), *words],
            env=self.environment(env),
            **{
                "cwd": self.workspace,
                "stdin": subprocess.DEVNULL,
                "stdout": subprocess.PIPE,
                "stderr": subprocess.PIPE,
                **options,
            },
        )

    def run(self, tool: str, *words: str, env: Mapping[str, str | None] | None = None) -> Ran:
        """Run a tool to its end in a process of the forge, and check it."""
        if self.file_bytes:  # what a forged tool prints goes into a file
            return self.execute(tool, *words, env=env)
        order = Order(self.environment(env), self.workspace, settle_s=0.0, limits=self.limits)
        ran = self.forge.run(order, tool, *words)
        self.seconds = max(self.seconds, ran.seconds)
        return self._checked(tool, ran.code, ran.stdout, ran.stderr)

    def execute(self, tool: str, *words: str, **options: Any) -> Ran:
        """Run a tool to its end as a program, as a host does, and check it."""
        started = time.monotonic()
        ran = self.finish(tool, self.start(tool, *words, **options))
        self.seconds = max(self.seconds, time.monotonic() - started)
        return ran

    def finish(self, tool: str, process: subprocess.Popen[bytes], within_s: float = 20.0) -> Ran:
        """Wait for a program, and check it."""
        out, err = process.communicate(timeout=within_s)
        code = process.returncode
        return self._checked(tool, code, out.decode("ascii"), err.decode(errors="replace"))

    def _checked(self, tool: str, code: int, stdout: str, stderr: str) -> Ran:
        """Check what every tool promises: one line of JSON as its schema has it, no traceback."""
        assert "Traceback" not in stderr, stderr
        assert stdout.isascii()
        (line,) = stdout.splitlines()
        document = json.loads(line)
        validate(tool, document, code)
        self.leaked += (stdout + stderr).count(TOKEN)
        return Ran(document=document, exit=code, stdout=stdout, stderr=stderr)

    def charging(self) -> dict[str, int]:
        """Return how often each endpoint that may cost something was asked."""
        return {one.name: len(self.peer.calls(one)) for one in COSTING if self.peer.calls(one)}
