"""Uploaded media: what a file really is, found by its first bytes and by opening it.

Names are never believed. Only the formats of the table are opened, each with its own reader forced,
so a playlist or a list of other files dressed up as a film is refused before anything parses it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType

import av
import numpy as np
from av.container import InputContainer
from av.stream import Disposition
from numpy.typing import NDArray
from PIL import Image, ImageOps

HEAD_BYTES = 64
MAX_PIXELS = 50_000_000
"""A 48-megapixel photo passes; a picture that unpacks to gigabytes does not."""
MAX_FILM_PIXELS = 20_000_000
"""Of one frame. 4K film passes, 8K does not: a decoder keeps sixteen frames and more at once."""
MAX_DURATION_MS = 3 * 3600 * 1000
MAX_STREAMS = 16

Image.MAX_IMAGE_PIXELS = None  # our own limit is checked before any pixel is unpacked


class MediaError(Exception):
    """A file that cannot be used. `code` is a row of the failure table, `say` a sentence."""

    def __init__(self, code: str, say: str) -> None:
        super().__init__(code, say)  # both, so that it comes back whole from another process
        self.code, self.say = code, say

    def __str__(self) -> str:
        return self.say


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaInfo:
    """What a file holds, as shown upright. `kind`: video, image or audio; 0 where not meant."""

    kind: str
    container: str
    width: int = 0
    height: int = 0
    duration_ms: int = 0
    fps: float = 0.0
    has_audio: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """One row: the first bytes, and the only reader that may open such a file."""

    name: str
    magic: re.Pattern[bytes]
    demuxer: str = ""
    """PyAV's name; empty for still pictures, which Pillow reads."""


def _row(name: str, magic: bytes, demuxer: str = "") -> Format:
    return Format(name, re.compile(magic, re.DOTALL), demuxer)


# Order matters: the ISO family by brand first, sound without a header last.
FORMATS: tuple[Format, ...] = (
    _row("m4a", rb".{4}ftyp(M4A|M4B)", "mp4"),
    _row("mov", rb".{4}(ftypqt  |moov|mdat|wide|free|skip)", "mov"),
    _row("mp4", rb".{4}ftyp(?!heic|heix|mif1|msf1|avif|avis|crx )", "mp4"),
    _row("avi", rb"RIFF.{4}AVI ", "avi"),
    _row("wav", rb"RIFF.{4}WAVE", "wav"),
    _row("webp", rb"RIFF.{4}WEBP"),
    _row("webm", rb"\x1aE\xdf\xa3.{1,48}webm", "matroska"),
    _row("mkv", rb"\x1aE\xdf\xa3", "matroska"),
    _row("jpg", rb"\xff\xd8\xff"),
    _row("png", rb"\x89PNG\r\n\x1a\n"),
    _row("gif", rb"GIF8[79]a", "gif"),
    _row("mp3", rb"ID3", "mp3"),
    _row("aac", rb"\xff[\xf0\xf1\xf8\xf9]", "aac"),
    _row("mp3", rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb]", "mp3"),
)
PILLOW: Mapping[str, str] = MappingProxyType(
    {"jpg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP"}
)
_NAMES = ", ".join(sorted({row.name for row in FORMATS}))


