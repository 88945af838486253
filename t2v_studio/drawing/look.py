"""Styles: what each does to every picture when it is made, and to every frame when it is done.

Pictures are treated once, before they move, so a style costs nothing per frame; only bars and
grain are laid on the finished frame.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from t2v_studio.drawing.vector import Pixels

SWATCH = 8
"""Pixels: what is smaller is a sample of a colour, with no room for a brush."""

Treatment: TypeAlias = Callable[[Pixels], Pixels]
"""Premultiplied BGRA in, the same shape out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One style."""

    treat: Treatment
    bars: float = 0.0
    """Height of each letterbox bar as a share of the frame's height."""
    cut: float = 0.0
    """Shadow of a layer's edge, as a share of the frame's height: paper upon paper."""
    rim: float = 0.0
    """Border of bare paper around whoever is in front, as a share of the frame's height."""
    fill: float = 0.0
    """How much of the dark is taken from whoever is in front."""
    steps: float = 0.0
    """Pictures a second that somebody laid out by hand; 0: everything flows."""
    hour: str = ""
    """The time of day that it turns broad day into."""
    dither: float = 2.2
    """Noise against bands in the sky; a poster wants its bands."""


def _as_is(picture: Pixels) -> Pixels:
    return picture


def _saturated(picture: Pixels, amount: float) -> Pixels:
    """Move colours away from (or, below 1, towards) their own grey; premultiplied stays valid."""
    colour = picture[..., :3].astype(np.float32)
    grey = colour @ np.array([0.114, 0.587, 0.299], np.float32)
    moved = grey[..., None] + (colour - grey[..., None]) * amount
    return _join(moved, picture[..., 3])


def _join(colour: NDArray[np.float32], alpha: Pixels) -> Pixels:
    kept = np.clip(colour, 0, alpha[..., None]).astype(np.uint8)
    return np.dstack([kept, alpha])


