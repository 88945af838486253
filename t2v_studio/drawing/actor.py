"""A subject in the picture: its frames, its place, its shadow, its wake."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import cv2
import numpy as np

from t2v_studio.drawing.canvas import Canvas, Moment
from t2v_studio.drawing.cast import Figure
from t2v_studio.drawing.motion import Sway, sway
from t2v_studio.drawing.picture import Overlay, blend, placed
from t2v_studio.drawing.vector import Pixels, circle, curve, ellipse, gradient, path, rasterise


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
    """ground, water (sunk in), deck (on a board), air."""
    duration: float = 10.0


@dataclass(slots=True, kw_only=True)
class Actor:
    """Draws one subject. Its pictures are made when first needed and kept."""

    canvas: Canvas
    figure: Figure
    part: Part
    _frames: dict[int, tuple[Pixels, tuple[float, float]]] = field(default_factory=dict)
    _shadow: Pixels | None = None
    _deck: Pixels | None = None
    _foam: Pixels | None = None

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Draw it as it is at this moment."""
        part, unit = self.part, self.canvas.unit
        seconds = moment.seconds + part.lag
        share = min(1.0, moment.seconds / part.duration)
        state = sway(
            part.action, part.direction, jointed=self.figure.jointed, seconds=seconds, share=share
        )
        picture, pivot = self._picture(seconds)
        flip = -1 if part.direction == "left" else 1
        x = (part.x + state.dx * flip) * unit
        y = (part.y - state.up + moment.rise) * unit
        if part.footing == "ground":
            self._lay_shadow(frame, x, (part.y + moment.rise) * unit, state)
        if part.footing == "deck":
            self._lay_deck(frame, x, y, state.turn * flip, flip)
        turn = state.turn * flip * (0.5 if part.footing == "ground" and self.figure.jointed else 1)
        over = placed(
            picture, x, y, pivot=pivot, turn=turn, stretch=(state.wide * flip, state.high)
        )
        if part.footing == "water":
            over = self._sunk(over, (part.y + moment.rise + 3 * math.sin(seconds * 2)) * unit)
        blend(frame, over)
        if part.footing == "water":
            self._lay_foam(frame, x, (part.y + moment.rise) * unit, seconds, flip)

    def _picture(self, seconds: float) -> tuple[Pixels, tuple[float, float]]:
        """Return the picture of this moment and the share of it that is the pivot."""
        count = self.figure.phases
        number = int(seconds / self.figure.seconds * count) % count if count > 1 else 0
        if number not in self._frames:
            self._frames[number] = self._make(number / count)
        return self._frames[number]

    def _make(self, phase: float) -> tuple[Pixels, tuple[float, float]]:
        figure, canvas = self.figure, self.canvas
        left, top, wide, high = figure.box
        pixels = figure.scale * self.part.scale * canvas.unit
        size = max(4, round(wide * pixels)), max(4, round(high * pixels))
        picture = rasterise(figure.draw(phase), figure.box, size)
        picture = canvas.grade(picture, canvas.light.face, 0.0)
        if figure.tint:
            picture = _tinted(picture, figure.tint)
        picture = canvas.look.treat(picture)
        aloft = self.part.footing == "air"
        if figure.jointed:
            return picture, (-left / wide, 0.5 if aloft else -top / high)
        picture = _cropped(picture)
        sunk = {"water": 0.82, "air": 0.5}.get(self.part.footing, 1.0)
        return picture, (0.5, sunk)

    def _lay_shadow(self, frame: Pixels, x: float, y: float, state: Sway) -> None:
        if self._shadow is None:
            wide = min(self.width * 0.36, 300.0)
            body = gradient(
                "s", [(0, "#0b1030", 0.42), (0.6, "#0b1030", 0.24), (1, "#0b1030", 0)], radial=True
            )
            self._shadow = self.canvas.sprite(
                body + ellipse(0, 0, wide, 17, "url(#s)"), (-wide, -18, wide * 2, 36)
            )
        shrink = max(0.45, 1 - max(0.0, state.up) / 500) * min(1.2, state.wide)
        blend(frame, placed(self._shadow, x, y, stretch=(shrink, shrink)))

    @property
    def width(self) -> float:
        """Units that the figure's box is wide."""
        return self.figure.box[2] * self.figure.scale * self.part.scale

    def _lay_deck(self, frame: Pixels, x: float, y: float, turn: float, flip: int) -> None:
        if self._deck is None:
            wide = max(190.0, self.width * 0.42)
            board = path(
                f"M{-wide} -6Q{-wide * 0.9} 16 {-wide * 0.5} 18H{wide * 0.6}Q{wide * 0.95} 12 {wide * 1.08} -22Q{wide * 0.7} 0 {wide * 0.4} -4Z",
                "#fff3dc",
            )
            board += curve(f"M{-wide * 0.9} 4H{wide * 0.72}", 6, "#f0643f")
            spray = "".join(
                circle(
                    -wide * (0.7 + 0.08 * k), 20 - 9 * (k % 3), 16 - 2 * (k % 4), "#ffffff", 0.85
                )
                for k in range(6)
            )
            spray += path(
                f"M{-wide * 1.1} 30Q0 8 {wide * 0.9} 26Q0 44 {-wide * 1.1} 30Z", "#ffffff", 0.75
            )
            body = spray + board
            self._deck = self.canvas.sprite(
                body, (-wide * 1.3, -40, wide * 2.6, 90), tint=self.canvas.light.face
            )
        high = self._deck.shape[0]
        blend(
            frame,
            placed(
                self._deck,
                x,
                y,
                pivot=(0.5, 40 / 90 if high else 0.5),
                turn=turn,
                stretch=(flip, 1),
            ),
        )

    def _lay_foam(self, frame: Pixels, x: float, y: float, seconds: float, flip: int) -> None:
        if self._foam is None:
            wide = max(80.0, self.width * 0.42)
            body = path(
                f"M{-wide * 1.5} 6Q{-wide * 0.6} -14 {wide * 0.9} -4Q{wide * 0.6} 16 {-wide * 1.5} 6Z",
                "#ffffff",
                0.6,
            )
            body += ellipse(0, 4, wide * 0.92, 8, "#ffffff")
            self._foam = self.canvas.sprite(
                f'<g opacity="0.75">{body}</g>',
                (-wide * 1.6, -20, wide * 3.2, 44),
                tint=self.canvas.light.tint,
            )
        swell = 1 + 0.07 * math.sin(seconds * 3.1)
        blend(frame, placed(self._foam, x, y, stretch=(flip * swell, 1)))

    @staticmethod
    def _sunk(over: Overlay, line: float) -> Overlay:
        """Cut off what is under the water line; just below it shines through a little."""
        rows = np.arange(over.picture.shape[0]) + over.y
        if rows[-1] <= line:
            return over
        keep = np.clip(1 - (rows - line) / 6, 0.0, 1.0)
        faded = np.rint(over.picture * keep[:, None, None]).astype(np.uint8)
        return Overlay(over.x, over.y, faded)


