"""256 colours for a GIF: chosen once for the whole film, put on with an ordered dither.

An ordered dither does not flicker, and what stands still stays byte-equal, which GIF packs well.
"""

from __future__ import annotations

from collections.abc import Sequence

import av
import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from t2v_studio.movie.art import Picture

COLOURS = 256
LEVELS = 32
"""Steps of each channel in the look-up cube: 5 bits, as fine as the dither needs."""

_BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]])
DITHER = 16
"""Width of the dither in steps of 255; about the distance of neighbours in such a palette."""


class Paletted:
    """Turns BGR pictures into palette frames."""

    def __init__(self, samples: Sequence[Picture]) -> None:
        self._palette = _palette(samples)
        self._cube = _nearest(self._palette)
        height, width = samples[0].shape[:2]
        tiles = np.tile(_BAYER, (height // 4 + 1, width // 4 + 1))[:height, :width]
        self._dither = np.repeat((tiles * DITHER // 16)[..., None], 3, axis=2).astype(np.uint8)

        self._half = np.full_like(samples[0], DITHER // 2)

    def frame(self, picture: Picture) -> av.VideoFrame:
        """Convert one picture."""
        bright = cv2.add(picture, self._dither)
        blue, green, red = cv2.split(np.asarray(cv2.subtract(bright, self._half), np.uint8) >> 3)
        index = self._cube[blue, green, red]
        return av.VideoFrame.from_ndarray((index, self._argb()), format="pal8")  # type: ignore[arg-type] # a pair is what pal8 takes

    def _argb(self) -> NDArray[np.uint8]:
        opaque = np.full((COLOURS, 1), 255, np.uint8)
        return np.hstack([opaque, self._palette])


def _palette(samples: Sequence[Picture]) -> NDArray[np.uint8]:
    """Return COLOURS rows of RGB that serve all samples."""
    small = [cv2.resize(one, (160, 160), interpolation=cv2.INTER_AREA) for one in samples]
    mosaic = Image.fromarray(np.vstack(small)[..., ::-1])
    chosen = mosaic.quantize(COLOURS, Image.Quantize.MEDIANCUT).getpalette("RGB") or []
    rows = np.array(chosen, np.uint8).reshape(-1, 3)
    return np.vstack([rows, np.zeros((COLOURS - len(rows), 3), np.uint8)])


def _nearest(palette: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the cube [blue, green, red] of indices of the nearest colour."""
    steps = (np.arange(LEVELS) + 0.5) * (256 / LEVELS)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")
    wanted = np.stack([red, green, blue], axis=-1).reshape(-1, 3)
    colours = palette.astype(np.float64)
    distance = (colours**2).sum(axis=1) - 2 * wanted @ colours.T
    return np.asarray(distance.argmin(axis=1), np.uint8).reshape(LEVELS, LEVELS, LEVELS)
