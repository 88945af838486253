"""Films of prompts, small: evenly spaced frames as one picture, what was understood, and times."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from PIL import Image

from t2v_studio.director import Project, direct, explain, fold
from t2v_studio.film import Film
from t2v_studio.movie.art import studio_art
from t2v_studio.movie.plan import Plan, plan
from t2v_studio.movie.reel import Reel

PROMPTS = Path(__file__).with_name("prompts.yaml")
AREA = 320 * 180
"""Pixels of a frame: tall films are as large as wide ones."""
COLUMNS, ROWS = 3, 2
FPS = 12
TIMED = 4
"""Frames in a row that are timed after each shown one: the first of a scene pays for its making."""
LONGEST_MS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One prompt and what became of it."""

    group: str
    prompt: str
    sheet: Image.Image
    drawn: tuple[str, ...]
    """A line for each scene."""
    missing: tuple[str, ...]
    """Things that were named and could not be drawn."""
    size: tuple[int, int]
    duration_ms: int
    making_ms: float
    """From words to the first frame."""
    frame_ms: float
    """A frame after that, in the mean."""

    @property
    def large(self) -> Image.Image:
        """The second frame of the sheet, by which everything is there."""
        wide, high = self.size
        return self.sheet.crop((wide, 0, 2 * wide, high))


def prompts() -> list[tuple[str, str]]:
    """Return (group, prompt) in the order of the page."""
    groups: dict[str, list[str]] = yaml.safe_load(PROMPTS.read_text("utf-8"))
    return [(group, prompt) for group, some in groups.items() for prompt in some]


def shoot(group: str, prompt: str, *, area: int = AREA) -> Shot:
    """Direct a prompt and paint a few frames of its film.

    Args:
        group: Under which heading it stands.
        prompt: The words.
        area: Pixels of a frame.
    """
    started = time.perf_counter()
    film = _film(prompt)
    made = _plan(film, area)
    reel = Reel(film, {}, made, studio_art())
    reel.frame(0)
    making_ms = (time.perf_counter() - started) * 1000
    size = made.width, made.height
    sheet = Image.new("RGB", (size[0] * COLUMNS, size[1] * ROWS))
    for number, index in enumerate(_indexes(made.frames)):
        row, column = divmod(number, COLUMNS)
        picture = Image.fromarray(reel.frame(index)[..., ::-1])
        sheet.paste(picture, (column * size[0], row * size[1]))
    told = explain(prompt)["scenes"]
    return Shot(
        group=group,
        prompt=prompt,
        sheet=sheet,
        drawn=tuple(scene["drawn"] for scene in told),
        missing=tuple(dict.fromkeys(one for scene in told for one in scene["not_drawn"])),
        size=size,
        duration_ms=film.duration_ms,
        making_ms=making_ms,
        frame_ms=_pace(reel, made.frames),
    )


def _film(prompt: str) -> Film:
    turn = direct(prompt, Project())
    return fold([edit for stage in turn.stages for edit in stage.edits])


def _plan(film: Film, area: int) -> Plan:
    wide, high = film.size
    return plan(film, quality="high", container="mp4", scale=(area / wide / high) ** 0.5, fps=FPS)


def _indexes(frames: int) -> Iterator[int]:
    """Yield the middles of equal stretches."""
    shown = COLUMNS * ROWS
    for number in range(shown):
        yield min(frames - 1, frames * (2 * number + 1) // (2 * shown))


def _pace(reel: Reel, frames: int) -> float:
    """Return the milliseconds of a frame when its scene is made already."""
    first = frames // 2
    reel.frame(first)
    started = time.perf_counter()
    count = 0
    for index in range(first, min(first + TIMED, frames)):
        reel.frame(index)
        count += 1
    return (time.perf_counter() - started) * 1000 / count
