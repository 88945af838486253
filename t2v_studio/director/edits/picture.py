"""Edits of what is seen: a new film, another scene, a changed scene, an uploaded picture."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from t2v_studio.director.sequence import inserted, split
from t2v_studio.director.timeline import appended, lasting, prepended, settled
from t2v_studio.director.titles import clip_name
from t2v_studio.director.upload import Upload
from t2v_studio.film import ASPECTS, Clip, Film
from t2v_studio.scene import Scene, Subject

MOST_CAST = 12
"""Kinds of subject in one scene, however many are added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeFilm:
    """A film of drawn scenes, instead of what was there."""

    name: str
    scenes: tuple[Scene, ...]
    duration_ms: int
    aspect: str
    style: str
    lengths: tuple[int, ...] = ()
    """Of the scenes in ms, where they are not all the same; stretched to `duration_ms`."""

    def apply(self, film: Film) -> Film:
        """Return the new film; nothing of the old one stays but its frame rate."""
        each = (self.duration_ms // len(self.scenes),) * len(self.scenes)
        lengths = self.lengths if len(self.lengths) == len(self.scenes) else each
        clips = tuple(_drawn(scene, ms) for scene, ms in zip(self.scenes, lengths, strict=True))
        made = Film(name=self.name, aspect=self.aspect, fps=film.fps, style=self.style, clips=clips)
        return lasting(settled(made), self.duration_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddScene:
    """One more scene at the end."""

    scene: Scene
    duration_ms: int

    def apply(self, film: Film) -> Film:
        """Return the film with the scene, in the film's own style."""
        scene = replace(self.scene, style=film.style)
        return appended(film, [_drawn(scene, self.duration_ms)])


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeScene:
    """Other settings for the drawn scenes; an empty field leaves things as they are."""

    place: str = ""
    time: str = ""
    weather: str = ""
    camera: str = ""
    pace: str = ""
    add: tuple[Subject, ...] = ()
    remove: tuple[str, ...] = ()
    """Names of subjects that leave the picture."""
    clip: int | None = None
    """The scene that is meant; None for all."""
    instead: bool = False
    """Who is added comes only where somebody is removed."""

    def apply(self, film: Film) -> Film:
        """Return the film with its drawn scenes changed; uploads stay what they are."""
        clips = (
            self._changed(one) if self.clip in {None, number} else one
            for number, one in enumerate(film.clips)
        )
        return replace(film, clips=tuple(clips))

    def _changed(self, clip: Clip) -> Clip:
        if clip.scene is None or (self.instead and not self._there(clip.scene)):
            return clip
        members: dict[str, Any] = {
            one.name: value
            for one in fields(self)
            if isinstance(value := getattr(self, one.name), str) and value
        }
        kept = tuple(one for one in clip.scene.subjects if one.name not in self.remove)
        cast = (*kept, *self.add)[:MOST_CAST]
        return replace(clip, scene=replace(clip.scene, subjects=cast, **members))

    def _there(self, scene: Scene) -> bool:
        return any(one.name in self.remove for one in scene.subjects)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceUpload:
    """An uploaded image or clip in the picture: as the film, before it, behind it, or inside."""

    upload: Upload
    where: Literal["film", "start", "end", "inside"]
    duration_ms: int
    offset_ms: int = 0
    """Where in the uploaded clip it begins."""
    volume: int = 0
    """Percent of the clip's own sound."""
    at_ms: int = 0
    """Where in the film it begins, when that is inside."""

    def apply(self, film: Film) -> Film:
        """Return the film with the upload; as the film it also decides about the frame."""
        clip = self._clip()
        if self.where == "inside" and film.clips:
            return self._inside(film, clip)
        if self.where == "end" and film.clips:
            return appended(film, [clip])
        if self.where == "start" and film.clips:
            return prepended(film, (clip,))
        made = Film(name=self.upload.name, aspect=nearest_aspect(self.upload), fps=film.fps)
        return settled(replace(made, clips=(clip,)))

    def _clip(self) -> Clip:
        if self.upload.kind != "video":
            return self._still(max(0, self.duration_ms))
        source = self.upload.duration_ms
        offset = max(0, min(self.offset_ms, source - 1))
        longest = source - offset if source else self.duration_ms
        shown = self._still(max(0, min(self.duration_ms, longest)))
        return replace(shown, source_ms=source, offset_ms=offset, volume=self.volume)

    def _still(self, duration_ms: int) -> Clip:
        upload = self.upload
        return Clip(
            start_ms=0,
            duration_ms=duration_ms,
            name=upload.name,
            asset=upload.id,
            asset_kind=upload.kind,
        )

    def _inside(self, film: Film, clip: Clip) -> Film:
        parted = split(film, self.at_ms)
        number = sum(one.start_ms < self.at_ms for one in parted.clips)
        return inserted(parted, number, (clip,))


@dataclass(frozen=True, slots=True)
class Vary:
    """The same film once more, as other chance would have made it."""

    seed: int

    def apply(self, film: Film) -> Film:
        """Return the film with every scene and all its music made anew."""
        clips = (
            replace(one, scene=one.scene and replace(one.scene, seed=self.seed + number))
            for number, one in enumerate(film.clips)
        )
        sounds = (replace(one, seed=self.seed) if one.mood else one for one in film.sounds)
        return replace(film, clips=tuple(clips), sounds=tuple(sounds))


def nearest_aspect(upload: Upload) -> str:
    """Return the aspect ratio that cuts least from an upload."""
    if not (upload.width and upload.height):
        return "16:9"
    ratio = upload.width / upload.height

    def distance(aspect: str) -> float:
        width, height = ASPECTS[aspect]
        return max(ratio, width / height) / min(ratio, width / height)

    return min(ASPECTS, key=distance)


def _drawn(scene: Scene, duration_ms: int) -> Clip:
    return Clip(
        start_ms=0, duration_ms=duration_ms, name=clip_name(scene.words, scene), scene=scene
    )
