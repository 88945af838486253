"""The sound of uploaded clips, as long and as fast as their picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import av
import numpy as np

from t2v_studio.film import Clip
from t2v_studio.media import MediaError
from t2v_studio.opening import recording
from t2v_studio.sound.spectrum import Samples

_SILENCE: Samples = np.zeros((0, 2), np.float32)
_BLOCK = 4096


def own_sound(clip: Clip, assets: Mapping[str, Path], rate: int) -> Samples:
    """Return what an uploaded clip sounds like by itself, (samples, 2); nothing for a silent one.

    Raises:
        MediaError: The file is gone or cannot be read.
    """
    if clip.asset not in assets:
        raise MediaError("file_missing", f"The file of {clip.name!r} is not here any more.")
    path = assets[clip.asset]
    try:
        heard = recording(path, offset_ms=clip.offset_ms, duration_ms=clip.used_ms, rate=rate)
    except MediaError as error:
        if error.code == "unsupported_file":  # its picture shows, so there is no sound in it
            return _SILENCE
        raise
    wanted = round(clip.duration_ms * rate / 1000)
    return heard[:wanted] if clip.speed == 100 else paced(heard, clip.speed, rate)[:wanted]


def paced(heard: Samples, speed: int, rate: int) -> Samples:
    """Return a sound so many percent as fast, as high as it was."""
    graph = av.filter.Graph()
    begin = graph.add_abuffer(sample_rate=rate, format="fltp", layout="stereo")
    chain = [begin, *(graph.add("atempo", f"{one:g}") for one in _steps(speed))]
    planar = graph.add("aformat", "sample_fmts=fltp")
    graph.link_nodes(*chain, planar, graph.add("abuffersink")).configure()
    pieces = [piece for frame in _frames(heard, rate) for piece in _through(graph, frame)]
    return np.concatenate(pieces) if pieces else _SILENCE


def _steps(speed: int) -> list[float]:
    """Return factors of 0.5 to 2, where the filter sounds best, that make the whole."""
    left, steps = speed / 100, []
    while not 0.5 <= left <= 2:
        steps.append(0.5 if left < 1 else 2.0)
        left /= steps[-1]
    return [*steps, left]


def _frames(heard: Samples, rate: int) -> Iterator[av.AudioFrame | None]:
    for start in range(0, len(heard), _BLOCK):
        block = np.ascontiguousarray(heard[start : start + _BLOCK].T)
        frame = av.AudioFrame.from_ndarray(block, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts = rate, start
        yield frame
    yield None


def _through(graph: av.filter.Graph, frame: av.AudioFrame | None) -> Iterator[Samples]:
    graph.push(frame)
    while True:
        try:
            done = graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
        yield np.asarray(done.to_ndarray().T, np.float32)
