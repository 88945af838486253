"""A tool that is killed at one of its steps, and the calls that a user makes after that.

`Trial` has a user, an account and a home of its own. `strike` kills; `go_on` is the next call,
an hour later and with nothing in its way; `prove` compares all that was said and left behind with
the service's own books.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from t2v.store import Session, Store
from tests.faults import lying
from tests.faults.accounts import VIDEO, Account
from tests.faults.forge import NEVER, Forge, Order, Run
from tests.faults.pretend import PretendService
from tests.faults.strikes import Strike
from tests.films import MP4
from tests.tools.schema import validate

SLUG = "text-to-video-kaggle"
LATER_S = 3600.0
"""Between the kill and the next call: what was open is old enough to be settled by looking."""

WORDS, AGAIN = "add a title", "make it brighter"
PATIENCE = ("--wait", "600")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A tool that changes something. `who` is killed; `resume` is what a user calls then.

    `own`: the user has a token; `running`: a chat is going on.
    """

    tool: str
    args: tuple[str, ...]
    resume: tuple[str, ...]
    who: str = "tool"
    own: bool = True
    running: bool = False

    @property
    def name(self) -> str:
        """The name of the scene in a report."""
        words = [word for word in self.args[:1] if word in ("--new", "cancel")]
        return " ".join((self.tool, *words, f"({self.who})"))


SEND = Scene(tool="send", args=(WORDS, *PATIENCE), resume=("--resume", *PATIENCE))
EXPORT = replace(SEND, tool="export", args=("--output", "film.mp4", *PATIENCE))
CREATE = replace(SEND, tool="create", args=("a cat", "--output", "film.mp4", *PATIENCE))
SCENES = (
    Scene(tool="connect", args=(), resume=(), own=False),
    Scene(tool="connect", args=("--new",), resume=()),
    Scene(tool="upload", args=("clip.mp4",), resume=("clip.mp4",)),
    *(replace(scene, who=who) for scene in (SEND, EXPORT, CREATE) for who in ("tool", "worker")),
    Scene(tool="jobs", args=("cancel", "{job}"), resume=("cancel", "{job}"), running=True),
)


@dataclass(slots=True)
class Trial:
    """One user. `heard` are the answers, in order."""

    forge: Forge
    service: PretendService
    scene: Scene
    root: Path
    token: str
    account: Account = field(init=False)
    heard: list[Run] = field(default_factory=list)
    recovery_s: float = 0.0
    """What the call after the kill took."""

    def __post_init__(self) -> None:
        """Open an account with a project, and give the user a home that knows of it."""
        self.workspace.mkdir(parents=True)
        if not self.scene.own:
            return
        self.account = self.service.open_account(self.token)
        name = self.account.open_session()
        self.account.sessions[name].tracks.append(VIDEO)
        (self.workspace / "clip.mp4").write_bytes(MP4)
        self.store.keep_session(
            f"{self.service.url} {SLUG}", Session(name, f"task-{name}", "bind-1", "en", 1.0)
        )
        if self.scene.running:
            self.service.troubles.append(("chat", "slow"))
            self.run("send", "a slow one", "--wait", "0", settle_s=0)
            end = time.monotonic() + 20
            while not self.account.sent:
                assert time.monotonic() < end, "the worker does not come to it"
                time.sleep(0.002)

    @property
    def home(self) -> Path:
        """The user's state folder."""
        return self.root / "home"

    @property
    def workspace(self) -> Path:
        """The folder in which the tools run."""
        return self.root / "workspace"

    @property
    def store(self) -> Store:
        """The state, as the engine reads it."""
        return Store(self.home, lambda _: None)

    def run(
        self,
        tool: str,
        *args: str,
        strikes: Mapping[str, Strike] | None = None,
        ahead_s: float = 0.0,
        settle_s: float = 20.0,
    ) -> Run:
        """Run a tool, and check what every run must keep."""
        environment = {**os.environ, "T2V_HOME": str(self.home), "NEMO_API_URL": self.service.url}
        if self.scene.own:
            environment["NEMO_TOKEN"] = self.token
        order = Order(environment, self.workspace, ahead_s, settle_s, strikes or {})
        ran = self.forge.run(order, tool, *(word.format(job=self._job()) for word in args))
        self.heard.append(ran)
        assert "Traceback" not in ran.stderr, ran.stderr
        assert len(ran.stdout.splitlines()) == (not ran.killed or bool(ran.stdout))
        if not ran.killed:
            validate(tool, ran.document, ran.code)
        self._check_state()
        return ran

    def places(self) -> int:
        """Return how many places there are in the scene, by coming to all of them."""
        scene = self.scene
        ran = self.run(scene.tool, *scene.args, strikes={scene.who: NEVER}, settle_s=self._settle_s)
        return ran.places[scene.who]

    def strike(self, at: int) -> Run:
        """Run the scene's tool, and kill it or its worker at that place."""
        scene = self.scene
        strikes = {scene.who: Strike(at)}
        return self.run(scene.tool, *scene.args, strikes=strikes, settle_s=self._settle_s)

    def go_on(self) -> Run:
        """Do what a user does then, an hour later."""
        if self.scene.running:
            self.service.finish()
        ran = self.run(self.scene.tool, *self.scene.resume, ahead_s=LATER_S)
        self.recovery_s = ran.seconds
        return ran

    def counts(self) -> dict[str, float]:
        """Return what went wrong, counted; see `tallies`."""
        if not self.scene.own:
            return {"kills": 1, "slowest_s": self.recovery_s}
        told = [ran.document["charged"] for ran in self.heard if ran.stdout]
        return {
            "kills": 1,
            "slowest_s": self.recovery_s,
            "double_sends": len(self.account.sent) - len(set(self.account.sent)),
            "lost_jobs": bool(self.account.charges) and set(told) <= {"no"},
            "secrets": sum((ran.stdout + ran.stderr).count(self.token) for ran in self.heard),
        }

    def end(self) -> None:
        """Let nothing go on, and forget what the service knows of it."""
        self.service.finish()
        self.forge.settle(kill=True)
        self.service.clients.clear()
        self.service.history.clear()

    @property
    def _settle_s(self) -> float:
        return 0.0 if self.scene.running else 20.0

    def _job(self) -> str:
        jobs = self.home / "text-to-video" / "jobs"
        return next((path.name for path in jobs.iterdir()), "") if jobs.is_dir() else ""

    def _check_state(self) -> None:
        """Whatever happened: the state is JSON, and nobody else's to read."""
        for _, data in lying.things(self.home, "state.json", "job.json"):
            json.loads(data)
        for path, mode in lying.modes(self.home):
            assert not mode & 0o077, path

    def leftovers(self, *, settled: bool = False) -> list[str]:
        """Return the names of files that nobody needs any more.

        What belongs to an open intent or to a job stays until the next one begins: `settled`.
        """
        kinds = ("*.tmp", "*.part", "*.note", "*.plain", "ledger/live/*")
        found = [path for kind in kinds for path in self.root.rglob(kind)]
        if not settled:
            found = [path for path in found if path.parent.parent.name not in ("ledger", "jobs")]
        return [path.relative_to(self.root).as_posix() for path in found]

    def rows(self, kind: str) -> list[dict[str, Any]]:
        """Return the rows of the ledger."""
        text = b"".join(data for _, data in lying.things(self.home, "*.jsonl"))
        rows = [json.loads(line) for line in text.splitlines()]
        return [row for row in rows if row["row"] == kind]
