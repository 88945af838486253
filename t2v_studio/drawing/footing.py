"""What carries a subject: ground with its shadow, a board on a wave, water to the waist, air."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from t2v_studio.drawing.canvas import Canvas
from t2v_studio.drawing.colour import mix
from t2v_studio.drawing.picture import Overlay, blend, placed
from t2v_studio.drawing.vector import Pixels, circle, curve, ellipse, gradient, group, path

GROUND, SURFACE, DECK, AIR, SADDLE = "ground", "surface", "deck", "air", "saddle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a subject is in a frame. Pixels, degrees, seconds."""

    x: float
    y: float
    level: float
    """Of the ground or the water; `y` may be above it."""
    turn: float
    flip: int
    """-1: it looks to the left."""
    seconds: float
    wide: float
    """How far it is stretched sideways."""


class Footing:
    """Air: nothing under it, nothing over it. The other footings draw more.

    Args:
        canvas: Light, size and style.
        width: Of the subject, in units.
    """

    def __init__(self, canvas: Canvas, width: float) -> None:
        self.canvas, self.width = canvas, width

    def under(self, frame: Pixels, spot: Spot) -> None:
        """Draw what is behind the subject."""

    def cut(self, over: Overlay, spot: Spot) -> Overlay:
        """Return what is seen of the subject."""
        del spot
        return over

    def over(self, frame: Pixels, spot: Spot) -> None:
        """Draw what is before the subject."""


class Ground(Footing):
    """A soft shadow that shrinks when its owner leaps."""

    def __init__(self, canvas: Canvas, width: float) -> None:
        super().__init__(canvas, width)
        wide, ink = min(width * 0.36, 300.0), "#0b1030"
        body = gradient("s", [(0, ink, 0.42), (0.6, ink, 0.24), (1, ink, 0)], radial=True)
        body += ellipse(0, 0, wide, 17, "url(#s)")
        self._shadow = canvas.sprite(body, (-wide, -18, wide * 2, 36))

    def under(self, frame: Pixels, spot: Spot) -> None:
        """Lay the shadow on the ground."""
        height = max(0.0, spot.level - spot.y) / self.canvas.unit
        size = max(0.45, 1 - height / 500) * min(1.2, spot.wide)
        blend(frame, placed(self._shadow, spot.x, spot.level, stretch=(size, size)))


