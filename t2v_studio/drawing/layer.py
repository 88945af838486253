"""A layer of the landscape: drawn once, endless to both sides, moved by fractions of a pixel."""

from __future__ import annotations

import cv2
import numpy as np

from t2v_studio.drawing.patches import patches
from t2v_studio.drawing.vector import Pixels


class Strip:
    """A picture that repeats sideways, laid across the frame at any offset.

    The strip keeps its colours and the share of what it lets through apart, in three channels
    each: blending is then two passes over the patches that need it, and a copy for opaque ones.

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
        self._patches = patches(alpha)
        soft = max((patch.bottom for patch in self._patches if not patch.solid), default=0)
        keep = cv2.bitwise_not(alpha[:soft]) if soft else alpha[:0]
        self._keep = np.asarray(cv2.cvtColor(keep, cv2.COLOR_GRAY2BGR) if soft else keep, np.uint8)

    def paint(self, frame: Pixels, shift: float, lift: float = 0.0) -> None:
        """Lay the strip on the frame: `shift` pixels scrolled to the left, `lift` pixels up."""
        above = self.top - round(lift)
        start, part = divmod(shift % self.period, 1.0)
        column = int(start)
        rows = max(0, -above), frame.shape[0] - above
        for patch in self._patches:
            top, bottom = max(patch.top, rows[0]), min(patch.bottom, rows[1])
            left, right = max(patch.left, column), min(patch.right, column + self._width)
            if top >= bottom or left >= right:
                continue
            region = frame[above + top : above + bottom, left - column : right - column]
            place = top, bottom, left, right
            if patch.solid:
                _between(self._colour, place, part, region)
            else:
                keep = _between(self._keep, place, part)
                cv2.multiply(region, keep, dst=region, scale=1 / 255)
                cv2.add(region, _between(self._colour, place, part), dst=region)


def _between(
    source: Pixels, place: tuple[int, int, int, int], part: float, into: Pixels | None = None
) -> Pixels:
    """Return what lies at a place (rows, then columns), a part of a pixel further to the right.

    Args:
        source: The picture.
        place: Top, bottom, left and right of what is wanted.
        part: From 0 to 1.
        into: Where it is written; None for a picture that is only to be looked at.
    """
    top, bottom, left, right = place
    near = source[top:bottom, left:right]
    if part < 1 / 32:
        if into is not None:
            into[:] = near
        return near
    far = source[top:bottom, left + 1 : right + 1]
    return np.asarray(cv2.addWeighted(near, 1 - part, far, part, 0, dst=into), np.uint8)
