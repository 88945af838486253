"""A person in any outfit and any pose. About 400 units high, with the large head of picture books."""

from __future__ import annotations

from dataclasses import replace

from t2v_studio.drawing.colour import darker, lighter
from t2v_studio.drawing.rigs import gear
from t2v_studio.drawing.rigs.hands import ROOM, Load, arm_of
from t2v_studio.drawing.rigs.limbs import limb, reach
from t2v_studio.drawing.rigs.poses import ACTS, Pose
from t2v_studio.drawing.rigs.wardrobe import Outfit
from t2v_studio.drawing.vector import Point, circle, curve, ellipse, group, path, stroke

THIGH, SHIN, TRUNK, UPPER, FORE, HEAD = 74.0, 76.0, 116.0, 58.0, 56.0, 50.0
PHASES = 24
BOX = (-210.0, -470.0, 420.0, 490.0)
"""x, y, width, height that hold everybody in every upright pose."""
LYING = (-205.0, -330.0, 465.0, 440.0)
"""The same for who lies in the air, in the water or in bed."""


def person(outfit: Outfit, action: str, phase: float, held: Load | None = None) -> str:
    """Return the person doing something, at a phase in turns, with something in the hand."""
    act, _ = ACTS.get(action, ACTS["stand"])
    pose = act(phase)
    pose = replace(pose, near_arm=arm_of(pose, held, action))
    k = outfit.grown
    hip = (0.0, _hip(pose, k))
    body = _figure(outfit, pose, hip, phase, held)
    if pose.turn:
        body = group(body, f"rotate({pose.turn:.1f} 0 {hip[1]:.1f})")
    return body


def box_of(action: str, held: Load | None = None) -> tuple[float, float, float, float]:
    """Return the box (x, y, width, height) that holds the person throughout an action."""
    act, _ = ACTS.get(action, ACTS["stand"])
    left, top, wide, high = LYING if act(0.0).turn else BOX
    room = ROOM if held and held.raised else 0.0
    return left, top - room, wide, high + room


def seat(outfit: Outfit, action: str) -> float:
    """Return how high above its feet the person touches what it sits on; 0 for who stands."""
    if action != "ride":
        return 0.0
    act, _ = ACTS[action]
    return -_hip(act(0.0), outfit.grown) - 14


def way(outfit: Outfit, action: str) -> float:
    """Return how far the foot that bears goes back in a cycle, in units of the rig."""
    act, _ = ACTS.get(action, ACTS["stand"])
    gone = 0.0
    before = _feet(act(0.0), outfit.grown)
    for step in range(1, PHASES + 1):
        after = _feet(act(step / PHASES), outfit.grown)
        bears = 0 if before[0][1] >= before[1][1] else 1
        gone += max(0.0, before[bears][0] - after[bears][0])
        before = after
    return gone


def _feet(pose: Pose, k: float) -> tuple[Point, Point]:
    """Return where the near and the far foot are, from the hip."""
    near, far = (
        reach(reach((0, 0), upper, THIGH * k), lower, SHIN * k)
        for upper, lower in (pose.near_leg, pose.far_leg)
    )
    return near, far


def _hip(pose: Pose, k: float) -> float:
    """Return the height of the hip: the lower foot touches the ground."""
    return -(max(low for _, low in _feet(pose, k)) + 12 + pose.up)


def _figure(outfit: Outfit, pose: Pose, hip: Point, phase: float, held: Load | None) -> str:
    k = outfit.grown
    chest = reach(hip, 180 - pose.lean, TRUNK * k)
    skull = reach(chest, 180 - pose.lean - pose.nod, HEAD * 0.92)
    sleeve = outfit.top
    parts = [
        gear.behind(outfit, chest, hip, skull, phase),
        _arm(outfit, chest, pose.far_arm, darker(sleeve, 0.22), far=True),
        _leg(outfit, hip, pose.far_leg, far=True),
        _leg(outfit, hip, pose.near_leg, far=False),
        _trunk(outfit, chest, hip, pose, phase),
        gear.hair_behind(outfit, skull, phase),
        _head(outfit, skull, phase, tilt=pose.lean + pose.nod),
        _arm(outfit, chest, pose.near_arm, darker(sleeve, 0.09), far=False, load=held),
    ]
    return "".join(parts)


