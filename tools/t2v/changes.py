"""What changed between two timelines, in sentences.

About three of ten edits end without a word from the agent; these are the words.
"""

from __future__ import annotations

from collections.abc import Iterator

from t2v.draft import Segment, Timeline, Track, describe_segment

_MOST = 6
"""Sentences that a person reads; what is more is counted."""

Placed = tuple[Track, Segment]


def describe(before: Timeline, after: Timeline) -> str:
    """Return the difference as sentences, "" when nothing that we can see has changed."""
    sentences = list(_sentences(before, after))
    if not sentences and before.fingerprint != after.fingerprint:
        return "The timeline was updated."
    shown = sentences[:_MOST]
    if len(sentences) > _MOST:
        shown.append(f"{len(sentences) - _MOST} more changes.")
    return " ".join(shown)


def _sentences(before: Timeline, after: Timeline) -> Iterator[str]:
    if before.aspect and after.aspect and before.aspect != after.aspect:
        yield f"Aspect ratio: {before.aspect} -> {after.aspect}."
    if before.ready and after.ready and before.duration_ms != after.duration_ms:
        yield f"Duration: {before.duration_ms / 1000:g}s -> {after.duration_ms / 1000:g}s."
    old, new = _by_kind(before), _by_kind(after)
    for kind in ("video", "audio", "text", "other"):
        yield from _compare(old.get(kind, []), new.get(kind, []))


def _by_kind(timeline: Timeline) -> dict[str, list[Placed]]:
    placed: dict[str, list[Placed]] = {}
    for track in timeline.tracks:
        placed.setdefault(track.kind, []).extend((track, one) for one in track.segments)
    return placed


def _compare(old: list[Placed], new: list[Placed]) -> Iterator[str]:
    """Pair what is the same, then what has the same name, then what stands at the same place."""
    old, new = list(old), list(new)
    for same in (_equal, _same_name, _same_place):
        for one in list(new):
            twin = next((other for other in old if same(other, one)), None)
            if twin is not None:
                old.remove(twin)
                new.remove(one)
                if same is not _equal:
                    yield f"{one[0].label} changed: {_text(twin)} -> {_text(one)}."
    for one in old:
        yield f"{one[0].label} removed: {_text(one)}."
    for one in new:
        yield f"{one[0].label} added: {_text(one)}."


def _equal(one: Placed, other: Placed) -> bool:
    return one[1] == other[1]


def _same_name(one: Placed, other: Placed) -> bool:
    return one[1].name == other[1].name


def _same_place(one: Placed, other: Placed) -> bool:
    return one[1].start_ms == other[1].start_ms


def _text(placed: Placed) -> str:
    return describe_segment(*placed)
