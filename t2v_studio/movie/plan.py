"""From a film to numbers: how large, how many frames, and in which stretches they are made.

Stretches depend on the film alone, never on the number of workers, and each is one closed group of
pictures. So any worker on any machine makes the same packets for the same stretch.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from t2v_studio.film import Film
from t2v_studio.movie.formats import CONTAINERS, QUALITIES, Container, Quality
from t2v_studio.movie.outcome import RenderError

CHUNK_S = 1.25
"""Long enough that key frames stay cheap, short enough that a 10 s film keeps many workers busy."""

Row = TypeVar("Row")

SMALLEST_SIDE = 16
LONGEST_MS = 3_600_000
"""An hour of film. More is a wish for another program."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Frames `first` up to, not including, `last`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything that encoder settings and frame times depend on. Travels to workers."""

    width: int
    height: int
    fps: int
    frames: int
    quality: Quality
    container: Container
    chunks: tuple[Chunk, ...]

    @property
    def duration_ms(self) -> int:
        """Length of the finished film, to the frame."""
        return round(self.frames * 1000 / self.fps)


def plan(
    film: Film,
    *,
    quality: str | Quality,
    container: str | Container,
    scale: float,
    fps: int | None,
) -> Plan:
    """Decide sizes and stretches. Raises RenderError for what cannot be made."""
    box = _row(CONTAINERS, container, "format")
    grade = _row(QUALITIES, quality, "quality")
    if not 0 < film.duration_ms <= LONGEST_MS:
        raise RenderError("A film can last from one frame to one hour.")
    rate = min(max(fps or film.fps, 1), box.max_fps)
    frames = max(1, round(film.duration_ms * rate / 1000))
    width, height = _size(film.size, grade.scale * box.scale * scale, box.max_side)
    return Plan(
        width=width,
        height=height,
        fps=rate,
        frames=frames,
        quality=grade,
        container=box,
        chunks=_chunks(frames, rate) if box.joins else (Chunk(0, frames),),
    )


def _row(table: Mapping[str, Row], name: str | Row, noun: str) -> Row:
    if not isinstance(name, str):
        return name
    if name not in table:
        raise RenderError(f"There is no {noun} {name!r}; choose one of {', '.join(table)}.")
    return table[name]


def _size(full: tuple[int, int], scale: float, max_side: int) -> tuple[int, int]:
    """Scale a size; both sides come out even, as 4:2:0 needs."""
    scale = min(scale, max_side / max(full))
    width, height = (max(SMALLEST_SIDE, 2 * round(side * scale / 2)) for side in full)
    return width, height


def _chunks(frames: int, fps: int) -> tuple[Chunk, ...]:
    """Cut evenly, into an even number of stretches once there are several."""
    count = math.ceil(frames / (CHUNK_S * fps))
    if count > 1:
        count += count % 2
    edges = [round(frames * edge / count) for edge in range(count + 1)]
    return tuple(Chunk(first, last) for first, last in pairwise(edges))
