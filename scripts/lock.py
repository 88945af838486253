"""A lock between processes, which the system lets go of however a process ends.

Standard library only, and no syntax newer than Python 3.8.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> bool:
        """Take the lock if nobody has it; tells whether that worked."""
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(file: IO[bytes]) -> bool:
        """Take the lock if nobody has it; tells whether that worked."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextlib.contextmanager
def one_at_a_time(path: Path, waiting: str) -> Iterator[None]:
    """Hold the lock file at `path`; prints `waiting` once if another process holds it."""
    path.parent.mkdir(exist_ok=True)
    with path.open("a+b") as file:
        if not _take(file):
            print(waiting, flush=True)
            while not _take(file):
                time.sleep(0.2)
        yield
