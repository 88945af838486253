"""What sounds are judged by: levels over time, brightness, beats."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Figures = NDArray[np.float64]


def levels(sound: NDArray[np.float32], rate: int, every_s: float = 0.02) -> Figures:
    """Return the RMS of each stretch."""
    block = round(every_s * rate)
    whole = sound[: len(sound) // block * block].astype(np.float64)
    return np.asarray(np.sqrt((whole.reshape(-1, block * whole.shape[1]) ** 2).mean(axis=1)))


def decibels(value: float | np.floating) -> float:
    return float(20 * np.log10(max(float(value), 1e-9)))


def power(sound: NDArray[np.float32], rate: int) -> tuple[Figures, Figures]:
    """Return hertz, and the power at each."""
    mono = sound.mean(axis=1)
    spectrum = np.abs(np.fft.rfft(mono * np.hanning(len(mono)))) ** 2
    hertz = np.asarray(np.fft.rfftfreq(len(mono), 1 / rate), np.float64)
    return hertz, np.asarray(spectrum, np.float64)


def brightness(sound: NDArray[np.float32], rate: int) -> float:
    """Return the middle of the spectrum in hertz, weighted by power."""
    hertz, spectrum = power(sound, rate)
    return float((hertz * spectrum).sum() / spectrum.sum())


def share(sound: NDArray[np.float32], rate: int, low: float, high: float) -> float:
    """Return how much of the power lies between two edges."""
    hertz, spectrum = power(sound, rate)
    return float(spectrum[(hertz >= low) & (hertz < high)].sum() / spectrum.sum())


def beat_s(sound: NDArray[np.float32], rate: int, shortest_s: float, longest_s: float) -> float:
    """Return the distance in seconds at which the level repeats itself best."""
    every = 0.01
    rise = np.maximum(np.diff(levels(sound, rate, every)), 0)
    rise -= rise.mean()
    lags = range(round(shortest_s / every), round(longest_s / every) + 1)
    return every * max(lags, key=lambda lag: float((rise[:-lag] * rise[lag:]).sum()))
