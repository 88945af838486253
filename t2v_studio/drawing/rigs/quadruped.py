"""An animal on four legs, at any phase of any gait."""

from __future__ import annotations

import math

from t2v_studio.drawing.colour import darker, lighter
from t2v_studio.drawing.rigs import faces, hide
from t2v_studio.drawing.rigs.breeds import Breed
from t2v_studio.drawing.rigs.gaits import GAITS, Gait, foot, heave
from t2v_studio.drawing.rigs.limbs import knee, limb, reach, wave
from t2v_studio.drawing.vector import Point, curve, ellipse, group

PHASES = 24
"""Pictures of one cycle."""
GRAZING = 132.0
"""Degrees that a neck leans forwards when its mouth is at the grass."""


def quadruped(breed: Breed, action: str, phase: float) -> str:
    """Return the animal doing something, at a phase in turns."""
    if action == "sleep":
        return _asleep(breed, phase)
    if action == "sit" or (action == "eat" and breed.marks == "panda"):
        return _seated(breed, phase)
    gait = GAITS.get(action, GAITS["stand"])
    _, pitch = heave(gait, phase)
    level = _level(breed, gait, phase)
    rock = math.sin(math.radians(pitch)) * breed.length / 2
    hip, shoulder = (-breed.length / 2, level + rock), (breed.length / 2, level - rock)
    if action == "swim":
        hip, shoulder = (hip[0], hip[1] + 8), (shoulder[0], shoulder[1] - 6)
    far = _leg(breed, gait, phase, 0, hip, far=True) + _leg(
        breed, gait, phase, 1, shoulder, far=True
    )
    near = _leg(breed, gait, phase, 2, hip, far=False) + _leg(
        breed, gait, phase, 3, shoulder, far=False
    )
    nod = {
        "eat": (16.0 if breed.trunk else GRAZING - breed.lean) + 6 * wave(phase * 2),
        "run": 4 * wave(phase, 0.3),
    }.get(action, 2.0 * wave(phase))
    skull = _skull(breed, shoulder, nod)
    face = faces.face(breed, skull, phase, running=action in {"run", "jump", "play"})
    if action == "eat":
        face = group(face, f"rotate(30 {skull[0]:.1f} {skull[1]:.1f})")
    return (
        far
        + hide.tail(breed, hip, phase, lively=action in {"run", "walk", "play", "dance"})
        + hide.neck(breed, shoulder, skull, back=True)
        + hide.body(breed, hip, shoulder)
        + near
        + hide.neck(breed, shoulder, skull, back=False)
        + face
    )


def reach_of(breed: Breed) -> tuple[float, float, float, float]:
    """Return the box (x, y, width, height) that holds the animal in every phase."""
    high = breed.legs + breed.depth + breed.neck + breed.head * 2 + 70
    back = breed.length / 2 + breed.legs * 0.75 + 75
    front = (
        breed.length / 2 + breed.neck + breed.head * (1.9 if breed.trunk else 1) + breed.snout + 40
    )
    return -back, -high, back + front, high + 14


def saddle(breed: Breed, action: str, phase: float) -> Point:
    """Return where somebody sits on the animal's back, at a phase in turns."""
    if action in {"sleep", "sit"}:
        return -breed.length * 0.1, -breed.length * 0.4 - breed.depth * 0.5
    gait = GAITS.get(action, GAITS["stand"])
    return -breed.length * 0.08, _level(breed, gait, phase) - breed.depth * 0.42


def _level(breed: Breed, gait: Gait, phase: float) -> float:
    """Return the height of the spine's middle."""
    up, _ = heave(gait, phase)
    return -breed.legs - breed.depth * 0.42 - up


def _skull(breed: Breed, shoulder: Point, nod: float) -> Point:
    base = shoulder[0] + breed.depth * 0.1, shoulder[1] - breed.depth * 0.16
    return reach(base, 180 - breed.lean - nod, breed.neck + breed.head * 0.35)


