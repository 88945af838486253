"""The files of the same job, made once for every program; and our own painter of it.

Pictures and music are the studio's, as real films have them. The painter lays the sprite onto the
background, and nothing else.
"""

from __future__ import annotations

import wave
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from figures.stage import FPS, HEIGHT, LEFT, RATE, SECONDS, SPEED, SPRITE, TOP, WIDTH, Stage
from t2v_studio.drawing import blend, scene_painter
from t2v_studio.drawing.library import picture
from t2v_studio.drawing.picture import placed
from t2v_studio.drawing.vector import rasterise
from t2v_studio.scene import Scene
from t2v_studio.sound import compose

Pixels = NDArray[np.uint8]


def build(folder: Path) -> Stage:
    """Make the files."""
    stage = Stage(folder)
    cv2.imwrite(str(stage.background), _background())
    cv2.imwrite(str(stage.sprite), _sprite())
    _write_music(stage.sound)
    return stage


def _background() -> Pixels:
    place = Scene(words="a sunny park", place="park")
    size = {"width": WIDTH, "height": HEIGHT, "fps": FPS, "duration_ms": SECONDS * 1000}
    return scene_painter(place, **size).paint(0)


def _sprite() -> Pixels:
    """Return a goose on nothing, its colours not multiplied, as PNG has them."""
    goose = rasterise(picture("goose"), (0, 0, 32, 32), (SPRITE, SPRITE))
    return np.asarray(cv2.cvtColor(goose, cv2.COLOR_mRGBA2RGBA), np.uint8)


def _write_music(path: Path) -> None:
    music = compose("happy", SECONDS * 1000, seed=1, rate=RATE)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((music * 32767).astype("<i2").tobytes())


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
