"""All sounds of a film as one track, at an even loudness.

Percent decide the balance between sounds. The loudest percent decides the whole: from the usual
volume on it is the loudness that players expect, below it the film is quieter, as was asked for.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from t2v_studio.film import Film
from t2v_studio.sound.ducking import ducking
from t2v_studio.sound.limiter import limited
from t2v_studio.sound.loudness import SILENCE_LUFS, integrated
from t2v_studio.sound.sources import USUAL, Part, parts
from t2v_studio.sound.spectrum import Samples

TARGET_LUFS = -16.0
USUAL_VOLUME = USUAL["music"]
LOUDEST_LU = 3.0
"""What full volume adds to the target; more would only be flattened again."""
CEILING = 10 ** (-1.5 / 20)
"""True peaks stay below -1 dBFS even after a lossy codec has added its own."""
NEAR = 10 ** (0.25 / 20)
MAKEUP = np.float32(10 ** (3 / 20))
MOST_TRIES = 2
"""How near to its loudness a film is brought, in steps of what at most, and how often."""
MOST_GAIN_DB = 24.0
"""A nearly silent upload is not blown up to noise."""


def mix(film: Film, assets: Mapping[str, Path], rate: int = 48_000) -> Samples:
    """Return the film's sound: float32 (samples, 2), exactly as long as the film.

    Raises:
        MediaError: An uploaded sound is gone or cannot be read, or a voice is not installed.
    """
    samples = round(film.duration_ms * rate / 1000)
    voices, others = (np.zeros((samples, 2), np.float32) for _ in "ab")
    wanted = -math.inf
    for part in parts(film, assets, rate):
        _lay(voices if part.role == "voice" else others, part, rate)
        wanted = max(wanted, target(round(part.volume * USUAL_VOLUME / USUAL[part.role])))
    return _mastered(voices + others * ducking(voices, rate), wanted, rate)


def target(volume: int) -> float:
    """Return the loudness of a film whose loudest sound has this volume in percent of music."""
    if volume <= 0:
        return -math.inf
    if volume <= USUAL_VOLUME:
        return TARGET_LUFS + 20 * math.log10(volume / USUAL_VOLUME)
    share = math.log(volume / USUAL_VOLUME) / math.log(100 / USUAL_VOLUME)
    return TARGET_LUFS + LOUDEST_LU * min(1.0, share)


def _lay(bus: Samples, part: Part, rate: int) -> None:
    """Add a sound, levelled so that percent compare like with like."""
    start = round(part.start_ms * rate / 1000)
    heard = part.heard[: max(0, len(bus) - start)]
    level = _gain(heard, TARGET_LUFS, rate) * np.float32(part.volume / 100)
    bus[start : start + len(heard)] += heard * level


def _mastered(whole: Samples, wanted: float, rate: int) -> Samples:
    """Bring the whole to its loudness, its peaks under the ceiling."""
    louder = whole * _gain(whole, wanted, rate)
    heard = limited(louder, CEILING)
    for _ in range(MOST_TRIES):  # speech is all peaks: holding them down makes it quieter
        if heard is louder or (missing := _gain(heard, wanted, rate)) <= NEAR:
            break
        louder = heard * min(missing, MAKEUP)
        heard = limited(louder, CEILING)
    return heard


def _gain(sound: Samples, wanted: float, rate: int) -> np.float32:
    now = integrated(sound, rate)
    if now <= SILENCE_LUFS:
        return np.float32(1)
    return np.float32(10 ** (min(MOST_GAIN_DB, wanted - now) / 20))