class Deck(Footing):
    """A board that rides a wave of its own."""

    def __init__(self, canvas: Canvas, width: float) -> None:
        super().__init__(canvas, width)
        w = max(190.0, width * 0.42)
        board = path(
            f"M{-w} -6Q{-w * 0.9} 16 {-w * 0.5} 18H{w * 0.6}Q{w * 0.95} 12 {w * 1.08} -22"
            f"Q{w * 0.7} 0 {w * 0.4} -4Z",
            "#fff3dc",
        )
        board += curve(f"M{-w * 0.9} 4H{w * 0.72}", 6, "#f0643f")
        tint = canvas.light.face
        self._board = canvas.sprite(board, (-w * 1.3, -45, w * 2.6, 90), tint=tint)
        self._wave = canvas.sprite(self._crest(w), (-w * 2.6, -190, w * 5.2, 330))
        drops = "".join(
            circle(-w * (0.62 + 0.09 * k), -14 * (k % 4), 15 - 2 * (k % 5), "#ffffff", 0.85)
            for k in range(9)
        )
        drops += path(
            f"M{-w * 1.5} 8Q{-w * 0.3} -16 {w * 0.95} 0Q0 26 {-w * 1.5} 8Z", "#ffffff", 0.85
        )
        self._spray = canvas.sprite(drops, (-w * 1.7, -70, w * 3.4, 110), tint=tint)

    def _crest(self, w: float) -> str:
        far, near = self.canvas.light.water
        top = (
            f"M{-w * 2.6} 130C{-w * 2} 60 {-w * 1.6} -170 {-w * 0.75} -165"
            f"C{-w * 0.2} -160 {w * 0.2} 10 {w * 2.6} 96"
        )
        body = path(f"{top}V140H{-w * 2.6}Z", mix(far, near, 0.55))
        body += path(
            f"M{-w * 1.9} 110C{-w * 1.3} 0 {-w * 1.1} -120 {-w * 0.72} -128"
            f"C{-w * 0.3} -110 {w * 0.1} 40 {w * 1.6} 110Z",
            mix(far, near, 0.85),
        )
        foam = "".join(
            circle(
                -w * (1.42 - 0.085 * k),
                -112 - 46 * math.sin(k / 9 * 2.6),
                19 - k % 4 * 3,
                "#ffffff",
            )
            for k in range(11)
        )
        return body + group(foam, "scale(1)", 0.9)

    def under(self, frame: Pixels, spot: Spot) -> None:
        """Lay wave and board."""
        half = spot.level + (spot.y - spot.level) * 0.6 + 26 * self.canvas.unit
        sway = 1 + 0.05 * math.sin(spot.seconds * 2.1)
        pivot = (0.5, 190 / 330)
        blend(frame, placed(self._wave, spot.x, half, pivot=pivot, stretch=(spot.flip, sway)))
        turn, stretch = spot.turn, (spot.flip, 1)
        blend(frame, placed(self._board, spot.x, spot.y, turn=turn, stretch=stretch))

    def over(self, frame: Pixels, spot: Spot) -> None:
        """Lay the spray before the board."""
        y = spot.y + 22 * self.canvas.unit
        swell = 1 + 0.1 * math.sin(spot.seconds * 5.3)
        pivot = (0.5, 70 / 110)
        blend(
            frame,
            placed(
                self._spray,
                spot.x,
                y,
                pivot=pivot,
                turn=spot.turn * 0.7,
                stretch=(spot.flip * swell, swell),
            ),
        )


class Surface(Footing):
    """Water: what is under its line is hidden, foam lies on it."""

    def __init__(self, canvas: Canvas, width: float) -> None:
        super().__init__(canvas, width)
        w = max(80.0, width * 0.42)
        body = path(
            f"M{-w * 1.5} 6Q{-w * 0.6} -14 {w * 0.9} -4Q{w * 0.6} 16 {-w * 1.5} 6Z", "#ffffff", 0.6
        )
        body = group(body + ellipse(0, 4, w * 0.92, 8, "#ffffff"), "scale(1)", 0.75)
        self._foam = canvas.sprite(body, (-w * 1.6, -20, w * 3.2, 44), tint=canvas.light.tint)

    def cut(self, over: Overlay, spot: Spot) -> Overlay:
        """Fade out what is under water."""
        line = spot.level + 3 * self.canvas.unit * math.sin(spot.seconds * 2)
        fade = max(1.0, 6 * self.canvas.unit)
        first, last = (max(0, math.ceil(one - over.y)) for one in (line, line + fade))
        if first >= over.picture.shape[0]:
            return over
        # Only what fades is reckoned anew; all that is deeper is left out.
        picture = over.picture[: max(1, last)].copy()
        rows = np.arange(first, len(picture)) + over.y
        keep = np.clip(1 - (rows - line) / fade, 0.0, 1.0)
        picture[first:] = np.rint(picture[first:] * keep[:, None, None])
        return Overlay(over.x, over.y, picture)

    def over(self, frame: Pixels, spot: Spot) -> None:
        """Lay the foam."""
        swell = 1 + 0.07 * math.sin(spot.seconds * 3.1)
        blend(frame, placed(self._foam, spot.x, spot.level, stretch=(spot.flip * swell, 1)))


FOOTINGS: Mapping[str, type[Footing]] = {GROUND: Ground, SURFACE: Surface, DECK: Deck, AIR: Footing,
                                         SADDLE: Footing}  # fmt: skip


def footing_of(name: str, canvas: Canvas, width: float) -> Footing:
    """Return what carries a subject of this width (units)."""
    return FOOTINGS[name](canvas, width)
