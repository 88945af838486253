"""The table on which a backdrop is made: sizes in units, light and style applied to each piece.

Units: a thousandth of the frame's height. y = 0 is the frame's top, y = 1000 its bottom; layers
reach below the bottom and the sky above the top, so the camera can tilt.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Protocol

import cv2
import numpy as np

from t2v_studio.drawing.colour import bgr, mix
from t2v_studio.drawing.layer import Strip
from t2v_studio.drawing.light import Light
from t2v_studio.drawing.look import Look, around
from t2v_studio.drawing.season import SEASONS, Season, turned
from t2v_studio.drawing.vector import Pixels, elements, group, rasterise
from t2v_studio.drawing.wash import washed, washed_light, washed_tone

FLOOR = 1130.0
"""Layers end here, below the frame."""
SUMMER = SEASONS["summer"]
FAR = 0.62
"""Share of a tilt that the farthest layer goes along with."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When a frame is, and where its camera stands. Units for lengths."""

    seconds: float
    travel: float
    """How far the camera has gone to the right."""
    rise: float
    """How far it looks up."""

    def lift(self, depth: float) -> float:
        """Return how far down a layer of that depth lies when the camera looks up.

        Far layers move nearly as far as near ones, or gaps would open between them.
        """
        return self.rise * min(1.0, FAR + (1 - FAR) * depth)


class Mover(Protocol):
    """A part of the picture that knows how to show itself at any moment."""

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Draw onto the frame, in place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A strip with the way it follows the camera and moves by itself."""

    strip: Strip
    unit: float
    depth: float
    """0: infinitely far; 1: where the subject is; above: in front of it."""
    drift: float = 0.0
    """Units to the right per second."""
    sway: tuple[float, float, float] = (0.0, 0.0, 1.0)
    """Units across, units up and down, seconds for one swing."""

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Draw onto the frame, in place."""
        across, up, period = self.sway
        swing = 2 * np.pi * moment.seconds / period
        shift = moment.travel * self.depth - self.drift * moment.seconds + across * np.sin(swing)
        lift = -moment.lift(self.depth) + up * np.sin(swing * 1.3 + 1)
        self.strip.paint(frame, float(shift) * self.unit, float(lift) * self.unit)


