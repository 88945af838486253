"""Cars whose wheels turn, a rocket with its flame, a hot-air balloon. They stand on y = 0."""

from __future__ import annotations

import math
from dataclasses import dataclass

from t2v_studio.drawing.colour import darker, lighter
from t2v_studio.drawing.rigs.limbs import wave
from t2v_studio.drawing.vector import circle, ellipse, group, path, rect, stroke

PHASES = 12
GLASS = "#cfe8f5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coach:
    """The build of a car, 400 units long."""

    paint: str
    roof: float = 78.0
    """Height of the cabin."""
    nose: float = 0.3
    """Share of the length before the windscreen's foot."""
    tail: float = 0.14
    """Share of the length behind the rear window's foot."""
    sign: str = ""
    """taxi or police."""


COACHES = {
    "car": Coach(paint="#e5534b"),
    "suv": Coach(paint="#4f8fd0", roof=96, nose=0.24, tail=0.04),
    "taxi": Coach(paint="#f6c332", sign="taxi"),
    "police car": Coach(paint="#f4f6f8", sign="police"),
}
"""Subject key -> build."""

CAR_BOX = (-225.0, -225.0, 450.0, 232.0)
BALLOON_BOX = (-170.0, -448.0, 340.0, 452.0)
ROCKET_BOX = (-130.0, -440.0, 260.0, 560.0)


def car(coach: Coach, phase: float) -> str:
    """Return a car driving to the right; its wheels make a fifth of a turn in a cycle."""
    tone, low, high = coach.paint, -52.0, -118.0
    left, right = -200.0, 200.0
    rear, front = left + 400 * coach.tail, right - 400 * coach.nose
    roof = high - coach.roof
    body = path(
        f"M{left} {low}V{high + 18}Q{left} {high} {left + 22} {high}H{right - 60}Q{right} {high + 8} {right} {low - 14}V{low + 8}Q{right} {low + 22} {right - 20} {low + 22}H{left + 16}Q{left} {low + 22} {left} {low}Z",
        tone,
    )
    cabin = path(
        f"M{rear} {high + 4}Q{rear + 14} {roof} {rear + 56} {roof}H{front - 74}Q{front - 40} {roof} {front + 6} {high + 4}Z",
        tone,
    )
    panes = path(
        f"M{rear + 22} {high + 2}Q{rear + 32} {roof + 16} {rear + 60} {roof + 16}H{(rear + front) / 2 - 12}V{high + 2}Z",
        GLASS,
    )
    panes += path(
        f"M{(rear + front) / 2 + 2} {high + 2}V{roof + 16}H{front - 76}Q{front - 52} {roof + 16} {front - 18} {high + 2}Z",
        GLASS,
    )
    trim = rect(left, low - 6, 400, 12, darker(tone, 0.2)) + rect(
        left + 20, high + 10, 340, 6, lighter(tone, 0.35), radius=3
    )
    trim += ellipse(right - 12, high + 34, 15, 17, "#fff3c0") + rect(
        left, high + 20, 14, 26, "#d1352f", radius=5
    )
    trim += stroke(
        [((rear + front) / 2 + 20, high + 26), ((rear + front) / 2 + 46, high + 26)],
        6,
        darker(tone, 0.35),
    )
    return (
        _sign(coach, (rear + front) / 2, roof)
        + cabin
        + panes
        + body
        + trim
        + wheel(-112, phase)
        + wheel(118, phase)
    )


def wheel(x: float, phase: float, radius: float = 46.0) -> str:
    """Draw a wheel on the ground with five spokes."""
    y = -radius
    spokes = "".join(
        stroke(
            [(0, 0), (math.sin(turn) * radius * 0.5, math.cos(turn) * radius * 0.5)],
            radius * 0.16,
            "#8f98a6",
        )
        for turn in (math.tau * (k - phase) / 5 for k in range(5))
    )
    tyre = circle(0, 0, radius * 1.12, "#2c303c") + circle(0, 0, radius * 0.66, "#d6dbe2")
    return group(tyre + spokes + circle(0, 0, radius * 0.16, "#5d6470"), f"translate({x} {y})")


def _sign(coach: Coach, x: float, roof: float) -> str:
    if coach.sign == "taxi":
        return rect(x - 34, roof - 22, 68, 26, "#33343c", radius=6) + rect(
            x - 26, roof - 17, 52, 12, "#fff3c0", radius=3
        )
    if coach.sign == "police":
        return rect(x - 34, roof - 18, 34, 22, "#e5484d", radius=6) + rect(
            x, roof - 18, 34, 22, "#3f7fe0", radius=6
        )
    return ""


def rocket(tone: str, phase: float) -> str:
    """Return a rocket that flies upwards, its flame flickering."""
    reach = 1 + 0.16 * wave(phase) + 0.08 * wave(phase * 3)
    flame = path(f"M-34 -8Q-46 {50 * reach} 0 {112 * reach}Q46 {50 * reach} 34 -8Z", "#ff8a3c")
    flame += path(f"M-20 -8Q-26 {34 * reach} 0 {72 * reach}Q26 {34 * reach} 20 -8Z", "#ffd257")
    fins = path("M-58 -130Q-118 -70 -104 -4Q-74 -44 -44 -46Z", tone) + path(
        "M58 -130Q118 -70 104 -4Q74 -44 44 -46Z", darker(tone, 0.15)
    )
    body = path(
        "M0 -430Q92 -330 66 -100Q60 -40 44 -16H-44Q-60 -40 -66 -100Q-92 -330 0 -430Z", "#f4f6fa"
    )
    body += path("M0 -430Q92 -330 66 -100Q60 -40 44 -16H14Q44 -220 0 -430Z", "#cfd6e2")
    tip = path("M0 -430Q48 -384 66 -312Q0 -286 -66 -312Q-48 -384 0 -430Z", tone)
    window = (
        circle(0, -226, 40, "#8f98a6")
        + circle(0, -226, 30, "#7fc8f0")
        + ellipse(-9, -236, 10, 7, "#e9f8ff", -30)
    )
    return (
        flame
        + fins
        + body
        + tip
        + window
        + rect(-48, -30, 96, 22, "#6b7484", radius=8)
        + path("M-12 -110Q0 -124 12 -110V-8H-12Z", darker(tone, 0.1))
    )


def balloon(tone: str, phase: float) -> str:
    """Return a hot-air balloon, its burner flickering."""
    second = "#fff3d6"
    hull = path(
        "M0 -440C-120 -440 -168 -350 -150 -268C-138 -210 -70 -170 -44 -118H44C70 -170 138 -210 150 -268C168 -350 120 -440 0 -440Z",
        tone,
    )
    bands = "".join(
        path(
            f"M{s * 26} -436C{s * 96} -420 {s * 112} -340 {s * 98} -268C{s * 88} -214 {s * 40} -170 {s * 26} -118H{s * 8}C{s * 18} -190 {s * 44} -230 {s * 46} -290C{s * 46} -380 {s * 20} -420 {s * 8} -440Z",
            second,
        )
        for s in (-1, 1)
    )
    ropes = stroke([(-40, -118), (-30, -58)], 4, "#6b4a36") + stroke(
        [(40, -118), (30, -58)], 4, "#6b4a36"
    )
    fire = ellipse(0, -104, 9, 16 + 7 * wave(phase * 2), "#ffb347")
    return (
        hull
        + bands
        + fire
        + ropes
        + rect(-40, -60, 80, 60, "#b9794a", radius=10)
        + rect(-44, -66, 88, 14, "#8a5a3c", radius=6)
    )
