"""The timeline as a picture: a ruler, a lane for each track, a box for each segment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from t2v_studio.pictures.paper import Colour, Paper, length

WIDTH = 1600
GUTTER, MARGIN = 190, 32
RULER, LANE, SPACE = 58, 62, 14
MOST_LANES = 40
"""More overlapping boxes than this are not a timeline that anybody reads."""

PAPER: Colour = (248, 249, 252)
BAND: Colour = (236, 239, 245)
GRID: Colour = (222, 226, 235)
INK: Colour = (38, 43, 56)
PALE: Colour = (226, 232, 246)
FAINT: Colour = (112, 120, 138)
WHITE: Colour = (255, 255, 255)

COLOURS: Mapping[str, Colour] = MappingProxyType(
    {
        "video": (76, 96, 214),
        "audio": (24, 138, 106),
        "text": (196, 92, 32),
        "other": (98, 106, 125),
    }
)
TICKS_MS = (100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 300_000, 600_000,
            1_800_000, 3_600_000)  # fmt: skip
TICK_ROOM = 90
"""Pixels between ruler marks, at least: their times must not touch."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Time to pixels."""

    duration_ms: int

    def x(self, time_ms: float) -> float:
        share = min(max(time_ms / self.duration_ms, 0.0), 1.0)
        return GUTTER + share * (WIDTH - GUTTER - MARGIN)

    def tick_ms(self) -> int:
        room = TICK_ROOM / (WIDTH - GUTTER - MARGIN) * self.duration_ms
        return next((tick for tick in TICKS_MS if tick >= room), TICKS_MS[-1])


def timeline_picture(timeline: Mapping[str, Any], output: Path) -> Path:
    """Draw a timeline as a PNG.

    Args:
        timeline: `duration_ms`, and `tracks`: each with `kind` (video, audio, text, other), `label`
            and `segments`: each with `name`, `start_ms`, `end_ms` and perhaps `volume` (percent).
        output: The picture.
    """
    tracks: Sequence[Mapping[str, Any]] = timeline["tracks"]
    ends = [segment["end_ms"] for track in tracks for segment in track["segments"]]
    scale = _Scale(max(1, timeline["duration_ms"], *ends))
    rows = [lanes(track["segments"]) for track in tracks]
    height = MARGIN + RULER + sum(len(row) * LANE + SPACE for row in rows) + MARGIN
    paper = Paper(WIDTH, height if rows else height + LANE, PAPER)
    top = float(MARGIN + RULER)
    _ruler(paper, scale)
    if not rows:
        paper.words("Nothing on the timeline yet", (GUTTER + 14, top + LANE / 2), 22, FAINT)
    for track, row in zip(tracks, rows, strict=True):
        _track(paper, scale, track, row, top)
        top += len(row) * LANE + SPACE
    return paper.save(output)


def lanes(segments: Sequence[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    """Spread segments over as few lanes as keep them from lying on each other; one at least."""
    rows: list[list[Mapping[str, Any]]] = [[]]
    for segment in sorted(segments, key=lambda one: (one["start_ms"], one["end_ms"])):
        free = (row for row in rows if not row or row[-1]["end_ms"] <= segment["start_ms"])
        row = next(free, None)
        if row is None and len(rows) < MOST_LANES:
            rows.append(row := [])
        if row is not None:
            row.append(segment)
    return rows


def _ruler(paper: Paper, scale: _Scale) -> None:
    step = scale.tick_ms()
    for time_ms in range(0, scale.duration_ms + 1, step):
        x = scale.x(time_ms)
        paper.line((x, MARGIN + 34), (x, paper.image.height - MARGIN), GRID)
        paper.words(label := seconds(time_ms), (x - length(label, 17) / 2, MARGIN + 14), 17, FAINT)


def _track(
    paper: Paper,
    scale: _Scale,
    track: Mapping[str, Any],
    row: Sequence[Sequence[Mapping[str, Any]]],
    top: float,
) -> None:
    colour = COLOURS.get(track["kind"], COLOURS["other"])
    bottom = top + len(row) * LANE
    paper.box((GUTTER, top, WIDTH - MARGIN, bottom), BAND, 10)
    paper.box((MARGIN, top + 8, MARGIN + 6, bottom - 8), colour, 3)
    paper.words(track["label"], (MARGIN + 18, (top + bottom) / 2), 20, INK, GUTTER - MARGIN - 30)
    for number, lane in enumerate(row):
        for segment in lane:
            _segment(paper, scale, segment, colour, top + number * LANE)


def _segment(
    paper: Paper, scale: _Scale, segment: Mapping[str, Any], colour: Colour, top: float
) -> None:
    left, right = scale.x(segment["start_ms"]), scale.x(segment["end_ms"])
    right = max(right - 2, left + 4)
    paper.box((left, top + 5, right, top + LANE - 5), colour, 8)
    span = f"{seconds(segment['start_ms'])} - {seconds(segment['end_ms'])}"
    volume = segment.get("volume")
    facts = span if volume is None else f"{span} · {volume}%"
    room = right - left - 24
    paper.words(segment["name"], (left + 12, top + 21), 20, WHITE, room)
    paper.words(facts, (left + 12, top + 43), 15, PALE, room)


def seconds(time_ms: float) -> str:
    """Say a time: 2.5 s, 1:05."""
    if time_ms < 60_000:
        return f"{time_ms / 1000:g} s"
    return f"{int(time_ms // 60_000)}:{time_ms % 60_000 / 1000:02.0f}"
