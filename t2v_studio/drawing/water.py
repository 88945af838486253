"""Water: waves in rows, a mirror that ripples, glitter under the sun."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from t2v_studio.drawing.canvas import FLOOR, Canvas, Layer, Moment
from t2v_studio.drawing.colour import lighter, mix
from t2v_studio.drawing.sky import Twinkle, orb_place, spark
from t2v_studio.drawing.vector import Pixels, curve, ellipse, path


def swell(
    canvas: Canvas, y: float, height: float, length: float, tone: str, *, depth: float, haze: float = 0,
    drift: float = 0, bob: float = 0, beat: float = 4, foam: float = 0.5,
) -> Layer:  # fmt: skip
    """Make a row of waves: pointed crests with a light edge, moving sideways and up and down."""
    count = max(1, round(canvas.period / length))
    step = canvas.period / count
    line = f"M0 {y:.1f}" + "".join(
        f"Q{(k + 0.5) * step:.1f} {y + height * 2:.1f} {(k + 1) * step:.1f} {y:.1f}"
        for k in range(count)
    )
    body = path(f"{line}V{FLOOR}H0Z", tone)
    body += curve(line, max(2.0, height * 0.16), lighter(tone, 0.55), foam)
    for _ in range(round(count * 1.6)):
        x, row = canvas.rng.uniform(0, canvas.period), y + canvas.rng.uniform(1.8, 5) * height
        wide = canvas.rng.uniform(0.12, 0.4) * length
        body += f'<g opacity="0.3">{ellipse(x, row, wide, height * 0.09, lighter(tone, 0.5))}</g>'
    return canvas.layer(
        body,
        depth=depth,
        top=y - height,
        haze=haze,
        drift=drift,
        sway=(height * 0.5, bob, beat),
        frost=0,
    )


def sea(canvas: Canvas, horizon: float, *, tones: tuple[str, str] = ("#59b5d6", "#1f6f9f"),
        rows: int = 6, rough: float = 1.0) -> list[Layer]:  # fmt: skip
    """Make rows of waves from the horizon (units) to below the frame, growing towards us."""
    sheet = canvas.layer(path(f"M0 {horizon}H{canvas.period}V{FLOOR}H0Z", tones[0]), depth=0.05,
                         top=horizon, haze=0.55, frost=0)  # fmt: skip
    out = [sheet]
    for row in range(rows):
        share = (row + 0.55) / rows
        y = horizon + (1000 - horizon) * share**1.5
        out.append(
            swell(
                canvas, y, (3 + 15 * share) * rough, 60 + 230 * share, mix(*tones, share), depth=0.15 + 0.85 * share,
                haze=0.35 * (1 - share), drift=(-1) ** row * (8 + 26 * share), bob=(2 + 9 * share) * rough,
                beat=3.2 + row * 0.7, foam=0.25 + 0.35 * share,
            )
        )  # fmt: skip
    return out


def glitter(canvas: Canvas, horizon: float, bottom: float, count: int = 90) -> Twinkle:
    """Make the path of light that sun or moon lay on the water, between two heights in units."""
    across, _ = orb_place(canvas, horizon / 1000)
    tone = canvas.light.glow
    lights = tuple(_glint(canvas, wide, tone) for wide in (10, 18, 30))
    rows = []
    for _ in range(count):
        share = canvas.rng.random() ** 1.4
        spread = (0.025 + 0.11 * share) * canvas.height
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
        lift = moment.rise * 0.3
        top = min(frame.shape[0] - 1, max(1, round((self.shore + lift) * self.unit)))
        rows = min(frame.shape[0] - top, top)
        image = frame[top - rows : top][::-1]
        target = frame[top : top + rows]
        band = max(1, round(self.unit * 3))
        sunk = np.array(self.tone, np.float32)
        tinted = image.astype(np.uint16)
        keep = round(256 * (1 - self.share))
        mixed = ((tinted * keep + (sunk * (256 - keep)).astype(np.uint16)) >> 8).astype(np.uint8)
        for start in range(0, rows, band):
            deep = start / self.unit
            swing = math.sin(deep * 0.16 - moment.seconds * 2.2) + math.sin(
                deep * 0.047 + moment.seconds
            )
            shift = round((0.8 + deep * 0.012) * swing * 2.2 * self.unit)
            target[start : start + band] = np.roll(mixed[start : start + band], shift, axis=1)
