"""Plots as SVG, drawn by hand: strips of dots, timelines of findings, curves, scatters."""

from __future__ import annotations

import html
from collections.abc import Sequence

from t2v_measure.stretches import Stretch

WIDTH, STRIP_HEIGHT = 260, 46
TIMELINE = (190, 30)
SCATTER = 220
PAD = 8


def strip(values: Sequence[tuple[str, float]], unit: str) -> str:
    """Return a dot for each named value on one line, with a mark at their mean.

    Dots that would lie on each other are stacked, so that a crowd is seen as one.
    """
    numbers = [value for _, value in values]
    low, high = min(numbers), max(numbers)
    span = high - low or 1.0
    stacks: dict[int, int] = {}
    dots = []
    for name, value in sorted(values, key=lambda pair: pair[1]):
        at = PAD + (value - low) / span * (WIDTH - 2 * PAD) if high > low else WIDTH / 2
        level = stacks[round(at / 5)] = stacks.get(round(at / 5), -1) + 1
        y = STRIP_HEIGHT - 18 - min(level, 5) * 5
        title = html.escape(f"{name}: {value:g} {unit}".strip())
        dots.append(f'<circle cx="{at:.1f}" cy="{y}" r="3.2"><title>{title}</title></circle>')
    mean = sum(numbers) / len(numbers)
    at = PAD + (mean - low) / span * (WIDTH - 2 * PAD) if high > low else WIDTH / 2
    axis = STRIP_HEIGHT - 13
    return _svg(
        WIDTH, STRIP_HEIGHT, "strip",
        f'<line class="axis" x1="{PAD}" x2="{WIDTH - PAD}" y1="{axis}" y2="{axis}"/>'
        f'<path class="mean" d="M{at:.1f} {axis + 1}l4 7h-8z"/>{"".join(dots)}'
        f'<text x="{PAD}" y="{STRIP_HEIGHT - 1}">{low:g}</text>'
        f'<text x="{WIDTH - PAD}" y="{STRIP_HEIGHT - 1}" text-anchor="end">{high:g}</text>',
    )  # fmt: skip


def timeline(findings: dict[str, list[Stretch]], curve: Sequence[float], duration_s: float) -> str:
    """Return a film's length with what was found on it, over the curve of its brightness."""
    width, height = TIMELINE
    per_s = width / duration_s if duration_s else 0.0
    parts = [f'<rect class="film" width="{width}" height="{height}" rx="4"/>', _curve(curve)]
    for name, stretches in findings.items():
        for start, end in stretches:
            length = max(1.5, (end - start) * per_s)
            title = html.escape(f"{name} {start:.2f}-{end:.2f} s")
            parts.append(
                f'<rect class="found {name}" x="{min(start * per_s, width - 1.5):.1f}" '
                f'width="{length:.1f}" height="{height}"><title>{title}</title></rect>'
            )
    return _svg(width, height, "timeline", "".join(parts))


def scatter(points: Sequence[tuple[str, float, float]], across: str) -> str:
    """Return a metric (left to right) against people's scores (upwards)."""
    xs, ys = [point[1] for point in points], [point[2] for point in points]
    dots = []
    for name, x, y in points:
        left = 26 + _share(x, xs) * (SCATTER - 40)
        top = SCATTER - 30 - _share(y, ys) * (SCATTER - 44)
        title = html.escape(f"{name}: {x:g}, people {y:g}")
        dots.append(f'<circle cx="{left:.1f}" cy="{top:.1f}" r="4"><title>{title}</title></circle>')
    floor = SCATTER - 22
    return _svg(
        SCATTER, SCATTER, "scatter",
        f'<path class="axis" d="M18 8V{floor}H{SCATTER - 6}"/>{"".join(dots)}'
        f'<text x="{SCATTER / 2}" y="{SCATTER - 5}" text-anchor="middle">{html.escape(across)}'
        f'</text><text transform="translate(11 {SCATTER / 2}) rotate(-90)" text-anchor="middle">'
        "people</text>",
    )  # fmt: skip


def _curve(values: Sequence[float]) -> str:
    if len(values) < 2:
        return ""
    width, height = TIMELINE
    step = width / (len(values) - 1)
    points = " ".join(
        f"{n * step:.1f},{height - 3 - min(1.0, value) * (height - 6):.1f}"
        for n, value in enumerate(values)
    )
    return f'<polyline class="curve" points="{points}"/>'


def _share(value: float, values: Sequence[float]) -> float:
    low, high = min(values), max(values)
    return (value - low) / (high - low) if high > low else 0.5


def _svg(width: int, height: int, kind: str, inside: str) -> str:
    return (
        f'<svg class="{kind}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img">{inside}</svg>'
    )
