"""Shapes as SVG text, and SVG text as pixels. The only module that knows the rasteriser.

Coordinates are whatever the caller's box says; pixels come out premultiplied, BGRA, uint8.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import cv2
import numpy as np
import resvg
from numpy.typing import NDArray
from resvg import usvg

Pixels: TypeAlias = NDArray[np.uint8]
Point: TypeAlias = tuple[float, float]

_AS_IT_IS = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
"""The transform that changes nothing, row by row."""
_TAG = re.compile(r"<[^>]*>")


def rasterise(body: str, box: tuple[float, float, float, float], size: tuple[int, int]) -> Pixels:
    """Draw SVG elements that live in `box` (x, y, width, height) onto `size` (width, height).

    Returns:
        Premultiplied BGRA, shape (height, width, 4).
    """
    left, top, wide, high = box
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{size[0]}" height="{size[1]}" preserveAspectRatio="none" '
        f'viewBox="{left:.3f} {top:.3f} {wide:.3f} {high:.3f}">{body}</svg>'
    )
    # No typefaces, for letters are drawn elsewhere. Options may only be used in their own thread.
    tree = usvg.Tree.from_str(svg, usvg.Options.default())
    png = resvg.render(tree, _AS_IT_IS)
    pixels = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_UNCHANGED)
    if pixels is None:
        raise ValueError("the rasteriser returned no picture")  # pragma: no cover - resvg raises
    if pixels.shape[2] == 3:
        pixels = cv2.cvtColor(pixels, cv2.COLOR_BGR2BGRA)
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGBA2mRGBA), np.uint8)


def circle(x: float, y: float, radius: float, fill: str, opacity: float = 1) -> str:
    """Return a filled circle."""
    return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:.2f}" fill="{fill}"{_faint(opacity)}/>'


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, turn: float = 0) -> str:
    """Return a filled ellipse, turned by `turn` degrees about its centre."""
    place = f' transform="rotate({turn:.2f} {x:.2f} {y:.2f})"' if turn else ""
    return f'<ellipse cx="{x:.2f}" cy="{y:.2f}" rx="{rx:.2f}" ry="{ry:.2f}" fill="{fill}"{place}/>'


def rect(
    x: float,
    y: float,
    wide: float,
    high: float,
    fill: str,
    *,
    radius: float = 0,
    opacity: float = 1,
) -> str:
    """Return a filled rectangle with rounded corners."""
    return (
        f'<rect x="{x:.2f}" y="{y:.2f}" width="{wide:.2f}" height="{high:.2f}" '
        f'rx="{radius:.2f}" fill="{fill}"{_faint(opacity)}/>'
    )


def path(data: str, fill: str, opacity: float = 1) -> str:
    """Return a filled path."""
    return f'<path d="{data}" fill="{fill}"{_faint(opacity)}/>'


def polygon(points: Iterable[Point], fill: str, opacity: float = 1) -> str:
    """Return a filled polygon."""
    return path("M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points) + "Z", fill, opacity)


def stroke(points: Sequence[Point], width: float, colour: str, opacity: float = 1) -> str:
    """Return a line through points with round ends and joints."""
    data = "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points)
    return curve(data, width, colour, opacity)


def curve(data: str, width: float, colour: str, opacity: float = 1) -> str:
    """Return a stroked path with round ends and joints."""
    return (
        f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{width:.2f}" '
        f'stroke-linecap="round" stroke-linejoin="round"{_faint(opacity)}/>'
    )


def group(body: str, transform: str, opacity: float = 1) -> str:
    """Return elements under one transform."""
    return f'<g transform="{transform}"{_faint(opacity)}>{body}</g>'


def elements(body: str) -> Iterator[str]:
    """Yield the elements of a body one by one, each with what is inside it."""
    start = depth = 0
    for tag in _TAG.finditer(body):
        begin, end = tag.span()
        if body[end - 2] != "/":
            depth += -1 if body[begin + 1] == "/" else 1
        if depth == 0:
            yield body[start:end]
            start = end


def gradient(name: str, stops: Iterable[tuple[float, str, float]], *, radial: bool = False) -> str:
    """Return the definition of a gradient: top to bottom, or from the centre outwards.

    Args:
        name: Used as `url(#name)` for a fill.
        stops: (offset 0 to 1, colour, opacity).
        radial: From the centre outwards.
    """
    inner = "".join(
        f'<stop offset="{offset}" stop-color="{colour}" stop-opacity="{opacity}"/>'
        for offset, colour, opacity in stops
    )
    if radial:
        return f'<defs><radialGradient id="{name}">{inner}</radialGradient></defs>'
    return (
        f'<defs><linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1">{inner}'
        "</linearGradient></defs>"
    )


def _faint(opacity: float) -> str:
    return "" if opacity >= 1 else f' opacity="{opacity:.3f}"'
