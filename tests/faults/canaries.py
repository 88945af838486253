"""Secrets that a run knows, and every place where one could turn up."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.faults import lying
from tests.faults.pretend import SIGNATURE

OWN = "nmv_usr_4f90c2"
CLIENT = "canary-client-5d3"
"""Given by the user; a client id that the tools make themselves is read from its file."""

HOLDERS: dict[str, frozenset[str]] = {
    "token": frozenset({"home/text-to-video/state.json"}),
    "client": frozenset({"home/client_id"}),
}
"""The one file in which each secret may stand."""


def secrets(home: Path, *, own: bool) -> dict[str, str]:
    """Return the secrets of a user by their kinds, as far as there are any yet."""
    found = {"signature": SIGNATURE}
    client = home / "client_id"
    if client.exists():
        found["client"] = client.read_text("ascii").strip()
    return {**found, "token": OWN} if own else {**found, "token": "nmv_usr_free_"}


def in_files(root: Path, known: Mapping[str, str], *, own: bool) -> list[tuple[str, str]]:
    """Return which secret stands in which file that must not hold it."""
    found = []
    for path, held in lying.things(root):
        name = path.relative_to(root).as_posix()
        data = name.encode() + held
        for kind, secret in known.items():
            holders = frozenset() if own and kind == "token" else HOLDERS.get(kind, frozenset())
            if secret.encode() in data and name not in holders:
                found.append((kind, name))
    return found


def in_texts(texts: Iterable[str], known: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return which secret stands in which text."""
    return [(kind, text) for text in texts for kind, one in known.items() if one in text]


class Watch:
    """Looks at the processes of this computer, as everybody on it can, until it is stopped.

    `commands` are the command lines that were seen, `holders` those whose environment has a secret.
    """

    def __init__(self, mark: str, secret: str) -> None:
        """Look at processes that have `mark` in their environment, for `secret`."""
        self.commands: set[str] = set()
        self.holders: set[str] = set()
        self._mark, self._secret = mark.encode(), secret.encode()
        self._stop = threading.Event()

    def look(self) -> None:
        """Look once at each process."""
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                before = (folder / "cmdline").read_bytes()
                environment = (folder / "environ").read_bytes()
                after = (folder / "cmdline").read_bytes()
                command = after.replace(b"\0", b" ").decode()
            except (OSError, UnicodeDecodeError):
                continue  # it has ended, or is not ours
            if before != after:
                continue  # it became another program meanwhile, and is seen as that one next time
            if self._mark in environment:
                self.commands.add(command)
                if self._secret in environment:
                    self.holders.add(command)

    def _go_on(self) -> None:
        while not self._stop.wait(0.005):
            self.look()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Look all the time, beside what is done meanwhile."""
        thread = threading.Thread(target=self._go_on)
        thread.start()
        try:
            yield
        finally:
            self._stop.set()
            thread.join()
