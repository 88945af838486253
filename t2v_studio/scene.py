"""What a stretch of film shows: the typed scene between the director and the renderers.

The director reads words into a `Scene`; the renderers draw nothing else. A scene travels inside
the draft as JSON (`to_json`, `from_json`), so a draft can be rendered by any process.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

PLACES = (
    "park", "forest", "beach", "ocean", "underwater", "mountains", "lake", "river", "waterfall",
    "city", "street", "road", "desert", "snowfield", "farm", "field", "garden", "sky", "space",
    "room", "office", "stage", "castle", "harbour", "abstract", "kitchen", "cafe", "classroom",
    "table", "studio", "stadium", "bamboo",
)  # fmt: skip
TIMES = ("day", "dawn", "golden hour", "dusk", "night")
WEATHERS = ("clear", "cloudy", "rain", "storm", "snow", "fog", "wind")
ACTIONS = (
    "stand", "walk", "run", "jump", "dance", "fly", "swim", "drive", "sail", "surf", "float",
    "sit", "sleep", "eat", "play", "bloom", "spin", "rise", "fall", "burn",
)  # fmt: skip
DIRECTIONS = ("right", "left", "up", "down", "towards", "away")
SIZES = ("small", "normal", "large")
SEASONS = ("", "spring", "summer", "autumn", "winter")
CAMERAS = ("still", "push in", "pull out", "pan right", "pan left", "tilt up", "tilt down",
           "follow", "orbit", "handheld", "aerial")  # fmt: skip
PACES = ("slow motion", "normal", "time lapse")
STYLES = ("illustrated", "flat", "painterly", "paper cut", "neon", "black and white",
          "cinematic")  # fmt: skip
MOODS = ("calm", "happy", "lo-fi", "epic", "dramatic", "sad", "romantic", "upbeat", "mysterious",
         "ambient", "electronic", "playful")  # fmt: skip
EFFECTS = ("rain", "thunder", "wind", "waves", "stream", "bubbles", "birds", "crickets", "city",
           "crowd", "engine", "fire", "footsteps")  # fmt: skip
"""What a scene can sound like, besides its music."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Who or what is in the picture. `name` is a key of the picture library ("dog")."""

    name: str
    count: int = 1
    colour: str = ""
    size: str = "normal"
    action: str = "stand"
    direction: str = "right"
    on: str = ""
    """Name of the subject of the same scene that this one rides; empty for the ground."""
    words: str = ""
    """The words that it was read from, as the user wrote them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One scene. Every field but the words is a member of the sets above."""

    words: str
    subjects: tuple[Subject, ...] = ()
    place: str = "abstract"
    time: str = "day"
    weather: str = "clear"
    season: str = ""
    """Empty where the words name none: then it is summer, or what the weather says."""
    camera: str = "still"
    pace: str = "normal"
    style: str = "illustrated"
    mood: str = "calm"
    seed: int = 0
    tint: str = ""
    """A colour that the words give the whole place (mars is red); empty for its own colours."""
    not_drawn: tuple[str, ...] = field(default=())
    """Words that the director knew to be things but could not place: told to the user."""

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON types."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Scene:
        """Read what `to_json` wrote; unknown keys are ignored, unknown members fall back."""
        kept = {key: data[key] for key in cls.__slots__ if key in data}
        kept["subjects"] = tuple(
            Subject(**{key: one[key] for key in Subject.__slots__ if key in one})
            for one in data.get("subjects", ())
        )
        kept["not_drawn"] = tuple(data.get("not_drawn", ()))
        return cls(**kept)
