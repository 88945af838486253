"""What a person sees while a tool works: lines, or a bar on a terminal. All on stderr.

A sink is passed in wherever something takes time, so that a worker process can write the same
steps into its job record instead.
"""

from __future__ import annotations

import contextlib
import sys
from typing import Protocol, TextIO

WIDTH = 30
"""Characters of the bar; with percent and a short label it fits 60 columns."""


class Progress(Protocol):
    """Where progress goes."""

    def say(self, text: str) -> None:
        """Tell one thing, as a line of its own."""

    def advance(self, stage: str, fraction: float | None = None) -> None:
        """Tell how far a stage is: 0 to 1, or None when nobody knows."""


class Lines:
    """One line a change: for logs and for hosts that show stderr. A stage tells every tenth."""

    def __init__(self, stream: TextIO) -> None:
        """Write to `stream`."""
        self._stream = stream
        self._last: tuple[str, int] | None = None

    def say(self, text: str) -> None:
        """Write the line."""
        self._put(text + "\n")

    def advance(self, stage: str, fraction: float | None = None) -> None:
        """Write the stage when it is new, and then at every tenth."""
        step = (stage, -1 if fraction is None else int(fraction * 10))
        if step != self._last:
            self._last = step
            self._put(f"{stage}...\n" if fraction is None else f"{stage} {fraction:.0%}\n")

    def _put(self, text: str) -> None:
        encoding = self._stream.encoding or "ascii"
        # Nobody may listen any more; the work is worth more than its progress.
        with contextlib.suppress(OSError, ValueError):
            self._stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
            self._stream.flush()


class Bar(Lines):
    """A bar that is drawn over itself."""

    def say(self, text: str) -> None:
        """Write the line above the bar."""
        self._put("\r\x1b[K" + text + "\n")

    def advance(self, stage: str, fraction: float | None = None) -> None:
        """Draw the bar anew; a stage of unknown length shows its name alone."""
        if fraction is None:
            super().advance(stage)
            return
        fraction = min(max(fraction, 0.0), 1.0)
        done = round(WIDTH * fraction)
        bar = "#" * done + "-" * (WIDTH - done)
        end = "\n" if fraction >= 1 and self._last != (stage, 10) else ""
        self._last = (stage, int(fraction * 10))
        self._put(f"\r\x1b[K{stage:<12} [{bar}] {fraction:>4.0%}{end}")


def standard() -> Progress:
    """Return a bar on a terminal, lines elsewhere."""
    return Bar(sys.stderr) if sys.stderr.isatty() else Lines(sys.stderr)
