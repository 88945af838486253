"""The virtual environments of this repository: made once, whole or made anew, reused at once.

Standard library only, and no syntax newer than Python 3.8: this file is what says that a Python is
too old. All that it writes stands in the repository, in folders whose names begin with `.venv`.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NoReturn

from interpreter import SetupError, find_interpreter
from lock import one_at_a_time

ROOT = Path(__file__).resolve().parent.parent
SETUP = ROOT / ".venv-setup"
"""The lock and pip's logs; they outlive an environment that is made anew."""
PIP = "pip>=25.1"
"""The first pip that installs dependency groups (PEP 735)."""
TROUBLESOME = ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")
"""Variables that would make pip install somewhere else, or Python find something else."""
HINTS = (
    ("ensurepip", "This Python has no venv module; on Debian and Ubuntu: apt install python3-venv"),
    ("No space left", "The disk is full."),
    ("NewConnectionError", "The package index cannot be reached; check the network or proxy."),
    ("Temporary failure in name", "The package index cannot be reached; check the network."),
    (
        "CERTIFICATE_VERIFY_FAILED",
        "The certificate of the package index does not fit; see PIP_CERT.",
    ),
    ("No matching distribution", "The index was not reached, or has no build for this computer."),
)


class Environment:
    """A folder, what is installed in it, and a stamp that says so.

    The stamp goes before the first change and comes after the last: a folder without one is
    half-made and is made anew.
    """

    def __init__(self, name: str) -> None:
        """Name the folder in the repository."""
        self.folder = ROOT / name
        self.python = self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        self.log = SETUP / (name.lstrip(".") + ".log")
        self._stamp = self.folder / "made-from.json"

    def require(self, wanted: list[str]) -> None:
        """Make sure that `wanted` (pip's arguments, one word each) is installed."""
        if self.holds(wanted):
            return
        with one_at_a_time(SETUP / "lock", "Another set-up is at work; waiting for it."):
            if not self.holds(wanted):  # another process may have made it meanwhile
                self._make(wanted)

    def holds(self, wanted: list[str]) -> bool:
        """Tell whether it is whole, made from today's project file, and has all of `wanted`."""
        made = self._made_from()
        return made["of"] == _sources() and set(wanted) <= set(made["holds"])

    def _made_from(self) -> dict[str, list[str]]:
        """Read the stamp; an environment that was moved, or lost its Python, is not one."""
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
            made = json.loads(self._stamp.read_text("utf-8"))
            if made["at"] == self._place():
                return {"at": made["at"], "of": made["of"], "holds": made["holds"]}
        return {"at": [], "of": [], "holds": []}

    def _place(self) -> list[str]:
        return [str(self.folder), os.path.realpath(str(self.python))]

    def _make(self, wanted: list[str]) -> None:
        started = time.monotonic()
        made = self._made_from()
        wanted = sorted({*wanted, *made["holds"]})
        if self._stamp.exists():
            self._stamp.unlink()
        with self.log.open("w", encoding="utf-8") as log:
            if not made["at"]:
                self._create(log)
            print(f"Installing into {self.folder.name}; the first time takes a minute.")
            try:
                self._pip(log, [part for one in wanted for part in one.split()])
            except SetupError:
                # pip takes back what it could not finish: without a network, say, the old
                # environment still works and must not be thrown away by the next run.
                if made["at"]:
                    self._stamp.write_text(json.dumps(made), "utf-8")
                raise
        stamp = {"at": self._place(), "of": _sources(), "holds": wanted}
        self._stamp.write_text(json.dumps(stamp), "utf-8")
        print(f"{self.folder.name} is ready ({time.monotonic() - started:.0f} s).")

    def _create(self, log: IO[str]) -> None:
        interpreter = find_interpreter()
        print(f"Making {self.folder.name} with {interpreter}.")
        if self.folder.exists():
            shutil.rmtree(str(self.folder))
        self._run(log, [interpreter, "-m", "venv", str(self.folder)])
        self._pip(log, ["--upgrade", PIP])

    def _pip(self, log: IO[str], arguments: list[str]) -> None:
        pip = [str(self.python), "-m", "pip", "install", "--no-input"]
        self._run(log, [*pip, "--disable-pip-version-check", *arguments])

    def _run(self, log: IO[str], command: list[str]) -> None:
        """Run a step in the repository; its words go to the log, its pace to the terminal."""
        keep = {name: value for name, value in os.environ.items() if name not in TROUBLESOME}
        with subprocess.Popen(
            command,
            cwd=str(ROOT),
            env=keep,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        ) as process:
            assert process.stdout is not None  # noqa: S101 - a pipe was asked for
            for line in process.stdout:
                log.write(line)
                _show(line)
        _show("")
        if process.returncode != 0:
            log.flush()
            raise SetupError(_explain(self.log))


def ensure(*groups: str) -> None:
    """Go on in `.venv`, where the project, its studio and these dependency groups are installed.

    Returns only inside `.venv`; otherwise the running script is started again there.
    """
    environment = Environment(".venv")
    with _told():
        environment.require(["-e .[studio]", *(f"--group {group}" for group in groups)])
    if Path(sys.prefix).resolve() != environment.folder.resolve():
        _restart(environment.python)


def explain(doc: str | None) -> None:
    """Print what a script is for and leave, when that is asked; nothing is set up for it."""
    if {"-h", "--help"} & set(sys.argv[1:]):
        print((doc or "").strip())
        sys.exit(0)


def beside(name: str, group: str) -> None:
    """Make sure that the environment `name` holds a dependency group, without going there."""
    with _told():
        Environment(name).require([f"--group {group}"])


def _restart(python: Path) -> NoReturn:
    """Run this script again with another Python, in place where the system can do that."""
    command = [str(python), *sys.argv]
    sys.stdout.flush()
    if sys.platform == "win32":
        # Windows has no exec: execv would return to the shell while the script still runs.
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)  # noqa: S606 - no shell is wanted


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """End with a sentence, not a traceback, when the set-up fails or is stopped."""
    try:
        yield
    except SetupError as error:
        sys.exit(f"Set-up failed. {error}")
    except OSError as error:
        sys.exit(f"Set-up failed. {error.strerror}: {error.filename}")
    except KeyboardInterrupt:
        print("\nSet-up stopped; run the same command again to go on.", file=sys.stderr)
        sys.exit(130)


def _sources() -> list[str]:
    """Return what an environment is made from, as the stamp keeps it."""
    return [hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()]


def _show(line: str) -> None:
    """Show a step's newest line over the one before, on a terminal."""
    if sys.stdout.isatty():
        width = shutil.get_terminal_size().columns - 1
        print("\r" + line.strip()[:width].ljust(width), end="\r", flush=True)


def _explain(log: Path) -> str:
    """Say what the log tells: a sentence where we know one, the end of the log, its path."""
    text = log.read_text("utf-8", "replace")
    hints = [hint for sign, hint in HINTS if sign in text][:1]
    return "\n".join([*hints, *text.splitlines()[-12:], f"The whole log: {log}"])
