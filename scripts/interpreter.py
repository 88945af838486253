"""Finding a Python that is new enough, on a machine that may have several.

Standard library only, and no syntax newer than Python 3.8.
"""

from __future__ import annotations

import shutil
import subprocess
import sys

LEAST = (3, 11)
"""The studio's libraries have wheels for this Python and newer ones."""
NEWEST = (3, 14)
"""And up to here; with a newer one pip may have to compile, so it is the last choice."""
NAMES = ("python3.13", "python3.12", "python3.11", "python3.14", "python3", "python")
_VERSION = "import sys, venv, ensurepip; print(*sys.version_info[:2])"


class SetupError(Exception):
    """The environment cannot be made; the text says why and what to do."""


def find_interpreter() -> str:
    """Return the path of a fitting Python that can make environments: this one if possible."""
    newer = ""
    for path in _candidates():
        version = _version(path)
        if LEAST <= version <= NEWEST:
            return path
        if version > NEWEST:
            newer = newer or path
    if newer:
        return newer
    raise SetupError(
        "Python {}.{} or newer with its venv module is needed; this is {}.{}. Install one (for "
        "example from python.org, or python3.13 and python3.13-venv of your system), then run "
        "this again.".format(*LEAST, *sys.version_info[:2])
    )


def _candidates() -> list[str]:
    """Return the running Python and those on PATH, each once, in order of preference."""
    # Inside an environment this is the Python that it was made with: an environment that is made
    # anew must not hang on itself.
    running: str = getattr(sys, "_base_executable", sys.executable)
    on_path = [shutil.which(name) for name in NAMES]
    return list(dict.fromkeys(path for path in (running, *on_path) if path))


def _version(path: str) -> tuple[int, ...]:
    """Ask a Python for its version; (0,) if it does not run or cannot make environments."""
    command = [path, "-c", _VERSION]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return (0,)
    # pyenv and the Windows store put programs of these names on PATH that only print advice.
    words = done.stdout.split()
    return tuple(map(int, words)) if done.returncode == 0 and len(words) == 2 else (0,)
