"""Opening a file that anybody may have made: known by its bytes, read by one reader, bounded.

FFmpeg left alone guesses the format, and a text that names other files is one of its formats. So
the format is forced by the first bytes, and nothing but this file can be opened.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import av
from av.container import InputContainer
from av.stream import Disposition
from av.video.stream import VideoStream

from t2v_measure.trouble import MeasureError

MOST_PIXELS = 50_000_000
MOST_STREAMS = 32
MOST_SECONDS = 6 * 3600
"""Six hours: a number beyond it comes from a broken or a hostile header."""

READERS = (
    (re.compile(rb".{4}(?:ftyp|moov|mdat)", re.DOTALL), "mov"),
    (re.compile(rb"\x00.{3}(?:wide|free|skip)", re.DOTALL), "mov"),  # English words, too
    (re.compile(rb"\x1aE\xdf\xa3"), "matroska"),
    (re.compile(rb"RIFF.{4}AVI ", re.DOTALL), "avi"),
    (re.compile(rb"GIF8[79]a"), "gif"),
)
"""First bytes -> FFmpeg's reader for them."""

ENDINGS = frozenset({".mp4", ".m4v", ".mov", ".webm", ".mkv", ".avi", ".gif"})
"""What counts as a video in a folder; a file that is named is looked at whatever its ending."""


def reader(path: Path) -> str:
    """Return FFmpeg's name of the file's format.

    Raises:
        MeasureError: `file_missing`, `file_unreadable`, `not_a_file`, `file_empty`, `not_a_video`.
    """
    head = _head(path)
    if not head:
        raise MeasureError("file_empty", f"{path.name} is empty.")
    for magic, name in READERS:
        if magic.match(head):
            return name
    raise MeasureError("not_a_video", f"{path.name} is no video in a format that is read here.")


def _head(path: Path) -> bytes:
    try:
        # A pipe would keep us waiting, so what it is comes first.
        if not stat.S_ISREG(path.stat().st_mode):
            raise MeasureError("not_a_file", f"{path.name} is not a regular file.")
        with path.open("rb") as file:
            return file.read(64)
    except FileNotFoundError as error:
        raise MeasureError("file_missing", f"There is no file {path.name[:100]}.") from error
    except (OSError, ValueError) as error:
        raise MeasureError("file_unreadable", f"{path.name[:100]} cannot be read.") from error


def open_video(path: Path) -> InputContainer:
    """Open a video whose picture can be decoded; its index and its limits have been looked at.

    Raises:
        MeasureError: as `reader`, or `file_damaged`, `file_too_large`.
    """
    name = reader(path)
    try:
        container = av.open(
            os.path.abspath(path),  # noqa: PTH100 - no symlink is followed on the way
            "r",
            format=name,
            options={"protocol_whitelist": "file"},
        )
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise damaged(path) from error
    try:
        _check(path, container)
    except BaseException:
        container.close()
        raise
    return container


def picture(container: InputContainer) -> VideoStream | None:
    """Return the stream that is the film; cover pictures are none."""
    return next(
        (
            one
            for one in container.streams.video
            if not one.disposition & Disposition.attached_pic and one.codec_context
        ),
        None,
    )


def length_s(container: InputContainer) -> float:
    """Return the length that the container states, 0 where it states none."""
    return (container.duration or 0) / av.time_base


def damaged(path: Path) -> MeasureError:
    """Return the failure of a file that is cut short or broken."""
    return MeasureError("file_damaged", f"{path.name} is damaged or cut short.")


def _check(path: Path, container: InputContainer) -> None:
    film = picture(container)
    if film is None:
        raise MeasureError("not_a_video", f"{path.name} holds no moving picture.")
    if len(container.streams) > MOST_STREAMS or film.width * film.height > MOST_PIXELS:
        raise MeasureError("file_too_large", f"{path.name} has too many tracks or pixels.")
    if film.width <= 0 or film.height <= 0:
        raise damaged(path)
    if length_s(container) > MOST_SECONDS:
        raise MeasureError("file_too_large", f"{path.name} lasts longer than six hours.")
    size = path.stat().st_size
    for stream in container.streams:
        # An index that points past the end of the file belongs to half a download.
        entries = stream.index_entries
        if len(entries) and entries[-1].pos + entries[-1].size > size:
            raise MeasureError("file_damaged", f"{path.name} is cut short.")
