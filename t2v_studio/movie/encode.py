"""(film, stretch) -> packets: a pure function, the unit of work of every worker.

It brings all that draws along, so only who draws imports it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

import av
from av.video.codeccontext import VideoCodecContext

from t2v_studio.movie.encoder import Packet, configure, options
from t2v_studio.movie.palette import Paletted
from t2v_studio.movie.pixels import Converter, Yuv420
from t2v_studio.movie.plan import Chunk, Plan
from t2v_studio.movie.reel import Reel

PALETTE_SAMPLES = 8


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