def _leg(outfit: Outfit, hip: Point, angles: tuple[float, float], *, far: bool) -> str:
    k = outfit.grown
    start = hip[0] + (7 if far else -5), hip[1] - 2
    knee = reach(start, angles[0], THIGH * k)
    foot = reach(knee, angles[1], SHIN * k)
    bare = outfit.dress
    tone = outfit.skin if bare else outfit.bottom
    tone = darker(tone, 0.22) if far else tone
    shoe = darker(outfit.shoes, 0.2) if far else outfit.shoes
    out = limb((start, knee, foot), 24 if bare else 33, tone)
    return out + group(
        ellipse(9, 0, 25, 13, shoe),
        f"translate({foot[0]:.1f} {foot[1]:.1f}) rotate({-angles[1] * 0.55:.1f})",
    )


def _arm(
    outfit: Outfit,
    chest: Point,
    angles: tuple[float, float],
    tone: str,
    *,
    far: bool,
    load: Load | None = None,
) -> str:
    k = max(0.88, outfit.grown)
    start = chest[0] + (13 if far else -9), chest[1] + 16
    elbow = reach(start, angles[0], UPPER * k)
    hand = reach(elbow, angles[1], FORE * k)
    skin = darker(outfit.skin, 0.16) if far else outfit.skin
    if load:
        held = group(load.body, f"translate({hand[0]:.1f} {hand[1]:.1f})")
    else:
        held = "" if far else gear.held(outfit, hand, angles[1])
    out = limb((start, elbow, hand), 25, tone)
    return out + held + circle(hand[0], hand[1], 13.5, skin)


def _trunk(outfit: Outfit, chest: Point, hip: Point, pose: Pose, phase: float) -> str:
    wide = 33.0
    body = (f"M{chest[0] - wide} {chest[1] + 22}Q{chest[0] - wide} {chest[1] - 6} {chest[0]} {chest[1] - 8}"
            f"Q{chest[0] + wide} {chest[1] - 6} {chest[0] + wide} {chest[1] + 22}"
            f"L{hip[0] + wide} {hip[1] + 2}Q{hip[0]} {hip[1] + 18} {hip[0] - wide} {hip[1] + 2}Z")  # fmt: skip
    out = path(body, outfit.top)
    if outfit.dress:
        spread = 62 + 10 * abs(pose.near_leg[0]) / 30
        swing = pose.lean * 1.2
        hem = hip[1] + 66 * outfit.grown
        out += path(f"M{hip[0] - 31} {hip[1] - 24}Q{hip[0]} {hip[1] - 34} {hip[0] + 31} {hip[1] - 24}L{hip[0] + spread - swing} {hem}"
                    f"Q{hip[0] - swing} {hem + 20} {hip[0] - spread - swing} {hem}Z", outfit.bottom)  # fmt: skip
        out += curve(
            f"M{hip[0] - spread - swing} {hem}Q{hip[0] - swing} {hem + 20} {hip[0] + spread - swing} {hem}",
            7,
            lighter(outfit.bottom, 0.4),
        )
    else:
        out += stroke(
            [(hip[0] - 30, hip[1] - 4), (hip[0] + 30, hip[1] - 4)], 9, darker(outfit.bottom, 0.25)
        )
    if outfit.apron:
        out += path(
            f"M{chest[0] - 4} {chest[1] + 20}H{chest[0] + 30}L{hip[0] + 34} {hip[1] + 40}H{hip[0] - 4}Z",
            outfit.apron,
            0.9,
        )
    return out + gear.front(outfit, chest, hip, phase)


def _head(outfit: Outfit, skull: Point, phase: float, *, tilt: float) -> str:
    r, skin = HEAD, outfit.skin
    out = circle(0, 0, r, skin) + circle(-r * 0.12, r * 0.16, r * 0.19, darker(skin, 0.12))
    out += ellipse(r * 0.96, r * 0.14, r * 0.15, r * 0.12, darker(skin, 0.06))
    blink = phase % 1 > 0.94
    for x, size in ((r * 0.36, 6.2), (r * 0.76, 5.4)):
        out += (
            curve(f"M{x - 6} 0Q{x} 5 {x + 6} 0", 3.2, "#2a2430")
            if blink
            else ellipse(x, -r * 0.04, size, size * 1.35, "#2a2430")
            + circle(x + 2, -r * 0.1, 2, "#ffffff")
        )
    out += curve(f"M{r * 0.36} {r * 0.42}Q{r * 0.58} {r * 0.62} {r * 0.8} {r * 0.38}", 4, "#9c4a44")
    out += ellipse(r * 0.2, r * 0.32, r * 0.17, r * 0.11, "#ef8f80") if not outfit.beard else ""
    out += gear.hair(outfit, r) + gear.hat(outfit, r)
    return group(out, f"translate({skull[0]:.1f} {skull[1]:.1f}) rotate({tilt * 0.7:.1f})")
