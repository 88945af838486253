"""Subtitles, SRT and WebVTT, as pieces: each cue with the time at which it is seen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from t2v.documents.pieces import Piece, Place
from t2v.documents.sentences import joined

PAUSE_S = 2.0
"""Silence between two cues after which another scene begins."""

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_TAG = re.compile(r"<[^>\n]{0,200}>|\{\\[^}\n]{0,100}\}")
_SPEAKER = re.compile(r"^\s*(?:[-\u2013]\s*|>>\s*)")
_NOISE = re.compile(r"^\s*(?:[\[(（【♪♫].{0,80}[\])）】♪♫]|[♪♫\s]*)\s*$")
"""A cue that says what is heard, not what is said."""

_BLOCKS = ("WEBVTT", "NOTE", "STYLE", "REGION")


def pieces(lines: Iterable[str]) -> Iterator[Piece]:
    """Yield the cues in their order; what stands outside them is left out."""
    over = 0.0
    for start, end, text in _cues(lines):
        if not _NOISE.match(text):
            begins = start - over >= PAUSE_S
            seconds = max(0.1, end - start)
            yield Piece(text, Place("time", int(start)), begins=begins, seconds=seconds)
        over = max(over, end)


def _cues(lines: Iterable[str]) -> Iterator[tuple[float, float, str]]:
    """Yield start and end in seconds, and the words."""
    times: tuple[float, float] | None = None
    held: list[str] = []
    skipping = False
    for line in (line.strip().lstrip("\ufeff") for line in lines):
        found = TIMES.fullmatch(line)
        if found or not line:
            # The number of the cue that begins here may stand right under the words before.
            said = held[:-1] if found and held and held[-1].isdigit() else held
            if times and said:
                yield *times, joined(said)
            times, held, skipping = (_read(found) if found else None), [], False
        elif times is None and line.startswith(_BLOCKS):
            skipping = True
        elif times and not skipping:
            held.append(_SPEAKER.sub("", _TAG.sub("", line)))
    if times and held:
        yield *times, joined(held)


def _read(found: re.Match[str]) -> tuple[float, float]:
    return _seconds(*found.groups()[:4]), _seconds(*found.groups()[4:])


def _seconds(hours: str | None, minutes: str, seconds: str, parts: str) -> float:
    return (
        int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(parts.ljust(3, "0")) / 1e3
    )
