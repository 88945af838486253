"""How close a film is to a reference: PSNR and SSIM by FFmpeg's own filters, in step by time."""

from __future__ import annotations

import contextlib
import itertools
import math
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
from av.filter import Graph
from av.filter.context import FilterContext

from t2v_measure import source
from t2v_measure.trouble import MeasureError

Pair = tuple[av.VideoFrame | None, av.VideoFrame | None]

CLOCK = Fraction(1, 90_000)
TOLERANCE_S = 0.5
"""Films whose lengths differ by more are not two versions of one."""


def compare(path: Path, reference: Path, *, threads: int = 0) -> dict[str, float | None]:
    """Return `psnr` (dB, None when every pixel is the same) and `ssim` (0 to 1).

    The film is scaled to the reference's size, as a player would show it there.

    Raises:
        MeasureError: as `source.open_video`; `bad_reference` when the lengths do not fit.
    """
    with source.open_video(path) as film, source.open_video(reference) as model:
        if abs(source.length_s(film) - source.length_s(model)) > TOLERANCE_S:
            raise MeasureError("bad_reference", f"{reference.name} is not as long as {path.name}.")
        ours, theirs = source.picture(film), source.picture(model)
        assert ours is not None  # noqa: S101 - open_video has looked
        assert theirs is not None  # noqa: S101 - same
        ours.codec_context.thread_count = theirs.codec_context.thread_count = threads
        pairs = itertools.zip_longest(_frames(film, ours), _frames(model, theirs))
        return _averages(_judged(pairs))


def _frames(
    container: av.container.InputContainer, stream: av.video.stream.VideoStream
) -> Iterator[av.VideoFrame]:
    """Yield the frames with times that begin at zero, on one clock."""
    zero: float | None = None
    try:
        for frame in container.decode(stream):
            zero = frame.time or 0.0 if zero is None else zero
            frame.pts = round(((frame.time or 0.0) - zero) / CLOCK)
            frame.time_base = CLOCK
            frame.pict_type = 0
            yield frame
    except av.error.FFmpegError as error:
        raise source.damaged(Path(container.name)) from error


def _judged(pairs: Iterator[Pair]) -> Iterator[dict[str, str]]:
    """Yield what the filters say of each frame."""
    film, model = next(pairs, (None, None))
    if film is None or model is None:
        return
    judge = _Judge(film, model)
    for pair in itertools.chain([(film, model)], pairs):
        yield from judge.take(pair)
    yield from judge.end()


class _Judge:
    """The filters: film and model go in, frames with a judgement come out.

    The graph is held here, because its parts do not keep it alive by themselves.
    """

    def __init__(self, film: av.VideoFrame, model: av.VideoFrame) -> None:
        self._graph = Graph()
        self._inputs = [self._input(film), self._input(model)]
        size = f"{model.width}:{model.height}:flags=bicubic:out_color_matrix=bt709:out_range=tv"
        ready = [self._ready(entry, size) for entry in self._inputs]
        twice = self._then(ready[1], "split")
        # psnr passes the film on, and ssim compares that with the model's second copy.
        psnr, ssim = self._graph.add("psnr"), self._graph.add("ssim")
        ready[0].link_to(psnr, 0, 0)
        twice.link_to(psnr, 0, 1)
        psnr.link_to(ssim, 0, 0)
        twice.link_to(ssim, 1, 1)
        self._sink = self._then(ssim, "buffersink")
        self._graph.configure()

    def take(self, pair: Pair) -> Iterator[dict[str, str]]:
        """Take a frame of each; None where one has ended. Yield what is known by now."""
        for entry, frame in zip(self._inputs, pair, strict=True):
            if frame is not None:
                entry.push(frame)
        yield from self._said()

    def end(self) -> Iterator[dict[str, str]]:
        """Say that no more will come, and yield the rest."""
        for entry in self._inputs:
            entry.push(None)
        yield from self._said()

    def _said(self) -> Iterator[dict[str, str]]:
        with contextlib.suppress(av.error.BlockingIOError, av.error.EOFError):
            while True:
                yield dict(self._sink.pull().metadata)

    def _input(self, frame: av.VideoFrame) -> FilterContext:
        return self._graph.add_buffer(
            width=frame.width, height=frame.height, format=frame.format, time_base=CLOCK
        )

    def _ready(self, entry: FilterContext, size: str) -> FilterContext:
        return self._then(self._then(entry, "scale", size), "format", "yuv420p")

    def _then(self, before: FilterContext, *filter_: str) -> FilterContext:
        after = self._graph.add(*filter_)
        before.link_to(after)
        return after


def _averages(judged: Iterator[dict[str, str]]) -> dict[str, float | None]:
    errors, alike, count = 0.0, 0.0, 0
    for said in judged:
        errors += float(said["lavfi.psnr.mse_avg"])
        alike += float(said["lavfi.ssim.All"])
        count += 1
    if not count:
        return {"psnr": None, "ssim": None}
    error = errors / count
    psnr = round(10 * math.log10(255**2 / error), 2) if error else None
    return {"psnr": psnr, "ssim": round(alike / count, 5)}