def _leg(breed: Breed, gait: Gait, phase: float, number: int, root: Point, *, far: bool) -> str:
    fore = number % 2 == 1
    forward, up = foot(gait, phase + gait.lags[number], breed.legs)
    inset = breed.depth * (0.02 if fore else -0.02) + (8 if far else -6)
    start = root[0] + inset, root[1] + breed.depth * 0.1
    end = start[0] + forward + (4 if fore else -6), -up - breed.leg_width * 0.3
    bone = (-start[1]) * (0.53 if gait.stride else 0.507)
    middle, end = knee(start, end, bone, 1.0 if fore else -1.0)
    tone = hide.leg_colour(breed)
    tone = darker(tone, 0.24) if far else tone
    width = breed.leg_width * (0.94 if far else 1.0)
    out = ""
    if not fore:
        out += ellipse(
            start[0] + 2, start[1] + breed.depth * 0.08, breed.depth * 0.3, breed.depth * 0.42, tone
        )
    out += limb((start, middle, end), width, tone)
    shoe = darker(breed.accent, 0.1 if far else 0) if hide.hoofed(breed) else lighter(tone, 0.25)
    return out + ellipse(end[0] + width * 0.22, end[1] - 1, width * 0.64, width * 0.36, shoe)


def _asleep(breed: Breed, phase: float) -> str:
    """Curled up on the ground, breathing."""
    breath = 2.5 * wave(phase)
    deep, half = breed.depth * 0.56, breed.length * 0.62
    body = ellipse(0, -deep * 0.95 - breath, half, deep + breath, breed.coat)
    body += ellipse(breed.length * 0.1, -deep * 0.42, half * 0.66, deep * 0.42, breed.belly)
    paws = ellipse(half * 0.72, -9, 34, 11, lighter(breed.coat, 0.2)) + ellipse(
        -half * 0.5, -9, 36, 11, darker(breed.coat, 0.1)
    )
    tail = curve(
        f"M{-half * 0.9} {-deep * 0.5}Q{-half * 1.15} -4 {-half * 0.3} -8",
        breed.leg_width * 0.8,
        darker(breed.coat, 0.08),
    )
    skull = half * 0.86, -breed.head * 0.92 - breath * 0.5
    return (
        body
        + hide.marks(breed, (-half * 0.55, -deep - breath), (half * 0.45, -deep - breath))
        + tail
        + paws
        + faces.face(breed, skull, phase, running=False, asleep=True)
    )


def _seated(breed: Breed, phase: float) -> str:
    """On its haunches, front legs straight."""
    high = breed.length * 0.62 + breed.legs * 0.42
    hip, shoulder = (-breed.length * 0.2, -breed.depth * 0.44), (breed.length * 0.2, -high)
    tone = hide.leg_colour(breed)
    legs = ""
    for x, shade in ((14, darker(tone, 0.22)), (-2, tone)):
        legs += limb(
            (
                (shoulder[0] + x, shoulder[1] + 12),
                (shoulder[0] + x + 6, shoulder[1] * 0.5),
                (shoulder[0] + x + 8, -6),
            ),
            breed.leg_width,
            shade,
        )
        legs += ellipse(
            shoulder[0] + x + 15,
            -6,
            breed.leg_width * 0.66,
            breed.leg_width * 0.38,
            lighter(shade, 0.2),
        )
    thigh = ellipse(hip[0] + 8, hip[1] + 4, breed.depth * 0.46, breed.depth * 0.42, tone)
    thigh += ellipse(
        hip[0] + breed.depth * 0.42,
        -8,
        breed.leg_width * 1.15,
        breed.leg_width * 0.42,
        lighter(tone, 0.2),
    )
    skull = _skull(breed, shoulder, 2.0 * wave(phase))
    return (
        hide.tail(breed, (hip[0], hip[1] + 16), phase, lively=True)
        + hide.neck(breed, shoulder, skull, back=True)
        + hide.body(breed, hip, shoulder)
        + legs + thigh
        + hide.neck(breed, shoulder, skull, back=False)
        + faces.face(breed, skull, phase, running=False)
    )  # fmt: skip
