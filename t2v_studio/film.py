"""The film: what a draft says, typed. The director folds edits into one; the renderers draw one.

On the wire it is the API's draft: `t` tracks, `tt` track type (0 video, 1 audio, 7 text),
`sg` segments, `d` duration in ms, `m` metadata; everything of our own stands under `m`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from t2v_studio.scene import Scene

VIDEO, AUDIO, TEXT = 0, 1, 7
"""Track types of the wire draft."""

ASPECTS = {"16:9": (1920, 1080), "9:16": (1080, 1920), "1:1": (1080, 1080), "4:5": (1080, 1350)}
"""Full size in pixels for each aspect ratio; a quality scales it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A stretch of picture: a drawn scene, or an uploaded image or clip (`asset`)."""

    start_ms: int
    duration_ms: int
    name: str
    scene: Scene | None = None
    asset: str = ""
    """Id of an uploaded file; empty for a drawn scene."""
    asset_kind: str = ""
    """video or image."""
    offset_ms: int = 0
    """Where in the uploaded clip, or in the drawn scene, this stretch begins (trim)."""
    source_ms: int = 0
    """Length of the uploaded clip or sound as a whole; 0 for what has no end of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A stretch of sound: composed music (`mood`), or an uploaded sound (`asset`)."""

    start_ms: int
    duration_ms: int
    name: str
    volume: int = 35
    """Percent."""
    mood: str = ""
    seed: int = 0
    asset: str = ""
    offset_ms: int = 0
    source_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """Words on the picture. `position`: top, center or bottom."""

    start_ms: int
    duration_ms: int
    text: str
    role: str = "title"
    """title, or caption: what "the title" and "the subtitles" mean when they are changed."""
    position: str = "center"
    size: str = "large"
    colour: str = "white"


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

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels at full size."""
        return ASPECTS[self.aspect]

    def to_wire(self) -> dict[str, Any]:
        """Return the draft that goes over the wire: only tracks that hold something."""
        width, height = self.size
        tracks = (
            (VIDEO, "Video", [_clip_to_wire(clip) for clip in self.clips]),
            (AUDIO, "BGM", [_sound_to_wire(sound) for sound in self.sounds]),
            (TEXT, "Title", [_caption_to_wire(caption) for caption in self.captions]),
        )
        return {
            "d": self.duration_ms,
            "m": {
                "name": self.name,
                "aspect": self.aspect,
                "width": width,
                "height": height,
                "fps": self.fps,
                "style": self.style,
            },
            "t": [{"tt": kind, "m": {"name": name}, "sg": sg} for kind, name, sg in tracks if sg],
        }

    @classmethod
    def from_wire(cls, draft: Mapping[str, Any]) -> Film:
        """Read a draft that `draft_schema` accepted."""
        segments: dict[int, list[Mapping[str, Any]]] = {VIDEO: [], AUDIO: [], TEXT: []}
        for track in draft["t"]:
            segments[track["tt"]].extend(track["sg"])
        meta = draft["m"]
        return cls(
            name=meta["name"],
            duration_ms=draft["d"],
            aspect=meta["aspect"],
            fps=meta["fps"],
            style=meta["style"],
            clips=tuple(map(_clip_from_wire, segments[VIDEO])),
            sounds=tuple(map(_sound_from_wire, segments[AUDIO])),
            captions=tuple(map(_caption_from_wire, segments[TEXT])),
        )


def _clip_to_wire(clip: Clip) -> dict[str, Any]:
    meta: dict[str, Any] = {"start": clip.start_ms, "name": clip.name, "offset": clip.offset_ms}
    if clip.scene is not None:
        meta["scene"] = clip.scene.to_json()
    else:
        meta |= {"asset": clip.asset, "kind": clip.asset_kind, "source": clip.source_ms}
    return {"d": clip.duration_ms, "m": meta}


def _clip_from_wire(segment: Mapping[str, Any]) -> Clip:
    meta = segment["m"]
    return Clip(
        start_ms=meta["start"],
        duration_ms=segment["d"],
        name=meta["name"],
        offset_ms=meta.get("offset", 0),
        scene=Scene.from_json(meta["scene"]) if "scene" in meta else None,
        asset=meta.get("asset", ""),
        asset_kind=meta.get("kind", ""),
        source_ms=meta.get("source", 0),
    )


def _sound_to_wire(sound: Sound) -> dict[str, Any]:
    meta = {
        "start": sound.start_ms,
        "name": sound.name,
        "volume": sound.volume,
        "mood": sound.mood,
        "seed": sound.seed,
        "asset": sound.asset,
        "offset": sound.offset_ms,
        "source": sound.source_ms,
    }
    return {"d": sound.duration_ms, "m": meta}


def _sound_from_wire(segment: Mapping[str, Any]) -> Sound:
    meta = segment["m"]
    return Sound(
        start_ms=meta["start"],
        duration_ms=segment["d"],
        name=meta["name"],
        volume=meta.get("volume", 35),
        mood=meta.get("mood", ""),
        seed=meta.get("seed", 0),
        asset=meta.get("asset", ""),
        offset_ms=meta.get("offset", 0),
        source_ms=meta.get("source", 0),
    )


def _caption_to_wire(caption: Caption) -> dict[str, Any]:
    meta = {
        "start": caption.start_ms,
        "text": caption.text,
        "role": caption.role,
        "position": caption.position,
        "size": caption.size,
        "colour": caption.colour,
    }
    return {"d": caption.duration_ms, "m": meta}


def _caption_from_wire(segment: Mapping[str, Any]) -> Caption:
    meta = segment["m"]
    return Caption(
        start_ms=meta["start"],
        duration_ms=segment["d"],
        text=meta["text"],
        role=meta.get("role", "title"),
        position=meta.get("position", "center"),
        size=meta.get("size", "large"),
        colour=meta.get("colour", "white"),
    )
