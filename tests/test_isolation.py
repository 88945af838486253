"""The net under all tests holds: their own home, no way out."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest


def test_a_test_cannot_connect_beyond_loopback() -> None:
    with socket.socket() as sock, pytest.raises(AssertionError, match=r"reached for 192\.0\.2\.1"):
        sock.connect(("192.0.2.1", 443))


def test_a_test_cannot_probe_beyond_loopback() -> None:
    with socket.socket() as sock, pytest.raises(AssertionError, match="reached for"):
        sock.connect_ex(("192.0.2.1", 443))


def test_a_test_resolves_no_names() -> None:
    with pytest.raises(socket.gaierror, match=r"nemovideo\.example"):
        socket.create_connection(("nemovideo.example", 443))


def test_loopback_stays_open() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as client,
    ):
        assert client.getpeername() == server.getsockname()


def test_programs_that_a_test_starts_cannot_leave_either() -> None:
    code = "import requests; requests.get('https://nemovideo.example', timeout=5)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "ProxyError" in done.stderr


def test_the_home_is_empty_and_nothing_of_ours_is_set(own_home: Path) -> None:
    assert Path.home() == own_home
    assert list(own_home.iterdir()) == []
    assert not [name for name in os.environ if name.startswith(("NEMO_", "SKILL_"))]
