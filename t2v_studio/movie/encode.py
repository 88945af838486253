"""(film, stretch) -> packets: a pure function, the unit of work of every worker.

The settings of `encoder` are those of the finished file; `join` opens the same encoder to write the
file's header, so packets made anywhere fit it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from typing import Any

import av
from av.video.codeccontext import VideoCodecContext
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc

from t2v_studio.movie.palette import Paletted
from t2v_studio.movie.pixels import Converter, Yuv420
from t2v_studio.movie.plan import Chunk, Plan
from t2v_studio.movie.reel import Reel

PALETTE_SAMPLES = 8


@dataclass(frozen=True, slots=True)
class Packet:
    """One encoded frame. Times in frames of the film."""

    pts: int
    dts: int
    key: bool
    data: bytes


def configure(context: VideoCodecContext, plan: Plan) -> None:
    """Set everything about an encoder that the plan decides."""
    context.width, context.height = plan.width, plan.height
    context.pix_fmt = plan.container.pixels
    context.time_base = Fraction(1, plan.fps)
    context.framerate = Fraction(plan.fps)
    context.gop_size = max(chunk.last - chunk.first for chunk in plan.chunks)
    context.thread_count = 1
    if plan.container.pixels == "yuv420p":
        context.color_range = ColorRange.MPEG
        context.colorspace = Colorspace.ITU709
        context.color_primaries = ColorPrimaries.BT709
        context.color_trc = ColorTrc.BT709


def options(plan: Plan) -> dict[str, str]:
    """Return the encoder's private options."""
    chosen = dict(plan.container.options)
    codec = plan.container.video_codec
    if codec in plan.quality.crf:
        chosen["crf"] = str(plan.quality.crf[codec])
    if codec == "libx264":
        chosen["preset"] = plan.quality.preset
    return chosen


def encode(
    reel: Reel, plan: Plan, chunk: Chunk, *, each: Callable[[], None] | None = None
) -> tuple[Packet, ...]:
    """Paint and encode one stretch; `each` is called after every frame and may raise to stop."""
    context = _encoder(plan)
    converter = _converter(reel, plan, chunk)
    packets: list[Packet] = []
    for frame in chain(_frames(reel, converter, chunk), (None,)):
        packets += map(_plain, context.encode(frame))
        if each and frame is not None:
            each()
    return tuple(packets)


def _encoder(plan: Plan) -> VideoCodecContext:
    context = VideoCodecContext.create(plan.container.video_codec, "w")
    assert isinstance(context, VideoCodecContext)  # noqa: S101 - the table names video codecs
    configure(context, plan)
    context.options = options(plan)
    context.flags |= int(av.codec.context.Flags.global_header)
    return context


def _converter(reel: Reel, plan: Plan, chunk: Chunk) -> Converter:
    if plan.container.pixels == "yuv420p":
        return Yuv420(plan.width, plan.height)
    step = max(1, (chunk.last - chunk.first) // PALETTE_SAMPLES)
    return Paletted([reel.frame(index).copy() for index in range(chunk.first, chunk.last, step)])


def _frames(reel: Reel, converter: Converter, chunk: Chunk) -> Iterator[av.VideoFrame]:
    for index in range(chunk.first, chunk.last):
        frame = converter.frame(reel.frame(index))
        frame.pts = index
        yield frame


def _plain(packet: av.Packet[Any]) -> Packet:
    if packet.pts is None or packet.dts is None:
        raise RuntimeError("The encoder gave a packet without a time.")
    return Packet(packet.pts, packet.dts, packet.is_keyframe, bytes(packet))