def _flat(picture: Pixels) -> Pixels:
    """Few tones and clear colours, as in a poster."""
    vivid = _saturated(picture, 1.25)
    steps = (np.arange(256) // 24 * 24 + 12).clip(0, 255).astype(np.uint8)
    tones = np.asarray(cv2.LUT(vivid[..., :3].copy(), steps), np.float32)
    return _join(tones, vivid[..., 3])


def _painterly(picture: Pixels) -> Pixels:
    """Brush marks: edges swim a little, and strokes lie over the colours."""
    high, wide = picture.shape[:2]
    if min(high, wide) < SWATCH:
        return _saturated(picture, 1.15)
    size = max(1.0, high / 120)
    waves = [_noise(high, wide, size * 3.2, size * 3.2, seed) * size * 0.6 for seed in (7, 8)]
    fringe = [_noise(high, wide, size, size / 2.5, seed) * size * 0.22 for seed in (5, 6)]
    across, down = (wave + edge for wave, edge in zip(waves, fringe, strict=True))
    rows, columns = np.mgrid[0:high, 0:wide].astype(np.float32)
    # Layers meet themselves sideways: what swims out comes in on the other side. Top and bottom
    # never meet, so there it stops.
    swum = cv2.remap(
        picture,
        columns + across,
        np.clip(rows + down, 0, high - 1),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_WRAP,
    )
    strokes = _noise(high, wide, size * 2.5, max(0.5, size / 2.5), 9) * 8
    alpha = np.asarray(swum[..., 3], np.uint8)
    inked = swum[..., :3].astype(np.float32) + strokes[..., None] * (alpha[..., None] / 255)
    return _saturated(_join(inked.astype(np.float32), alpha), 1.15)


def _noise(high: int, wide: int, across: float, down: float, seed: int) -> NDArray[np.float32]:
    """Return soft noise of deviation 1 that repeats at its edges; `across`, `down`: its grain."""
    # What has no detail is made small and enlarged; the blur costs most of a painted picture.
    less_wide, less_high = max(1, int(across / 2)), max(1, int(down / 2))
    rows, columns = -(-high // less_high), -(-wide // less_wide)
    rough = np.random.default_rng(seed).standard_normal((rows, columns)).astype(np.float32)
    grain = across / less_wide, down / less_high
    reach = min(rows, columns, int(4 * max(grain)))
    padded = np.pad(rough, reach, mode="wrap")
    soft = cv2.GaussianBlur(padded, (0, 0), grain[0], sigmaY=grain[1])
    soft = soft[reach : reach + rows, reach : reach + columns]
    # By what such a blur leaves of the noise, not by what is there: little pictures hold little.
    left = 2 * np.sqrt(np.pi * grain[0] * grain[1])
    even = np.asarray((soft - soft.mean()) * min(left, 1 / max(1e-6, soft.std())), np.float32)
    return even if (rows, columns) == (high, wide) else _enlarged(even, high, wide)


def _enlarged(picture: NDArray[np.float32], high: int, wide: int) -> NDArray[np.float32]:
    """Enlarge what repeats at its edges to what repeats at its edges."""
    rows, columns = picture.shape
    across = np.arange(wide, dtype=np.float32) * np.float32(columns / wide)
    down = np.arange(high, dtype=np.float32) * np.float32(rows / high)
    grid = np.meshgrid(across, down)
    return np.asarray(
        cv2.remap(picture, grid[0], grid[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP),
        np.float32,
    )


def _paper(picture: Pixels) -> Pixels:
    """Coloured paper: softer colours with fibres in them."""
    high, wide = picture.shape[:2]
    grain = max(0.6, high / 700)
    soft = _noise(high, wide, grain, grain, 3) * 5
    alpha = np.asarray(picture[..., 3], np.uint8)
    muted = _saturated(picture, 0.86)[..., :3].astype(np.float32)
    return _join((muted + soft[..., None] * (alpha[..., None] / 255)).astype(np.float32), alpha)


def around(picture: Pixels, reach: float, work: Treatment) -> Pixels:
    """Let what looks `reach` pixels about itself see over a layer's left and right edge."""
    spare = min(picture.shape[1], int(reach) + 1)
    padded = np.pad(picture, ((0, 0), (spare, spare), (0, 0)), mode="wrap")
    return np.ascontiguousarray(work(padded)[:, spare:-spare])


def bordered(picture: Pixels, reach: int) -> Pixels:
    """Cut a figure out with a border of white paper about it; the picture keeps its size."""
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    grown = cv2.GaussianBlur(cv2.dilate(picture[..., 3], kernel), (0, 0), 0.8)
    spare = np.maximum(grown.astype(np.float32) - picture[..., 3], 0)
    paper = spare[..., None] * np.array([240, 250, 255, 255], np.float32) / 255
    return np.asarray(np.clip(picture + paper, 0, 255), np.uint8)


def _neon(picture: Pixels) -> Pixels:
    """Dark bodies with shining edges."""
    size = max(3, picture.shape[0] // 220) | 1
    return around(picture, size * 8, lambda wide: _shining(wide, size))


def _shining(picture: Pixels, size: int) -> Pixels:
    alpha = np.asarray(picture[..., 3], np.uint8)
    vivid = _saturated(picture, 2.2)[..., :3].astype(np.float32)
    kernel = np.ones((size, size), np.uint8)
    edges = cv2.morphologyEx(picture, cv2.MORPH_GRADIENT, kernel).max(axis=2).astype(np.float32)
    shine = cv2.GaussianBlur(edges, (0, 0), size * 1.6)
    body = vivid * 0.34 + np.array([26, 4, 18], np.float32) * (alpha[..., None] / 255)
    lines = vivid * 1.5 + np.array([60, 20, 60], np.float32)
    weight = np.clip(edges * 0.9 + shine * 0.8, 0, 255)[..., None] / 255
    return _join((body * (1 - weight) + lines * weight).astype(np.float32), alpha)


def _grey(picture: Pixels) -> Pixels:
    colour = _saturated(picture, 0.0)
    alpha = colour[..., 3].astype(np.float32)[..., None]
    tone = colour[..., :3].astype(np.float32)
    # Night and rain leave little light: the middle tones are lifted before the contrast.
    lifted = alpha * (tone / np.maximum(alpha, 1)) ** 0.8
    firm = lifted + (lifted - alpha * 0.5) * 0.2
    return _join(firm.astype(np.float32), np.asarray(colour[..., 3], np.uint8))


def _graded(picture: Pixels) -> Pixels:
    """Teal in the shadows, amber in the lights."""
    alpha = picture[..., 3].astype(np.float32)[..., None]
    tone = _saturated(picture, 0.92)[..., :3].astype(np.float32)
    share = tone.mean(axis=2, keepdims=True) / np.maximum(alpha, 1)
    shade = np.array([14, 3, -10], np.float32) * (1 - share) * (alpha / 255)
    shine = np.array([-14, 3, 12], np.float32) * share * (alpha / 255)
    graded = (tone - alpha * 0.5) * 1.1 + alpha * 0.48 + shade + shine
    return _join(graded.astype(np.float32), np.asarray(picture[..., 3], np.uint8))


LOOKS: Mapping[str, Look] = {
    "illustrated": Look(treat=_as_is),
    "flat": Look(treat=_flat, dither=0.0),
    "painterly": Look(treat=_painterly),
    "paper cut": Look(treat=_paper, cut=0.016, rim=0.0065, steps=12.0),
    "neon": Look(treat=_neon, fill=0.5, hour="night"),
    "black and white": Look(treat=_grey, rim=0.003, fill=0.75),
    "cinematic": Look(treat=_graded, bars=0.08),
}


def look_of(style: str) -> Look:
    """Return the look of a style; an unknown style is illustrated."""
    return LOOKS.get(style, LOOKS["illustrated"])
