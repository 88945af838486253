"""Pieces of a film as segments of the wire draft, and back; what is as usual is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from t2v_studio.finish import CUT, PLAIN, Grade, Transition
from t2v_studio.pieces import Caption, Clip, Overlay, Sound
from t2v_studio.scene import Scene

Row = tuple[str, str, Any]

_CLIP: tuple[Row, ...] = (
    ("speed", "speed", 100),
    ("volume", "volume", 0),
    ("grade", "grade", PLAIN),
    ("transition", "transition", CUT),
)
_SOUND: tuple[Row, ...] = (
    ("role", "role", "music"),
    ("text", "text", ""),
    ("voice", "voice", ""),
    ("effect", "effect", ""),
)
"""Field, its key on the wire, and the value that is left out there."""

_TYPES: dict[str, type[Grade | Transition]] = {"grade": Grade, "transition": Transition}


def written(piece: object, rows: tuple[Row, ...]) -> dict[str, Any]:
    """Return the fields of a piece that differ from the usual, under their keys."""
    said = {key: getattr(piece, name) for name, key, usual in rows if getattr(piece, name) != usual}
    return {key: asdict(one) if key in _TYPES else one for key, one in said.items()}


def read(meta: Mapping[str, Any], rows: tuple[Row, ...]) -> dict[str, Any]:
    """Return the fields that metadata name."""
    return {
        name: _TYPES[key](**meta[key]) if key in _TYPES else meta[key]
        for name, key, _ in rows
        if key in meta
    }


def clip_to_wire(clip: Clip) -> dict[str, Any]:
    """Return the segment of a clip."""
    meta: dict[str, Any] = {"start": clip.start_ms, "name": clip.name, "offset": clip.offset_ms}
    if clip.scene is not None:
        meta["scene"] = clip.scene.to_json()
    else:
        meta |= {"asset": clip.asset, "kind": clip.asset_kind, "source": clip.source_ms}
    return {"d": clip.duration_ms, "m": {**meta, **written(clip, _CLIP)}}


def clip_from_wire(segment: Mapping[str, Any]) -> Clip:
    """Read the segment of a clip."""
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
        **read(meta, _CLIP),
    )


def overlay_to_wire(overlay: Overlay) -> dict[str, Any]:
    """Return the segment of an overlay."""
    meta = {
        "start": overlay.start_ms,
        "name": overlay.name,
        "asset": overlay.asset,
        "corner": overlay.corner,
        "opacity": overlay.opacity,
        "size": overlay.size,
    }
    return {"d": overlay.duration_ms, "m": meta}


def overlay_from_wire(segment: Mapping[str, Any]) -> Overlay:
    """Read the segment of an overlay."""
    meta = dict(segment["m"])
    return Overlay(start_ms=meta.pop("start"), duration_ms=segment["d"], **meta)


def sound_to_wire(sound: Sound) -> dict[str, Any]:
    """Return the segment of a sound."""
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
    return {"d": sound.duration_ms, "m": {**meta, **written(sound, _SOUND)}}


def sound_from_wire(segment: Mapping[str, Any]) -> Sound:
    """Read the segment of a sound."""
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
        **read(meta, _SOUND),
    )


def caption_to_wire(caption: Caption) -> dict[str, Any]:
    """Return the segment of a caption."""
    meta = {
        "start": caption.start_ms,
        "text": caption.text,
        "role": caption.role,
        "position": caption.position,
        "size": caption.size,
        "weight": caption.weight,
        "colour": caption.colour,
    }
    return {"d": caption.duration_ms, "m": meta}


def caption_from_wire(segment: Mapping[str, Any]) -> Caption:
    """Read the segment of a caption."""
    meta = segment["m"]
    return Caption(
        start_ms=meta["start"],
        duration_ms=segment["d"],
        text=meta["text"],
        role=meta.get("role", "title"),
        position=meta.get("position", "center"),
        size=meta.get("size", "large"),
        weight=meta.get("weight", "bold"),
        colour=meta.get("colour", "white"),
    )
