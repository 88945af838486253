"""One audio stream, decoded beside the picture: resampled once, heard by all."""

from __future__ import annotations

import av
from av.audio.stream import AudioStream

from t2v_measure.hearing.levels import Levels
from t2v_measure.hearing.loudness import Loudness, resampler


class Ear:
    """Hears one stream to its end."""

    def __init__(self, stream: AudioStream) -> None:
        """Listen to the stream; more than two channels are mixed to stereo."""
        layout = "mono" if stream.channels == 1 else "stereo"
        start = float((stream.start_time or 0) * (stream.time_base or 0))
        self.loudness = Loudness(layout)
        self.levels = Levels(1 if layout == "mono" else 2, max(0.0, start))
        self._resampler = resampler(layout)
        self.samples = 0

    def hear(self, frame: av.AudioFrame) -> None:
        """Take a decoded frame."""
        self._take(self._resampler.resample(frame))

    def end(self) -> None:
        """Finish: what the resampler and the meters still hold is counted."""
        if self.samples:
            self._take(self._resampler.resample(None))
        self.loudness.end()
        self.levels.end()

    def _take(self, frames: list[av.AudioFrame]) -> None:
        for frame in frames:
            self.samples += frame.samples
            self.loudness.hear(frame)
            self.levels.hear(frame)
