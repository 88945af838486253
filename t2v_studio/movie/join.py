"""Packets of all stretches and the sound, into one file. Nothing is encoded twice."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream
from numpy.typing import NDArray

from t2v_studio.movie.encoder import Packet, configure, options
from t2v_studio.movie.plan import Plan

RATE = 48_000
AUDIO_BLOCK = 1024

Encoded: TypeAlias = "av.Packet[Any]"


def join(
    stretches: Iterable[tuple[Packet, ...]], sound: NDArray[np.float32], plan: Plan, output: Path
) -> None:
    """Write the file. `sound`: (samples, 2) at RATE; left out where the container holds none."""
    box = plan.container
    with av.open(str(output), "w", format=box.muxer, options=dict(box.mux_options)) as file:
        film = file.add_stream(box.video_codec, rate=plan.fps, options=options(plan))
        assert isinstance(film, VideoStream)  # noqa: S101 - the table names film codecs
        configure(film.codec_context, plan)
        tracks = [_film_packets(stretches, film, plan)]
        if box.audio_codec:
            tracks.append(_sound_packets(sound, _sound_stream(file, plan)))
        file.start_encoding()
        for packet in heapq.merge(*tracks, key=_moment):
            file.mux(packet)


def _moment(packet: Encoded) -> Fraction:
    return (packet.dts or 0) * packet.time_base


def _film_packets(
    stretches: Iterable[tuple[Packet, ...]], stream: VideoStream, plan: Plan
) -> Iterator[Encoded]:
    for stretch in stretches:
        for one in stretch:
            packet: Encoded = av.Packet(one.data)
            packet.stream = stream
            packet.time_base = Fraction(1, plan.fps)
            packet.pts, packet.dts, packet.duration = one.pts, one.dts, 1
            packet.is_keyframe = one.key
            yield packet


def _sound_stream(file: OutputContainer, plan: Plan) -> AudioStream:
    box = plan.container
    chosen = dict(box.audio_options)
    stream = file.add_stream(box.audio_codec, rate=RATE, layout="stereo", options=chosen)
    assert isinstance(stream, AudioStream)  # noqa: S101 - the table names sound codecs
    stream.bit_rate = plan.quality.audio_kbps * 1000
    return stream


def _sound_packets(sound: NDArray[np.float32], stream: AudioStream) -> Iterator[Encoded]:
    """Encode the sound; the last packet ends with the last sample."""
    form = stream.codec_context.format.name
    resampler = av.AudioResampler(format=form, layout="stereo", rate=RATE)
    for start in range(0, len(sound), AUDIO_BLOCK):
        block = np.ascontiguousarray(sound[start : start + AUDIO_BLOCK].T, dtype=np.float32)
        frame = av.AudioFrame.from_ndarray(block, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = RATE, start, Fraction(1, RATE)
        for fitting in resampler.resample(frame):
            yield from stream.encode(fitting)
    yield from stream.encode(None)
