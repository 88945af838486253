"""Edits of who is in the picture already: another colour or size, another doing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from t2v_studio.film import Clip, Film
from t2v_studio.scene import SIZES, Scene, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSubject:
    """A subject of the drawn scenes as it shall be; an empty field leaves things as they are."""

    name: str
    colour: str = ""
    size: str = ""
    larger: int = 0
    """Steps of SIZES, down when it is below 0."""
    action: str = ""
    direction: str = ""
    words: str = ""
    """What it is called from now on."""
    clip: int | None = None
    """The scene that is meant; None for all."""

    def apply(self, film: Film) -> Film:
        """Return the film with the subject changed wherever it is."""
        clips = (
            self._changed(one) if self.clip in {None, number} else one
            for number, one in enumerate(film.clips)
        )
        return replace(film, clips=tuple(clips))

    def _changed(self, clip: Clip) -> Clip:
        return replace(clip, scene=self._staged(clip.scene)) if clip.scene else clip

    def _staged(self, scene: Scene) -> Scene:
        cast = tuple(self.member(one) if one.name == self.name else one for one in scene.subjects)
        return replace(scene, subjects=cast)

    def member(self, subject: Subject) -> Subject:
        """Return the subject as it is then; itself where nothing changes but its words."""
        step = SIZES.index(self.size or subject.size) + self.larger
        changed = replace(
            subject,
            colour=self.colour or subject.colour,
            size=SIZES[min(max(step, 0), len(SIZES) - 1)],
            action=self.action or subject.action,
            direction=self.direction or subject.direction,
        )
        return (
            subject if changed == subject else replace(changed, words=self.words or changed.words)
        )
