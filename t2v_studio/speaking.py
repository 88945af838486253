"""Narration: text to samples, each text spoken once and kept while the studio runs."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator

import numpy as np

from t2v_studio import opening
from t2v_studio.media import MediaError
from t2v_studio.narrators import INSTALL, NARRATORS, Narrator, narrator_for
from t2v_studio.sound.spectrum import Channel, Samples, resampled

Speech = tuple[str, str, int]
"""Name of the voice, text, percent of its pace."""

KEPT = 64
"""Texts; one of ten seconds takes a megabyte."""
FASTEST = 130
"""Percent; beyond that nobody follows."""
SLACK = 5
"""Percent by which more is hurried than needed: a voice does not keep to it exactly."""
CUT_S = 0.08
"""How softly a text ends that is longer than its place."""


def narration(text: str, voice: str, duration_ms: int, rate: int) -> Samples:
    """Return a text spoken: (samples, 2), as long as it takes but never over `duration_ms`.

    A text that is too long for its place is spoken faster, and cut at the end if need be.

    Raises:
        MediaError: The voice is unknown or not installed, or the text cannot be spoken.
    """
    name, room = _narrator(text, voice).name, round(duration_ms * rate / 1000)
    heard, pace = _at(rate, (name, text, 100)), 100
    while len(heard) > room > 0 and pace < FASTEST:
        pace = min(FASTEST, -(-pace * len(heard) // room) + SLACK)
        heard = _at(rate, (name, text, pace))
    if len(heard) > room:
        heard = heard[:room] * _end(room, rate)
    return np.stack([heard, heard], axis=1)


def prepare(texts: Iterable[tuple[str, str]]) -> None:
    """Speak all texts of a film at once, each a (text, voice), by one process.

    Raises:
        MediaError: as `narration`.
    """
    _remembered(tuple((_narrator(text, voice).name, text, 100) for text, voice in texts))


def _narrator(text: str, voice: str) -> Narrator:
    narrator = NARRATORS.get(voice) if voice else narrator_for(text)
    if narrator is None:
        raise MediaError("unsupported_file", "There is no voice for the language of the text.")
    if not narrator.installed:
        say = f"The voice of the narration is not installed here: {INSTALL}"
        raise MediaError("extra_missing", say)
    return narrator


def _at(rate: int, speech: Speech) -> Channel:
    ((own, heard),) = _remembered((speech,))
    return resampled(heard, own, rate)


_kept: dict[Speech, tuple[int, Channel]] = {}
"""Rate and samples of what was spoken, the last used at its end."""
_lock = threading.Lock()
"""Two films may be made at a time; one waits while the other's voice speaks."""


def _remembered(wanted: tuple[Speech, ...]) -> list[tuple[int, Channel]]:
    """Return what was spoken before, and speak what was not."""
    with _lock:
        said = {one: _kept.pop(one) for one in dict.fromkeys(wanted) if one in _kept}
        said |= dict(_spoken([one for one in dict.fromkeys(wanted) if one not in said]))
        _kept.update(said)
        for oldest in list(_kept)[:-KEPT]:
            del _kept[oldest]
    return [said[one] for one in wanted]


def _spoken(missing: list[Speech]) -> Iterator[tuple[Speech, tuple[int, Channel]]]:
    for voice in dict.fromkeys(name for name, _, _ in missing):
        own = [one for one in missing if one[0] == voice]
        texts = [(text, pace) for _, text, pace in own]
        rate, pieces = opening.speech(NARRATORS[voice].path, texts)
        yield from ((one, (rate, piece)) for one, piece in zip(own, pieces, strict=True))


def _end(samples: int, rate: int) -> Channel:
    left = np.arange(samples, 0, -1, dtype=np.float32) / (CUT_S * rate)
    return np.asarray(np.minimum(left, 1), np.float32)
