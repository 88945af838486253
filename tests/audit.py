"""Programs watched from within: which hosts they reach, what they write, what they start."""

from __future__ import annotations

import ipaddress
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HOOK = Path(__file__).parent / "audit_hook"
REACHING = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname")
WRITING = ("open", "os.mkdir", "os.rename", "os.link", "os.symlink", "os.truncate")
STARTING = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn", "os.system")
TARGET = {"os.rename": 1, "os.link": 1, "os.symlink": 1}
"""Which argument is the path that comes into being; the first one for other events."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that a program did; Python names the events."""

    program: list[str]
    folder: str
    name: str
    arguments: list[Any]


class Trail:
    """The file that audited programs write into."""

    def __init__(self, path: Path) -> None:
        """Take the path; programs make the file."""
        self.path = path

    @property
    def environment(self) -> dict[str, str]:
        """Variables that make a Python program, and those it starts, write down what they do."""
        return {"AUDIT_TRAIL": str(self.path), "PYTHONPATH": str(HOOK)}

    def events(self, *names: str) -> Iterator[Event]:
        """Yield the events of these names, in order; a trail that nobody wrote is no trail."""
        for line in self.path.read_text("utf-8").splitlines():
            event = Event(*json.loads(line))
            if event.name in names:
                yield event

    def hosts(self) -> set[str]:
        """Return the hosts that were reached for, or looked up: names and addresses."""
        found = {_host(event) for event in self.events(*REACHING)}
        return {host for host in found if host}

    def written(self) -> set[Path]:
        """Return the paths that were opened for writing, made, or renamed to."""
        found = set()
        for event in self.events(*WRITING):
            target = event.arguments[TARGET.get(event.name, 0)]
            if isinstance(target, str):  # a number is a file that is open already
                found.add(Path(os.path.normpath(Path(event.folder, target))))
        return found

    def started(self) -> list[list[str]]:
        """Return the command lines of the programs that were started."""
        return [_command(event) for event in self.events(*STARTING)]


def is_loopback(host: str) -> bool:
    """Tell whether a host is this computer."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _host(event: Event) -> str:
    """Return the host of an event; nothing for sockets that are files."""
    if event.name != "socket.connect":
        return str(event.arguments[0] or "")
    address = event.arguments[1]
    return str(address[0]) if isinstance(address, list) else ""


def _command(event: Event) -> list[str]:
    """Return the command line of an event, the program first."""
    words = event.arguments[1] if len(event.arguments) > 1 else event.arguments[0]
    return [str(word) for word in words] if isinstance(words, list) else [str(words)]
