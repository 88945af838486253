"""What both pictures are drawn with: smooth boxes, and words that stay inside theirs."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from t2v_studio.drawing.lettering.fonts import font, runs

Colour = tuple[int, int, int]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""

FINE = 4
"""Round corners are drawn this much larger and shrunk: Pillow's own are jagged."""
CUT = "…"


class Paper:
    """An RGB picture to draw on."""

    def __init__(self, width: int, height: int, colour: Colour) -> None:
        self.image = Image.new("RGB", (width, height), colour)
        self._pen = ImageDraw.Draw(self.image)

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: Colour) -> None:
        """Draw a line one pixel wide."""
        self._pen.line([start, end], fill=colour)

    def box(self, box: Box, colour: Colour, radius: float, opacity: float = 1.0) -> None:
        """Fill a rectangle with round corners."""
        left, top, right, bottom = map(round, box)
        size = max(1, right - left), max(1, bottom - top)
        shade = rounded(size, radius).point(lambda level: round(level * opacity))
        self.image.paste(colour, (left, top), shade)

    def paste(self, picture: Image.Image, at: tuple[int, int], radius: float) -> None:
        """Put a picture on the paper, its corners round."""
        self.image.paste(picture, at, rounded(picture.size, radius))

    def words(
        self, text: str, at: tuple[float, float], size: int, colour: Colour, width: float = 1e9
    ) -> float:
        """Write one line from `at` (left, middle) within `width`; return where it ends."""
        left, middle = at
        for piece, face in _runs(clipped(text, size, width), size):
            self._pen.text((left, middle), piece, font=face, fill=colour, anchor="lm")
            left += face.getlength(piece)
        return left

    def save(self, output: Path) -> Path:
        """Write a PNG, all at once."""
        unfinished = output.with_name(f".{output.stem}-{secrets.token_hex(4)}.part")
        try:
            self.image.save(unfinished, "PNG", optimize=True)
            unfinished.replace(output)
        finally:
            unfinished.unlink(missing_ok=True)
        return output


def rounded(size: tuple[int, int], radius: float) -> Image.Image:
    """Return a mask of a rectangle with smooth round corners."""
    mask = Image.new("L", size, 255)
    reach = min(round(radius), min(size) // 2)
    if not reach:
        return mask
    disc = _disc(reach)
    for x, y in ((0, 0), (1, 0), (0, 1), (1, 1)):
        corner = disc.crop((x * reach, y * reach, (x + 1) * reach, (y + 1) * reach))
        mask.paste(corner, (x * (size[0] - reach), y * (size[1] - reach)))
    return mask


@lru_cache(maxsize=16)
def _disc(radius: int) -> Image.Image:
    large = Image.new("L", (2 * radius * FINE, 2 * radius * FINE), 0)
    ImageDraw.Draw(large).ellipse((0, 0, large.width - 1, large.height - 1), fill=255)
    return large.resize((2 * radius, 2 * radius), Image.Resampling.BOX)


def length(text: str, size: int) -> float:
    """Return how many pixels a line is long."""
    return sum(face.getlength(piece) for piece, face in _runs(text, size))


def clipped(text: str, size: int, width: float) -> str:
    """Return the line, or as much of it as fits before an ellipsis; nothing where none fits."""
    line = " ".join(text.split())
    if length(line, size) <= width:
        return line
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        fits = length(line[:middle].rstrip() + CUT, size) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    return line[:low].rstrip() + CUT if low else ""


def _runs(text: str, size: int) -> Iterator[tuple[str, ImageFont.FreeTypeFont]]:
    """Cut a line where the typeface has to change."""
    return ((piece, font(face, size)) for face, piece in runs(text))
