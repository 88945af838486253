"""What every test gets: a home of its own, none of our variables, and no way beyond loopback.

This process is held by `socket.connect` and `socket.getaddrinfo`; the programs that a test starts
are held by a proxy address at which nobody listens.
"""

from __future__ import annotations

import contextlib
import ipaddress
import itertools
import json
import os
import shutil
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from t2v.workers import process
from t2v.workers.task import Task

# CI judges a change: the same change gets the same cases. Other runs go on looking for new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

HOMES = {
    "HOME": "home",
    "USERPROFILE": "home",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_STATE_HOME": "home/.local/state",
    "T2V_HOME": "t2v",
}
OURS = ("NEMO_", "T2V_", "SKILL_SOURCE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NETRC")
PROXIES = ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy")
SIGNALS = [
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name)
]
GRACE_S = 10.0
"""How long a studio that is asked to end may take."""
_NUMBERS = itertools.count()
NOBODY = "http://127.0.0.1:9"
"""The discard port: nothing listens there, so what would leave this computer is refused at once."""


class BeyondLoopbackError(AssertionError):
    """A test tried to reach another machine. An AssertionError, so that nothing retries it."""


@pytest.fixture(autouse=True)
def own_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """Give the test, and the programs it starts, an empty home and a clean environment."""
    for name in list(os.environ):
        if name.startswith(OURS) or name.lower() in PROXIES:
            monkeypatch.delenv(name)
    # The factory's own numbers come from reading all names that there are: for thousands, slowly.
    root = tmp_path_factory.getbasetemp() / "own" / str(next(_NUMBERS))
    (root / "home").mkdir(parents=True)
    for name, folder in HOMES.items():
        monkeypatch.setenv(name, str(root / folder))
    for name in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(name, NOBODY)
    monkeypatch.setenv("no_proxy", "localhost,127.0.0.1,::1")
    yield root / "home"
    for record in root.glob("t2v/**/job.json"):
        _end_worker(record)
    for address in root.glob("**/studio/studio.json"):
        _end_studio(address)
    shutil.rmtree(root, ignore_errors=True)


def _end_worker(record: Path) -> None:
    """End the worker of a job that the test left open; it outlives the tool that started it."""
    task = Task.from_json(record.read_bytes()) if record.is_file() else None
    if task is not None and task.open:
        process.stop(task.pid, task.birth, force=True)


def _end_studio(address: Path) -> None:
    """End the studio that a tool of the test has started; it would wait for more to do."""
    with contextlib.suppress(OSError, ValueError):  # it may be ending by itself
        pid = int(json.loads(address.read_bytes())["pid"])
        if pid == os.getpid():  # it runs in a thread, and its test ends it
            return
        os.kill(pid, signal.SIGTERM)
        end = time.monotonic() + GRACE_S
        while address.exists() and time.monotonic() < end:
            time.sleep(0.02)


@pytest.fixture(autouse=True)
def signals_as_they_were() -> Iterator[None]:
    """Put back what is done about signals: a tool in this process ends by ignoring them.

    The programs that later tests start would inherit that, and could not be stopped.
    """
    before = {number: signal.getsignal(number) for number in SIGNALS}
    yield
    for number, handler in before.items():
        if signal.getsignal(number) is not handler:
            signal.signal(number, handler)


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that connects beyond loopback from this process; other names do not resolve."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    getaddrinfo = socket.getaddrinfo

    def connect_near(self: socket.socket, address: Any) -> None:
        _require_loopback(self, address)
        connect(self, address)

    def connect_ex_near(self: socket.socket, address: Any) -> int:
        _require_loopback(self, address)
        return connect_ex(self, address)

    def resolve_near(host: Any, *args: Any, **kwargs: Any) -> Any:
        if host and host != "localhost" and not _is_address(host):
            raise socket.gaierror(socket.EAI_NONAME, f"tests resolve no names: {host}")
        return getaddrinfo(host, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", connect_near)
    monkeypatch.setattr(socket.socket, "connect_ex", connect_ex_near)
    monkeypatch.setattr(socket, "getaddrinfo", resolve_near)


def _require_loopback(sock: socket.socket, address: Any) -> None:
    if sock.family not in (socket.AF_INET, socket.AF_INET6):
        return
    host = str(address[0])
    if host != "localhost" and not (_is_address(host) and ipaddress.ip_address(host).is_loopback):
        message = f"a test reached for {host}"
        raise BeyondLoopbackError(message)


def _is_address(host: Any) -> bool:
    try:
        ipaddress.ip_address(host.decode() if isinstance(host, bytes) else host)
    except ValueError:
        return False
    return True
