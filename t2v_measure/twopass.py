"""Two-pass H.264: the first pass learns where bits are needed, the second spends them there.

PyAV offers no way to the codec's own pass flags, but x264 takes `pass` and `stats` as parameters
of its own, which come to the same.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc, Interpolation
from av.video.stream import VideoStream

from t2v_measure import source
from t2v_measure.files import unwritable
from t2v_measure.ladder import Rung

PRESET = "veryfast"
RATE = 48_000
SAMPLES = 1024

Tell = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """One pass. `stats` is where the first leaves what the second needs."""

    number: int
    rung: Rung
    stats: Path


def run(path: Path, target: Path, one: Pass, tell: Tell) -> None:
    """Encode a film; the first pass writes nothing to `target`.

    Args:
        path: the film.
        target: the file of the second pass; it is written in place, so give a temporary name.
        one: the pass.
        tell: is told the fraction of this pass that is done.

    Raises:
        MeasureError: as `source.open_video`; `disk_full`, `output_unusable`.
    """
    last = one.number == 2
    try:
        with source.open_video(path) as film, _opened(target, last=last) as out:
            _encode(film, out, one, tell)
    except av.error.InvalidDataError as error:
        raise source.damaged(path) from error
    except OSError as error:
        raise unwritable(target, error) from error


@contextlib.contextmanager
def _opened(target: Path, *, last: bool) -> Iterator[OutputContainer]:
    options = {"movflags": "+faststart"} if last else {}
    with av.open(str(target), "w", format="mp4" if last else "null", options=options) as out:
        yield out


def _encode(film: InputContainer, out: OutputContainer, one: Pass, tell: Tell) -> None:
    picture = source.picture(film)
    assert picture is not None  # noqa: S101 - open_video has looked
    picture.codec_context.thread_type = "AUTO"
    images = _Images(picture, out, one)
    heard = next(iter(film.streams.audio), None) if one.number == 2 else None
    sounds = _Sounds(out, one.rung) if heard and one.rung.channels else None
    length = source.length_s(film)
    for packet in film.demux(*([picture, heard] if heard else [picture])):
        for frame in packet.decode():
            if isinstance(frame, av.VideoFrame):
                images.take(frame)
                if length and frame.time is not None:
                    tell(min(1.0, frame.time / length))
            elif isinstance(frame, av.AudioFrame) and sounds:
                sounds.take(frame)
    images.end()
    if sounds:
        sounds.end()


class _Images:
    """The picture: every n-th frame, scaled, into x264."""

    def __init__(self, film: VideoStream, out: OutputContainer, one: Pass) -> None:
        rung = one.rung
        rate = (film.average_rate or Fraction(25)) / rung.every
        self._stream: VideoStream = out.add_stream("libx264", rate=rate)
        self._stream.width, self._stream.height = rung.width, rung.height
        self._stream.pix_fmt = "yuv420p"
        self._stream.bit_rate = rung.video_kbps * 1000
        self._stream.options = {
            "preset": PRESET,
            "x264-params": f"pass={one.number}:stats={_escaped(one.stats)}",
        }
        context = self._stream.codec_context
        context.color_range, context.colorspace = ColorRange.MPEG, Colorspace.ITU709
        context.color_primaries, context.color_trc = ColorPrimaries.BT709, ColorTrc.BT709
        self._out, self._rung, self._rate = out, rung, rate
        self._count, self._place = 0, -1

    def take(self, frame: av.VideoFrame) -> None:
        if self._count % self._rung.every == 0:
            small = frame.reformat(
                self._rung.width, self._rung.height, "yuv420p",
                dst_colorspace=Colorspace.ITU709, interpolation=Interpolation.BICUBIC,
            )  # fmt: skip
            # On the film's own grid, where a missing frame leaves a gap.
            wanted = round((frame.time or 0.0) * float(self._rate))
            self._place = max(self._place + 1, wanted)
            small.pts, small.time_base = self._place, 1 / self._rate
            small.pict_type = 0  # the encoder decides anew
            self._out.mux(self._stream.encode(small))
        self._count += 1

    def end(self) -> None:
        self._out.mux(self._stream.encode(None))


class _Sounds:
    """The sound: resampled, into AAC."""

    def __init__(self, out: OutputContainer, rung: Rung) -> None:
        layout = "mono" if rung.channels == 1 else "stereo"
        self._stream: AudioStream = out.add_stream("aac", rate=RATE, layout=layout)
        self._stream.bit_rate = rung.audio_kbps * 1000
        self._out = out
        self._resampler = AudioResampler("fltp", layout, RATE, frame_size=SAMPLES)

    def take(self, frame: av.AudioFrame | None) -> None:
        for each in self._resampler.resample(frame):
            self._out.mux(self._stream.encode(each))

    def end(self) -> None:
        self.take(None)
        self._out.mux(self._stream.encode(None))


def _escaped(path: Path) -> str:
    """Return a path as a value in a list of x264 parameters."""
    return "".join(f"\\{sign}" if sign in "\\:='" else sign for sign in str(path))
