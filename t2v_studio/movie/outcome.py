"""How making a movie ends: the movie, or one of two failures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Movie:
    """A finished file. Sizes in pixels; `frames` are exactly `duration_ms` at `fps`."""

    path: Path
    width: int
    height: int
    fps: int
    frames: int
    duration_ms: int
    bytes: int


class RenderError(Exception):
    """The film cannot be made. `say` is a sentence for people; nothing was written."""

    def __init__(self, say: str) -> None:
        super().__init__(say)
        self.say = say


class RenderCancelledError(Exception):
    """Somebody asked to stop. Nothing was written."""
