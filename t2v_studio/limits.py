"""What a process may use that opens files of strangers: time, memory, and no file to write to.

The system enforces it where it can (POSIX; macOS does not count memory). Elsewhere the clock of
whoever waits for the process is what is left.
"""

from __future__ import annotations

import contextlib
import sys
from dataclasses import dataclass

_MB = 1_000_000

ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""Variables for whoever loads numpy. Its linear algebra, which nobody here uses, would start a
thread for each core: that takes as long as loading all the rest, and reserves addresses, which are
what the limit of memory counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one process may use until the system ends it."""

    cpu_s: int
    memory_mb: int
    """Of addresses, which is more than what is really used."""
    file_mb: int = 0
    """The longest file that it may write; pipes are not files."""


def confine(limits: Limits) -> None:
    """Put this process under limits. There is no way back, not even for itself."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - does not exist on Windows

    for kind, most in (
        (resource.RLIMIT_CPU, limits.cpu_s),
        (resource.RLIMIT_AS, limits.memory_mb * _MB),
        (resource.RLIMIT_FSIZE, limits.file_mb * _MB),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        lowest = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(OSError, ValueError):  # macOS takes no limit of memory
            resource.setrlimit(kind, (lowest, lowest))
