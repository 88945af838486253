"""The folder through which a starter and this program talk: order in, progress and answer out.

The starter may leave and another one come back: what it needs to know lies in the folder.
`progress.json` is written anew all the time, so that its age says whether anybody is at work.
"""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from pathlib import Path
from typing import Any

from t2v_measure.files import write

BEAT_S = 0.25


class Desk:
    """One order's folder."""

    def __init__(self, folder: Path) -> None:
        """Use a folder in which `order.json` lies."""
        self._folder = folder
        self._fraction = 0.0

    def order(self) -> dict[str, Any]:
        """Return what is to be done."""
        order: dict[str, Any] = json.loads((self._folder / "order.json").read_bytes())
        return order

    def begin(self) -> None:
        """Show from now on that somebody is at work, and watch for the wish to stop."""
        self._beat()
        threading.Thread(target=self._watch, daemon=True).start()

    def told(self, fraction: float) -> None:
        """Take how far the work is, 0 to 1."""
        self._fraction = max(self._fraction, min(1.0, fraction))

    def answer(self, document: dict[str, Any]) -> None:
        """Leave the answer; the work is over."""
        write(self._folder / "answer.json", json.dumps(document))

    def _watch(self) -> None:
        while True:
            if (self._folder / "stop").exists() or not self._folder.exists():
                _leave()
            self._beat()
            time.sleep(BEAT_S)

    def _beat(self) -> None:
        write(self._folder / "progress.json", json.dumps({"fraction": round(self._fraction, 3)}))


def _leave() -> None:
    """End with all children, whatever they are decoding."""
    if os.name == "posix" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
