"""Pictures of any shape in a frame of one shape: whole, upon a blurred copy of themselves."""

from __future__ import annotations

import cv2

from t2v_studio.movie.art import Picture

SAME_SHAPE = 0.015
"""Shapes that differ by less than this are stretched: no eye sees it, thin bars it would see."""

FILL_SIDE = 48
"""The fill is made at this size: what is blurred so much has no detail to lose."""
FILL_LIGHT = 0.6
"""The fill is darker than the picture, so that the picture's edge is seen."""

Size = tuple[int, int]
"""Width, height."""


def contained(shape: Size, frame: Size) -> Size:
    """Return the largest size of `shape` that fits whole into `frame`."""
    if abs(shape[0] * frame[1] / (shape[1] * frame[0]) - 1) < SAME_SHAPE:
        return frame
    scale = min(frame[0] / shape[0], frame[1] / shape[1])
    return max(1, round(shape[0] * scale)), max(1, round(shape[1] * scale))


def covered(shape: Size, frame: Size) -> Size:
    """Return the smallest size of `shape` that leaves nothing of `frame` free."""
    scale = max(frame[0] / shape[0], frame[1] / shape[1])
    return max(frame[0], round(shape[0] * scale)), max(frame[1], round(shape[1] * scale))


def blurred_fill(picture: Picture, frame: Size) -> Picture:
    """Return a frame filled with the picture, out of focus and darker."""
    scale = FILL_SIDE / max(frame)
    small = max(4, round(frame[0] * scale)), max(4, round(frame[1] * scale))
    over = covered((picture.shape[1], picture.shape[0]), small)
    tiny = cv2.resize(picture, over, interpolation=cv2.INTER_AREA)
    left, top = (over[0] - small[0]) // 2, (over[1] - small[1]) // 2
    tiny = tiny[top : top + small[1], left : left + small[0]]
    soft = cv2.convertScaleAbs(cv2.GaussianBlur(tiny, (0, 0), 2.5), alpha=FILL_LIGHT)
    return cv2.resize(soft, frame, interpolation=cv2.INTER_CUBIC)  # type: ignore[return-value] # uint8 in, uint8 out


def on_fill(picture: Picture, source: Picture, frame: Size) -> Picture:
    """Put `picture`, already contained, into the middle of a fill made from `source`."""
    height, width = picture.shape[:2]
    if (width, height) == frame:
        return picture
    whole = blurred_fill(source, frame)
    left, top = (frame[0] - width) // 2, (frame[1] - height) // 2
    whole[top : top + height, left : left + width] = picture
    return whole
