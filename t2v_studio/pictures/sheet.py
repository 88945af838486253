"""The contact sheet: a finished film at a glance, evenly spaced frames with their times."""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image

from t2v_studio.media import MediaError, MediaInfo, probe
from t2v_studio.movie.footage import ClipPainter, Stretch
from t2v_studio.pictures.paper import Colour, Paper, length

PAPER: Colour = (18, 20, 27)
INK: Colour = (240, 242, 247)
FAINT: Colour = (140, 147, 163)
LABEL: Colour = (8, 9, 13)

THUMB_AREA = 440 * 248
"""Pixels of one frame: eight of them make a sheet that fits a screen."""
SHEET_SHAPE = 16 / 9
GAP, MARGIN, HEADER = 14, 28, 66
CORNER = 8


def contact_sheet(video: Path, output: Path, *, frames: int = 8) -> Path:
    """Write a PNG with `frames` pictures of a film, the middles of as many equal stretches.

    Raises:
        MediaError: The film cannot be read, or shows nothing.
        ValueError: `frames` is not positive.
    """
    if frames < 1:
        raise ValueError("A contact sheet shows at least one frame.")
    info = probe(video)
    if not (info.width and info.height):
        raise MediaError("unsupported_file", f"There are no pictures in {video.name}.")
    size = _thumb(info)
    columns = _columns(frames, size)
    rows = math.ceil(frames / columns)
    paper = Paper(
        2 * MARGIN + columns * (size[0] + GAP) - GAP,
        HEADER + rows * (size[1] + GAP) - GAP + MARGIN,
        PAPER,
    )
    _header(paper, video, info)
    rate = max(1, round(info.fps))
    painter = ClipPainter(video, Stretch(0, max(1, info.duration_ms * rate // 1000), rate), size)
    for number in range(frames):
        moment_ms = info.duration_ms * (2 * number + 1) / (2 * frames)
        picture = painter.paint(int(moment_ms * rate / 1000))
        row, column = divmod(number, columns)
        at = MARGIN + column * (size[0] + GAP), HEADER + row * (size[1] + GAP)
        paper.paste(Image.fromarray(picture[..., ::-1]), at, CORNER)
        _stamp(paper, clock(moment_ms), (at[0] + 8, at[1] + size[1] - 8))
    return paper.save(output)


def clock(moment_ms: float) -> str:
    """Say a time as m:ss.t."""
    tenths = int(moment_ms / 100)
    return f"{tenths // 600}:{tenths // 10 % 60:02}.{tenths % 10}"


def _thumb(info: MediaInfo) -> tuple[int, int]:
    shape = info.width / info.height
    width = math.sqrt(THUMB_AREA * shape)
    return 2 * round(width / 2), 2 * round(width / shape / 2)


def _columns(frames: int, size: tuple[int, int]) -> int:
    """Choose full rows first, then the sheet's shape."""

    def fault(columns: int) -> tuple[bool, float]:
        rows = math.ceil(frames / columns)
        shape = columns * size[0] / (rows * size[1])
        return frames % columns != 0 and frames > 3, abs(math.log(shape / SHEET_SHAPE))

    return min(range(1, frames + 1), key=fault)


def _header(paper: Paper, video: Path, info: MediaInfo) -> None:
    facts = f"{info.width} x {info.height} · {info.fps:g} fps · {clock(info.duration_ms)}"
    room = paper.image.width - 2 * MARGIN
    start = MARGIN + room - length(facts, 18)
    paper.words(video.name, (MARGIN, HEADER / 2), 24, INK, start - MARGIN - 24)
    paper.words(facts, (start, HEADER / 2), 18, FAINT)


def _stamp(paper: Paper, text: str, at: tuple[float, float]) -> None:
    """Write a time on a dark label whose lower left corner is `at`."""
    left, bottom = at
    paper.box((left, bottom - 26, left + length(text, 16) + 16, bottom), LABEL, 6, 0.72)
    paper.words(text, (left + 8, bottom - 13), 16, INK)
