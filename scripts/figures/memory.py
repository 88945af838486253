"""The memory of a studio and everything that it started, watched while something goes on."""

from __future__ import annotations

import json
import os
import threading
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

LOOK_S = 0.2
_PROC = Path("/proc")


class Memory:
    """Use as a context. `peak_mb` stays 0 where the system does not tell (no /proc).

    Args:
        home: The tools' state folder, in which the studio says who it is.
    """

    def __init__(self, home: Path) -> None:
        self.peak_mb = 0.0
        self._address = home / "studio" / "studio.json"
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        """Begin to look."""
        self._thread.start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _: TracebackType | None,
    ) -> None:
        """Stop."""
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(LOOK_S):
            with suppress(OSError, ValueError, KeyError):
                studio = int(json.loads(self._address.read_text())["pid"])
                self.peak_mb = max(self.peak_mb, resident_mb(studio))


def resident_mb(process: int) -> float:
    """Return the resident memory of a process and its descendants; 0 where nobody tells."""
    children, pages = _processes()
    waiting, total = [process], 0
    while waiting:
        one = waiting.pop()
        total += pages.get(one, 0)
        waiting += children[one]
    return total * os.sysconf("SC_PAGE_SIZE") / 1e6


def _processes() -> tuple[defaultdict[int, list[int]], dict[int, int]]:
    """Return every process's children, and its resident pages."""
    children: defaultdict[int, list[int]] = defaultdict(list)
    pages: dict[int, int] = {}
    for folder in _PROC.glob("[0-9]*"):
        with suppress(OSError):  # it has ended meanwhile
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            children[parent].append(int(folder.name))
            pages[int(folder.name)] = int((folder / "statm").read_text().split()[1])
    return children, pages
