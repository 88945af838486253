"""Motion strength: dense optical flow between frames an eighth of a second apart."""

from __future__ import annotations

import cv2
import numpy as np

from t2v_measure.seeing.cuts import Cuts
from t2v_measure.seeing.look import Bytes, Look, Sampler

PER_SECOND = 8.0
"""As VBench's dynamic degree samples."""
WIDTH = 256
TOP = 0.05
"""VBench judges by the fastest twentieth of the pixels."""


class Motion:
    """Follows pixels with DIS optical flow (Kroeger et al., 2016)."""

    def __init__(self, cuts: Cuts) -> None:
        """Take the observer that knows where another scene begins: nothing moves across a cut."""
        self._cuts, self._sampler = cuts, Sampler(PER_SECOND)
        self._flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_ULTRAFAST)
        self._before: Bytes | None = None
        self._before_s = 0.0
        self._means: list[float] = []
        self._tops: list[float] = []

    def see(self, look: Look) -> None:
        """Measure the way from the last sampled frame to this one."""
        if not self._sampler.wants(look.time_s):
            return
        height = max(16, round(WIDTH * look.luma.shape[0] / look.luma.shape[1]))
        small = cv2.resize(look.luma, (WIDTH, height), interpolation=cv2.INTER_AREA)
        now = np.asarray(small, np.uint8)
        if self._before is not None and self._cuts.last_s <= self._before_s:
            self._measure(self._before, now, look.time_s - self._before_s)
        self._before, self._before_s = now, look.time_s

    def _measure(self, before: Bytes, now: Bytes, seconds: float) -> None:
        flow = self._flow.calc(before, now, None)  # type: ignore[call-overload] # None makes a new field
        lengths = np.sort(np.hypot(flow[..., 0], flow[..., 1]).ravel()) / WIDTH / seconds * 100
        self._means.append(float(lengths.mean()))
        self._tops.append(float(lengths[-max(1, round(TOP * lengths.size)) :].mean()))

    def mean(self) -> float | None:
        """Return percent of the picture's width a second, over all pixels."""
        return float(np.mean(self._means)) if self._means else None

    def top(self) -> float | None:
        """Return the same over the fastest twentieth of the pixels."""
        return float(np.mean(self._tops)) if self._tops else None
