"""What the engine remembers between two calls: the token, the sessions, the running jobs.

Everything lies in the user's config folder, never in the skill's: hosts replace that on update.
`client_id` there is the vendor's own file and shared with its other skills.
"""

from __future__ import annotations

import contextlib
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from t2v import disk, identity
from t2v.errors import SkillError
from t2v.records import record
from t2v.secret import Secret

VERSION = 1


class KeptToken(NamedTuple):
    """An anonymous token and when it was given out (seconds since 1970)."""

    token: str
    obtained_at: float

    def age_days(self, now: float) -> float:
        """Return its age; a clock that was set back gives 0."""
        return max(0.0, now - self.obtained_at) / 86_400

    def __repr__(self) -> str:
        return f"KeptToken(obtained_at={self.obtained_at})"

    def secret(self) -> Secret:
        """Return the token, hidden."""
        return Secret(self.token)


class Session(NamedTuple):
    """A project on the backend. `bind_id` belongs into the registration link."""

    session_id: str
    task_id: str
    bind_id: str
    language: str
    created_at: float


class Store:
    """The state file. What cannot be written is kept in memory, and `saved` says so."""

    def __init__(self, home: Path, warn: Callable[[str], None]) -> None:
        """Use `home`, the folder of the vendor's skills; ours lie one deeper."""
        self.home = home
        self.folder = home / "text-to-video"
        self.saved = True
        self._warn = warn
        self._memory: dict[tuple[str, str], dict[str, Any] | None] = {}

    # The account

    def client_id(self, override: str | None) -> str:
        """Return this computer's client id, and keep a new one before it is ever sent."""
        path = self.home / "client_id"
        stored = disk.read_small(path)
        chosen = identity.client_id((stored or b"").decode(errors="replace").strip(), override)
        if stored is None and override is None:
            self.keep(lambda: disk.write_private(path, chosen.encode()))
        return chosen

    def token(self, backend: str) -> KeptToken | None:
        """Return the anonymous token that `backend` gave us."""
        return record(KeptToken, self._read("tokens", backend))

    def keep_token(self, backend: str, token: KeptToken) -> None:
        """Remember the token."""
        self._write("tokens", backend, token._asdict())

    def require_writable(self) -> None:
        """Refuse to go on when a token would be lost: the next comes in 7 days."""
        try:
            disk.touch_private(self.folder / "writable")
        except SkillError as error:
            raise SkillError("state_not_saved") from error

    @property
    def ledger(self) -> Path:
        """Where the costs of requests are written down; no such folder before the first."""
        return self.folder / "ledger"

    # Sessions and jobs

    def session(self, key: str) -> Session | None:
        """Return the session of one skill on one backend."""
        return record(Session, self._read("sessions", key))

    def keep_session(self, key: str, session: Session | None) -> None:
        """Remember the session, or forget it."""
        self._write("sessions", key, session._asdict() if session else None)

    def job(self, key: str, kind: str) -> Mapping[str, Any] | None:
        """Return the record of the work of that kind that may be going on."""
        return self._read("jobs", f"{key} {kind}")

    def keep_job(self, key: str, kind: str, job: Mapping[str, Any] | None) -> None:
        """Remember the job, or forget it; it is on the disk when this returns."""
        self._write("jobs", f"{key} {kind}", dict(job) if job else None)

    def wishes(self, key: str) -> Mapping[str, Any] | None:
        """Return what the user asked of the film that a project is about."""
        return self._read("wishes", key)

    def keep_wishes(self, key: str, wishes: Mapping[str, Any]) -> None:
        """Remember it."""
        self._write("wishes", key, dict(wishes))

    @contextlib.contextmanager
    def only_one(self, key: str, *, wait: bool = False) -> Iterator[int | None]:
        """Hold the lock of a session, or of anything that only one process may do.

        Yields the lock's handle, or None where there is no place for locks.

        Raises:
            SkillError: `busy` when somebody else does it.
        """
        name = "".join(char if char.isalnum() else "-" for char in key)[-100:]
        handle = None
        with contextlib.ExitStack() as stack:
            try:
                handle = stack.enter_context(disk.lock(self.folder / "locks" / name, wait=wait))
            except BlockingIOError:
                raise SkillError("busy") from None
            except SkillError as error:
                # No place for locks: one tool at a time is all that an unwritable home allows.
                self.unsaved(error)
            yield handle

    # The file

    def _read(self, table: str, key: str) -> Mapping[str, Any] | None:
        if (table, key) in self._memory:
            return self._memory[table, key]
        row = self._load().get(table, {}).get(key)
        return row if isinstance(row, dict) else None

    def _write(self, table: str, key: str, row: dict[str, Any] | None) -> None:
        def change() -> None:
            with disk.lock(self.folder / "state.lock"):
                state = self._load()
                rows = state.setdefault(table, {})
                rows.pop(key, None)
                if row is not None:
                    rows[key] = row
                text = json.dumps({"version": VERSION, **state}, indent=1)
                disk.write_private(self.folder / "state.json", text.encode())

        if self.keep(change):
            # From here on the file is right: another tool may write into it.
            self._memory.pop((table, key), None)
        else:
            self._memory[table, key] = row

    def _load(self) -> dict[str, Any]:
        """Return the tables; a file that is not ours is set aside, never deleted."""
        path = self.folder / "state.json"
        disk.sweep(path)
        try:
            data = disk.read_small(path)
        except SkillError:
            if not disk.is_foreign(path):
                raise
            self._set_aside(path, path.lstat().st_ino)
            return {}
        if data is None:
            return {}
        try:
            state = json.loads(data)
            if state.pop("version") == VERSION and all(isinstance(t, dict) for t in state.values()):
                return dict(state)
        except (ValueError, KeyError, AttributeError, TypeError, RecursionError):
            pass
        self._set_aside(path, zlib.crc32(data))
        return {}

    def _set_aside(self, path: Path, number: int) -> None:
        """Give what is no state file another name, by a number that tells it from others."""
        aside = path.with_name(f"state.{number:08x}.bad")
        with contextlib.suppress(OSError):  # another tool has just done it
            path.replace(aside)
        self._warn(f"The state file was not readable; it is kept as {aside.name}.")

    def keep(self, action: Callable[[], None]) -> bool:
        """Write; return False when this place cannot be written at all, to go on in memory."""
        try:
            action()
        except SkillError as error:
            self.unsaved(error)
            return False
        return True

    def unsaved(self, error: SkillError) -> None:
        """Go on without what could not be kept, and say so; a full disk is raised."""
        if error.code != "state_unusable":
            raise error
        if self.saved:
            self._warn(f"Nothing can be kept for the next call: {error.say}")
        self.saved = False
