"""Commands as the user's own shell takes them, quoted: POSIX shells, or cmd on Windows."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

WINDOWS = os.name == "nt"
PIP = ("-m", "pip", "install")


def words(*parts: str | Path) -> str:
    """Return the parts as one command line."""
    plain = [str(part) for part in parts]
    return " ".join(map(_cmd, plain)) if WINDOWS else shlex.join(plain)


def set_variable(name: str, value: str | Path) -> str:
    """Return the command that sets an environment variable."""
    return f'set "{name}={value}"' if WINDOWS else f"export {name}={shlex.quote(str(value))}"


def unset_variable(name: str) -> str:
    """Return the command that takes an environment variable away."""
    return f"set {name}=" if WINDOWS else f"unset {name}"


def both(commands: Sequence[str]) -> str | None:
    """Return the commands as one line; None when there are none."""
    return ("&" if WINDOWS else " && ").join(commands) or None


def remove(paths: Sequence[Path]) -> str:
    """Return the command that deletes these files."""
    return words("del" if WINDOWS else "rm", *paths)


def tool(launchers: Path, name: str, *arguments: str) -> str:
    """Return the command that runs one of our tools."""
    return words(sys.executable, launchers / f"{name}.py", *arguments)


def install(*requirements: str) -> str:
    """Return the command that installs packages for this Python."""
    pip = words(sys.executable, *PIP)
    if _managed():
        # Into the user's own folder: the system's packages stay as they are.
        pip += " --user --break-system-packages"
    return " ".join([pip, *map(_requirement, requirements)])


def install_studio() -> str | None:
    """Return the command that installs the studio; None where no Python here could run it."""
    studio = "text-to-video-skills[studio]"
    if tuple(sys.version_info) >= (3, 11):  # a tuple, or mypy takes one branch for dead
        return install(studio)
    return (
        words("uv", "tool", "install", "--python", "3.12", studio) if shutil.which("uv") else None
    )


def _requirement(one: str) -> str:
    """Return a requirement as every shell takes it: a bare name, or within quotation marks."""
    return one if re.fullmatch(r"[\w.-]+", one) else f'"{one}"'


def _managed() -> bool:
    """Whether this Python belongs to the system and takes no packages (PEP 668)."""
    marker = Path(sysconfig.get_path("stdlib"), "EXTERNALLY-MANAGED")
    return sys.prefix == sys.base_prefix and marker.is_file()


def _cmd(word: str) -> str:
    """Return a word as cmd takes it; no path there holds a quotation mark."""
    return word if re.fullmatch(r"[\w.:\\/=-]+", word) else f'"{word}"'
