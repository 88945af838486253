"""Time, as something that is passed in: the tests' clock does not wait."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds. `now` is the calendar and may jump; `monotonic` measures waits and never does."""

    now: Callable[[], float] = time.time
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep

    def budget(self, seconds: float | None) -> Budget:
        """Start a budget of so many seconds; None never ends."""
        return Budget(self, math.inf if seconds is None else seconds)


@dataclass(slots=True)
class Budget:
    """How long a call may still take."""

    clock: Clock
    seconds: float
    started: float = field(init=False)

    def __post_init__(self) -> None:
        self.started = self.clock.monotonic()

    @property
    def elapsed(self) -> float:
        """Seconds since the start."""
        return self.clock.monotonic() - self.started

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
        self.clock.sleep(min(seconds, self.left))
        return whole
