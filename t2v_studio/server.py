"""The studio as a process: one for a home, found by its address file, gone when not needed."""

from __future__ import annotations

import json
import logging
import os
import secrets
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

import t2v
from t2v.disk import lock, private_folder, read_small, write_private
from t2v.errors import SkillError
from t2v.skill import Skill, skill_folder
from t2v_studio.app import application
from t2v_studio.crafts import REAL, Crafts
from t2v_studio.guard import Guard
from t2v_studio.protocol import PatientProtocol
from t2v_studio.settings import Settings
from t2v_studio.studio import Studio

HOST = "127.0.0.1"
"""Never another one: the studio belongs to this computer."""
ADDRESS = "studio.json"

_HEADER_BYTES = 32_768
_OTHER_S = 15.0
"""How long a second start waits for the first one's address, or for its end."""


class Server(uvicorn.Server):
    """uvicorn that tells when it is ready, and ends when it is not needed."""

    def __init__(self, studio: Studio, crowd: Guard, ready: Callable[[], None]) -> None:
        """Set uvicorn up: strict framing, no log of requests, no trust in proxies."""
        super().__init__(
            uvicorn.Config(
                crowd,
                http=PatientProtocol,
                ws="none",
                loop="asyncio",
                lifespan="on",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                h11_max_incomplete_event_size=_HEADER_BYTES,
                timeout_keep_alive=30,
                timeout_graceful_shutdown=3,
            )
        )
        self._studio = studio
        self._crowd = crowd
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, then tell."""
        await super().startup(sockets)
        if self.started:
            self._ready()

    async def on_tick(self, counter: int) -> bool:
        """Return whether it is time to end."""
        return await super().on_tick(counter) or self._unneeded()

    def _unneeded(self) -> bool:
        idle = self._crowd.idle_s() > self._studio.settings.idle_s
        return idle and not self._studio.busy


class Running:
    """A studio that is ready to listen; `run` blocks until it ends, `stop` ends it."""

    def __init__(
        self, settings: Settings, tell: Callable[[str], None], *, crafts: Crafts = REAL
    ) -> None:
        """Take a port, and open the studio's folder; `tell` hears the address once it listens."""
        self._tell = tell
        self.token = secrets.token_urlsafe(32)
        self.home = private_folder(settings.home)
        self._socket = _listening(settings.port)
        self.url = f"http://{HOST}:{self._socket.getsockname()[1]}"
        self.studio = Studio(settings, self.token, crafts=crafts)
        self._server = Server(self.studio, application(self.studio), self._ready)

    def run(self) -> None:
        """Serve until it is stopped, idle, or signalled."""
        try:
            self._server.run([self._socket])
        finally:
            self._socket.close()
            (self.home / ADDRESS).unlink(missing_ok=True)

    def stop(self) -> None:
        """Ask it to end; may be called from any thread."""
        self._server.should_exit = True

    def _ready(self) -> None:
        address = {
            "url": self.url,
            "token": self.token,
            "pid": os.getpid(),
            "version": _version(),
        }
        write_private(self.home / ADDRESS, json.dumps(address).encode())
        self._tell(self.url)


def serve(settings: Settings, tell: Callable[[str], None]) -> None:
    """Run the studio, or tell where it runs already.

    Args:
        settings: how it is set up.
        tell: is called with the address, once it can be used.

    Raises:
        SkillError: `studio_down` when another one holds the home and does not come up.
    """
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s")
    home = private_folder(settings.home)
    patience = time.monotonic() + _OTHER_S
    while not _served(settings, tell):
        other = read_small(home / ADDRESS)
        if other:
            tell(str(json.loads(other)["url"]))
            return
        # The one that holds the lock is starting, or ending.
        if time.monotonic() > patience:
            raise SkillError("studio_down", "Another studio holds the folder and does not answer.")
        time.sleep(0.1)


def _served(settings: Settings, tell: Callable[[str], None]) -> bool:
    """Run until the end, and return True; False when another one holds the home."""
    try:
        with lock(settings.home / "studio.lock", wait=False), _quiet_signals():
            # What a killed studio left would send others to a port that is somebody else's now.
            (settings.home / ADDRESS).unlink(missing_ok=True)
            Running(settings, tell).run()
    except BlockingIOError:
        return False
    return True


@contextmanager
def _quiet_signals() -> Iterator[None]:
    """Let uvicorn's clean end be the end: it raises the signal again, which would kill us."""
    before = {number: signal.signal(number, _nothing) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _nothing(*_: object) -> None:
    """Do nothing; uvicorn has heard the signal already."""


def _listening(port: int) -> socket.socket:
    # With the protocol named, asyncio sends what is written at once; else each answer waits for
    # the client's delayed acknowledgement, 40 ms.
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            # A restart on the same port must not wait for old connections to be forgotten.
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((HOST, port))
    except OSError as error:
        sock.close()
        raise SkillError("studio_down", f"Port {port} is taken.") from error
    return sock


def _version() -> str:
    """Return the version of the skill that the studio came with."""
    package = Path(t2v.__file__)
    return Skill.load(skill_folder(package.parent, launcher=package)).version
