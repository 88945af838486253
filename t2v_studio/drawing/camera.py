"""The camera: where it stands at each moment, and how near it looks. Units and seconds."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np

from t2v_studio.drawing.canvas import Moment
from t2v_studio.drawing.vector import Pixels

PACES = {"slow motion": 0.45, "normal": 1.0, "time lapse": 5.0}
"""How much time of the scene passes in a second of film."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Offsets from where the camera would be without a move of its own, and its zoom."""

    travel: float = 0.0
    rise: float = 0.0
    zoom: float = 1.0


Move: TypeAlias = Callable[[float, float], Stand]
"""(seconds, share of the scene from 0 to 1) -> stand."""


def _ease(share: float) -> float:
    return share * share * (3 - 2 * share)


def _still(seconds: float, _: float) -> Stand:
    """Not quite still: a picture that breathes."""
    return Stand(travel=6 * math.sin(seconds * 0.5), rise=2 * math.sin(seconds * 0.37))


def _handheld(seconds: float, _: float) -> Stand:
    across = 9 * math.sin(seconds * 1.9) + 5 * math.sin(seconds * 4.3 + 1)
    up = 6 * math.sin(seconds * 2.3 + 2) + 3 * math.sin(seconds * 5.1)
    return Stand(travel=across, rise=up)


MOVES: Mapping[str, Move] = {
    "still": _still,
    "follow": lambda seconds, _: Stand(rise=3 * math.sin(seconds * 0.8)),
    "push in": lambda _, share: Stand(zoom=1 + 0.22 * _ease(share)),
    "pull out": lambda _, share: Stand(zoom=1.22 - 0.22 * _ease(share)),
    "pan right": lambda seconds, _: Stand(travel=85 * seconds),
    "pan left": lambda seconds, _: Stand(travel=-85 * seconds),
    "tilt up": lambda _, share: Stand(rise=-60 + 150 * _ease(share)),
    "tilt down": lambda _, share: Stand(rise=90 - 150 * _ease(share)),
    "orbit": lambda seconds, _: Stand(
        travel=150 * math.sin(seconds * 0.7), rise=14 * math.sin(seconds * 0.35)
    ),
    "handheld": _handheld,
    "aerial": lambda seconds, share: Stand(
        travel=70 * seconds, rise=-36 + 20 * share, zoom=1.12 - 0.1 * _ease(share)
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """Turns the number of a frame into the moment it shows.

    Args:
        move: Name of the camera's move.
        pace: Name of the pace.
        fps: Frames a second.
        duration: Seconds of film.
        speed: Units a second at which it goes along with a moving subject.
    """

    move: str
    pace: str
    fps: int
    duration: float
    speed: float

    def moment(self, index: int) -> Moment:
        """Return when frame `index` is and where the camera stands then."""
        film = index / self.fps
        seconds = film * PACES.get(self.pace, 1.0)
        stand = self._stand(film)
        return Moment(seconds, self.speed * seconds + stand.travel, stand.rise)

    def zoom(self, index: int) -> float:
        """Return how much larger frame `index` shows everything."""
        return self._stand(index / self.fps).zoom

    def _stand(self, film: float) -> Stand:
        share = min(1.0, film / self.duration) if self.duration > 0 else 0.0
        return MOVES.get(self.move, _still)(film, share)


def zoomed(frame: Pixels, zoom: float, centre: tuple[float, float], out: Pixels) -> Pixels:
    """Enlarge a frame about a point of it (shares of width and height) into `out`."""
    if zoom <= 1.0005:
        return frame
    high, wide = frame.shape[:2]
    x, y = centre[0] * wide, centre[1] * high
    matrix = np.array([[zoom, 0, x - zoom * x], [0, zoom, y - zoom * y]], np.float64)
    # Four channels are warped three times as fast as three.
    four = cv2.warpAffine(cv2.cvtColor(frame, cv2.COLOR_BGR2BGRA), matrix, (wide, high))
    cv2.cvtColor(four, cv2.COLOR_BGRA2BGR, dst=out)
    return out
