"""A line of text as shapes: cut into stretches of one font and direction, shaped, put in order.

Lengths are in ems: multiples of the letters' size.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import uharfbuzz as hb

from t2v_studio.drawing.lettering.bidi import levels, seen
from t2v_studio.drawing.lettering.emoji import emoji_at, emoji_picture
from t2v_studio.drawing.lettering.fonts import faces, language, outlines

EMOJI = 1.16
"""Side of an emoji; a little larger than the letters beside it."""
DROP = 0.2
"""How far an emoji reaches below the line that letters stand on."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring characters of one font and direction, or one emoji (`picture`)."""

    text: str
    face: int
    level: int
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A shape with its place on the line."""

    shape: str
    x: float
    y: float


def stretches(line: str) -> list[Stretch]:
    """Cut a line in the order in which it is read; what nothing can draw is left out."""
    out: list[Stretch] = []
    faced, levelled, at = faces(line), levels(line), 0
    while at < len(line):
        if found := emoji_at(line, at):
            out.append(Stretch(line[at : at + found[0]], -1, levelled[at], found[1]))
            at += found[0]
            continue
        face, level = faced[at], levelled[at]
        if face is not None and out and (out[-1].face, out[-1].level) == (face, level):
            out[-1] = Stretch(out[-1].text + line[at], face, level)
        elif face is not None:
            out.append(Stretch(line[at], face, level))
        elif line[at].isspace():
            out.append(Stretch(" ", 0, level))
        at += 1
    return out


def width(line: str, weight: int) -> float:
    """Return how wide a line is, in ems."""
    spoken = language(line) or ""
    return sum(_advance(stretch, weight, spoken) for stretch in stretches(line))


def _advance(stretch: Stretch, weight: int, spoken: str) -> float:
    if stretch.picture:
        return EMOJI
    return _shaped(stretch, weight, spoken)[0]


def laid_out(line: str, weight: int) -> tuple[list[Glyph], list[Glyph]]:
    """Return the letters of a line, as paths, and its emoji, as names of pictures."""
    letters: list[Glyph] = []
    pictures: list[Glyph] = []
    read, spoken, x = stretches(line), language(line) or "", 0.0
    for stretch in seen(read, [one.level for one in read]):
        if stretch.picture:
            pictures.append(Glyph(stretch.picture, x, 0.0))
            x += EMOJI
            continue
        advance, marks = _shaped(stretch, weight, spoken)
        letters.extend(
            Glyph(path, x + across, up)
            for number, across, up in marks
            if (path := _outline(stretch.face, weight, number))
        )
        x += advance
    return letters, pictures


@lru_cache(maxsize=4096)
def _shaped(
    stretch: Stretch, weight: int, spoken: str
) -> tuple[float, tuple[tuple[int, float, float], ...]]:
    """Return the advance of a stretch, and (glyph, x, y upwards) of each of its shapes."""
    font = outlines(stretch.face, weight)
    buffer = hb.Buffer()
    buffer.add_str(stretch.text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if stretch.level % 2 else "ltr"
    if spoken:
        buffer.language = spoken
    hb.shape(font, buffer)
    unit, x = font.face.upem, 0.0
    marks = []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        marks.append((info.codepoint, (x + place.x_offset) / unit, place.y_offset / unit))
        x += place.x_advance
    return x / unit, tuple(marks)


class _Pen:
    """Writes an outline down as an SVG path, in ems, y downwards."""

    def __init__(self, unit: float) -> None:
        self._unit, self.words = unit, list[str]()

    def _add(self, sign: str, *points: tuple[float, float]) -> None:
        numbers = " ".join(f"{x / self._unit:.4f} {-y / self._unit:.4f}" for x, y in points)
        self.words.append(sign + numbers)

    def moveTo(self, to: tuple[float, float]) -> None:  # noqa: N802 - the shaper calls it so
        self._add("M", to)

    def lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802 - same
        self._add("L", to)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802 - same
        self._add("Q", *points)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802 - same
        self._add("C", *points)

    def closePath(self) -> None:  # noqa: N802 - same
        self.words.append("Z")


@cache
def _outline(face: int, weight: int, glyph: int) -> str:
    """Return the path of a glyph; empty for a blank."""
    font = outlines(face, weight)
    pen = _Pen(font.face.upem)
    font.draw_glyph_with_pen(glyph, pen)
    return "".join(pen.words)


def letters_svg(glyphs: list[Glyph], x: float, y: float, size: float) -> str:
    """Return letters as SVG elements, the line beginning at (x, y), `size` units an em."""
    return "".join(
        f'<path d="{one.shape}" transform="translate({x + one.x * size:.2f} '
        f'{y - one.y * size:.2f}) scale({size})"/>'
        for one in glyphs
    )


def emoji_svg(pictures: list[Glyph], x: float, y: float, size: float) -> str:
    """Return emoji as SVG elements, as `letters_svg` does letters."""
    scale = EMOJI * size / 32
    top = y - (EMOJI - DROP) * size
    return "".join(
        f'<g transform="translate({x + one.x * size:.2f} {top:.2f}) scale({scale:.4f})">'
        f"{emoji_picture(one.shape)}</g>"
        for one in pictures
    )
