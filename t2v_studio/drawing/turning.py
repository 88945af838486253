"""Things of the landscape that turn or run along it: sails, wheels, traffic, trains of lights."""

from __future__ import annotations

from dataclasses import dataclass

from t2v_studio.drawing.canvas import Canvas, Moment
from t2v_studio.drawing.picture import Overlay, blend, placed
from t2v_studio.drawing.vector import Pixels


@dataclass(frozen=True, slots=True)
class Turning:
    """A picture fixed to a layer's place and turning about its centre. Units; degrees a second."""

    picture: Pixels
    x: float
    y: float
    canvas: Canvas
    depth: float
    rate: float

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Draw it wherever its place shows in the frame."""
        canvas = self.canvas
        half = self.picture.shape[1] / canvas.unit
        x = (self.x - moment.travel * self.depth + half) % canvas.period - half
        lift = moment.lift(self.depth)
        while x < canvas.wide + half:
            turn = self.rate * moment.seconds % 360
            at = placed(self.picture, x * canvas.unit, (self.y + lift) * canvas.unit, turn=turn)
            blend(frame, at)
            x += canvas.period


@dataclass(frozen=True, slots=True, kw_only=True)
class Traffic:
    """Pictures that run along a line one behind the other, for ever. Units; units a second."""

    pictures: tuple[Pixels, ...]
    places: tuple[float, ...]
    """Where along the way each starts."""
    y: float
    """Where their feet run."""
    speed: float
    """Negative: to the left."""
    canvas: Canvas
    depth: float = 0.5
    length: float = 2400.0
    """After this way the first follows the last."""
    swing: float = 0.0
    """Units up and down."""

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Draw whichever are within the frame."""
        unit = self.canvas.unit
        way = max(self.length, self.canvas.wide * 1.3)
        lift = moment.lift(self.depth)
        for number, start in enumerate(self.places):
            picture = self.pictures[number % len(self.pictures)]
            wide = picture.shape[1] / unit
            x = (start + self.speed * moment.seconds - moment.travel * self.depth) % way - wide
            bob = self.swing * ((number * 0.37 + moment.seconds * 0.8) % 1 - 0.5)
            top = (self.y + lift + bob) * unit - picture.shape[0]
            blend(frame, Overlay(round(x * unit), round(top), picture))
