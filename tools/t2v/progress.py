"""What is seen while a tool works: lines, a bar on a terminal, or JSON for hosts. All on stderr.

A sink is passed in wherever something takes time, so that a worker process can write the same
steps into its job's folder instead.
"""

from __future__ import annotations

import contextlib
import json
import sys
import time
from collections.abc import Callable
from typing import Protocol, TextIO, runtime_checkable

WIDTH = 30
"""Characters of the bar; with percent and a short label it fits 60 columns."""

EVERY_S = 0.2
"""How soon a host hears the next percent of a stage; a quick one has a hundred in an instant."""


class Progress(Protocol):
    """Where progress goes."""

    def say(self, text: str) -> None:
        """Tell one thing, as a line of its own."""

    def advance(self, stage: str, fraction: float | None = None) -> None:
        """Tell how far a stage is: 0 to 1, or None when nobody knows."""


@runtime_checkable
class Several(Progress, Protocol):
    """A sink that can show parts of the whole, each by a name."""

    def part(self, name: str, stage: str, fraction: float | None = None) -> None:
        """Tell how far a part is; without a stage it is over."""


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


class Ndjson(Lines):
    """One JSON object a line, for hosts that show progress of their own.

    A stage's first line and its 100 % always come, what lies between at most every EVERY_S.

    `{"elapsed_s": 2.5, "stage": "Rendering" or null, "percent": 40 or null, "say": "..."}`; the
    time counts from the start of the call. Of a batch's items each line also has `"item"`.
    """

    def __init__(self, stream: TextIO, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Write to `stream`, and begin to count."""
        super().__init__(stream)
        self._monotonic, self._began = monotonic, monotonic()
        self._told = self._began
        self._parts: dict[str, str] = {}

    def say(self, text: str) -> None:
        """Write the sentence, which belongs to no stage."""
        self._tell(None, None, text)

    def advance(self, stage: str, fraction: float | None = None) -> None:
        """Write the stage when it is new, its percents now and then, and its end."""
        percent = None if fraction is None else int(min(max(fraction, 0.0), 1.0) * 100)
        step = (stage, -1 if percent is None else percent)
        if step != self._last and not self._too_soon(*step):
            self._last, self._told = step, self._monotonic()
            self._tell(stage, percent, f"{stage}..." if percent is None else f"{stage} {percent}%")

    def _too_soon(self, stage: str, percent: int) -> bool:
        """Whether it is one more percent on the way, right after another."""
        known = self._last is not None and self._last[0] == stage and self._last[1] >= 0
        return known and 0 <= percent < 100 and self._monotonic() - self._told < EVERY_S

    def part(self, name: str, stage: str, fraction: float | None = None) -> None:
        """Write the stage of a part, with `item` for its name, when it is new."""
        if fraction is not None and stage in self._parts.get(name, ""):
            return
        if stage and self._parts.get(name) != stage:
            self._parts[name] = stage
            self._tell(stage, None, f"{name}: {stage}", item=name)
        elif not stage:
            self._parts.pop(name, None)

    def _tell(self, stage: str | None, percent: int | None, say: str, **more: str) -> None:
        elapsed = round(self._monotonic() - self._began, 1)
        line = {"elapsed_s": elapsed, "stage": stage, "percent": percent, "say": say, **more}
        self._put(json.dumps(line) + "\n")


class Silent:
    """Shows nothing."""

    def say(self, text: str) -> None:
        """Keep quiet."""

    def advance(self, stage: str, fraction: float | None = None) -> None:
        """Keep quiet."""


def standard(form: str = "auto") -> Progress:
    """Return the sink of that form: `auto` is a bar on a terminal and lines elsewhere."""
    if form == "none":
        return Silent()
    if form == "ndjson":
        return Ndjson(sys.stderr)
    if form != "auto" or not sys.stderr.isatty():
        return Lines(sys.stderr)
    from t2v.bars import Bars  # noqa: PLC0415 - for people alone

    return Bars(sys.stderr)
