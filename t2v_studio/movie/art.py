"""What the movie maker needs of the drawing package, as protocols, and the default that fulfils it.

Functions travel to worker processes by name: an `Art` holds only functions of modules.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from t2v_studio.film import Caption
from t2v_studio.scene import Scene

Picture = NDArray[np.uint8]
"""BGR, shape (height, width, 3)."""


class Painter(Protocol):
    """Paints one stretch of film, frame by frame, in any order."""

    def paint(self, index: int) -> Picture:
        """Return frame `index`, counted from the start of the scene or of the footage."""
        ...


class ScenePainter(Protocol):
    """Makes the painter of a drawn scene."""

    def __call__(
        self, scene: Scene, *, width: int, height: int, fps: int, duration_ms: int
    ) -> Painter:
        """Return a painter for the scene at this size."""
        ...


class CaptionOverlay(Protocol):
    """Draws a caption once."""

    def __call__(self, caption: Caption, *, width: int, height: int) -> object:
        """Return whatever `Art.blend` puts on a frame."""
        ...


@dataclass(frozen=True, slots=True)
class Art:
    """The three functions that put something on a frame. `blend` works in place."""

    scene: ScenePainter
    caption: CaptionOverlay
    blend: Callable[[Picture, Any, float], object]


def studio_art() -> Art:
    """Return the studio's own drawing; imported here, since it brings fonts and pictures."""
    from t2v_studio import drawing  # noqa: PLC0415 - only who draws pays for it

    return Art(drawing.scene_painter, drawing.caption_overlay, drawing.blend)
