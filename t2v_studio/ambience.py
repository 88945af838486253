"""What a film's scenes sound like by themselves: a table from a scene to effects.

It is read anew for each mix, so a scene that is changed to rain is heard to rain. Numbers are
percent on the scale of all volumes, where music usually has 35: effects lie softly under it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from t2v_studio.film import Film, Sound
from t2v_studio.scene import Scene, Subject

MOST = 3
"""Effects of one scene; more is noise."""
CROWD = 5
"""So many people are a crowd."""

_OPEN = frozenset({"park", "forest", "garden", "field", "farm", "lake", "river", "mountains"})
_DRY = frozenset({"clear", "cloudy", "wind", "fog"})
_BRIGHT = frozenset({"dawn", "day", "golden hour"})
_MOTORS = frozenset(
    {"car", "suv", "taxi", "truck", "pickup truck", "bus", "police car", "fire engine", "ambulance",
     "racing car", "motorcycle", "scooter", "train", "bullet train", "steam train", "tram", "metro",
     "tractor", "speedboat", "ferry", "ship", "airplane", "small airplane", "helicopter"}
)  # fmt: skip
_BIRDS = frozenset({"bird", "dove", "parrot", "swan", "chick"})
_WALKERS = frozenset(
    {"man", "woman", "boy", "girl", "child", "person", "old man", "old woman", "runner", "bride",
     "detective", "knight", "king", "queen", "robot", "businessman", "policeman", "farmer"}
)  # fmt: skip
_PEOPLE = _WALKERS | {"couple", "family", "dancer", "student", "band", "baby", "singer"}
_NO_AIR = frozenset({"space", "underwater"})
"""Places where nothing of the land is heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One row: a scene that fits all that it names has the effect. Empty fits everything."""

    effect: str
    volume: int
    places: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    weathers: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    actions: frozenset[str] = frozenset()
    """What one of those subjects does."""
    count: int = 0
    """Of those subjects, all together, at least."""

    def fits(self, scene: Scene) -> bool:
        """Say whether a scene sounds like that."""
        sets = (
            (self.places, scene.place),
            (self.times, scene.time),
            (self.weathers, scene.weather),
        )
        if not all(one in members or not members for members, one in sets):
            return False
        if not self.places and scene.place in _NO_AIR:
            return False
        cast = [one for one in scene.subjects if self._plays(one)]
        return not self.subjects or sum(one.count for one in cast) >= max(1, self.count)

    def _plays(self, subject: Subject) -> bool:
        acts = not self.actions or subject.action in self.actions
        return subject.name in self.subjects and acts


def _set(*members: str) -> frozenset[str]:
    return frozenset(members)


# Order matters: where a scene has more than MOST, the first are heard.
CUES: tuple[Cue, ...] = (
    Cue(effect="thunder", volume=24, weathers=_set("storm")),
    Cue(effect="rain", volume=16, weathers=_set("rain", "storm")),
    Cue(effect="bubbles", volume=14, places=_set("underwater")),
    Cue(effect="waves", volume=15, places=_set("beach", "ocean", "harbour")),
    Cue(effect="stream", volume=18, places=_set("waterfall")),
    Cue(effect="stream", volume=10, places=_set("river")),
    Cue(effect="engine", volume=11, subjects=_MOTORS, actions=_set("drive", "sail", "fly", "run")),
    Cue(effect="fire", volume=13, subjects=_set("fire")),
    Cue(effect="crowd", volume=12, subjects=_PEOPLE, count=CROWD),
    Cue(effect="crowd", volume=10, places=_set("stage")),
    Cue(effect="city", volume=12, places=_set("city", "street")),
    Cue(effect="wind", volume=12, weathers=_set("wind", "storm")),
    Cue(effect="footsteps", volume=8, subjects=_WALKERS, actions=_set("walk", "run")),
    Cue(effect="birds", volume=9, places=_OPEN, times=_BRIGHT, weathers=_DRY),
    Cue(effect="birds", volume=8, subjects=_BIRDS, times=_BRIGHT, weathers=_DRY),
    Cue(effect="crickets", volume=6, places=_OPEN, times=_set("dusk", "night"), weathers=_DRY),
    Cue(effect="waves", volume=7, places=_set("lake")),
    Cue(effect="wind", volume=8, places=_set("desert", "snowfield", "mountains", "castle", "sky")),
    Cue(effect="wind", volume=7, weathers=_set("snow")),
)


def heard_in(scene: Scene) -> dict[str, int]:
    """Return the effects of a scene and their volumes; none for a place that has no sound."""
    found: dict[str, int] = {}
    for cue in CUES:
        if len(found) < MOST and cue.fits(scene):
            found.setdefault(cue.effect, cue.volume)
    return found


def ambience(film: Film) -> tuple[Sound, ...]:
    """Return what the scenes of a film sound like, as sounds that the mix takes like any other.

    Scenes that follow each other share a sound without a break. An effect that stands in the
    timeline as a sound of its own, were it at volume 0, is left to that one.
    """
    own = {sound.effect for sound in film.sounds}
    joined: dict[str, list[Sound]] = {}
    for sound in _by_scene(film):
        row = joined.setdefault(sound.effect, [])
        if row and row[-1].start_ms + row[-1].duration_ms == sound.start_ms:
            row[-1] = _with(row[-1], sound)
        else:
            row.append(sound)
    return tuple(sound for name, row in joined.items() if name not in own for sound in row)


def _by_scene(film: Film) -> Iterator[Sound]:
    for clip in film.clips:
        if clip.scene is None:
            continue
        for name, volume in heard_in(clip.scene).items():
            yield Sound(
                start_ms=clip.start_ms,
                duration_ms=clip.duration_ms,
                name=name.capitalize(),
                volume=round(volume * film.effects / 100),
                role="effect",
                effect=name,
                seed=clip.scene.seed,
            )


def _with(before: Sound, after: Sound) -> Sound:
    return replace(
        before,
        duration_ms=before.duration_ms + after.duration_ms,
        volume=max(before.volume, after.volume),
    )
