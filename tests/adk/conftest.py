"""The real google-adk API server, with a scripted agent, on a loopback port."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

HERE = Path(__file__).parent
ENVIRONMENT = HERE.parents[1] / ".venv-adk"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
MISSING = (
    f"{ENVIRONMENT.name} is missing: scripts/check makes it. "
    "To go without the real server, say so: pytest -m 'not adk'."
)

READY = re.compile(r"running on (http://127\.0\.0\.1:\d+)")
READY_S = 60.0
"""The server imports a hundred packages: 5 s here, and a loaded machine is slower."""

NOBODY = "http://127.0.0.1:9"


@pytest.fixture(scope="session")
def adk_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the base URL of the server; its log lies beside its home."""
    if not PYTHON.exists():
        # Not a skip: a suite without its real peer must not look whole.
        pytest.fail(MISSING, pytrace=False)
    home = tmp_path_factory.mktemp("adk")
    log = home / "server.log"
    with log.open("wb") as out, started(home, out.fileno()) as process:
        try:
            yield wait_until_ready(process, log)
        finally:
            process.kill()


def started(home: Path, log: int) -> subprocess.Popen[bytes]:
    """Start the server with a home of its own, everything in memory, and no way out."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT")}
    away = {"HOME": str(home), "USERPROFILE": str(home), "TMPDIR": str(home)}
    proxies = {"http_proxy": NOBODY, "https_proxy": NOBODY, "no_proxy": "127.0.0.1"}
    memory = [f"--{service}_service_uri=memory://" for service in ("session", "artifact", "memory")]
    server = [str(PYTHON), "-m", "google.adk.cli", "api_server", "--port=0", "--no-reload"]
    return subprocess.Popen(
        [*server, *memory, str(HERE / "agents")],
        cwd=home,
        env={**kept, **away, **proxies, "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
    )


def wait_until_ready(process: subprocess.Popen[bytes], log: Path) -> str:
    """Return the address that the server has chosen, once it says that it listens there."""
    until = time.monotonic() + READY_S
    while time.monotonic() < until and process.poll() is None:
        ready = READY.search(log.read_text(errors="replace"))
        if ready:
            return ready.group(1)
        time.sleep(0.05)  # a process of its own: there is nothing to inject
    message = f"The google-adk server did not start:\n{log.read_text(errors='replace')[-4000:]}"
    pytest.fail(message, pytrace=False)


@pytest.fixture
def adk_session(adk_server: str) -> str:
    """Return the id of a new session of the user `me`."""
    made = requests.post(f"{adk_server}/apps/nemo_agent/users/me/sessions", json={}, timeout=10)
    made.raise_for_status()
    return str(made.json()["id"])
