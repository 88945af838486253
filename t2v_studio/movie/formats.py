"""What can be made: the table of qualities and the table of containers, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_FAST_X264 = "cabac=1:8x8dct=1:no-deblock=0:aq-mode=1:chromaloc=1:scenecut=0:open-gop=0"
"""On top of a preset: what costs (nearly) no time and shows. Adaptive quantisation keeps skies from
banding; chroma is sampled in the middle of its four pixels, and said to be so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """One row. `scale` is of the film's full size; `crf` is the encoder's, lower is finer."""

    name: str
    scale: float
    crf: Mapping[str, int]
    preset: str
    audio_kbps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """One row. No `audio_codec`: it holds no sound. `joins`: packets made apart fit together."""

    name: str
    muxer: str
    video_codec: str
    audio_codec: str
    pixels: str
    joins: bool = True
    max_fps: int = 60
    scale: float = 1.0
    """Of the quality's size."""
    max_side: int = 4096
    options: Mapping[str, str] = field(default_factory=dict)
    """Of the encoder."""
    audio_options: Mapping[str, str] = field(default_factory=dict)
    mux_options: Mapping[str, str] = field(default_factory=dict)


_X264 = {"x264-params": _FAST_X264}
_VP9 = {"deadline": "realtime", "cpu-used": "8", "lag-in-frames": "0", "b": "0"}
_FAST_START = {"movflags": "+faststart"}
_AAC = {"aac_coder": "fast", "aac_is": "0", "aac_pns": "0"}
"""Half of the time of the usual coder, and nearer to what went in: 37 and 28 dB of signal to noise
for ten seconds of music at 192 kb/s, 28 and 20 dB at 96. At these rates nothing need be made of
noise, nor two channels of one, which costs five of those decibels."""

# fmt: off
QUALITIES: Mapping[str, Quality] = MappingProxyType({row.name: row for row in (
    Quality(name="low",    scale=4 / 9, crf={"libx264": 28, "libvpx-vp9": 38},
            preset="ultrafast", audio_kbps=96),
    Quality(name="medium", scale=2 / 3, crf={"libx264": 26, "libvpx-vp9": 34},
            preset="ultrafast", audio_kbps=128),
    Quality(name="high",   scale=1.0,   crf={"libx264": 24, "libvpx-vp9": 31},
            preset="ultrafast", audio_kbps=192),
    # Of a larger picture the eye sees each pixel less.
    Quality(name="1440p",  scale=4 / 3, crf={"libx264": 25, "libvpx-vp9": 33},
            preset="ultrafast", audio_kbps=192),
    Quality(name="2160p",  scale=2.0,   crf={"libx264": 26, "libvpx-vp9": 35},
            preset="ultrafast", audio_kbps=192),
)})

CONTAINERS: Mapping[str, Container] = MappingProxyType({row.name: row for row in (
    Container(name="mp4",  muxer="mp4",  video_codec="libx264",    audio_codec="aac",
              pixels="yuv420p", options=_X264, audio_options=_AAC, mux_options=_FAST_START),
    Container(name="mov",  muxer="mov",  video_codec="libx264",    audio_codec="aac",
              pixels="yuv420p", options=_X264, audio_options=_AAC, mux_options=_FAST_START),
    Container(name="webm", muxer="webm", video_codec="libvpx-vp9", audio_codec="libopus",
              pixels="yuv420p", options=_VP9),
    # A GIF's first picture opens the file and brings the palette, so it is made in one piece;
    # its clock counts hundredths, and nobody wants a larger one.
    Container(name="gif",  muxer="gif",  video_codec="gif",        audio_codec="",
              pixels="pal8", joins=False, max_fps=20, scale=1 / 3, max_side=640),
)})
# fmt: on
