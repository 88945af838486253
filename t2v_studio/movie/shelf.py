"""Painters of the film before, kept for a next film that shows the same scene at the same size.

A changed title or another song leaves the scenes as they were, and making a painter costs more
than a second of film. Each painter is lent once at a time: it paints over its own last frame.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from t2v_studio.movie.art import Art, Painter, ScenePainter
from t2v_studio.scene import Scene

KEPT = 2
"""A painter of a large scene holds a hundred megabytes."""

Size: TypeAlias = Mapping[str, int]
Labelled: TypeAlias = tuple[ScenePainter, Scene, Size, Painter]


class Shelf:
    """What one process keeps between films."""

    def __init__(self) -> None:
        self._free: list[Labelled] = []
        self._lent: deque[Labelled] = deque(maxlen=KEPT)

    def lend(self, art: Art) -> Art:
        """Return the art of a next film; what the last one had is free from now on."""
        self._free = [*self._lent]
        self._lent.clear()
        return replace(art, scene=partial(self._scene, art.scene))

    def _scene(self, make: ScenePainter, scene: Scene, **size: int) -> Painter:
        painter = self._found(make, scene, size) or make(scene, **size)
        self._lent.append((make, scene, size, painter))
        return painter

    def _found(self, make: ScenePainter, scene: Scene, size: Size) -> Painter | None:
        for number, (*label, painter) in enumerate(self._free):
            if label == [make, scene, size]:
                del self._free[number]
                return painter
        self._free.clear()  # another film: room for what it needs
        return None
