"""The film: what a draft says, typed. The director folds edits into one; the renderers draw one.

On the wire it is the API's draft: `t` tracks, `tt` track type (0 video, 1 audio, 7 text),
`sg` segments, `d` duration in ms, `m` metadata; everything of our own stands under `m`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from t2v_studio import segments
from t2v_studio.finish import PLAIN, Grade
from t2v_studio.pieces import ROLES, Caption, Clip, Overlay, Sound

__all__ = [
    "ASPECTS", "AUDIO", "ROLES", "TEXT", "VIDEO", "Caption", "Clip", "Film", "Overlay", "Sound",
    "in_order",
]  # fmt: skip

VIDEO, AUDIO, TEXT = 0, 1, 7
"""Track types of the wire draft."""

ASPECTS = {"16:9": (1920, 1080), "9:16": (1080, 1920), "1:1": (1080, 1080), "4:5": (1080, 1350)}
"""Full size in pixels for each aspect ratio; a quality scales it."""

Piece = TypeVar("Piece", Sound, Caption)
Segment = dict[str, Any]

_FILM: tuple[segments.Row, ...] = (
    ("grade", "grade", PLAIN),
    ("fade_out_ms", "fade_out", 0),
    ("effects", "effects", 100),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """The whole film. Tracks of one kind are tuples ordered by start."""

    name: str = "project"
    duration_ms: int = 0
    aspect: str = "16:9"
    fps: int = 30
    style: str = "illustrated"
    clips: tuple[Clip, ...] = ()
    sounds: tuple[Sound, ...] = ()
    captions: tuple[Caption, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    grade: Grade = PLAIN
    fade_out_ms: int = 0
    """The last so many ms grow dark."""
    effects: int = 100
    """Percent of the sounds that scenes make by themselves; 0 for none."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels at full size."""
        return ASPECTS[self.aspect]

    def to_wire(self) -> dict[str, Any]:
        """Return the draft that goes over the wire: only tracks that hold something."""
        width, height = self.size
        tracks = (
            (VIDEO, "Video", map(segments.clip_to_wire, self.clips)),
            (VIDEO, "Overlay", map(segments.overlay_to_wire, self.overlays)),
            *_tracks(AUDIO, _HEARD, self.sounds, segments.sound_to_wire),
            *_tracks(TEXT, _READ, self.captions, segments.caption_to_wire),
        )
        meta = {
            "name": self.name,
            "aspect": self.aspect,
            "width": width,
            "height": height,
            "fps": self.fps,
            "style": self.style,
        }
        return {
            "d": self.duration_ms,
            "m": {**meta, **segments.written(self, _FILM)},
            "t": [
                {"tt": kind, "m": {"name": name}, "sg": held}
                for kind, name, pieces in tracks
                if (held := list(pieces))
            ],
        }

    @classmethod
    def from_wire(cls, draft: Mapping[str, Any]) -> Film:
        """Read a draft that `draft_schema` accepted."""
        held: dict[int, list[Mapping[str, Any]]] = {VIDEO: [], AUDIO: [], TEXT: []}
        for track in draft["t"]:
            held[track["tt"]].extend(track["sg"])
        meta = draft["m"]
        laid: dict[bool, list[Mapping[str, Any]]] = {True: [], False: []}
        for one in held[VIDEO]:
            laid["corner" in one["m"]].append(one)
        return cls(
            name=meta["name"],
            duration_ms=draft["d"],
            aspect=meta["aspect"],
            fps=meta["fps"],
            style=meta["style"],
            clips=tuple(map(segments.clip_from_wire, laid[False])),
            sounds=in_order(map(segments.sound_from_wire, held[AUDIO])),
            captions=in_order(map(segments.caption_from_wire, held[TEXT])),
            overlays=tuple(map(segments.overlay_from_wire, laid[True])),
            **segments.read(meta, _FILM),
        )


_HEARD = {"music": "BGM", "voice": "Voice", "effect": "Effects"}
_READ = {"title": "Title", "caption": "Captions"}
"""Role -> the track where such pieces stand."""
_ORDER = {role: place for roles in (_HEARD, _READ) for place, role in enumerate(roles)}


def in_order(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return sounds or captions by start; of one start, in the order of their tracks."""
    return tuple(sorted(pieces, key=lambda one: (one.start_ms, _ORDER[one.role])))


def _tracks(
    kind: int,
    names: Mapping[str, str],
    pieces: Iterable[Piece],
    to_wire: Callable[[Piece], Segment],
) -> Iterator[tuple[int, str, list[Segment]]]:
    """Yield a track for each role; a role that has no piece has an empty one."""
    sorted_out: dict[str, list[Segment]] = {role: [] for role in names}
    for piece in pieces:
        sorted_out[piece.role].append(to_wire(piece))
    yield from ((kind, name, sorted_out[role]) for role, name in names.items())
