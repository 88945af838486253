"""The pieces of a film: clips, sounds, words and overlays, each with its place in time."""

from __future__ import annotations

from dataclasses import dataclass

from t2v_studio.finish import CUT, PLAIN, Grade, Transition
from t2v_studio.scene import Scene

ROLES = ("music", "voice", "effect")
"""What a sound is for: music is quieter under a voice, and all else stays when music changes."""


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
    speed: int = 100
    """Percent of its own speed, 25 to 400; the offset counts at its own."""
    volume: int = 0
    """Percent of the uploaded clip's own sound; 0 is mute."""
    grade: Grade = PLAIN
    transition: Transition = CUT
    """How it follows the clip before it."""

    @property
    def end_ms(self) -> int:
        """When it is over, in the film."""
        return self.start_ms + self.duration_ms

    @property
    def used_ms(self) -> int:
        """How much of its source it shows."""
        return round(self.duration_ms * self.speed / 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A stretch of sound: composed music (`mood`), an uploaded sound (`asset`), or spoken words."""

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
    role: str = "music"
    """One of ROLES."""
    text: str = ""
    """What a voice says that nobody recorded."""
    voice: str = ""
    """Who says it; empty for the usual voice."""
    effect: str = ""
    """One of `scene.EFFECTS`, for a sound that is made and not recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """An uploaded picture upon the film: a logo. `corner` is one of `finish.CORNERS`."""

    start_ms: int
    duration_ms: int
    name: str
    asset: str
    corner: str = "bottom right"
    opacity: int = 100
    """Percent."""
    size: int = 15
    """Percent of the shorter side of the frame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """Words on the picture. `position`: top, center, bottom, or lower third (at the left)."""

    start_ms: int
    duration_ms: int
    text: str
    role: str = "title"
    """title, or caption: what "the title" and "the subtitles" mean when they are changed."""
    position: str = "center"
    size: str = "large"
    weight: str = "bold"
    """Of the letters: regular, semibold or bold."""
    colour: str = "white"
