"""The record of requests: who called what and how it was answered, one JSON object a line.

No token, client id, body, query or signed link is ever written down.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from t2v.clock import Clock
from t2v_studio.links import FOLDER

ATTRIBUTION = ("x-skill-source", "x-skill-version", "x-skill-platform")
"""Headers that every request of a skill carries; a render without one is refused."""

_MAX_BYTES = 10_000_000
_LONGEST = 200


class Record:
    """Appends lines; when the file is large, it becomes the old one and a new one begins."""

    def __init__(self, path: Path, clock: Clock) -> None:
        """Open the file for appending."""
        self._path = path
        self._clock = clock
        self._lock = threading.Lock()
        self._file = path.open("a", encoding="utf-8", buffering=1)
        path.chmod(0o600)

    def add(self, method: str, path: str, headers: Mapping[str, str], status: int) -> None:
        """Write down one request and the status of its answer."""
        line = {
            "time": round(self._clock.now(), 3),
            "method": method,
            "path": FOLDER if path.startswith(FOLDER) else path[:_LONGEST],
            **{name: headers[name][:_LONGEST] for name in ATTRIBUTION if name in headers},
            "status": status,
        }
        with self._lock, suppress(OSError):  # a full disk must not cost the answer
            if self._file.closed:
                return
            self._file.write(json.dumps(line) + "\n")
            if self._file.tell() > _MAX_BYTES:
                self._turn_over()

    def close(self) -> None:
        """Close the file; what comes later is not written down."""
        with self._lock, suppress(OSError):
            self._file.close()

    def _turn_over(self) -> None:
        self._file.close()
        self._path.replace(self._path.with_suffix(".old.ndjson"))
        self._file = self._path.open("a", encoding="utf-8", buffering=1)
        self._path.chmod(0o600)
