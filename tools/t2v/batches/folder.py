"""The folder of a batch: the videos, the manifest, the page, and what is only ours in `.batch`."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path

from t2v import disk
from t2v.batches import findings
from t2v.errors import SkillError

OURS = ".batch"
MANIFEST, PAGE = "manifest.jsonl", "index.html"


class Folder:
    """One batch's folder."""

    def __init__(self, path: Path) -> None:
        """Use `path`, which may not exist yet."""
        self.path = path
        self.journal = path / OURS / "journal.db"
        self._stop = path / OURS / "stop"

    @property
    def key(self) -> str:
        """What tells this folder from others, for locks and jobs."""
        return hashlib.sha256(str(self.path).encode(errors="surrogateescape")).hexdigest()[:16]

    @property
    def begun(self) -> bool:
        """Whether a batch lies here."""
        return self.journal.is_file()

    def require_free(self) -> None:
        """Refuse a folder that is somebody's already.

        Raises:
            SkillError: `output_not_empty`, `output_unusable`.
        """
        try:
            if not self.path.exists():
                return
            if not self.path.is_dir():
                raise SkillError("output_unusable", f"{self.path.name} is not a folder.")
            ours = {OURS, findings.FILE, f".{findings.FILE}.tmp"}
            other = next((one.name for one in self.path.iterdir() if one.name not in ours), None)
        except OSError as error:
            raise disk.disk_error(error, "output_unusable") from error
        if other is not None:
            raise SkillError("output_not_empty", f"{self.path} holds other files.")

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Make the folder, and let no other process work in it meanwhile.

        Raises:
            SkillError: `busy`, `output_unusable`, `disk_full`.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise disk.disk_error(error, "output_unusable") from error
        try:
            with disk.lock(self.path / OURS / "lock", wait=False):
                self._stop.unlink(missing_ok=True)
                yield
        except BlockingIOError:
            raise SkillError("busy", "Another process works on this batch.") from None

    def clear(self) -> None:
        """Take away what a batch that was never begun left: folders that hold nothing."""
        for path in (self.path / OURS / "lock", self._stop):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        for path in (self.path / OURS, self.path):
            with contextlib.suppress(OSError):
                path.rmdir()

    def stop(self) -> None:
        """Ask whoever works here to begin nothing more."""
        with contextlib.suppress(OSError):
            if self._stop.parent.is_dir():
                self._stop.touch()

    @property
    def stopping(self) -> bool:
        """Whether somebody asked to."""
        return self._stop.exists()
