"""The same job for everybody: 10 s in 1080p30 of a background, a moving sprite, a title, a sound.

Here is what it consists of, and where its files lie; `scenery` makes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

WIDTH, HEIGHT, FPS, SECONDS = 1920, 1080, 30, 10
TITLE, TITLE_S = "A walk in the park", 3
SPRITE, RATE = 360, 48_000
LEFT, TOP, SPEED = 100, 600, 130
"""Where the sprite's left top corner is at first, in pixels, and how far it goes in a second."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the files lie."""

    folder: Path

    @property
    def background(self) -> Path:
        """A picture that fills the frame, PNG."""
        return self.folder / "background.png"

    @property
    def sprite(self) -> Path:
        """A picture that is see-through around its subject, PNG."""
        return self.folder / "sprite.png"

    @property
    def sound(self) -> Path:
        """As long as the film, WAV."""
        return self.folder / "sound.wav"

    @property
    def font(self) -> Path:
        """The typeface of the title, in the studio and for its peers."""
        spec = find_spec("fontpkg_nunito")
        assert spec is not None  # noqa: S101 - the studio depends on it
        assert spec.origin is not None  # noqa: S101 - it is a package with files
        return Path(spec.origin).parent / "files" / "Nunito[wght].ttf"
