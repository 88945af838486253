"""The studio on this computer: found when it runs, started when it does not.

It is another program that speaks HTTP; the engine never imports it.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from t2v import disk, outputs
from t2v.clock import Clock
from t2v.errors import SkillError
from t2v.progress import Progress
from t2v.report import Exit
from t2v.secret import Secret, without_secrets
from t2v.store import Store

START_S = 30.0
"""A cold start loads numpy, OpenCV and the encoders; on a slow disk that takes seconds."""

NEEDED = ("t2v_studio", "uvicorn", "av")
"""The studio itself, and one package of each half of its extra: it may be there without them."""

PLAYED: dict[int, bool] = {Exit.OK: True, Exit.DATA: False}
"""What the studio says of a film; any other exit code says nothing of it."""


def studio(home: Path, store: Store, clock: Clock, progress: Progress) -> tuple[str, Secret]:
    """Return the running studio's address and token, starting it when there is none.

    Raises:
        SkillError: `extra_missing` where no studio is installed, `studio_down` when it won't start.
    """
    folder = home / "studio"
    found = _running(folder)
    if found:
        return found
    with store.only_one("studio", wait=True):
        # Another tool may have started it while this one waited for its turn.
        found = _running(folder)
        if found is None:
            progress.say("Starting the local studio...")
            found = _started(folder, clock)
        return found


def _running(folder: Path) -> tuple[str, Secret] | None:
    """Return address and token when a studio wrote them and still listens there."""
    try:
        address = json.loads(disk.read_small(folder / "studio.json") or b"null")
        url, token = str(address["url"]), Secret(str(address["token"]))
        place = urlsplit(url)
        if place.hostname != "127.0.0.1":
            return None
        socket.create_connection(("127.0.0.1", place.port or 80), timeout=2).close()
    except (ValueError, KeyError, TypeError, OSError, SkillError):
        return None
    return url, token


def _started(folder: Path, clock: Clock) -> tuple[str, Secret]:
    """Start the studio as a program of its own and wait until it listens."""
    log = disk.private_folder(folder) / "studio.log"
    with log.open("ab") as output:
        process = subprocess.Popen(  # noqa: S603 - our own program
            [*program(), "serve", "--home", str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd=folder,
            env=without_secrets(os.environ),
            start_new_session=True,  # it outlives this call, and its terminal
        )
    budget = clock.budget(START_S)
    while not budget.spent:
        found = _running(folder)
        if found:
            return found
        if process.poll() not in (None, 0):
            break
        budget.sleep(0.05)
    raise SkillError("studio_down", data={"log": str(log)})


def program() -> list[str]:
    """Return the command that is the studio."""
    if all(importlib.util.find_spec(name) for name in NEEDED):
        return [sys.executable, "-m", "t2v_studio"]
    on_path = shutil.which("t2v-studio")
    if on_path:
        return [on_path]
    from t2v.checks import shell  # noqa: PLC0415 - only where it is missing

    raise SkillError(
        "extra_missing",
        "The local studio is not installed.",
        data={"command": shell.install("text-to-video-skills[studio]")},
    )


def playable(film: Path) -> bool | None:
    """Whether the studio can play the film; None where it is not installed or does not say.

    A program of its own does it: decoders meet bytes that anybody may have made.
    """
    try:
        command = [*program(), "play", str(film)]
        done = subprocess.run(  # noqa: S603 - our own program
            command,
            env=without_secrets(os.environ),
            capture_output=True,
            check=False,
            timeout=START_S,
        )
    except (SkillError, OSError, subprocess.SubprocessError):
        return None
    return PLAYED.get(done.returncode)


def undrawable(text: str, seconds: float) -> list[str]:
    """Return the characters of a text that no font of the studio can draw.

    Raises:
        SkillError: `extra_missing`, also for a studio that cannot say.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [*program(), "undrawable"],
            input=text.encode(errors="replace"),
            env=without_secrets(os.environ),
            capture_output=True,
            check=True,
            timeout=seconds,
        )
        return list(json.loads(done.stdout)["undrawable"])
    except (OSError, subprocess.SubprocessError, ValueError, LookupError) as error:
        raise SkillError("extra_missing", "The studio does not say which fonts it has.") from error


def draw_timeline(timeline: dict[str, Any], picture: str, *, force: bool = False) -> Path:
    """Let the studio draw the timeline as a PNG, and return its path.

    Raises:
        SkillError: `extra_missing`, `output_exists`, `output_unusable`.
    """
    path = outputs.choose(picture, "timeline", "png", force=force)
    drawer = program()
    with outputs.placed(path, force=force) as temporary:
        try:
            subprocess.run(  # noqa: S603 - our own program
                [*drawer, "picture", str(temporary)],
                input=json.dumps(timeline).encode(),
                env=without_secrets(os.environ),
                capture_output=True,
                check=True,
                timeout=START_S,
            )
        except subprocess.SubprocessError as error:
            raise SkillError("output_unusable", "The picture could not be drawn.") from error
    return path
