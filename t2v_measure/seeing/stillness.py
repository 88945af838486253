"""Black and frozen stretches."""

from __future__ import annotations

import cv2
import numpy as np

from t2v_measure.seeing.look import Look
from t2v_measure.stretches import Stretch, Stretches

BLACK_LUMA = round(0.10 * 255)
BLACK_SHARE = 0.98
"""A frame is black when 98 % of its pixels are below a tenth: FFmpeg's blackdetect."""
BLACK_LEAST_S = 0.2

FROZEN_MEAN = 0.001 * 255
"""Mean difference that counts as none: FFmpeg's freezedetect, -60 dB."""
FROZEN_CELL = 1.5
"""A cell that changes by more levels than this moves, however still the rest is."""
FROZEN_LEAST_S = 0.5


class Black:
    """Finds stretches without a picture."""

    def __init__(self) -> None:
        """Begin with none."""
        self._found = Stretches(BLACK_LEAST_S)

    def see(self, look: Look) -> None:
        """Count the dark pixels."""
        dark = look.luma.size - cv2.countNonZero(
            cv2.threshold(look.luma, BLACK_LUMA, 255, cv2.THRESH_BINARY)[1]
        )
        self._found.tell(dark >= BLACK_SHARE * look.luma.size, look.time_s, look.until_s)

    def found(self) -> list[Stretch]:
        """Return where the film is black."""
        return self._found.found()


class Frozen:
    """Finds stretches in which nothing moves anywhere."""

    def __init__(self) -> None:
        """Begin with no frame."""
        self._before: Look | None = None
        self._found = Stretches(FROZEN_LEAST_S)

    def see(self, look: Look) -> None:
        """Compare with the frame before; a stretch begins with the frame that is then held."""
        before, self._before = self._before, look
        if before is None:
            return
        mean = cv2.norm(before.luma, look.luma, cv2.NORM_L1) / look.luma.size
        still = mean <= FROZEN_MEAN and np.abs(look.cells - before.cells).max() <= FROZEN_CELL
        self._found.tell(bool(still), before.time_s, look.until_s)

    def found(self) -> list[Stretch]:
        """Return where the film stands still."""
        return self._found.found()
