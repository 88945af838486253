"""Uploaded sounds, and the sound of uploaded clips: decoded to stereo at the mix's rate.

Not in `sound`, which composes: a child that only opens a file need not load all that.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import av
import numpy as np

from t2v_studio.media import MediaError, open_media

if TYPE_CHECKING:
    from t2v_studio.sound.spectrum import Samples


def recording(path: Path, *, offset_ms: int, duration_ms: int, rate: int) -> Samples:
    """Return a stretch of a file's sound, (samples, 2); shorter when the file ends before.

    Raises:
        MediaError: The file cannot be read, or holds no sound.
    """
    first, last = (round(time * rate / 1000) for time in (offset_ms, offset_ms + duration_ms))
    pieces: list[Samples] = []
    at = 0
    for piece in _decoded(path, rate):
        pieces.append(piece[max(0, first - at) : max(0, last - at)])
        at += len(piece)
        if at >= last:
            break
    return np.concatenate(pieces) if pieces else np.zeros((0, 2), np.float32)


def _decoded(path: Path, rate: int) -> Iterator[Samples]:
    resampler = av.AudioResampler(format="fltp", layout="stereo", rate=rate)
    with open_media(path) as file:
        if not file.streams.audio:
            raise MediaError("unsupported_file", "There is no sound in the file.")
        try:
            for frame in file.decode(file.streams.audio[0]):
                frame.pts = None
                for part in resampler.resample(frame):
                    yield part.to_ndarray().T.astype(np.float32)
            for part in resampler.resample(None):
                yield part.to_ndarray().T.astype(np.float32)
        except av.error.InvalidDataError:
            return  # the rest is damaged: what was heard so far stands
