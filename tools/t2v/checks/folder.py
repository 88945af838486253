"""The state folder and what lies in it, read without changing anything; and the disk."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from t2v.checks import shell
from t2v.checks.finding import Finding, fail, ok, warn
from t2v.checks.patient import Patient
from t2v.endpoints import CHAT_LIMIT_S

ENOUGH_MB, SCARCE_MB = 500, 50
"""Free space: a film of some minutes, and less than the next download may take."""

LEFT_S = 3_600.0
"""Age of a temporary file that nobody is writing any more."""


RESUMED_BY = {"chat": "send", "render": "export"}
"""The tool that goes on with a job, by its kind."""


def folder(patient: Patient) -> Finding:
    """Say whether state can be kept, and is kept from others."""
    home = patient.home
    trouble = next((found for look in _LOOKS if (found := look(home))), None)
    if trouble:
        return trouble
    if not home.exists():
        return ok(f"{home} does not exist yet; it is made when it is needed.")
    return ok(f"{home} can be written, by you alone.")


def _shape(home: Path) -> Finding | None:
    for place in (home, home / "text-to-video"):
        if place.is_symlink():
            return fail(f"{place} is a link, which is not followed.", _elsewhere())
        if place.exists() and not place.is_dir():
            return fail(f"{place} is a file, not a folder.", _elsewhere())
    return None


def _owner(home: Path) -> Finding | None:
    if os.name != "posix":
        return None
    for place in filter(Path.exists, (home, home / "text-to-video")):
        if place.stat().st_uid != os.geteuid():
            mine = shell.words("sudo", "chown", "-R", str(os.geteuid()), home)
            return fail(f"{place} belongs to another user.", mine)
    return None


def _writable(home: Path) -> Finding | None:
    """Try it: rights do not tell of read-only disks, and nothing else tells of full ones."""
    inner = home / "text-to-video"
    place = nearest(inner)
    try:
        with tempfile.TemporaryFile(dir=place) as file:
            file.write(b"0" * 4096)
            file.flush()
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return fail(f"The disk of {place} is full; free some space.")
        return fail(f"{place} cannot be written; no free token could be kept.", _elsewhere())
    return None


def _modes(home: Path) -> Finding | None:
    if os.name != "posix":
        return None
    ours = [home, home / "text-to-video", home / "text-to-video" / "state.json", home / "client_id"]
    open_ones = [place for place in ours
                 if place.exists() and stat.S_IMODE(place.stat().st_mode) & 0o077]  # fmt: skip
    if not open_ones:
        return None
    names = ", ".join(place.name for place in open_ones)
    say = f"Others on this computer can look into it ({names})."
    return warn(say, shell.words("chmod", "go-rwx", *open_ones))


def _content(home: Path) -> Finding | None:
    try:
        rows(home)
    except ValueError:
        return warn("state.json cannot be read; the next tool sets it aside and begins anew.")
    return None


def rows(home: Path) -> dict[str, Any]:
    """Return the tables of the state file, as it lies there.

    Raises:
        ValueError: it is not one.
    """
    path = home / "text-to-video" / "state.json"
    if not path.exists():
        return {}
    state = json.loads(path.read_bytes())
    if not isinstance(state, dict):
        raise ValueError(path.name)  # noqa: TRY004 - the file's fault, as broken JSON is
    return state


_LOOKS: tuple[Callable[[Path], Finding | None], ...] = (_shape, _owner, _writable, _modes, _content)


def leftovers(patient: Patient) -> Finding:
    """Say what was left behind: files that were set aside, and halves of killed writes."""
    now = patient.context.clock.now()
    inner = patient.home / "text-to-video"
    aside = sorted(inner.glob("state*.bad"))
    halves = [path for path in _temporary(patient.home, inner)
              if now - path.stat().st_mtime > LEFT_S]  # fmt: skip
    if aside:
        say = f"{len(aside)} unreadable state file(s) were set aside; nothing uses them."
        return warn(say, shell.remove([*aside, *halves]))
    if halves:
        say = f"{len(halves)} half-written file(s) of tools that were stopped are left over."
        return warn(say, shell.remove(halves))
    return ok("There are none.")


def _temporary(*folders: Path) -> Iterator[Path]:
    for place in folders:
        yield from sorted(place.glob("*.tmp"))


def jobs(patient: Patient) -> Finding:
    """Say what work of this service was begun and not settled, by any skill."""
    found = list(_begun(rows(patient.home).get("jobs"), f"{patient.settings.api_url} "))
    if not found:
        return ok("Nothing goes on.")
    started, kind = min(found)
    age = max(0.0, patient.context.clock.now() - started)
    say = f"A {kind} was begun {age / 60:.0f} minutes ago"
    if age <= CHAT_LIMIT_S:
        return ok(f"{say} and goes on.")
    mend = shell.tool(patient.launchers, RESUMED_BY[kind], "--resume")
    return warn(f"{say} and was never settled.", mend)


def _begun(table: object, service: str) -> Iterator[tuple[float, str]]:
    """Yield when each job of the service was begun, and its kind; odd rows are nobody's."""
    for key, row in table.items() if isinstance(table, dict) else ():
        if key.startswith(service) and isinstance(row, dict):
            started, kind = row.get("started_at"), row.get("kind")
            if isinstance(started, (int, float)) and kind in RESUMED_BY:
                yield float(started), kind


def disk(patient: Patient) -> Finding:
    """Say how much space is left where films and state are written."""
    places = {"here": nearest(Path.cwd()), "for the state": nearest(patient.home)}
    free = {what: shutil.disk_usage(place).free // 1_000_000 for what, place in places.items()}
    what, least = min(free.items(), key=lambda one: one[1])
    if least < SCARCE_MB:
        return fail(f"Only {least} MB are left {what}; free some space.")
    if least < ENOUGH_MB:
        return warn(f"Only {least} MB are left {what}.")
    return ok(f"{least / 1000:.1f} GB are left.")


def nearest(place: Path) -> Path:
    """Return the folder, or what exists of the way to it."""
    return next((one for one in (place, *place.parents) if one.is_dir()), place)


def _elsewhere() -> str:
    """Return the command that keeps the state in a folder of the user's own."""
    return shell.set_variable("T2V_HOME", Path.cwd() / "t2v-state")
