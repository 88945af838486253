"""One film in the hands of the crew: which stretches wait, which are made, and how far it is."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from t2v_studio.movie.encoder import Packet
from t2v_studio.movie.outcome import RenderError
from t2v_studio.movie.plan import Chunk

Packets = tuple[Packet, ...]

TRIES = 2
"""A worker may die of somebody else's doing. A stretch that kills two is to blame itself."""


@dataclass(slots=True, kw_only=True, eq=False)
class Errand:
    """Changed only by the crew, under its lock."""

    told: bytes
    """The job, pickled."""
    chunks: tuple[Chunk, ...]
    strangers: bool
    """Whether files of strangers are opened for it."""
    waiting: deque[int] = field(init=False)
    at_work: int = 0
    made: dict[int, Packets] = field(default_factory=dict)
    frames: list[int] = field(init=False)
    """Of each stretch, how many are done."""
    deaths: dict[int, int] = field(default_factory=dict)
    failure: Exception | None = None
    over: bool = False
    """Nobody waits for it any more."""

    def __post_init__(self) -> None:
        self.waiting = deque(range(len(self.chunks)))
        self.frames = [0] * len(self.chunks)

    @property
    def share(self) -> float:
        """How much of the film is made, 0 to 1, by frames."""
        return sum(self.frames) / self.chunks[-1].last

    def take(self) -> int:
        """Begin the next stretch, and return its number."""
        self.at_work += 1
        return self.waiting.popleft()

    def count(self, number: int, frames: int) -> None:
        """So many frames of a stretch are done."""
        self.frames[number] = frames

    def done(self, number: int, packets: Packets) -> None:
        """Keep a stretch until it is asked for."""
        self.at_work -= 1
        self.made[number] = packets
        self.frames[number] = self.chunks[number].last - self.chunks[number].first

    def failed(self, failure: Exception) -> None:
        """End with the first failure; what else waited is not begun."""
        self.at_work -= 1
        self.failure = self.failure or failure
        self.end()

    def lost(self, number: int) -> None:
        """The worker died: again, unless the stretch is what it died of."""
        self.deaths[number] = self.deaths.get(number, 0) + 1
        if self.deaths[number] >= TRIES:
            say = "A drawing process died; there may be too little memory."
            self.failed(RenderError(say))
            return
        self.at_work -= 1
        self.frames[number] = 0
        if not self.over:
            self.waiting.appendleft(number)

    def end(self) -> None:
        """Nothing more is begun, and who is at it may stop."""
        self.over = True
        self.waiting.clear()
