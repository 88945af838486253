"""A layer of the landscape: drawn once, endless to both sides, moved by fractions of a pixel."""

from __future__ import annotations

import cv2
import numpy as np

from t2v_studio.drawing.vector import Pixels


class Strip:
    """A picture that repeats sideways, laid across the frame at any offset.

    The strip keeps its colours and the share of what it lets through apart, in three channels
    each: blending is then two passes over the rows that need it, and a copy for opaque rows.

    Args:
        tile: Premultiplied BGRA, one period wide.
        width: Pixels of the frame.
        top: Row of the frame where the tile's first row lies, before any vertical shift.
    """

    def __init__(self, tile: Pixels, *, width: int, top: int) -> None:
        self.period = tile.shape[1]
        self.top = top
        self._width = width
        padded = cv2.copyMakeBorder(tile, 0, 0, 0, width + 2, cv2.BORDER_WRAP)
        alpha = np.asarray(cv2.extractChannel(padded, 3), np.uint8)
        self._colour = np.asarray(cv2.cvtColor(padded, cv2.COLOR_BGRA2BGR), np.uint8)
        self._solid = _first_solid_row(alpha)
        soft = alpha[: self._solid]
        self._keep: Pixels | None = None
        if len(soft):
            self._keep = np.asarray(
                cv2.cvtColor(cv2.bitwise_not(soft), cv2.COLOR_GRAY2BGR), np.uint8
            )

    def paint(self, frame: Pixels, shift: float, lift: float = 0.0) -> None:
        """Lay the strip on the frame: `shift` pixels scrolled to the left, `lift` pixels up."""
        top = self.top - round(lift)
        first, last = max(0, -top), min(self._colour.shape[0], frame.shape[0] - top)
        if first >= last:
            return
        start, part = divmod(shift % self.period, 1.0)
        columns, solid = int(start), max(first, min(last, self._solid))
        if self._keep is not None and first < solid:
            region = frame[top + first : top + solid]
            cv2.multiply(
                region,
                self._crop(self._keep, first, solid, columns, part),
                dst=region,
                scale=1 / 255,
            )
            cv2.add(region, self._crop(self._colour, first, solid, columns, part), dst=region)
        if solid < last:
            frame[top + solid : top + last] = self._crop(self._colour, solid, last, columns, part)

    def _crop(self, source: Pixels, first: int, last: int, column: int, part: float) -> Pixels:
        near = source[first:last, column : column + self._width]
        if part < 1 / 32:
            return near
        far = source[first:last, column + 1 : column + 1 + self._width]
        return np.asarray(cv2.addWeighted(near, 1 - part, far, part, 0), np.uint8)


def _first_solid_row(alpha: Pixels) -> int:
    """Return the first row from which on every pixel is opaque."""
    open_rows = np.flatnonzero(alpha.min(axis=1) < 255)
    return int(open_rows[-1]) + 1 if len(open_rows) else 0
