"""Narration: text to samples, each text spoken once and kept while the studio runs."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from t2v_studio import opening
from t2v_studio.media import MediaError
from t2v_studio.narrators import INSTALL, NARRATORS, Narrator, narrator_for
from t2v_studio.sound.spectrum import Samples, resampled

KEPT_TEXTS = 32
"""Of two minutes each at most: a third of a gigabyte if all were that long, mostly a tenth."""
FASTEST = 130
"""Percent; beyond that nobody follows."""
CUT_S = 0.08
"""How softly a text ends that is longer than its place."""


def narration(text: str, voice: str, duration_ms: int, rate: int) -> Samples:
    """Return a text spoken: (samples, 2), as long as it takes but never over `duration_ms`.

    A text that is too long for its place is spoken faster, and cut at the end if need be.

    Raises:
        MediaError: The voice is unknown or not installed, or the text cannot be spoken.
    """
    narrator, room = _narrator(text, voice), round(duration_ms * rate / 1000)
    heard = _at(rate, narrator.name, text, 100)
    if len(heard) > room > 0:
        heard = _at(rate, narrator.name, text, min(FASTEST, -(-100 * len(heard) // room)))
    if len(heard) > room:
        heard = heard[:room] * _end(room, rate)
    return np.stack([heard, heard], axis=1)


def _narrator(text: str, voice: str) -> Narrator:
    narrator = NARRATORS.get(voice) if voice else narrator_for(text)
    if narrator is None:
        raise MediaError("unsupported_file", "There is no voice for the language of the text.")
    if not narrator.installed:
        say = f"The voice of the narration is not installed here: {INSTALL}"
        raise MediaError("extra_missing", say)
    return narrator


def _at(rate: int, voice: str, text: str, pace: int) -> NDArray[np.float32]:
    own, heard = _spoken(voice, text, pace)
    return resampled(heard, own, rate)


@lru_cache(maxsize=KEPT_TEXTS)
def _spoken(voice: str, text: str, pace: int) -> tuple[int, NDArray[np.float32]]:
    return opening.speech(NARRATORS[voice].path, text, pace=pace)


def _end(samples: int, rate: int) -> NDArray[np.float32]:
    left = np.arange(samples, 0, -1, dtype=np.float32) / (CUT_S * rate)
    return np.asarray(np.minimum(left, 1), np.float32)
