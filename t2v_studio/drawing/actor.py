"""A subject in the picture: its frames, its place, and what carries it."""

from __future__ import annotations

from dataclasses import dataclass, field

import cv2
import numpy as np

from t2v_studio.drawing.canvas import Canvas, Moment
from t2v_studio.drawing.cast import Figure
from t2v_studio.drawing.footing import AIR, SADDLE, SURFACE, Footing, Spot, footing_of
from t2v_studio.drawing.look import bordered
from t2v_studio.drawing.motion import sway
from t2v_studio.drawing.picture import Overlay, blend, cropped, placed, point_of
from t2v_studio.drawing.riding import BACK, Saddle
from t2v_studio.drawing.vector import Pixels, rasterise


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What an actor has to do and where. Units of the frame."""

    action: str
    direction: str
    x: float
    y: float
    """Where its feet are, or its water line, or for what is in the air its middle."""
    scale: float = 1.0
    lag: float = 0.0
    """Seconds that it is ahead of the others: a group does not march in step."""
    footing: str = "ground"
    """Key of `footing.FOOTINGS`."""
    duration: float = 10.0
    passing: float = 0.0
    """Units a second at which it goes back with the landscape that it belongs to."""


@dataclass(slots=True, kw_only=True)
class Actor:
    """Draws one subject. Its pictures are made when first needed and kept."""

    canvas: Canvas
    figure: Figure
    part: Part
    saddle: Saddle = BACK
    landmark: bool = False
    """It stands on the ground for good, as a tree or a tower does."""
    riders: list[Actor] = field(default_factory=list)
    """Actors that have no place of their own: this one carries them."""
    _frames: dict[int, tuple[Pixels, tuple[float, float]]] = field(default_factory=dict)
    _footing: Footing | None = None

    @property
    def width(self) -> float:
        """Units that the figure's box is wide."""
        return self.figure.box[2] * self.figure.scale * self.part.scale

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Draw it as it is at this moment, with whoever rides it."""
        spot, stretch = self._spot(moment)
        picture, pivot = self._picture(spot.seconds)
        if self._footing is None:
            self._footing = footing_of(self.part.footing, self.canvas, self.width)
        self._footing.under(frame, spot)
        over = placed(picture, spot.x, spot.y, pivot=pivot, turn=spot.turn, stretch=stretch)
        over = self._footing.cut(over, spot)
        if not self.saddle.inside:
            blend(frame, over)
        self._carry(frame, spot, stretch)
        if self.saddle.inside:
            blend(frame, over)
        self._footing.over(frame, spot)

    def _spot(self, moment: Moment) -> tuple[Spot, tuple[float, float]]:
        """Return where it is at this moment and how far it is stretched."""
        part, unit = self.part, self.canvas.unit
        seconds = moment.seconds + part.lag
        share = min(1.0, moment.seconds / part.duration)
        state = sway(
            part.action, part.direction, jointed=self.figure.jointed, seconds=seconds, share=share
        )
        flip = -1 if part.direction == "left" else 1
        level = (part.y + moment.rise) * unit
        spot = Spot(
            x=(part.x - part.passing * moment.seconds + state.dx * flip * self.canvas.room) * unit,
            y=level - state.up * unit,
            level=level,
            turn=state.turn * flip,
            flip=flip,
            seconds=seconds,
            wide=state.wide,
        )
        return spot, (state.wide * flip, state.high)

    def _carry(self, frame: Pixels, spot: Spot, stretch: tuple[float, float]) -> None:
        """Draw its riders where its back is, the hindmost first."""
        picture, pivot = self._picture(spot.seconds)
        x, y = self.saddle.at(self._phase(spot.seconds) / self.figure.phases)
        for number, rider in enumerate(self.riders):
            share = x + 0.17 * (number - (len(self.riders) - 1) / 2), y
            place = point_of(
                picture, share, spot.x, spot.y, pivot=pivot, turn=spot.turn, stretch=stretch
            )
            over = rider.astride(place, spot.turn, stretch, spot.seconds)
            blend(frame, self._footing.cut(over, spot) if self._footing else over)

    def astride(
        self, at: tuple[float, float], turn: float, stretch: tuple[float, float], seconds: float
    ) -> Overlay:
        """Return its picture on the saddle of another, which lies at `at` (pixels)."""
        picture, pivot = self._picture(seconds + self.part.lag)
        return placed(picture, *at, pivot=pivot, turn=turn, stretch=stretch)

    def _phase(self, seconds: float) -> int:
        count = self.figure.phases
        return int(seconds / self.figure.seconds * count) % count if count > 1 else 0

    def _picture(self, seconds: float) -> tuple[Pixels, tuple[float, float]]:
        """Return the picture of this moment and the share of it that is the pivot."""
        number = self._phase(seconds)
        if number not in self._frames:
            self._frames[number] = self._make(number / self.figure.phases)
        return self._frames[number]

    def _make(self, phase: float) -> tuple[Pixels, tuple[float, float]]:
        figure, canvas, footing = self.figure, self.canvas, self.part.footing
        pixels = figure.scale * self.part.scale * canvas.unit
        rim = max(2, round(canvas.look.rim * canvas.height)) if canvas.look.rim else 0
        left, top, wide, high = _wider(figure.box, rim / pixels)
        size = max(4, round(wide * pixels)), max(4, round(high * pixels))
        picture = rasterise(figure.draw(phase), (left, top, wide, high), size)
        if figure.tint:
            picture = tinted(picture, figure.tint)
        light = "#ffffff" if figure.shines else canvas.light.face
        picture = canvas.grade(picture, light, 0.0)
        picture = canvas.look.treat(bordered(picture, rim) if rim else picture)
        if not figure.jointed:
            return cropped(picture), (0.5, {SURFACE: 0.84, AIR: 0.5}.get(footing, 1.0))
        line = {SURFACE: figure.waterline, SADDLE: figure.seat}.get(footing, 0.0)
        return picture, (-left / wide, 0.5 if footing == AIR else (-top - line) / high)


def _wider(
    box: tuple[float, float, float, float], margin: float
) -> tuple[float, float, float, float]:
    left, top, wide, high = box
    return left - margin, top - margin, wide + 2 * margin, high + 2 * margin


def tinted(picture: Pixels, colour: str) -> Pixels:
    """Turn the coloured parts of a picture to another colour, keeping light and shade."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    swatch = cv2.cvtColor(np.array([[[blue, green, red]]], np.uint8), cv2.COLOR_BGR2HSV)
    hue, depth, bright = swatch[0, 0].astype(np.int32)
    hsv = cv2.cvtColor(np.ascontiguousarray(picture[..., :3]), cv2.COLOR_BGR2HSV).astype(np.int32)
    vivid = (hsv[..., 1] > 60) & (picture[..., 3] > 0)
    # A grey wish takes the colour away; any other keeps half of the depth that is there.
    deep = (hsv[..., 1] + depth) // 2 if depth > 50 else np.full_like(hsv[..., 1], depth)
    wished = np.dstack([np.full_like(deep, hue), deep, hsv[..., 2] * (120 + bright // 2) // 248])
    hsv = np.where(vivid[..., None], wished, hsv)
    colours = cv2.cvtColor(np.clip(hsv, 0, 255).astype(np.uint8), cv2.COLOR_HSV2BGR)
    alpha = picture[..., 3]
    return np.dstack([np.minimum(colours, alpha[..., None]), alpha]).astype(np.uint8)
