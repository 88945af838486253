"""The same job for everybody: 10 s in 1080p30 of a background, a moving sprite, a title, a sound.

The pictures and the sound are made here, once, as files that every program reads. So is our own
painter of it: it lays the sprite onto the background, and nothing else.
"""

from __future__ import annotations

import wave
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from t2v_studio.drawing.picture import blend, placed
from t2v_studio.scene import Scene

WIDTH, HEIGHT, FPS, SECONDS = 1920, 1080, 30, 10
TITLE, TITLE_S = "A walk in the park", 3
SPRITE, RATE = 360, 48_000
LEFT, TOP, SPEED = 100, 600, 130
"""Where the sprite's left top corner is at first, in pixels, and how far it goes in a second."""

Pixels = NDArray[np.uint8]


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

    def build(self) -> Stage:
        """Make the files."""
        cv2.imwrite(str(self.background), _background())
        cv2.imwrite(str(self.sprite), _sprite())
        self._write_sound()
        return self

    def _write_sound(self) -> None:
        time = np.arange(SECONDS * RATE) / RATE
        tone = 0.3 * np.sin(2 * np.pi * 220 * time) * (1 + np.sin(2 * np.pi * 2 * time)) / 2
        both = np.stack([tone, tone], axis=1)
        with wave.open(str(self.sound), "wb") as file:
            file.setnchannels(2)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes((both * 32767).astype("<i2").tobytes())


def _background() -> Pixels:
    """Return sky over hills, with some grain as drawn pictures have it."""
    down = np.linspace(0, 1, HEIGHT)[:, None, None]
    sky = (1 - down) * np.array([235, 180, 110]) + down * np.array([250, 235, 205])
    picture = np.repeat(sky, WIDTH, axis=1)
    across = np.arange(WIDTH)
    for height, colour in ((620, (90, 150, 110)), (760, (70, 170, 90)), (900, (50, 140, 60))):
        edge = height + 60 * np.sin(across / 190 + height)
        picture[np.arange(HEIGHT)[:, None] > edge] = colour
    grain = np.random.default_rng(1).normal(0, 1.5, (HEIGHT, WIDTH, 1))
    return np.asarray(np.clip(picture + grain, 0, 255), np.uint8)


def _sprite() -> Pixels:
    picture = np.zeros((SPRITE, SPRITE, 4), np.uint8)
    middle = (SPRITE // 2, SPRITE // 2)
    for radius, colour in ((160, (40, 90, 200, 255)), (110, (60, 190, 250, 255))):
        cv2.circle(picture, middle, radius, colour, -1, cv2.LINE_AA)
    return picture


class Painter:
    """Lays the sprite onto the background."""

    def __init__(self, stage: Stage) -> None:
        self._background = _read(stage.background, cv2.IMREAD_COLOR)
        sprite = _read(stage.sprite, cv2.IMREAD_UNCHANGED)
        self._sprite = np.asarray(cv2.cvtColor(sprite, cv2.COLOR_RGBA2mRGBA), np.uint8)
        self._frame = np.empty((HEIGHT, WIDTH, 3), np.uint8)

    def paint(self, index: int) -> Pixels:
        """Return a frame."""
        np.copyto(self._frame, self._background)
        x = LEFT + SPEED * index / FPS
        blend(self._frame, placed(self._sprite, x, TOP, pivot=(0.0, 0.0)))
        return self._frame


def _read(path: Path, how: int) -> Pixels:
    return np.asarray(cv2.imread(str(path), how), np.uint8)


def painter(scene: Scene, **_size: int) -> Painter:
    """Return the painter of the stage that the scene's words name."""
    return Painter(Stage(Path(scene.words)))
