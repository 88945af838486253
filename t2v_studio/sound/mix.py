"""All sounds of a film as one track, at an even loudness.

Percent decide the balance between sounds. The loudest percent decides the whole: from the usual
volume on it is the loudness that players expect, below it the film is quieter, as was asked for.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from t2v_studio.film import Film, Sound
from t2v_studio.media import MediaError
from t2v_studio.opening import recording
from t2v_studio.sound.footage import own_sound
from t2v_studio.sound.limiter import limited
from t2v_studio.sound.loudness import SILENCE_LUFS, integrated
from t2v_studio.sound.music import compose
from t2v_studio.sound.spectrum import Samples

TARGET_LUFS = -16.0
USUAL_VOLUME = 35
LOUDEST_LU = 3.0
"""What full volume adds to the target; more would only be flattened again."""
CEILING = 10 ** (-1.5 / 20)
"""True peaks stay below -1 dBFS even after a lossy codec has added its own."""
MOST_GAIN_DB = 24.0
"""A nearly silent upload is not blown up to noise."""
SOFT_EDGE_S = 0.01
"""Cut sounds begin and end without a click."""


def mix(film: Film, assets: Mapping[str, Path], rate: int = 48_000) -> Samples:
    """Return the film's sound: float32 (samples, 2), exactly as long as the film.

    Raises:
        MediaError: An uploaded sound is gone or cannot be read.
    """
    whole = np.zeros((round(film.duration_ms * rate / 1000), 2), np.float32)
    for sound in film.sounds:
        start = round(sound.start_ms * rate / 1000)
        heard = _levelled(_source(sound, assets, rate), rate)[: max(0, len(whole) - start)]
        whole[start : start + len(heard)] += heard * np.float32(sound.volume / 100)
    filmed = [clip for clip in film.clips if clip.volume and clip.asset_kind == "video"]
    for clip in filmed:
        start = round(clip.start_ms * rate / 1000)
        heard = own_sound(clip, assets, rate)
        heard = _levelled(heard * _edges(len(heard), rate), rate)[: max(0, len(whole) - start)]
        whole[start : start + len(heard)] += heard * np.float32(clip.volume / 100)
    volumes = [sound.volume for sound in film.sounds] + [clip.volume for clip in filmed]
    wanted = target(max(volumes, default=0))
    return limited(whole * _gain(whole, wanted, rate), CEILING)


def target(volume: int) -> float:
    """Return the loudness of a film whose loudest sound has this volume in percent."""
    if volume <= 0:
        return -math.inf
    if volume <= USUAL_VOLUME:
        return TARGET_LUFS + 20 * math.log10(volume / USUAL_VOLUME)
    share = math.log(volume / USUAL_VOLUME) / math.log(100 / USUAL_VOLUME)
    return TARGET_LUFS + LOUDEST_LU * min(1.0, share)


def _source(sound: Sound, assets: Mapping[str, Path], rate: int) -> Samples:
    if sound.asset:
        if sound.asset not in assets:
            raise MediaError("file_missing", f"The file of {sound.name!r} is not here any more.")
        heard = recording(
            assets[sound.asset], offset_ms=sound.offset_ms, duration_ms=sound.duration_ms, rate=rate
        )
        heard = heard * _edges(len(heard), rate)
        return heard if sound.source_ms else _again(heard, round(sound.duration_ms * rate / 1000))
    music = compose(sound.mood, sound.offset_ms + sound.duration_ms, sound.seed, rate)
    return music[round(sound.offset_ms * rate / 1000) :]


def _again(heard: Samples, samples: int) -> Samples:
    """Repeat a sound that has no end of its own until it is long enough."""
    return np.resize(heard, (samples, 2)) if 0 < len(heard) < samples else heard


def _edges(samples: int, rate: int) -> Samples:
    place = np.arange(samples, dtype=np.float32)
    near = np.minimum(place, samples - 1 - place) / max(1.0, SOFT_EDGE_S * rate)
    return np.minimum(near, 1)[:, None].astype(np.float32)


def _levelled(sound: Samples, rate: int) -> Samples:
    """Bring one sound to the target, so that percent compare like with like."""
    return sound * _gain(sound, TARGET_LUFS, rate)


def _gain(sound: Samples, wanted: float, rate: int) -> np.float32:
    now = integrated(sound, rate)
    if now <= SILENCE_LUFS:
        return np.float32(1)
    return np.float32(10 ** (min(MOST_GAIN_DB, wanted - now) / 20))
