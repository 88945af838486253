"""How loud a sound is to the ear: ITU-R BS.1770-4 integrated loudness and true peak.

Own code, since the packages that measure it bring scipy. The two filters are applied on the
spectrum, through the bilinear map that the standard's coefficients for 48 kHz come from.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from t2v_studio.sound.spectrum import Samples, shaped

SILENCE_LUFS = -70.0
"""The absolute gate: what is below it counts as silence."""
RELATIVE_GATE_LU = 10.0
WINDOW_S, HOP_S = 0.4, 0.1
OFFSET_LUFS = -0.691
"""Makes a full-scale 997 Hz sine on one channel read -3.01."""

UNSCALED = 1.0050
"""The standard prints its high-pass with a numerator of 1, -2, 1, this much over unity."""

OVERSAMPLING = 4
_PEAK_BLOCK = 1 << 16
_PEAK_LEAD = 64


def integrated(sound: Samples, rate: int) -> float:
    """Return gated loudness in LUFS; SILENCE_LUFS for silence. `sound`: (samples, channels)."""
    power = _window_power(shaped(sound, rate, lambda hertz: _k_weighting(len(hertz), rate)), rate)
    loud = power[_lufs(power) > SILENCE_LUFS]
    if not len(loud):
        return SILENCE_LUFS
    gate = _lufs(loud.mean(keepdims=True))[0] - RELATIVE_GATE_LU
    kept = loud[_lufs(loud) > gate]
    return float(_lufs(kept.mean(keepdims=True))[0])


def _lufs(power: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(OFFSET_LUFS + 10 * np.log10(np.maximum(power, 1e-12)))


def _window_power(weighted: Samples, rate: int) -> NDArray[np.float64]:
    """Return the power of every 400 ms window, channels added; a short sound is one window."""
    power = np.einsum("tc,tc->t", weighted, weighted)
    total = np.concatenate(([0.0], np.cumsum(power, dtype=np.float64)))
    window = min(round(WINDOW_S * rate), len(weighted))
    if not window:
        return np.zeros(0)
    starts = np.arange(0, len(weighted) - window + 1, round(HOP_S * rate))
    return np.asarray((total[starts + window] - total[starts]) / window)


@lru_cache(maxsize=2)  # a film is measured several times in the same pieces
def _k_weighting(bins: int, rate: int) -> NDArray[np.complex64]:
    """Return the standard's two stages, a head's high shelf and a high-pass, at any rate.

    `bins` are the frequencies of a real transform of even length.
    """
    hertz = np.fft.rfftfreq(2 * (bins - 1), 1 / rate)
    s = 1j * np.tan(np.pi * np.minimum(hertz / rate, 0.4999))
    high, low = (math.tan(math.pi * edge / rate) for edge in (1681.974450955533, 38.13547087602444))
    q_high, q_low = 0.7071752369554196, 0.5003270373238773
    gain = 10 ** (3.999843853973347 / 20)
    middle = gain**0.4996667741545416
    shelf = (gain * s**2 + middle * high / q_high * s + high**2) / (
        s**2 + high / q_high * s + high**2
    )
    cut = UNSCALED * s**2 / (s**2 + low / q_low * s + low**2)
    return np.asarray(shelf * cut, np.complex64)


def true_peak(sound: Samples) -> float:
    """Return the highest level between samples too, linear, by fourfold oversampling."""
    highest = 0.0
    for start in range(0, len(sound), _PEAK_BLOCK):
        piece = sound[max(0, start - _PEAK_LEAD) : start + _PEAK_BLOCK + _PEAK_LEAD]
        highest = max(highest, float(np.abs(oversampled(piece)).max()))
    return highest


def oversampled(piece: Samples) -> Samples:
    """Return a piece at OVERSAMPLING times its rate, band-limited."""
    length = 1 << math.ceil(math.log2(len(piece) + _PEAK_LEAD))
    spectrum = np.fft.rfft(piece, length, axis=0)
    fine = np.fft.irfft(spectrum, length * OVERSAMPLING, axis=0) * OVERSAMPLING
    return np.asarray(fine[: len(piece) * OVERSAMPLING], np.float32)
