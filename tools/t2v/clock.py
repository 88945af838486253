"""Time, as something that is passed in: the tests' clock does not wait."""

from __future__ import annotations

import math
import time
from collections.abc import Callable


class Clock:
    """Seconds. `now` is the calendar and may jump; `monotonic` measures waits and never does."""

    __slots__ = ("monotonic", "now", "sleep")

    def __init__(
        self,
        now: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Take the system's clock, or another one."""
        self.now, self.monotonic, self.sleep = now, monotonic, sleep

    def budget(self, seconds: float | None) -> Budget:
        """Start a budget of so many seconds; None never ends."""
        return Budget(self, math.inf if seconds is None else seconds)


class Budget:
    """How long a call may still take, in seconds."""

    __slots__ = ("_clock", "_started", "seconds")

    def __init__(self, clock: Clock, seconds: float) -> None:
        """Start now."""
        self._clock, self.seconds = clock, seconds
        self._started = clock.monotonic()

    @property
    def elapsed(self) -> float:
        """Seconds since the start."""
        return self._clock.monotonic() - self._started

    @property
    def left(self) -> float:
        """Seconds left, never negative."""
        return max(0.0, self.seconds - self.elapsed)

    @property
    def spent(self) -> bool:
        """Whether nothing is left."""
        return self.left <= 0

    def sleep(self, seconds: float) -> bool:
        """Sleep that long, or as long as the budget lasts; return whether it was the full time."""
        whole = seconds <= self.left
        self._clock.sleep(min(seconds, self.left))
        return whole
