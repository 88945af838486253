"""How loud a film is by EBU R128, measured by FFmpeg's own ebur128 filter."""

from __future__ import annotations

import math

import av
from av.audio.resampler import AudioResampler
from av.filter import Graph

RATE = 48_000
SILENT_LUFS = -70.0
"""The standard's absolute gate: what is below it is not counted, so nothing was heard."""
PREFIX = "lavfi.r128."


class Loudness:
    """Feeds the filter; it tells what it knows so far with every tenth of a second."""

    def __init__(self, layout: str) -> None:
        """Listen to sound of that channel layout, at RATE."""
        self._graph = Graph()
        source = self._graph.add_abuffer(
            sample_rate=RATE, format="flt", layout=layout, time_base=None
        )
        meter = self._graph.add("ebur128", "metadata=1:peak=true")
        source.link_to(meter)
        meter.link_to(self._graph.add("abuffersink"))
        self._graph.configure()
        self._lufs, self._peak = SILENT_LUFS, 0.0
        self.momentary: list[float] = []
        """LUFS over 400 ms, every tenth of a second."""

    def hear(self, frame: av.AudioFrame) -> None:
        """Take the next samples."""
        self._graph.push(frame)
        self._pull()

    def end(self) -> None:
        """Say that no more will come."""
        self._graph.push(None)
        self._pull()

    def _pull(self) -> None:
        while True:
            try:
                said = self._graph.pull().metadata
            except (av.error.BlockingIOError, av.error.EOFError):
                return
            if PREFIX + "I" not in said:
                continue  # the last frame is too short to be measured
            self._lufs = _number(said[PREFIX + "I"], self._lufs)
            self._peak = max(self._peak, _number(said[PREFIX + "true_peak"], 0.0))
            self.momentary.append(max(SILENT_LUFS, _number(said[PREFIX + "M"], SILENT_LUFS)))

    def integrated(self) -> float | None:
        """Return integrated loudness in LUFS; None for silence."""
        return self._lufs if self._lufs > SILENT_LUFS else None

    def true_peak(self) -> float | None:
        """Return the highest level between samples too, in dBTP; None for digital silence."""
        return 20 * math.log10(self._peak) if self._peak > 0 else None


def resampler(layout: str) -> AudioResampler:
    """Return what brings sound to the form that `Loudness` and `Levels` take."""
    return AudioResampler(format="flt", layout=layout, rate=RATE)


def _number(text: str, otherwise: float) -> float:
    number = float(text)
    return number if math.isfinite(number) else otherwise
