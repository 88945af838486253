"""The sky: a dithered gradient with sun or moon and stars; clouds that drift, twinkling stars."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from t2v_studio.drawing.canvas import Canvas, Layer, Moment
from t2v_studio.drawing.colour import bgr, ramp
from t2v_studio.drawing.light import Light
from t2v_studio.drawing.picture import glow
from t2v_studio.drawing.props.nature import cloud
from t2v_studio.drawing.vector import Pixels, circle, gradient, group
from t2v_studio.drawing.wash import AIR, washed_tone

BAND = 32
"""Rows that are worked on at a time: what lies in between stays in the processor's cache."""

MARGIN = 0.14
"""Sky kept above and below the frame for tilting, as a share of its height."""


@dataclass(frozen=True, slots=True)
class Sky:
    """The opaque ground of every frame. `picture`: BGR, higher than the frame by two margins."""

    picture: Pixels
    unit: float

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Fill the whole frame."""
        spare = (self.picture.shape[0] - frame.shape[0]) // 2
        row = spare - round(moment.rise * 0.25 * self.unit)
        row = min(max(row, 0), self.picture.shape[0] - frame.shape[0])
        np.copyto(frame, self.picture[row : row + frame.shape[0]])


def plain(canvas: Canvas, stops: list[tuple[float, str]]) -> Sky:
    """Make a sky of colour stops, 0 at the frame's top and 1 at its bottom."""
    return Sky(_finish(canvas, _gradient(canvas, _washed(canvas, stops))), canvas.unit)


def daylight(canvas: Canvas, horizon: float, *, orb: bool = True, lift: float = 0.0) -> Sky:
    """Make the sky of the scene's light down to the horizon (share of the height).

    Args:
        canvas: Light and size.
        horizon: Where the sky ends.
        orb: Whether sun or moon are seen.
        lift: How much higher they stand than their hour says, to clear mountains.
    """
    top, middle, low = canvas.light.sky
    pixels = _gradient(canvas, [(0, top), (horizon * 0.55, middle), (horizon, low), (1, low)])
    if canvas.light.stars > 0:
        _stars(canvas, pixels, horizon, canvas.light.stars)
    if orb:
        _orb(canvas, pixels, horizon, lift)
    return Sky(_finish(canvas, pixels), canvas.unit)


def starfield(canvas: Canvas, stops: list[tuple[float, str]]) -> Sky:
    """Make a sky of stops, full of stars down to the bottom."""
    pixels = _gradient(canvas, _washed(canvas, stops))
    _stars(canvas, pixels, 1.2, 2.2)
    return Sky(_finish(canvas, pixels), canvas.unit)


def orb_place(canvas: Canvas, horizon: float) -> tuple[float, float]:
    """Return where sun or moon stand, as shares of the frame's width and height."""
    across, up = canvas.light.orb_at
    return across, horizon * (1 - up)


def clouds(canvas: Canvas, horizon: float, count: int, *, depth: float = 0.08) -> list[Layer]:
    """Make two layers of clouds, the farther ones smaller and slower."""
    out = []
    for back, share in ((True, 0.6), (False, 0.4)):
        body = ""
        number = max(1, round(count * share * canvas.period / 2600))
        for k in range(number):
            x = (k + canvas.rng.uniform(0.1, 0.9)) * canvas.period / number
            y = canvas.rng.uniform(0.4, 0.82) if back else canvas.rng.uniform(0.12, 0.5)
            size = canvas.rng.uniform(130, 220) if back else canvas.rng.uniform(240, 400)
            body += cloud(canvas.rng, x, y * horizon * 1000, size, canvas.light.cloud)
        # No empty rows: they would be blended like all others.
        top, bottom = (
            (horizon * 400 - 110, horizon * 820 + 12) if back else (-140, horizon * 500 + 12)
        )
        layer = canvas.layer(
            group(body, "scale(1)", 0.72 if back else 0.9), depth=depth * (0.6 if back else 1),
            top=top, bottom=bottom, drift=6 if back else 13, lit=False, frost=0,
        )  # fmt: skip
        out.append(layer)
    return out


