"""The timeline: the backend's draft, read defensively.

The wire draft has short keys: `t` tracks, `tt` track type (0 video, 1 audio, 7 text), `sg`
segments, `d` duration in ms, `m` metadata. Nothing else is documented, so every other key is
looked for under several names, and what does not fit is left out rather than believed.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from t2v.external.untrusted import TIMELINE_LIMIT, clean, clean_name

KINDS = {0: "video", 1: "audio", 7: "text"}
_PICTURE = 0
LABELS = {"video": "Video", "audio": "BGM", "text": "Title", "other": "Track"}
APART = frozenset({"Overlay", "Voice", "Effects", "Captions"})
"""Names of tracks that are told apart from the usual one of their kind: the studio's own."""

_NAMES = ("name", "title", "text", "content", "label", "n")
_STARTS = ("start", "start_ms", "startTime", "st", "s")
_VOLUMES = ("volume", "vol", "v")
_MOST = 200
"""Tracks, and segments of a track, that are read: more is no timeline that a person made."""

_ASPECT = re.compile(r"[1-9]\d{0,3}(?:\.\d{1,2})?:[1-9]\d{0,3}(?:\.\d{1,2})?", re.ASCII)
_DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of a track, in ms. `volume` is in percent."""

    name: str
    start_ms: int
    end_ms: int
    volume: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A track. `kind` is video, audio, text or other."""

    kind: str
    label: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What is in the timeline. `wire` is the draft as it came, for the render call."""

    tracks: tuple[Track, ...] = ()
    duration_ms: int = 0
    aspect: str = ""
    fingerprint: str = ""
    own: bool = False
    """Whether all of the picture is files that the user sent: nothing is generated to them."""
    wire: Mapping[str, Any] | None = None

    @property
    def ready(self) -> bool:
        """Whether there is something to export: a track with a segment."""
        return any(track.segments for track in self.tracks)

    @property
    def stage(self) -> str:
        """How far a generation has come: empty, raw_video, or finished (sound or words are in)."""
        kinds = {track.kind for track in self.tracks if track.segments}
        if kinds & {"audio", "text"} or (kinds and self.own):
            return "finished"
        return "raw_video" if kinds else "empty"

    @classmethod
    def from_state(cls, state: Mapping[str, Any]) -> Timeline:
        """Read `data.state` of the state answer."""
        draft = _mapping(state.get("draft"))
        tracks = tuple(_track(_mapping(one)) for one in _list(draft.get("t")))
        ends = [segment.end_ms for track in tracks for segment in track.segments]
        return cls(
            tracks=tuple(track for track in tracks if track.segments),
            duration_ms=_milliseconds(draft.get("d")) or max(ends, default=0),
            aspect=_aspect(draft, _mapping(state.get("canvas_config"))),
            fingerprint=_fingerprint(draft, state.get("generated_media")),
            own=_is_own(draft),
            wire=draft or None,
        )

    @classmethod
    def from_plain(cls, data: Mapping[str, Any]) -> Timeline:
        """Read what `plain` wrote; it has been cleaned already."""
        tracks = (
            Track(
                kind=track["kind"],
                label=track["label"],
                segments=tuple(Segment(**segment) for segment in track["segments"]),
            )
            for track in data["tracks"]
        )
        return cls(**{**data, "tracks": tuple(tracks)})

    def summary(self) -> str:
        """Return the timeline in one line, with its names, which the service has written."""
        return self._listed(describe_segment, ":")

    def outline(self) -> str:
        """Return the timeline in one line that is our own: kinds, counts and times."""
        return self._listed(lambda _, one: f"({describe_place(one)})", "")

    def named(self) -> str:
        """Return the summary as it may be passed on, "" for an empty timeline."""
        return clean(self.summary(), TIMELINE_LIMIT) if self.ready else ""

    def shape(self) -> list[dict[str, Any]]:
        """Return the tracks as JSON types, without names."""
        return [
            {
                "kind": track.kind,
                "label": track.label,
                "segments": [
                    {"start_ms": one.start_ms, "end_ms": one.end_ms, "volume": one.volume}
                    for one in track.segments
                ],
            }
            for track in self.tracks
        ]

    def _listed(self, tell: Callable[[Track, Segment], str], colon: str) -> str:
        if not self.ready:
            return "Timeline (empty)"
        count = len(self.tracks)
        told = [
            f"{n}. {track.label}{colon} {_few([tell(track, one) for one in track.segments])}"
            for n, track in enumerate(self.tracks, 1)
        ]
        return f"Timeline ({count} track{'s' * (count != 1)}): {' '.join(told)}"

    def plain(self) -> dict[str, Any]:
        """Return JSON types, without the draft itself: for the job record and for `--picture`."""
        return {
            "duration_ms": self.duration_ms,
            "aspect": self.aspect,
            "fingerprint": self.fingerprint,
            "own": self.own,
            "tracks": [asdict(track) for track in self.tracks],
        }


def _few(told: list[str]) -> str:
    """Return the first three of a track's segments, and how many there are besides."""
    more = len(told) - 3
    return ", ".join(told[:3]) + (f" (+{more} more)" if more > 0 else "")


