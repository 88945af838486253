"""What changed between two timelines, in sentences of our own.

About three of ten edits end without a word from the agent; these are the words. Names and titles
come out of the draft, which the service writes: a sentence quotes one only when the user said it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from t2v.draft import Segment, Timeline, Track, describe_name, describe_place, describe_segment

_MOST = 6
"""Sentences that a person reads; what is more is counted."""

_OTHER = {
    "video": "another picture",
    "audio": "another sound",
    "text": "other words",
    "other": "other contents",
}
"""What has changed when a track's stretch has another name that the user did not say."""

_UNLISTED = "The film was changed; its tracks and their times stay as they were."

Placed = tuple[Track, Segment]


def describe(before: Timeline, after: Timeline, words: str = "") -> str:
    """Return the difference as sentences, "" when nothing that we can see has changed.

    Args:
        before: what was in the timeline.
        after: what is in it now.
        words: the user's own; what they name may be named.
    """
    sentences = list(_Telling(words).sentences(before, after))
    if not sentences and before.fingerprint != after.fingerprint:
        return _UNLISTED
    shown = sentences[:_MOST]
    if len(sentences) > _MOST:
        shown.append(f"{len(sentences) - _MOST} more changes.")
    return " ".join(shown)


class _Telling:
    """Tells changes to somebody who said these words."""

    def __init__(self, words: str) -> None:
        self._words = _plain(words)

    def sentences(self, before: Timeline, after: Timeline) -> Iterator[str]:
        if before.aspect and after.aspect and before.aspect != after.aspect:
            yield f"Aspect ratio: {before.aspect} -> {after.aspect}."
        if before.ready and after.ready and before.duration_ms != after.duration_ms:
            yield f"Duration: {before.duration_ms / 1000:g}s -> {after.duration_ms / 1000:g}s."
        old, new = _by_kind(before), _by_kind(after)
        for kind in ("video", "audio", "text", "other"):
            yield from self._compare(old.get(kind, []), new.get(kind, []))

    def _compare(self, old: list[Placed], new: list[Placed]) -> Iterator[str]:
        """Pair what is the same, then what has the same name, then what is at the same place."""
        old, new = list(old), list(new)
        for same in (_equal, _same_name, _same_place):
            for one in list(new):
                twin = next((other for other in old if same(other, one)), None)
                if twin is not None:
                    old.remove(twin)
                    new.remove(one)
                    if same is not _equal:
                        yield self._changed(twin, one)
        for one in old:
            yield f"{one[0].label} removed{self._text(one)}."
        for one in new:
            yield f"{one[0].label} added{self._text(one)}."

    def _changed(self, old: Placed, new: Placed) -> str:
        parts = [self._renamed(old, new), _moved(old[1], new[1]), _turned(old[1], new[1])]
        return f"{new[0].label}: {', '.join(filter(None, parts))}."

    def _renamed(self, old: Placed, new: Placed) -> str:
        """Return the new name where the user said it, else what a name stands for."""
        if old[1].name == new[1].name:
            return ""
        if not self._said(new[1].name):
            return f"{_OTHER[new[0].kind]} ({_span(new[1])})"
        return f"now {describe_name(*new)}"

    def _said(self, name: str) -> bool:
        plain = _plain(name)
        return bool(plain) and plain in self._words

    def _text(self, placed: Placed) -> str:
        """Return what follows the label: the name, where the user said it, and the place."""
        track, segment = placed
        if self._said(segment.name):
            return f": {describe_segment(track, segment)}"
        return f" ({describe_place(segment)})"


def _moved(old: Segment, new: Segment) -> str:
    return "" if _span(old) == _span(new) else f"{_span(old)} -> {_span(new)}"


def _turned(old: Segment, new: Segment) -> str:
    if old.volume == new.volume or new.volume is None:
        return ""
    before = "" if old.volume is None else f"{old.volume}% -> "
    return f"volume {before}{new.volume}%"


def _span(segment: Segment) -> str:
    return describe_place(replace(segment, volume=None))


def _plain(text: str) -> str:
    """Return words as they are compared: without case, and with single spaces."""
    return " ".join(text.casefold().split())


def _by_kind(timeline: Timeline) -> dict[str, list[Placed]]:
    placed: dict[str, list[Placed]] = {}
    for track in timeline.tracks:
        placed.setdefault(track.kind, []).extend((track, one) for one in track.segments)
    return placed


def _equal(one: Placed, other: Placed) -> bool:
    return one[1] == other[1]


def _same_name(one: Placed, other: Placed) -> bool:
    return one[1].name == other[1].name


def _same_place(one: Placed, other: Placed) -> bool:
    return one[1].start_ms == other[1].start_ms
