"""Water: waves in rows, a mirror that ripples, glitter under the sun."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from t2v_studio.drawing.canvas import FLOOR, Canvas, Layer, Moment
from t2v_studio.drawing.colour import lighter, mix
from t2v_studio.drawing.sky import Twinkle, orb_place, spark
from t2v_studio.drawing.vector import Pixels, curve, ellipse, group, path


def swell(
    canvas: Canvas,
    y: float,
    height: float,
    length: float,
    tone: str,
    *,
    depth: float,
    bottom: float = FLOOR,
    haze: float = 0,
    drift: float = 0,
    bob: float = 0,
    beat: float = 4,
    foam: float = 0.5,
    lit: bool = True,
) -> Layer:
    """Make a row of waves: pointed crests with a light edge, moving sideways and up and down."""
    count = max(1, round(canvas.period / length))
    step = canvas.period / count
    line = f"M0 {y:.1f}" + "".join(
        f"Q{(k + 0.5) * step:.1f} {y + height * 2:.1f} {(k + 1) * step:.1f} {y:.1f}"
        for k in range(count)
    )
    body = path(f"{line}V{bottom}H0Z", tone)
    body += curve(line, max(2.0, height * 0.16), lighter(tone, 0.55), foam)
    for _ in range(round(count * 1.6)):
        x, row = canvas.rng.uniform(0, canvas.period), y + canvas.rng.uniform(1.8, 5) * height
        wide = canvas.rng.uniform(0.12, 0.4) * length
        body += group(ellipse(x, row, wide, height * 0.09, lighter(tone, 0.5)), "scale(1)", 0.3)
    return canvas.layer(
        body, depth=depth, top=y - height, bottom=bottom, haze=haze, drift=drift,
        sway=(height * 0.5, bob, beat), frost=0, lit=lit,
    )  # fmt: skip


def sea(
    canvas: Canvas,
    horizon: float,
    *,
    rows: int = 6,
    rough: float = 1.0,
) -> list[Layer]:
    """Make rows of waves from the horizon (units) to below the frame, growing towards us."""
    far, near = canvas.light.water
    body = path(f"M0 {horizon}H{canvas.period}V{horizon + 90}H0Z", far)
    out = [canvas.layer(body, depth=0.05, top=horizon, bottom=horizon + 90, lit=False, frost=0)]
    lines = [horizon + (1000 - horizon) * ((row + 0.4) / rows) ** 1.5 for row in range(rows)]
    for row, y in enumerate(lines):
        share = (row + 0.4) / rows
        height = (3 + 15 * share) * rough
        # Each row reaches just under the next: what would be covered is not painted.
        bottom = lines[row + 1] + 2.5 * height + 60 if row + 1 < rows else FLOOR
        wave = swell(
            canvas, y, height, 60 + 230 * share, mix(far, near, share), bottom=bottom, lit=False,
            depth=0.15 + 0.85 * share, drift=(-1) ** row * (8 + 26 * share),
            bob=(2 + 9 * share) * rough, beat=3.2 + row * 0.7, foam=0.25 + 0.35 * share,
        )  # fmt: skip
        out.append(wave)
    return out


def glitter(canvas: Canvas, horizon: float, bottom: float, count: int = 90) -> Twinkle:
    """Make the path of light that sun or moon lay on the water, between two heights in units."""
    across, _ = orb_place(canvas, horizon / 1000)
    tone = canvas.light.glow
    lights = tuple(_glint(canvas, wide, tone) for wide in (16, 30, 52))
    rows = []
    for _ in range(round(count * (0.4 + canvas.light.glow_strength))):
        share = canvas.rng.random() ** 1.3
        spread = (0.03 + 0.09 * share) * canvas.height
        x = across * canvas.width + canvas.rng.gauss(0, 1) * spread
        y = (horizon + 6 + (bottom - horizon - 6) * share) * canvas.unit
        kind = min(2, int(share * 3))
        rows.append((x, y, canvas.rng.random(), canvas.rng.uniform(0.35, 0.9), kind))
    return Twinkle(lights, np.array(rows, np.float32).reshape(-1, 5))


def _glint(canvas: Canvas, wide: float, tone: str) -> Pixels:
    """Return a flat spark: light on a wave."""
    round_one = spark(canvas, wide, mix(tone, "#fff6e0", 0.3))
    rows = max(1, round(round_one.shape[0] / 5))
    middle = round_one.shape[0] // 2
    picks = np.linspace(middle - middle * 0.7, middle + middle * 0.7, rows).astype(int)
    return np.ascontiguousarray(round_one[picks])


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """Still water: what is above the shore line, upside down, darker, in rippling rows."""

    shore: float
    """Units."""
    bottom: float
    unit: float
    tone: tuple[float, float, float]
    """BGR the reflection sinks into."""
    share: float = 0.42

    def paint(self, frame: Pixels, moment: Moment) -> None:
        """Reflect the frame as it is so far into its own lower part."""
        lift = moment.lift(0.07)
        top = min(frame.shape[0] - 1, max(1, round((self.shore + lift) * self.unit)))
        rows = min(frame.shape[0] - top, top)
        mixed = np.asarray(cv2.flip(frame[top - rows : top], 0), np.uint8)
        # In place: a share of the picture, and as a constant the rest of the water's own colour.
        cv2.convertScaleAbs(mixed, dst=mixed, alpha=1 - self.share)
        cv2.add(mixed, np.array([*self.tone, 0], np.float64) * self.share, dst=mixed)
        band = max(1, round(self.unit * 3))
        for start in range(0, rows, band):
            shift = self._ripple(start / self.unit, moment.seconds)
            slid(
                frame[top + start : min(top + rows, top + start + band)],
                mixed[start : start + band],
                shift,
            )

    def _ripple(self, deep: float, seconds: float) -> int:
        """Return how many pixels a row this far from the shore is moved to the right."""
        swing = math.sin(deep * 0.16 - seconds * 2.2) + math.sin(deep * 0.047 + seconds)
        return round((0.8 + deep * 0.012) * swing * 2.2 * self.unit)


def slid(target: Pixels, source: Pixels, shift: int) -> None:
    """Copy rows moved sideways; what leaves on one side comes in on the other."""
    shift %= target.shape[1]
    target[:, shift:] = source[:, : target.shape[1] - shift]
    target[:, :shift] = source[:, target.shape[1] - shift :]