class Canvas:
    """Makes graded, styled pictures for one scene at one size.

    Args:
        width: Pixels of the frame.
        height: Pixels of the frame.
        light: Time and weather.
        look: Style.
        seed: Decides every random choice.
        frost: How white the ground lies, 0 to 1.
        season: What the leaves look like.
        wash: A colour over the whole place, `#rrggbb`; empty for its own colours.
    """

    def __init__(
        self,
        *,
        width: int,
        height: int,
        light: Light,
        look: Look,
        seed: int,
        frost: float = 0.0,
        season: Season = SUMMER,
        wash: str = "",
    ) -> None:
        self.width, self.height = width, height
        self.light = washed_light(light, wash) if wash else light
        self.look, self.wash = look, wash
        self.frost, self.season = max(frost, season.frost), season
        self.unit = height / 1000
        self.wide = width / self.unit
        # A narrow frame leaves less way to wander.
        self.room = min(1.0, self.wide / 1400)
        self.rng = Random(seed)
        # A whole number of pixels, so that a strip meets itself exactly.
        self.period = max(2, round(max(self.wide * 1.45, 1500) * self.unit)) / self.unit

    def layer(
        self,
        body: str,
        *,
        depth: float,
        top: float,
        bottom: float = FLOOR,
        haze: float = 0.0,
        frost: float = 1.0,
        drift: float = 0.0,
        sway: tuple[float, float, float] = (0.0, 0.0, 1.0),
        lit: bool = True,
        shining: str = "",
    ) -> Layer:
        """Make a layer of SVG elements between two heights, repeating at `self.period`.

        Args:
            body: Elements whose x runs from 0 to the period; what sticks out appears on both sides.
            depth: See `Layer`.
            top: Units; nothing above it is kept.
            bottom: Units; nothing below it is kept.
            haze: Share of the light's haze, 0 near to 1 far.
            frost: How much of the scene's frost lies on it.
            drift: See `Layer`.
            sway: See `Layer`.
            lit: False for what shines by itself.
            shining: Elements over the others that shine by themselves.
        """
        box = (0, top, self.period, bottom - top)
        tile = self._tile(body, box)
        if lit:
            tile = turned(tile, self.season)
        if self.wash:
            tile = washed(tile, self.wash)
        if lit:
            tile = self.grade(
                tile, self.light.tint, haze * self.light.thickness, self.frost * frost
            )
        if shining:
            glass = self._tile(shining, box)
            keep = (255 - glass[..., 3:]).astype(np.uint16)
            tile = (glass + ((tile * keep + 127) // 255)).astype(np.uint8)
        tile = self._shadowed(self.look.treat(tile))
        strip = Strip(tile, width=self.width, top=round(top * self.unit))
        return Layer(strip=strip, unit=self.unit, depth=depth, drift=drift, sway=sway)

    def _tile(self, body: str, box: tuple[float, float, float, float]) -> Pixels:
        """Draw one period of a layer; what sticks out on one side comes in on the other."""
        # Element by element: a whole copy would lay its ground over its neighbour's things.
        copies = "".join(
            one if one.startswith("<defs") else self._thrice(one) for one in elements(body)
        )
        size = round(box[2] * self.unit), max(1, round(box[3] * self.unit))
        return rasterise(copies, box, size)

    def _thrice(self, element: str) -> str:
        moves = (f"translate({k * self.period:.3f} 0)" for k in (-1, 0, 1))
        return "".join(group(element, move) for move in moves)

    def sprite(
        self, body: str, box: tuple[float, float, float, float], *, tint: str = "", haze: float = 0
    ) -> Pixels:
        """Make a picture of SVG elements; the box (x, y, width, height) is in units.

        Args:
            body: SVG elements.
            box: What of them is kept, at its natural size.
            tint: Light that falls on it; empty for what shines by itself.
            haze: Share of the light's haze.
        """
        size = max(2, round(box[2] * self.unit)), max(2, round(box[3] * self.unit))
        picture = rasterise(body, box, size)
        if tint:
            picture = self.grade(picture, tint, haze * self.light.thickness)
        return self.look.treat(picture)

    def grade(self, picture: Pixels, tint: str, haze: float, frost: float = 0.0) -> Pixels:
        """Put premultiplied colours into the light: frost first, then tint, then haze."""
        white, lit, air = (np.array(bgr(one)) for one in ("#f3f7fc", tint, self.light.haze))
        kept = lit / 255 * (1 - haze)
        # Premultiplied colours mix with their own alpha: each channel is a sum of two.
        matrix = np.eye(4)
        matrix[[0, 1, 2], [0, 1, 2]] = kept * (1 - frost)
        matrix[:3, 3] = (white * frost * kept + air * haze) / 255
        return np.asarray(cv2.transform(picture, matrix), np.uint8)

    @property
    def blooms(self) -> bool:
        """Whether flowers stand on the ground."""
        return self.season.blooms and self.frost == 0

    def tinted(self, colour: str, haze: float = 0.0) -> str:
        """Return what a colour of the landscape looks like in this light."""
        colour = washed_tone(colour, self.wash) if self.wash else colour
        parts = zip(bytes.fromhex(colour[1:]), bytes.fromhex(self.light.tint[1:]), strict=True)
        lit = "#" + "".join(f"{one * two // 255:02x}" for one, two in parts)
        return mix(lit, self.light.haze, haze * self.light.thickness)

    def painted(self, colour: str) -> tuple[float, float, float]:
        """Return blue, green, red of a colour as the style shows it."""
        pixel = np.array([[[*bgr(colour), 255]]], np.uint8)
        blue, green, red, _ = self.look.treat(pixel)[0, 0].tolist()
        return blue, green, red

    def _shadowed(self, tile: Pixels) -> Pixels:
        """Let the layer's edge throw a soft shadow upwards, as paper on paper does."""
        if self.look.cut <= 0:
            return tile
        reach = max(1.0, self.look.cut * self.height)
        return around(tile, reach * 3, lambda wide: _with_shadow(wide, reach))


def _with_shadow(tile: Pixels, reach: float) -> Pixels:
    shadow = cv2.GaussianBlur(tile[..., 3], (0, 0), reach / 2)
    move = np.array([[1, 0, reach * 0.4], [0, 1, -reach * 0.35]], np.float64)
    shadow = cv2.warpAffine(shadow, move, (tile.shape[1], tile.shape[0]))
    under = shadow.astype(np.float32) * 0.5 * (1 - tile[..., 3].astype(np.float32) / 255)
    out = tile.copy()
    out[..., 3] = np.clip(out[..., 3] + under, 0, 255).astype(np.uint8)
    return out
