"""What an encoder is told, and what it gives: the same wherever a stretch is made.

The settings are those of the finished file; `join` opens the same encoder to write the file's
header, so packets made anywhere fit it.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from av.video.codeccontext import VideoCodecContext
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc

from t2v_studio.movie.plan import Plan


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
