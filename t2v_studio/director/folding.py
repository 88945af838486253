"""Edits to a film and to JSON: the fold, and the round trip through plain types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from t2v_studio.director.edits import KINDS, Edit, PlaceLogo, PlaceSound, PlaceUpload
from t2v_studio.director.edits.history import live
from t2v_studio.director.timeline import settled
from t2v_studio.director.upload import Upload
from t2v_studio.film import Film
from t2v_studio.scene import Scene, Subject


def fold(edits: Iterable[Edit], uploads: Iterable[Upload] = ()) -> Film:
    """Return the film that the edits add up to; `Film()` when nothing was made.

    Args:
        edits: Every edit since the beginning, undone ones and all.
        uploads: What is known of the files by now; it goes before what an edit remembers.
    """
    known = {upload.id: upload for upload in uploads}
    film = Film()
    for edit in live(edits):
        film = settled(_current(edit, known).apply(film))
    return film


def _current(edit: Edit, known: Mapping[str, Upload]) -> Edit:
    if isinstance(edit, PlaceUpload | PlaceSound | PlaceLogo):
        return replace(edit, upload=known.get(edit.upload.id, edit.upload))
    return edit


_NAMES = {kind: name for name, kind in KINDS.items()}


def _scenes(data: Iterable[Mapping[str, Any]]) -> tuple[Scene, ...]:
    return tuple(map(Scene.from_json, data))


_READERS: dict[str, Callable[[Any], object]] = {
    "scenes": _scenes,
    "scene": Scene.from_json,
    "lengths": tuple,
    "upload": lambda data: Upload(**data),
    "add": lambda data: tuple(Subject(**one) for one in data),
    "remove": tuple,
    "cues": lambda data: tuple(map(tuple, data)),
}
"""Field -> how to read it, where a field is more than a number or a text."""


def edits_to_json(edits: Iterable[Edit]) -> list[dict[str, Any]]:
    """Return plain JSON types, one object for each edit."""
    return [{"edit": _NAMES[type(edit)], **asdict(edit)} for edit in edits]


def edits_from_json(data: Iterable[Mapping[str, Any]]) -> tuple[Edit, ...]:
    """Read what `edits_to_json` wrote, also after JSON made lists of its tuples."""
    return tuple(map(_edit, data))


def _edit(data: Mapping[str, Any]) -> Edit:
    kind = KINDS[data["edit"]]
    named = {field.name for field in fields(kind)} & data.keys()
    members: dict[str, Any] = {name: _READERS.get(name, _same)(data[name]) for name in named}
    return kind(**members)


def _same(value: object) -> object:
    return value
