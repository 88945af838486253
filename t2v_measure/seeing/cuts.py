"""Scene cuts: hard changes of the whole picture. Flashes and fades to black are none."""

from __future__ import annotations

import cv2
import numpy as np

from t2v_measure.seeing.look import Floats, Look

SCORE = 7.0
"""Percent. FFmpeg's scdet scores a frame by the smaller of its difference to the one before and
of that difference's own jump; its threshold is 10 for
detailed film, ours sees flat drawings too."""

ALIKE = 0.75
"""Correlation of brightness cells above which it is still the same scene, only lit otherwise."""

FLAT_LEVELS = 3.0
"""A frame whose cells vary less has no scene in it."""


class Cuts:
    """Finds the times at which another scene begins."""

    def __init__(self) -> None:
        """Begin with no frame."""
        self._before: Look | None = None
        self._difference = 0.0
        self._found: list[float] = []

    def see(self, look: Look) -> None:
        """Compare with the frame before."""
        before, self._before = self._before, look
        if before is None:
            return
        difference = 100 * cv2.norm(before.small, look.small, cv2.NORM_L1) / look.small.size / 255
        score = min(difference, abs(difference - self._difference))
        self._difference = difference
        if score >= SCORE and not _alike(before.cells, look.cells):
            self._found.append(round(look.time_s, 3))

    @property
    def last_s(self) -> float:
        """The time of the last cut, before all time where there is none."""
        return self._found[-1] if self._found else -1.0

    def found(self) -> list[float]:
        """Return the times in seconds."""
        return self._found


def _alike(one: Floats, other: Floats) -> bool:
    """Tell whether two frames have the same arrangement, or either of them has none."""
    if min(one.std(), other.std()) < FLAT_LEVELS:
        return True
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1]) > ALIKE
