"""A worker as a process: started so that nothing ends it with us, known again, and stopped."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from t2v import disk
from t2v.errors import SkillError

BOOT = """\
import os, sys
if os.name == "posix" and os.fork(): os._exit(0)
tools, folder, *sys.argv = sys.argv[1:]
sys.path.insert(0, tools)
from t2v.workers.worker import main
main(folder)
"""
"""The worker's first lines. On POSIX it leaves its parent at once: hosts that end a command end its
children with it, and find them by their parents."""

START_S = 30.0

_WINDOWS = 0x00000008 | 0x00000200
"""DETACHED_PROCESS and CREATE_NEW_PROCESS_GROUP: no console, no Ctrl-C of ours."""


def start(
    folder: Path, log: Path, environment: Mapping[str, str], locks: Sequence[int | None]
) -> None:
    """Start the worker of the job in `folder`; where the system can, `locks` are its from now on.

    Raises:
        SkillError: `state_unusable` or `disk_full` when it cannot be started.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
    tools, launcher = Path(__file__).parents[2], Path(sys.argv[0]).absolute()
    site = ["-S"] if sys.flags.no_site else []
    try:
        output = os.open(log, flags, 0o600)
        try:
            process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-B", *site, "-c", BOOT, *map(str, (tools, folder, launcher))],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd=folder,
                env=dict(environment),
                **_apart(locks),
            )
        finally:
            os.close(output)
        if os.name == "posix":
            process.wait(START_S)
    except OSError as error:
        raise disk.disk_error(error) from error
    except subprocess.TimeoutExpired as error:
        raise SkillError("state_unusable", "The worker does not start.") from error


def birth(pid: int) -> str:
    """Return what tells a process from an earlier or later one of that number; "" for unknown."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        status = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace")
        return f"{boot} {status.rpartition(')')[2].split()[19]}"
    except (OSError, IndexError):
        return ""


def stop(pid: int, born: str, *, force: bool = False) -> bool:
    """Ask the worker to end, or end it; return False when it is not the one that was meant."""
    if pid <= 1 or born != birth(pid):
        return False
    number = signal.SIGKILL if force and sys.platform != "win32" else signal.SIGTERM
    with contextlib.suppress(OSError):
        os.kill(pid, number)
        return True
    return False


if sys.platform == "win32":  # the other system's half

    def _apart(_locks: Sequence[int | None]) -> dict[str, Any]:
        """Return how it is set apart; locks cannot be handed on here, the worker takes its own."""
        return {"creationflags": _WINDOWS}
else:

    def _apart(locks: Sequence[int | None]) -> dict[str, Any]:
        """Return how it is set apart: a session of its own, and nothing open but the locks."""
        kept = tuple(handle for handle in locks if handle is not None)
        return {"start_new_session": True, "pass_fds": kept}
