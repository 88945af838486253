"""What is thrown away: sessions unused for long, and the oldest films when disk is short."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from t2v.clock import Clock
from t2v_studio.database import Database
from t2v_studio.renders import Renders
from t2v_studio.settings import Settings
from t2v_studio.uploads import Uploads

_DAY_S = 86_400.0
_MB = 1_000_000


class Cleaning:
    """Runs at the start, after each film, and now and then."""

    def __init__(
        self,
        database: Database,
        uploads: Uploads,
        renders: Renders,
        settings: Settings,
        clock: Clock,
    ) -> None:
        """Keep what is looked through."""
        self._lock = threading.Lock()
        self._database = database
        self._uploads = uploads
        self._renders = renders
        self._settings = settings
        self._clock = clock

    def run(self) -> None:
        """Forget old sessions, then remove the files that nothing knows any more."""
        with self._lock:
            self._forget_old()
            self._forget_most()
            self._remove_unknown(self._uploads.folder, "SELECT file FROM uploads")
            self._remove_unknown(
                self._renders.folder, "SELECT key || '.' || container AS file FROM renders"
            )

    def _forget_old(self) -> None:
        """Delete idle sessions; their uploads and renders go with them, unless one is at work."""
        self._database.change(
            "DELETE FROM sessions WHERE used < ? AND id NOT IN"
            " (SELECT session FROM renders WHERE status IN ('pending', 'processing'))",
            self._clock.now() - self._settings.keep_days * _DAY_S,
        )
        self._database.change("DELETE FROM claims WHERE expires < ?", self._clock.now())

    def _forget_most(self) -> None:
        """Delete the oldest finished films until the rest fits."""
        allowed = self._settings.disk_mb * _MB
        used = _bytes_in(self._uploads.folder) + _bytes_in(self._renders.folder)
        for row in self._database.rows(
            "SELECT key, container FROM renders WHERE status = 'completed' ORDER BY ended"
        ):
            if used <= allowed:
                return
            path = self._renders.folder / f"{row['key']}.{row['container']}"
            used -= _bytes_alone(path)
            path.unlink(missing_ok=True)
            self._database.change("DELETE FROM renders WHERE key = ?", row["key"])

    def _remove_unknown(self, folder: Path, known: str) -> None:
        """Remove files that no row names, unfinished ones of an earlier start among them."""
        # Files first, rows second: what arrives in between is named by then.
        paths = list(folder.iterdir())
        names = {row["file"] for row in self._database.rows(known)}
        made = self._database.rows("SELECT key FROM renders WHERE status = 'processing'")
        unfinished = tuple(f".{row['key']}-" for row in made)
        for path in paths:
            if path.name not in names and not path.name.startswith(unfinished):
                path.unlink(missing_ok=True)


def _bytes_in(folder: Path) -> int:
    """Return what the files of a folder take; one with two names takes its room once."""
    return sum({(one.st_dev, one.st_ino): one.st_size for one in _states(folder)}.values())


def _states(folder: Path) -> Iterator[os.stat_result]:
    for path in folder.iterdir():
        with suppress(FileNotFoundError):  # a film that is finished meanwhile changes its name
            yield path.stat()


def _bytes_alone(path: Path) -> int:
    """Return what removing the file gives back."""
    try:
        state = path.stat()
    except FileNotFoundError:
        return 0
    return state.st_size if state.st_nlink == 1 else 0
