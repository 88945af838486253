"""What a picture is like: sharpness, blur, brightness, contrast, colourfulness."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from t2v_measure.seeing.look import Bytes, Look, Sampler

PER_SECOND = 4.0
RANGE = 9
"""Width of the box that a picture is blurred again with (Crete et al.)."""


def sharpness(look: Look) -> float:
    """Return the variance of the Laplacian of the small picture's brightness."""
    return float(cv2.Laplacian(look.luma, cv2.CV_32F).var())


def blur(look: Look) -> float:
    """Return 0 (sharp) to 1: how little a second blur takes away (Crete et al., 2007)."""
    return max(_blur_along(look.luma, axis) for axis in (0, 1))


def _blur_along(luma: Bytes, axis: int) -> float:
    kernel = (RANGE, 1) if axis else (1, RANGE)
    again = cv2.blur(luma, kernel).astype(np.float32)
    sharp = np.abs(np.diff(luma.astype(np.float32), axis=axis))
    lost = np.maximum(0, sharp - np.abs(np.diff(again, axis=axis)))
    total = float(sharp.sum())
    return (total - float(lost.sum())) / total if total else 1.0


def brightness(look: Look) -> float:
    """Return the mean brightness, 0 to 1."""
    return float(look.luma.mean()) / 255


def contrast(look: Look) -> float:
    """Return the RMS contrast: the standard deviation of brightness, 0 to 0.5."""
    return float(look.luma.std()) / 255


def colourfulness(look: Look) -> float:
    """Return Hasler and Suesstrunk's M3: 0 is grey, 59 quite and 109 extremely colourful."""
    blue, green, red = (look.small[..., n].astype(np.float32) for n in range(3))
    red_green, yellow_blue = red - green, (red + green) / 2 - blue
    spread = np.hypot(red_green.std(), yellow_blue.std())
    offset = np.hypot(red_green.mean(), yellow_blue.mean())
    return float(spread + 0.3 * offset)


QUALITIES: dict[str, Callable[[Look], float]] = {
    "sharpness": sharpness,
    "blur": blur,
    "brightness": brightness,
    "contrast": contrast,
    "colourfulness": colourfulness,
}


class Detail:
    """The qualities of frames picked evenly; frames without a picture do not count."""

    def __init__(self) -> None:
        """Begin with no frame."""
        self._sampler = Sampler(PER_SECOND)
        self.taken: dict[str, list[float]] = {name: [] for name in QUALITIES}
        self.times_s: list[float] = []

    def see(self, look: Look) -> None:
        """Measure the frame when it is picked."""
        if self._sampler.wants(look.time_s):
            self.times_s.append(look.time_s)
            for name, quality in QUALITIES.items():
                self.taken[name].append(quality(look))

    def mean(self, name: str) -> float | None:
        """Return the mean of a quality over frames with a picture in them."""
        seen = [
            value
            for value, contrast in zip(self.taken[name], self.taken["contrast"], strict=True)
            if contrast > FLAT
        ] or self.taken[name]
        return float(np.mean(seen)) if seen else None


FLAT = 0.01
"""Contrast below which there is nothing that could be sharp or blurred."""
