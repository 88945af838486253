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

SAME_COLOURS, SAME_PLACE = 0.6, 0.1
"""A jump within a scene keeps both: the share of the pixels that find their colour in the other
frame, and the peak of the phase correlation, which one shift of the whole picture raises."""

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
        if score >= SCORE and not _alike(before, look):
            self._found.append(round(look.time_s, 3))

    @property
    def last_s(self) -> float:
        """The time of the last cut, before all time where there is none."""
        return self._found[-1] if self._found else -1.0

    def found(self) -> list[float]:
        """Return the times in seconds."""
        return self._found


def _alike(one: Look, other: Look) -> bool:
    """Tell whether two frames may be of the same scene, or either of them shows none."""
    if min(one.cells.std(), other.cells.std()) < FLAT_LEVELS:
        return True
    if np.corrcoef(one.cells.ravel(), other.cells.ravel())[0, 1] > ALIKE:
        return True
    common = np.minimum(_colours(one), _colours(other)).sum()
    return bool(common > SAME_COLOURS and _shifted(one, other) > SAME_PLACE)


def _shifted(one: Look, other: Look) -> float:
    """Return how well one shift explains the difference, 0 to 1."""
    before, now = (look.luma.astype(np.float32) for look in (one, other))
    window = cv2.createHanningWindow((before.shape[1], before.shape[0]), cv2.CV_32F)
    return cv2.phaseCorrelate(before, now, window)[1]


def _colours(look: Look) -> Floats:
    """Return the share of pixels of each of 512 colours."""
    counted = cv2.calcHist([look.small], [0, 1, 2], None, [8, 8, 8], [0, 256] * 3)
    return np.asarray(counted, np.float32) / (look.small.size / 3)
