"""Premultiplied pictures and how they get onto a frame: the inner loop of everything drawn."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from t2v_studio.drawing.vector import Pixels


@dataclass(frozen=True, slots=True)
class Overlay:
    """A picture with its place: premultiplied BGRA, shape (h, w, 4), left top corner at (x, y)."""

    x: int
    y: int
    picture: Pixels


def blend(frame: Pixels, overlay: Overlay, opacity: float = 1.0) -> None:
    """Lay an overlay onto a BGR frame, in place; what lies outside of the frame is cut off.

    Args:
        frame: BGR, shape (height, width, 3).
        overlay: What to lay on it.
        opacity: From 0 (nothing happens) to 1.
    """
    height, width = frame.shape[:2]
    high, wide = overlay.picture.shape[:2]
    left, top = max(0, overlay.x), max(0, overlay.y)
    right, bottom = min(width, overlay.x + wide), min(height, overlay.y + high)
    if left >= right or top >= bottom or opacity <= 0:
        return
    part = overlay.picture[
        top - overlay.y : bottom - overlay.y, left - overlay.x : right - overlay.x
    ]
    if opacity < 1:
        part = np.asarray(cv2.convertScaleAbs(part, alpha=opacity), np.uint8)
    region = frame[top:bottom, left:right]
    keep = cv2.cvtColor(cv2.bitwise_not(cv2.extractChannel(part, 3)), cv2.COLOR_GRAY2BGR)
    cv2.multiply(region, keep, dst=region, scale=1 / 255)
    cv2.add(region, cv2.cvtColor(part, cv2.COLOR_BGRA2BGR), dst=region)


def glow(frame: Pixels, light: Pixels, x: int, y: int, strength: float = 1.0) -> None:
    """Add light (BGR, black where there is none) onto a frame, in place, cut at the edges."""
    height, width = frame.shape[:2]
    high, wide = light.shape[:2]
    left, top = max(0, x), max(0, y)
    right, bottom = min(width, x + wide), min(height, y + high)
    if left >= right or top >= bottom or strength <= 0:
        return
    part = light[top - y : bottom - y, left - x : right - x]
    if strength < 1:
        part = np.asarray(cv2.convertScaleAbs(part, alpha=strength), np.uint8)
    region = frame[top:bottom, left:right]
    cv2.add(region, part, dst=region)


def placed(
    picture: Pixels,
    x: float,
    y: float,
    *,
    pivot: tuple[float, float] = (0.5, 0.5),
    turn: float = 0.0,
    stretch: tuple[float, float] = (1.0, 1.0),
) -> Overlay:
    """Return the picture turned and stretched about its pivot, which comes to lie on (x, y).

    The position is honoured to a fraction of a pixel, so slow movement does not stutter.

    Args:
        picture: Premultiplied BGRA.
        x: Pixels from the left of the frame.
        y: Pixels from its top.
        pivot: Of the picture, as shares of width and height.
        turn: Degrees, clockwise as seen.
        stretch: Factors for width and height; a negative width mirrors.
    """
    high, wide = picture.shape[:2]
    angle = np.deg2rad(turn)
    cos, sin = float(np.cos(angle)), float(np.sin(angle))
    matrix = np.array(
        [[cos * stretch[0], -sin * stretch[1]], [sin * stretch[0], cos * stretch[1]]], np.float64
    )
    centre = np.array([pivot[0] * wide, pivot[1] * high])
    corners = np.array([[0, 0], [wide, 0], [0, high], [wide, high]], np.float64)
    spread = (corners - centre) @ matrix.T + (x, y)
    left, top = np.floor(spread.min(axis=0)).astype(int) - 1
    right, bottom = np.ceil(spread.max(axis=0)).astype(int) + 1
    offset = np.array([x - left, y - top]) - matrix @ centre
    warped = cv2.warpAffine(
        picture,
        np.hstack([matrix, offset[:, None]]),
        (int(right - left), int(bottom - top)),
        flags=cv2.INTER_LINEAR,
    )
    return Overlay(int(left), int(top), np.asarray(warped, np.uint8))


def point_of(
    picture: Pixels,
    share: tuple[float, float],
    x: float,
    y: float,
    *,
    pivot: tuple[float, float],
    turn: float,
    stretch: tuple[float, float],
) -> tuple[float, float]:
    """Return where a point of the picture (shares of its size) comes to lie when it is `placed`."""
    high, wide = picture.shape[:2]
    across = (share[0] - pivot[0]) * wide * stretch[0]
    down = (share[1] - pivot[1]) * high * stretch[1]
    cos, sin = float(np.cos(np.deg2rad(turn))), float(np.sin(np.deg2rad(turn)))
    return x + cos * across - sin * down, y + sin * across + cos * down


def cropped(picture: Pixels) -> Pixels:
    """Cut empty margins off, so that a picture stands on its lowest pixel."""
    rows = np.flatnonzero(picture[..., 3].max(axis=1) > 8)
    columns = np.flatnonzero(picture[..., 3].max(axis=0) > 8)
    if not len(rows):
        return picture
    return np.ascontiguousarray(picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])
