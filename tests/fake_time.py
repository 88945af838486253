"""Time that passes only when somebody sleeps, and a progress sink that remembers."""

from __future__ import annotations

from dataclasses import dataclass, field

from t2v.clock import Clock


@dataclass(slots=True)
class FakeTime:
    """A calendar and a stopwatch in one; `pauses` are the sleeps, in seconds."""

    now: float = 1_800_000_000.0
    pauses: list[float] = field(default_factory=list)

    @property
    def clock(self) -> Clock:
        """The clock to hand to the engine."""
        return Clock(now=lambda: self.now, monotonic=lambda: self.now, sleep=self.sleep)

    def sleep(self, seconds: float) -> None:
        """Let the time pass at once."""
        self.pauses.append(seconds)
        self.now += seconds


@dataclass(slots=True)
class Heard:
    """What a person would have seen."""

    lines: list[str] = field(default_factory=list)
    stages: list[tuple[str, float | None]] = field(default_factory=list)

    def say(self, text: str) -> None:
        """Remember a line."""
        self.lines.append(text)

    def advance(self, stage: str, fraction: float | None = None) -> None:
        """Remember a step."""
        self.stages.append((stage, fraction))
