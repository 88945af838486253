"""What a film looks like in 64 bits a frame: the perceptual hash by cosine transform."""

from __future__ import annotations

import cv2
import numpy as np

from t2v_measure.seeing.look import Bytes, Look, Sampler

PER_SECOND = 4.0
SIDE, LOW = 32, 8
FRAMES = 8
"""Frames of a film that are compared with those of another, evenly spaced."""
FLAT_LEVELS = 2.0


class Fingerprint:
    """Hashes frames picked evenly."""

    def __init__(self) -> None:
        """Begin with no frame."""
        self._sampler = Sampler(PER_SECOND)
        self._hashes: list[int] = []

    def see(self, look: Look) -> None:
        """Hash the frame when it is picked; a flat one has nothing to go by."""
        if self._sampler.wants(look.time_s) and look.cells.std() >= FLAT_LEVELS:
            self._hashes.append(frame_hash(look.luma))

    def hashes(self) -> list[str]:
        """Return FRAMES hashes in hexadecimal, evenly spaced over the film, or none."""
        count = len(self._hashes)
        places = [int((n + 0.5) * count / FRAMES) for n in range(FRAMES if count else 0)]
        return [f"{self._hashes[place]:016x}" for place in places]


def frame_hash(luma: Bytes) -> int:
    """Return 64 bits: which of the 8x8 slowest waves are stronger than their median."""
    square = cv2.resize(luma, (SIDE, SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
    slow = cv2.dct(square)[:LOW, :LOW].ravel()
    bits = slow > np.median(slow[1:])  # the first is the brightness, which is no arrangement
    return int("".join("1" if bit else "0" for bit in bits), 2)
