"""How steady a film is: VBench's temporal flickering, and pulsing brightness."""

from __future__ import annotations

import cv2
import numpy as np

from t2v_measure.seeing.look import Bytes, Floats, Look
from t2v_measure.stretches import Stretch, Stretches

PULSE_LEVELS = 2.5
"""Of 255: brightness that goes up and back by this much from frame to frame is seen as a pulse."""

PULSES = 4
"""Turns within a second that make a flicker; one flash has two."""

WINDOW_S = 1.0


class Flicker:
    """Exactly VBench's score: (255 - mean absolute difference of consecutive frames) / 255.

    All pixels and channels of whole frames count. VBench asks for films that stand still, and
    picks them by optical flow; here nothing is left out, so motion lowers the score as well.
    """

    def __init__(self) -> None:
        """Begin with no frame."""
        self._before: Bytes | None = None
        self._sum, self._count = 0.0, 0

    def see(self, look: Look) -> None:
        """Add the difference to the frame before."""
        if self._before is not None:
            self._sum += cv2.norm(self._before, look.full, cv2.NORM_L1) / look.full.size
            self._count += 1
        self._before = look.full

    def score(self) -> float | None:
        """Return 0 to 1, higher is steadier; None for a single frame."""
        return (255 - self._sum / self._count) / 255 if self._count else None


class Pulse:
    """Finds brightness that swings up and down from frame to frame, anywhere in the picture."""

    def __init__(self) -> None:
        """Begin with no frame."""
        self._cells: Floats | None = None
        self._step: Floats | None = None
        self._turns: list[float] = []
        self._found = Stretches(least_s=WINDOW_S / 4)
        self._sum, self._count = 0.0, 0

    def see(self, look: Look) -> None:
        """Compare this step of brightness with the one before."""
        if self._cells is not None:
            step = look.cells - self._cells
            if self._step is not None:
                self._compare(self._step, step, look)
            self._step = step
        self._cells = look.cells

    def _compare(self, before: Floats, now: Floats, look: Look) -> None:
        swing = np.where(before * now < 0, np.minimum(np.abs(before), np.abs(now)), 0)
        strength = float(swing.mean())
        self._sum += strength
        self._count += 1
        self._turns = [turn for turn in self._turns if turn > look.time_s - WINDOW_S]
        if strength >= PULSE_LEVELS:
            self._turns.append(look.time_s)
        pulsing = len(self._turns) >= PULSES
        # The turns of the window belong to it, so it begins with the first of them.
        self._found.tell(pulsing, self._turns[0] if pulsing else look.time_s, look.until_s)

    def strength(self) -> float | None:
        """Return the mean swing in levels of 255; None for fewer than three frames."""
        return self._sum / self._count if self._count else None

    def found(self) -> list[Stretch]:
        """Return where the picture flickers."""
        return self._found.found()