def _cropped(picture: Pixels) -> Pixels:
    """Cut empty margins off, so that a picture stands on its lowest pixel."""
    rows = np.flatnonzero(picture[..., 3].max(axis=1) > 8)
    columns = np.flatnonzero(picture[..., 3].max(axis=0) > 8)
    if not len(rows):
        return picture
    return np.ascontiguousarray(picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])


def _tinted(picture: Pixels, colour: str) -> Pixels:
    """Turn saturated parts of a flat picture to another colour, keeping light and shade."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    target = cv2.cvtColor(np.array([[[blue, green, red]]], np.uint8), cv2.COLOR_BGR2HSV)[
        0, 0
    ].astype(np.int32)
    hsv = cv2.cvtColor(np.ascontiguousarray(picture[..., :3]), cv2.COLOR_BGR2HSV).astype(np.int32)
    vivid = (hsv[..., 1] > 60) & (picture[..., 3] > 0)
    hsv[..., 0] = np.where(vivid, target[0], hsv[..., 0])
    hsv[..., 1] = np.where(
        vivid, (hsv[..., 1] + target[1]) // 2 if target[1] > 50 else target[1], hsv[..., 1]
    )
    hsv[..., 2] = np.where(vivid, hsv[..., 2] * (120 + target[2] // 2) // 248, hsv[..., 2])
    colours = cv2.cvtColor(np.clip(hsv, 0, 255).astype(np.uint8), cv2.COLOR_HSV2BGR)
    alpha = picture[..., 3]
    return np.dstack([np.minimum(colours, alpha[..., None]), alpha])
