"""Filters and reverberation, done on the spectrum, in blocks so that an hour needs no more room.

numpy has no recursive filters; a product on the spectrum is as exact and quicker.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
"""Shape (samples, channels)."""

Channel = NDArray[np.float32]
"""Shape (samples,)."""

Response = Callable[[NDArray[np.float64]], NDArray[Any]]
"""Hertz -> gain, real or complex."""

BLOCK = 1 << 19
"""Samples worked on at a time: 11 s at 48 kHz."""

LEAD = 1 << 14
"""Samples before and after a block that let a filter settle: a third of a second at 48 kHz."""


def shaped(sound: Samples, rate: int, response: Response) -> Samples:
    """Filter by a frequency response whose ringing is shorter than LEAD."""
    out = np.empty_like(sound)
    for start in range(0, len(sound), BLOCK):
        before = min(LEAD, start)
        piece = sound[start - before : start + BLOCK + LEAD]
        length = _quick(len(piece) + LEAD)
        hertz = np.asarray(np.fft.rfftfreq(length, 1 / rate), np.float64)
        gain = np.asarray(response(hertz)).astype(np.complex64)[:, None]
        heard = np.fft.irfft(np.fft.rfft(piece, length, axis=0) * gain, length, axis=0)
        end = min(start + BLOCK, len(sound))
        out[start:end] = heard[before : before + end - start]
    return out


def convolved(sound: Samples, impulse: Samples) -> Samples:
    """Return the sound in a room given by its impulse response, as long as the sound."""
    out = np.zeros((len(sound) + len(impulse), sound.shape[1]), np.float32)
    length = _quick(min(BLOCK, len(sound)) + len(impulse))
    room = np.fft.rfft(impulse, length, axis=0)
    for start in range(0, len(sound), BLOCK):
        piece = sound[start : start + BLOCK]
        heard = np.fft.irfft(np.fft.rfft(piece, length, axis=0) * room, length, axis=0)
        reach = min(len(piece) + len(impulse), len(out) - start)
        out[start : start + reach] += heard[:reach]
    return out[: len(sound)]


def _quick(length: int) -> int:
    """Return the next length that the transform likes: 2^n, or 3/4 or 5/8 of it."""
    power = 1 << (length - 1).bit_length()
    return min(size for size in (power * 5 // 8, power * 3 // 4, power) if size >= length)


def resampled(channel: Channel, now: int, wanted: int) -> Channel:
    """Return one channel at another rate, nothing above either's half kept."""
    if now == wanted or not len(channel):
        return channel
    samples = round(len(channel) * wanted / now)
    # Padded to whole tenths of a second, both lengths are whole numbers and the pitch is exact.
    tenths = -(-10 * len(channel) // now) + 1
    before, after = tenths * now // 10, tenths * wanted // 10
    spectrum = np.fft.rfft(channel, before)
    kept = np.zeros(after // 2 + 1, spectrum.dtype)
    most = min(len(kept), len(spectrum))
    kept[:most] = spectrum[:most]
    heard = np.fft.irfft(kept, after) * (after / before)
    return np.asarray(heard[:samples], np.float32)
