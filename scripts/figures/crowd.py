"""A crowd in one studio: hundreds of sessions, fifty chats at once, and the memory they take."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import requests

from figures.table import Figure
from t2v.endpoints import APP, CHAT, CREATE_SESSION

SESSIONS, AT_ONCE, ROUNDS = 200, 50, 4
MESSAGE = "A fox runs through a snowy forest at night, 10 seconds, calm music, title: Winter"
PACE = "0.3"
"""Slow enough that all chats of a wave run at the same time, quick enough to wait for."""
_REST_S = 1.0
"""After a round, until what it used has been given back."""


@dataclass(frozen=True, slots=True)
class Process:
    """A studio in a process of its own."""

    url: str
    token: str
    pid: int

    def memory_mb(self, row: str = "VmRSS") -> float:
        """Return the resident memory now, or with `VmHWM` its peak. Linux tells both."""
        lines = Path(f"/proc/{self.pid}/status").read_text("ascii").splitlines()
        fields = dict(line.split(":", 1) for line in lines)
        return int(fields[row].split()[0]) * 1024 / 1e6

    def handles(self) -> int:
        """Return how many files, sockets and threads it holds."""
        folder = Path(f"/proc/{self.pid}")
        return sum(len(os.listdir(folder / kind)) for kind in ("fd", "task"))  # noqa: PTH208 - names only


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of chats left."""

    errors: int
    slowest_s: float
    memory_mb: float
    handles: int


def crowd(rounds: int = ROUNDS) -> Iterator[Figure]:
    """Chat in new sessions, round after round; the first one warms up and is not compared."""
    with _studio() as studio:
        done = [_round(studio) for _ in range(rounds)]
        peak = studio.memory_mb("VmHWM")
    chats, first, last = rounds * SESSIONS, done[0], done[-1]
    yield Figure(
        what=f"Errors with {AT_ONCE} chats at once",
        value=sum(one.errors for one in done),
        limit=0,
        unit="errors",
        detail=f"{chats} chats in {chats} sessions",
    )
    slowest = max(one.slowest_s for one in done)
    yield Figure(what=f"Slowest of {AT_ONCE} chats at once", value=slowest, limit=30, unit="s")
    yield Figure(
        what=f"Studio's memory with {AT_ONCE} chats at once, peak",
        value=peak,
        limit=350,  # it composes the sound of films meanwhile
        unit="MB",
    )
    yield Figure(
        what=f"Growth of it over {(rounds - 1) * SESSIONS} further chats",
        value=max(0.0, last.memory_mb - first.memory_mb),
        limit=10,
        unit="MB",
        detail=f"from {first.memory_mb:.0f} to {last.memory_mb:.0f} MB;"
        f" files and threads from {first.handles} to {last.handles}",
    )


@contextlib.contextmanager
def _studio() -> Iterator[Process]:
    """Run a studio in a home of its own."""
    ours = ("NEMO_", "T2V_")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    with (
        tempfile.TemporaryDirectory(prefix="t2v-crowd-") as home,
        subprocess.Popen(
            [sys.executable, "-m", "t2v_studio", "serve", "--home", f"{home}/studio"],
            env={**environment, "T2V_STUDIO_PACE": PACE},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
        ) as process,
    ):
        assert process.stdout is not None  # noqa: S101 - a pipe was asked for
        process.stdout.readline()  # it prints one line, when it listens
        address = json.loads(Path(home, "studio", "studio.json").read_text("utf-8"))
        yield Process(address["url"], address["token"], process.pid)
        process.terminate()


def _round(studio: Process) -> Round:
    """Let every session of a new crowd chat once, so many at a time."""
    with ThreadPoolExecutor(AT_ONCE) as threads:
        times = list(threads.map(lambda _: _chat(studio), range(SESSIONS)))
    time.sleep(_REST_S)
    well = [seconds for seconds in times if seconds is not None]
    slowest = max(well, default=0.0)
    return Round(SESSIONS - len(well), slowest, studio.memory_mb(), studio.handles())


def _chat(studio: Process) -> float | None:
    """Open a session and chat in it; return how long that took, or None if it went wrong."""
    started = time.monotonic()
    with requests.Session() as web:
        web.trust_env = False
        web.headers["Authorization"] = f"Bearer {studio.token}"
        opened = web.post(studio.url + CREATE_SESSION.path, json={"language": "en"}, timeout=60)
        session = opened.json()["data"]["session_id"]
        said = web.post(studio.url + CHAT.path, json=_message(session), timeout=60)
    whole = said.ok and '"text"' in said.text and '"error' not in said.text
    return time.monotonic() - started if whole else None


def _message(session: str) -> dict[str, object]:
    return {
        "app_name": APP,
        "user_id": "me",
        "session_id": session,
        "new_message": {"parts": [{"text": MESSAGE}]},
    }