@dataclass(frozen=True, slots=True)
class Twinkle:
    """Small lights that come and go, each in its own rhythm. Places in pixels, phases in turns."""

    lights: tuple[Pixels, ...]
    places: NDArray[np.float32]
    """Columns: x, y, phase, turns per second, which light; shape (count, 5)."""
    drift: float = 0.0
    """Pixels per second to the right, around the frame."""
    floor: float = 0.0
    """How bright a light stays."""

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Add the lights that shine at this moment."""
        width = frame.shape[1]
        for x, y, phase, rate, kind in self.places.tolist():
            beat = 0.5 + 0.5 * math.sin(math.tau * (phase + rate * moment.seconds))
            strength = self.floor + (1 - self.floor) * beat * beat * beat
            if strength > 0.04:
                light = self.lights[int(kind)]
                at = (x + self.drift * moment.seconds) % width
                half_high, half_wide = light.shape[0] // 2, light.shape[1] // 2
                glow(frame, light, round(at) - half_wide, round(y) - half_high, strength)


def spark(canvas: Canvas, radius: float, colour: str, *, cross: bool = False) -> Pixels:
    """Make a soft point of light, BGR on black, `radius` in units; `cross` gives it rays."""
    half = max(2, math.ceil(radius * canvas.unit))
    rows, columns = np.mgrid[-half : half + 1, -half : half + 1].astype(np.float32) / half
    distance = np.sqrt(rows * rows + columns * columns)
    shape = np.clip(1 - distance, 0, 1) ** 2.5 + np.exp(-((distance / 0.16) ** 2)) * 0.8
    if cross:
        shape += np.clip(1 - distance, 0, 1) * (
            np.exp(-np.abs(rows) * 22) + np.exp(-np.abs(columns) * 22)
        )
    light = np.clip(shape, 0, 1)[..., None] * np.array(bgr(colour), np.float32)
    return np.asarray(light, np.uint8)


def twinkling_stars(canvas: Canvas, horizon: float, count: int) -> Twinkle:
    """Make stars that twinkle above the horizon."""
    lights = tuple(spark(canvas, size, tone, cross=True) for size, tone in
                   ((6, "#ffffff"), (9, "#dfe8ff"), (12, "#fff3d0")))  # fmt: skip
    rows = [
        (canvas.rng.uniform(0, canvas.width), canvas.rng.uniform(0, horizon * 0.9) * canvas.height,
         canvas.rng.random(), canvas.rng.uniform(0.2, 0.6), canvas.rng.choice((0, 0, 1, 2)))
        for _ in range(count)
    ]  # fmt: skip
    return Twinkle(lights, np.array(rows, np.float32).reshape(-1, 5))


def _washed(canvas: Canvas, stops: list[tuple[float, str]]) -> list[tuple[float, str]]:
    if not canvas.wash:
        return stops
    return [(at, washed_tone(tone, canvas.wash, AIR)) for at, tone in stops]


def _gradient(canvas: Canvas, stops: list[tuple[float, str]]) -> NDArray[np.float32]:
    margin = round(canvas.height * MARGIN)
    spread = [((at + MARGIN) / (1 + 2 * MARGIN), colour) for at, colour in stops]
    column = ramp(spread, canvas.height + 2 * margin)
    return np.asarray(cv2.repeat(column[:, None, :], 1, canvas.width))


def _stars(canvas: Canvas, pixels: NDArray[np.float32], horizon: float, amount: float) -> None:
    margin = round(canvas.height * MARGIN)
    for _ in range(round(260 * amount)):
        x = canvas.rng.randrange(canvas.width)
        y = round(canvas.rng.uniform(-MARGIN, horizon * 0.95) * canvas.height) + margin
        strength = canvas.rng.uniform(0.25, 1) * min(1, amount)
        light = spark(canvas, canvas.rng.choice((1.4, 1.8, 2.6)), "#eef2ff").astype(np.float32)
        high, wide = light.shape[:2]
        region = pixels[max(0, y) : y + high, x : x + wide]
        region += light[: region.shape[0], : region.shape[1]] * strength


def _orb(canvas: Canvas, pixels: NDArray[np.float32], horizon: float, lift: float) -> None:
    light = canvas.light
    across, down = orb_place(canvas, horizon)
    x, y = across * canvas.width, (down - lift + MARGIN) * canvas.height
    distance = _distance(canvas, pixels.shape[:2], x, y)
    for top in range(0, len(pixels), BAND):
        _shine(light, pixels[top : top + BAND], distance[top : top + BAND])
    size, visible = light.orb_size, min(1.0, light.glow_strength * 4)
    around = _around(x, y, size * canvas.height + 1)
    disc = np.clip((size - distance[around]) * canvas.height + 0.5, 0, 1) * visible
    face = pixels[around]
    face += (np.array(bgr(light.orb), np.float32) - face) * disc[..., None]
    if light.stars >= 0.8:
        _craters(canvas, face, x - around[1].start, y - around[0].start)


def _shine(light: Light, pixels: NDArray[np.float32], distance: NDArray[np.float32]) -> None:
    """Lay the halo of sun or moon over pixels so far away from it."""
    wide, near = (np.asarray(cv2.exp(distance * (-1 / reach))) for reach in (0.28, 0.08))
    halo = np.clip((0.55 * wide + 0.45 * near) * light.glow_strength, 0, 1)
    shine = np.array(bgr(light.glow), np.float32) - pixels
    shine *= halo[..., None]
    pixels += shine


def _distance(canvas: Canvas, shape: tuple[int, ...], x: float, y: float) -> NDArray[np.float32]:
    """Return how far each pixel is from a point, in heights of the frame."""
    down, across = (
        ((np.arange(length, dtype=np.float32) - np.float32(at)) / canvas.height) ** 2
        for length, at in zip(shape, (y, x), strict=True)
    )
    return np.sqrt(down[:, None] + across)


def _around(x: float, y: float, radius: float) -> tuple[slice, slice]:
    """Return the rows and columns of the square around a circle, as far as they exist."""
    rows, columns = (slice(max(0, int(at - radius)), max(0, int(at + radius) + 1)) for at in (y, x))
    return rows, columns


def _craters(canvas: Canvas, pixels: NDArray[np.float32], x: float, y: float) -> None:
    radius = canvas.light.orb_size * canvas.height
    shade = np.array(bgr("#d8cfae"), np.float32)
    for dx, dy, size in (
        (-0.3, -0.2, 0.22),
        (0.28, 0.1, 0.16),
        (-0.05, 0.42, 0.18),
        (0.2, -0.45, 0.1),
    ):
        mask = np.zeros(pixels.shape[:2], np.uint8)
        centre = (round((x + dx * radius) * 16), round((y + dy * radius) * 16))
        cv2.circle(mask, centre, round(size * radius * 16), 255, -1, cv2.LINE_AA, 4)
        pixels += (shade - pixels) * (mask[..., None].astype(np.float32) / 255) * 0.6


def _finish(canvas: Canvas, pixels: NDArray[np.float32]) -> Pixels:
    """Dither against bands, then let the style have its way; `pixels` are used up."""
    noise = np.random.default_rng(11).random(pixels.shape[:2], np.float32) - 0.5
    noise *= canvas.look.dither
    pixels += noise[..., None]
    colour = np.clip(pixels, 0, 255, out=pixels).astype(np.uint8)
    opaque = np.asarray(cv2.cvtColor(colour, cv2.COLOR_BGR2BGRA), np.uint8)
    return np.asarray(cv2.cvtColor(canvas.look.treat(opaque), cv2.COLOR_BGRA2BGR), np.uint8)


def halo(name: str, colour: str) -> str:
    """Return the definition of a soft light that fades outwards, for `url(#name)`."""
    return gradient(name, [(0, colour, 0.9), (0.4, colour, 0.35), (1, colour, 0)], radial=True)


def lamp_light(canvas: Canvas, radius: float, colour: str) -> Pixels:
    """Make the picture of a lamp's light (premultiplied BGRA)."""
    body = (
        halo("g", colour) + circle(0, 0, radius, "url(#g)") + circle(0, 0, radius * 0.22, "#fffdf2")
    )
    return canvas.sprite(body, (-radius, -radius, radius * 2, radius * 2))
