"""Joints: where a knee goes when hip and foot are known, and how a limb is drawn."""

from __future__ import annotations

import math

from t2v_studio.drawing.vector import Point, curve


def reach(hip: Point, angle: float, length: float) -> Point:
    """Return the end of a bone that hangs at `angle` degrees: 0 is down, positive is forwards."""
    turn = math.radians(angle)
    return hip[0] + math.sin(turn) * length, hip[1] + math.cos(turn) * length


def knee(hip: Point, foot: Point, length: float, bend: float) -> tuple[Point, Point]:
    """Return knee and foot of two equal bones; a foot out of reach is drawn in.

    Args:
        hip: Where the limb begins.
        foot: Where it should end.
        length: Of each bone.
        bend: 1: the knee goes forwards; -1: backwards.
    """
    dx, dy = foot[0] - hip[0], foot[1] - hip[1]
    distance = max(1e-6, math.hypot(dx, dy))
    within = min(distance, 1.98 * length)
    foot = hip[0] + dx / distance * within, hip[1] + dy / distance * within
    height = math.sqrt(max(0.0, length * length - within * within / 4)) * bend
    middle = (hip[0] + foot[0]) / 2, (hip[1] + foot[1]) / 2
    return (middle[0] + dy / distance * height, middle[1] - dx / distance * height), foot


def limb(points: tuple[Point, Point, Point], width: float, colour: str) -> str:
    """Draw a limb through its joint, rounded as in a picture book."""
    (ax, ay), (bx, by), (cx, cy) = points
    ux, uy = (ax + bx) / 2, (ay + by) / 2
    lx, ly = (bx + cx) / 2, (by + cy) / 2
    data = f"M{ax:.1f} {ay:.1f}L{ux:.1f} {uy:.1f}Q{bx:.1f} {by:.1f} {lx:.1f} {ly:.1f}L{cx:.1f} {cy:.1f}"
    return curve(data, width, colour)


def wave(phase: float, lag: float = 0.0) -> float:
    """Return the sine of a phase in turns."""
    return math.sin(math.tau * (phase + lag))