def sniff(path: Path) -> Format:
    """Return the row of a file. Raises MediaError: file_empty, unsupported_file."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not head:
        raise MediaError("file_empty", "The file is empty.")
    for row in FORMATS:
        if row.magic.match(head):
            return row
    raise MediaError("unsupported_file", f"This is none of the formats that are taken: {_NAMES}.")


def open_media(path: Path) -> InputContainer:
    """Open film or sound for decoding, with its own reader and no way out of the file."""
    row = sniff(path)
    if not row.demuxer:
        raise MediaError("unsupported_file", "A still picture has no film or sound in it.")
    inside = {"protocol_whitelist": "file"}
    try:
        return av.open(str(path), "r", format=row.demuxer, options=inside)
    except (av.error.FFmpegError, OSError, ValueError) as broken:
        raise _damaged() from broken


def load_image(path: Path) -> NDArray[np.uint8]:
    """Read a still picture upright, on white where it is see-through: BGR (height, width, 3)."""
    upright = _still(path)
    paper = Image.new("RGBA", upright.size, "white")
    rgb = np.asarray(Image.alpha_composite(paper, upright).convert("RGB"))
    return np.ascontiguousarray(rgb[..., ::-1])


def load_cutout(path: Path) -> NDArray[np.uint8]:
    """Read a still picture upright with its transparency: BGRA (height, width, 4)."""
    return np.ascontiguousarray(np.asarray(_still(path))[..., [2, 1, 0, 3]])


def _still(path: Path) -> Image.Image:
    row = sniff(path)
    if row.name not in PILLOW:
        raise MediaError("unsupported_file", "This is not a still picture.")
    return _upright(path, row).convert("RGBA")


def probe(path: Path) -> MediaInfo:
    """Open a file and say what it holds.

    Raises:
        MediaError: file_empty; unsupported_file for what is not of the table, cut short or
            damaged; file_too_large for too many pixels, streams or hours.
    """
    row = sniff(path)
    if not row.demuxer or (row.name == "gif" and not _animated(path)):
        width, height = _upright(path, row).size
        return MediaInfo(kind="image", container=row.name, width=width, height=height)
    with open_media(path) as container:
        try:
            return _inspect(container, row.name, path.stat().st_size)
        except (av.error.FFmpegError, ValueError) as broken:
            raise _damaged() from broken


def _upright(path: Path, row: Format) -> Image.Image:
    """Read a still picture to its last pixel, and turn it as its camera was held."""
    try:
        with Image.open(path, formats=(PILLOW[row.name],)) as image:
            _check_pixels(image.width, image.height, MAX_PIXELS)
            return ImageOps.exif_transpose(image)
    except (OSError, SyntaxError, ValueError, EOFError) as broken:
        raise _damaged() from broken


def _inspect(container: InputContainer, name: str, size: int) -> MediaInfo:
    if len(container.streams) > MAX_STREAMS:
        raise MediaError("file_too_large", f"The file has more than {MAX_STREAMS} tracks.")
    films = [
        one for one in container.streams.video if not one.disposition & Disposition.attached_pic
    ]
    sounds = container.streams.audio
    if not films and not sounds:
        raise MediaError("unsupported_file", "There is neither picture nor sound in the file.")
    _check_complete(container, size)
    duration_ms = _duration_ms(container)
    if not films:
        next(container.decode(sounds[0]))
        return MediaInfo(kind="audio", container=name, duration_ms=duration_ms, has_audio=True)
    _check_pixels(films[0].width, films[0].height, MAX_FILM_PIXELS)
    films[0].codec_context.thread_count = 1
    container.seek(0)
    first = next(container.decode(films[0]))
    turned = first.rotation % 180 != 0
    width, height = (first.height, first.width) if turned else (first.width, first.height)
    return MediaInfo(
        kind="video", container=name, width=width, height=height, duration_ms=duration_ms,
        fps=round(float(films[0].average_rate or 0), 3), has_audio=bool(sounds),
    )  # fmt: skip


def _check_complete(container: InputContainer, size: int) -> None:
    """An index that points past the end of the file belongs to half a download."""
    for stream in container.streams:
        entries = stream.index_entries
        if len(entries) and entries[-1].pos + entries[-1].size > size:
            raise MediaError("unsupported_file", "The file is cut short; send all of it.")


def _duration_ms(container: InputContainer) -> int:
    """Return the length; files written live do not say it, so their packets are counted."""
    if container.duration is not None:
        length = Fraction(container.duration, av.time_base)
    else:
        ends = (
            ((packet.pts or 0) + (packet.duration or 0)) * packet.time_base
            for packet in container.demux()
            if packet.pts is not None
        )
        length = max(ends, default=Fraction(0))
    if length <= 0:
        raise _damaged()
    if length * 1000 > MAX_DURATION_MS:
        raise MediaError("file_too_large", "The file lasts longer than three hours.")
    return round(length * 1000)


def _animated(path: Path) -> bool:
    try:
        with Image.open(path, formats=("GIF",)) as image:
            _check_pixels(image.width, image.height, MAX_PIXELS)
            return bool(getattr(image, "is_animated", False))
    except (OSError, SyntaxError, ValueError, EOFError) as broken:
        raise _damaged() from broken


def _check_pixels(width: int, height: int, most: int) -> None:
    if width <= 0 or height <= 0:
        raise _damaged()
    if width * height > most:
        say = f"{width}x{height} is over {most // 1_000_000} megapixels."
        raise MediaError("file_too_large", say)


def _damaged() -> MediaError:
    return MediaError("unsupported_file", "The file is damaged or cut short; it cannot be read.")