def describe_segment(track: Track, segment: Segment) -> str:
    """Return one segment as `name (0-10s, 35%)`; words on the picture in quotes."""
    return f"{describe_name(track, segment)} ({describe_place(segment)})"


def describe_name(track: Track, segment: Segment) -> str:
    """Return a segment's name; words on the picture in quotes."""
    quote = '"' if track.kind == "text" and segment.name else ""
    return f"{quote}{segment.name or 'unnamed'}{quote}"


def describe_place(segment: Segment) -> str:
    """Return when a segment is there, and how loud: `0-10s, 35%`."""
    volume = "" if segment.volume is None else f", {segment.volume}%"
    return f"{_seconds(segment.start_ms)}-{_seconds(segment.end_ms)}s{volume}"


def _seconds(ms: int) -> str:
    return f"{round(ms / 1000, 1):g}"


def _track(wire: Mapping[str, Any]) -> Track:
    number = wire.get("tt")
    kind = KINDS.get(number, "other") if isinstance(number, int) else "other"
    segments: list[Segment] = []
    for one in _list(wire.get("sg")):
        segments.append(_segment(_mapping(one), segments[-1].end_ms if segments else 0, kind))
    name = _mapping(wire.get("m")).get("name")
    label = name if isinstance(name, str) and name in APART else LABELS[kind]
    return Track(kind=kind, label=label, segments=tuple(segments))


def _segment(wire: Mapping[str, Any], follows_ms: int, kind: str) -> Segment:
    """Read a segment; one that does not say where it starts follows the one before."""
    meta = _mapping(wire.get("m"))
    places = (meta, wire)
    names = ("text", *_NAMES) if kind == "text" else _NAMES
    name = next((n for n in (clean_name(v) for v in _values(places, names)) if n), "")
    starts = (_milliseconds(value) for value in _values(places, _STARTS))
    start = next((value for value in starts if value is not None), follows_ms)
    volumes = (_percent(value) for value in _values(places, _VOLUMES))
    return Segment(
        name=name,
        start_ms=start,
        end_ms=start + (_milliseconds(wire.get("d")) or 0),
        volume=next((v for v in volumes if v is not None), None) if kind == "audio" else None,
    )


def _values(places: Iterable[Mapping[str, Any]], names: Iterable[str]) -> Iterable[Any]:
    names = tuple(names)
    return (place[name] for place in places for name in names if name in place)


def _number(value: Any) -> float | None:  # noqa: ANN401 - whatever the backend sent
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _milliseconds(value: Any) -> int | None:  # noqa: ANN401 - whatever the backend sent
    number = _number(value)
    return None if number is None else round(min(number, _DAY_MS))


def _percent(value: Any) -> int | None:  # noqa: ANN401 - whatever the backend sent
    """Return a volume in percent; a fraction such as 0.35 means 35."""
    number = _number(value)
    if number is None or number > 1000:
        return None
    fraction = number <= 1 and (isinstance(value, float) or "." in str(value))
    return round(number * 100 if fraction else number)


def _aspect(draft: Mapping[str, Any], canvas: Mapping[str, Any]) -> str:
    """Return the aspect ratio such as 16:9, "" where nothing says it."""
    places = (canvas, _mapping(draft.get("m")))
    stated = next(iter(_values(places, ("aspect", "ratio", "aspect_ratio"))), "")
    return stated if isinstance(stated, str) and _ASPECT.fullmatch(stated) else ""


def _is_own(draft: Mapping[str, Any]) -> bool:
    """Say whether each stretch of the picture names its file, as those of the studio do."""
    tracks = (_mapping(one) for one in _list(draft.get("t")))
    shown = (_list(one.get("sg")) for one in tracks if one.get("tt") == _PICTURE)
    named = ["asset" in _mapping(_mapping(one).get("m")) for some in shown for one in some]
    return bool(named) and all(named)


def _fingerprint(draft: Mapping[str, Any], media: object) -> str:
    """Return a digest that changes when the draft or the generated media change."""
    text = json.dumps([draft, media], sort_keys=True, default=str)
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:16]


def _mapping(value: object) -> Mapping[str, Any]:
    if isinstance(value, str):
        # Some versions of the service send the draft as JSON within JSON.
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return {}
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value[:_MOST] if isinstance(value, list) else []
