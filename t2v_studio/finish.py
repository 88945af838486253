"""How a stretch of film is finished: its colours, and how it follows the stretch before it."""

from __future__ import annotations

from dataclasses import dataclass

TRANSITIONS = ("cut", "dissolve", "wipe", "dip")
"""How one clip becomes the next; `dip` goes through black."""

LONGEST_MS = 10_000
"""Of a transition or a fade."""

CORNERS = ("top left", "top right", "bottom left", "bottom right")
"""Where a logo can stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """How colours are shifted: each from -100 to 100, sepia from 0; 0 leaves them as they are."""

    brightness: int = 0
    contrast: int = 0
    saturation: int = 0
    """-100 is black and white."""
    warmth: int = 0
    """Less than 0 is colder."""
    sepia: int = 0


@dataclass(frozen=True, slots=True)
class Transition:
    """How a clip begins.

    A dissolve and a wipe take the first `ms` of the clip, while the clip before plays on; a dip
    takes half of them from each clip.
    """

    kind: str = "cut"
    ms: int = 0


PLAIN, CUT = Grade(), Transition()
"""What nothing was done to."""
