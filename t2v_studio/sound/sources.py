"""Where each sound of a film comes from: composed, uploaded, spoken, made, or a clip's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

import numpy as np

from t2v_studio.ambience import ambience
from t2v_studio.film import Clip, Film, Sound
from t2v_studio.media import MediaError
from t2v_studio.opening import recording
from t2v_studio.sound.foley import effect
from t2v_studio.sound.footage import own_sound
from t2v_studio.sound.music import FADE_OUT_S, compose
from t2v_studio.sound.spectrum import Samples
from t2v_studio.speaking import narration, prepare

Assets = Mapping[str, Path]

CLICK_S = 0.01
"""What is cut begins and ends over this long, without a click."""
EFFECT_S = 0.4
"""A place comes and goes: no weather begins with a stroke."""
RESUMED_S = 0.04
"""Music that is trimmed begins in the middle of itself."""

GRACE_MS = 400

USUAL = MappingProxyType({"music": 35, "effect": 35, "voice": 100, "clip": 100})
"""Percent at which a film of such a sound alone has the loudness that players expect."""


@dataclass(frozen=True, slots=True)
class Part:
    """One sound of a film: where, how loud in percent, and its samples at any level."""

    start_ms: int
    role: str
    """A key of USUAL."""
    volume: int
    heard: Samples


def parts(film: Film, assets: Assets, rate: int) -> Iterator[Part]:
    """Give out every sound of a film that has a volume, its scenes' own effects too.

    Raises:
        MediaError: An uploaded sound is gone or cannot be read, or a voice is not installed.
    """
    sounds = [one for one in (*film.sounds, *ambience(film)) if one.volume > 0]
    spoken = [one for one in sounds if one.text and not one.asset]
    prepare((one.text, one.voice) for one in spoken)
    for sound in sounds:
        longer = _unhurried(sound, film) if sound in spoken else sound
        heard = _source(sound)(longer, assets, rate)
        yield Part(sound.start_ms, sound.role, sound.volume, heard)
    for clip in film.clips:
        if clip.volume and clip.asset_kind == "video":
            yield Part(clip.start_ms, "clip", clip.volume, _filmed(clip, assets, rate))


def _unhurried(sound: Sound, film: Film) -> Sound:
    """A voice's time was told before it spoke: it may take a little more, within the film."""
    left = film.duration_ms - sound.start_ms
    return replace(sound, duration_ms=min(sound.duration_ms + GRACE_MS, left))


Source = Callable[[Sound, Assets, int], Samples]


def _source(sound: Sound) -> Source:
    """Return what makes a sound, by the first field of its that says something."""
    return next(source for field, source in _SOURCES if not field or getattr(sound, field))


def _uploaded(sound: Sound, assets: Assets, rate: int) -> Samples:
    if sound.asset not in assets:
        raise MediaError("file_missing", f"The file of {sound.name!r} is not here any more.")
    heard = recording(
        assets[sound.asset], offset_ms=sound.offset_ms, duration_ms=sound.duration_ms, rate=rate
    )
    heard = heard * faded(len(heard), CLICK_S, CLICK_S, rate)
    if sound.source_ms:
        return heard
    music = _again(heard, round(sound.duration_ms * rate / 1000))
    return music * faded(len(music), 0.0, FADE_OUT_S, rate)


def _spoken(sound: Sound, _assets: Assets, rate: int) -> Samples:
    return narration(sound.text, sound.voice, sound.duration_ms, rate)


def _made(sound: Sound, _assets: Assets, rate: int) -> Samples:
    heard = effect(sound.effect, sound.duration_ms, sound.seed, rate)
    return heard * faded(len(heard), EFFECT_S, EFFECT_S, rate)


def _composed(sound: Sound, _assets: Assets, rate: int) -> Samples:
    music = compose(sound.mood, sound.offset_ms + sound.duration_ms, sound.seed, rate)
    if not sound.offset_ms:
        return music
    rest = music[round(sound.offset_ms * rate / 1000) :]
    return rest * faded(len(rest), RESUMED_S, 0.0, rate)


_SOURCES: tuple[tuple[str, Source], ...] = (
    ("asset", _uploaded), ("text", _spoken), ("effect", _made), ("", _composed),
)  # fmt: skip


def _filmed(clip: Clip, assets: Assets, rate: int) -> Samples:
    heard = own_sound(clip, assets, rate)
    return heard * faded(len(heard), CLICK_S, CLICK_S, rate)


def _again(heard: Samples, samples: int) -> Samples:
    """Repeat a sound that has no end of its own until it is long enough."""
    return np.resize(heard, (samples, 2)) if 0 < len(heard) < samples else heard


def faded(samples: int, begin_s: float, end_s: float, rate: int) -> Samples:
    """Return the gain of a sound that comes and goes softly; each fade is at most a quarter."""
    gain = np.ones(samples, np.float32)
    for seconds, edge in ((begin_s, gain), (end_s, gain[::-1])):
        length = min(round(seconds * rate), samples // 4)
        edge[:length] *= np.sin(np.linspace(0, np.pi / 2, length, dtype=np.float32)) ** 2
    return gain[:, None]
