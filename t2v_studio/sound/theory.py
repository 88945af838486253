"""Scales, chords and how one chord leads to the next. Pitches are MIDI numbers (69 is 440 Hz)."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

SCALES = MappingProxyType(
    {
        "major": (0, 2, 4, 5, 7, 9, 11),
        "lydian": (0, 2, 4, 6, 7, 9, 11),
        "mixolydian": (0, 2, 4, 5, 7, 9, 10),
        "dorian": (0, 2, 3, 5, 7, 9, 10),
        "minor": (0, 2, 3, 5, 7, 8, 10),
        "harmonic minor": (0, 2, 3, 5, 7, 8, 11),
        "phrygian": (0, 1, 3, 5, 7, 8, 10),
    }
)

CENTRE = 60
"""Chords are voiced about middle C, where they are clear and leave room for bass and tune."""


def frequency(pitch: float) -> float:
    """Return a pitch in hertz."""
    return float(440.0 * 2.0 ** ((pitch - 69) / 12))


def step(scale: Sequence[int], key: int, degree: int) -> int:
    """Return the pitch of a scale degree; 0 is the key note, 7 the one an octave above."""
    octave, place = divmod(degree, len(scale))
    return key + 12 * octave + scale[place]


def chord(scale: Sequence[int], key: int, degree: int, size: int) -> tuple[int, ...]:
    """Stack `size` thirds of the scale upon a degree."""
    return tuple(step(scale, key, degree + 2 * third) for third in range(size))


def voiced(tones: Sequence[int], before: Sequence[int]) -> tuple[int, ...]:
    """Lay a chord near the one before it, so that each voice moves little; ascending."""
    anchor = sum(before) / len(before) if before else CENTRE
    inversions = [
        tuple(sorted(tone + 12 * (octave + (place < turn)) for place, tone in enumerate(tones)))
        for turn in range(len(tones))
        for octave in range(-2, 3)
    ]
    return min(inversions, key=lambda one: abs(sum(one) / len(one) - (anchor + CENTRE) / 2))
