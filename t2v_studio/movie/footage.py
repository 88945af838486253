"""Painters of uploaded pictures and clips: the same interface as a drawn scene's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
from av.video.reformatter import Colorspace, Interpolation

from t2v_studio.media import load_image, open_media, probe
from t2v_studio.movie.art import Painter, Picture
from t2v_studio.movie.fitting import Size, blurred_fill, contained, on_fill

DRIFT = 0.06
"""How much a still picture grows from its first frame to its last: seen, not noticed."""

STALE_S = 2.0
"""Further ahead than this, seeking is quicker than decoding."""

UNTAGGED = 2
"""Of ISO/IEC 23091-2: the file does not say its matrix."""

HD_LINES = 720
"""Untagged film this high or higher is BT.709, smaller is BT.601, as players assume."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What the film shows of a file, in the film's frames: `first` up to, without, `last`."""

    first: int
    last: int
    fps: int


def footage(kind: str, path: Path, stretch: Stretch, size: Size) -> Painter:
    """Return the painter of an uploaded picture (`image`) or clip."""
    if kind == "image":
        return StillPainter(path, stretch, size)
    return ClipPainter(path, stretch, size)


class StillPainter:
    """A still picture, whole, growing slowly; one of another shape rests on a blurred fill."""

    def __init__(self, path: Path, stretch: Stretch, size: Size) -> None:
        self._size, self._stretch = size, stretch
        source = load_image(path)
        self._inner = contained((source.shape[1], source.shape[0]), size)
        self._fill = None if self._inner == size else blurred_fill(source, size)
        self._sharp = cv2.resize(source, self._inner, interpolation=_filter(source, self._inner))

    def paint(self, index: int) -> Picture:
        """Return a frame; `index` counts from the start of the picture's time."""
        first, last = self._stretch.first, self._stretch.last
        along = (index - first) / max(1, last - first - 1)
        grown = 1 + DRIFT * along
        scale = grown if self._fill is None else grown / (1 + DRIFT)
        move = _about_centre(self._inner, self._size, scale)
        if self._fill is None:
            return cv2.warpAffine(self._sharp, move, self._size, flags=cv2.INTER_LINEAR)  # type: ignore[return-value] # uint8 in, uint8 out
        whole = self._fill.copy()
        cv2.warpAffine(
            self._sharp, move, self._size, whole,
            flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_TRANSPARENT,
        )  # fmt: skip
        return whole


class ClipPainter:
    """A clip at its own speed, whole, from `first` to its end and then from `first` again."""

    def __init__(self, path: Path, stretch: Stretch, size: Size) -> None:
        self._size, self._fps = size, stretch.fps
        self._length = max(1, probe(path).duration_ms * stretch.fps // 1000)
        self._first = min(stretch.first, self._length - 1)
        self._container = open_media(path)
        self._stream = self._container.streams.video[0]
        self._stream.codec_context.thread_count = 1
        self._start = (self._stream.start_time or 0) * (self._stream.time_base or Fraction(1))
        self._ahead: Iterator[av.VideoFrame] = iter(())
        self._now: av.VideoFrame | None = None
        self._next: av.VideoFrame | None = None
        self._painted: tuple[float, Picture] | None = None

    def paint(self, index: int) -> Picture:
        """Return the frame that shows at `index` frames of the finished film."""
        if index >= self._length:
            index = self._first + (index - self._first) % (self._length - self._first)
        frame = self._at(index / self._fps)
        moment = self._time(frame)
        if self._painted is None or self._painted[0] != moment:
            self._painted = moment, self._fitted(frame)
        return self._painted[1]

    def _at(self, wanted: float) -> av.VideoFrame:
        """Return the last frame that begins at or before `wanted` seconds."""
        slack = 0.5 / self._fps / 2
        if self._now is None or not -slack <= wanted - self._time(self._now) < STALE_S:
            self._seek(wanted)
        while self._next is not None and self._time(self._next) <= wanted + slack:
            self._now, self._next = self._next, next(self._ahead, None)
        return self._now  # type: ignore[return-value] # _seek sets it or raises

    def _seek(self, wanted: float) -> None:
        self._container.seek(int((wanted + self._start) * av.time_base), backward=True)
        self._ahead = self._container.decode(self._stream)
        self._now = next(self._ahead)
        self._next = next(self._ahead, None)

    def _time(self, frame: av.VideoFrame) -> float:
        return float((frame.time or 0.0) - self._start)

    def _fitted(self, frame: av.VideoFrame) -> Picture:
        turns = round(frame.rotation / 90) % 4
        aspect = float(self._stream.sample_aspect_ratio or 1)
        shape = max(1, round(frame.width * aspect)), frame.height
        upright = shape[::-1] if turns % 2 else shape
        inner = contained((upright[0], upright[1]), self._size)
        width, height = inner[::-1] if turns % 2 else inner
        pixels = frame.to_ndarray(
            format="bgr24", width=width, height=height, interpolation=Interpolation.BICUBIC,
            src_colorspace=_matrix(frame),
        )  # fmt: skip
        picture = np.ascontiguousarray(np.rot90(pixels, turns), np.uint8)
        return on_fill(picture, picture, self._size)


def _matrix(frame: av.VideoFrame) -> Colorspace | None:
    """Name the matrix of untagged film; tagged film knows its own."""
    if frame.colorspace != UNTAGGED:
        return None
    return Colorspace.ITU709 if frame.height >= HD_LINES else Colorspace.ITU601


def _about_centre(
    inner: Size, frame: Size, scale: float
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return the affine map that scales a picture about the middle of the frame."""
    return np.array(
        [
            [scale, 0.0, (frame[0] - inner[0] * scale) / 2 + (scale - 1) / 2],
            [0.0, scale, (frame[1] - inner[1] * scale) / 2 + (scale - 1) / 2],
        ]
    )


def _filter(source: Picture, size: Size) -> int:
    return cv2.INTER_AREA if source.shape[1] > size[0] else cv2.INTER_CUBIC
