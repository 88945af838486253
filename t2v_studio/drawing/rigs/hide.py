"""Body, neck, tail and markings of an animal on four legs."""

from __future__ import annotations

import math
from random import Random

from t2v_studio.drawing.colour import darker, lighter, mix
from t2v_studio.drawing.rigs.breeds import Breed
from t2v_studio.drawing.rigs.limbs import wave
from t2v_studio.drawing.vector import Point, circle, curve, ellipse, path, stroke

HOOFED = {"hair", "tuft"}
"""Tails of animals with hooves."""


def hoofed(breed: Breed) -> bool:
    """Tell whether its feet are hooves."""
    return (
        (breed.tail in HOOFED and breed.ear != "round")
        or breed.marks == "wool"
        or breed.horn in {"antlers", "curl"}
    )


def leg_colour(breed: Breed) -> str:
    """Return the colour of its legs: those of a fox, a panda and a sheep are darker."""
    dark = breed.marks in {"panda", "wool"} or (breed.marks == "mask" and breed.tail == "bush")
    return breed.accent if dark else breed.coat


def body(breed: Breed, hip: Point, shoulder: Point) -> str:
    """Draw the trunk from hip to shoulder with belly, humps and markings."""
    rear, front = breed.depth * 0.47, breed.depth * 0.53
    dx, dy = shoulder[0] - hip[0], shoulder[1] - hip[1]
    length = max(1.0, math.hypot(dx, dy))
    nx, ny = -dy / length, dx / length
    middle = (hip[0] + shoulder[0]) / 2, (hip[1] + shoulder[1]) / 2

    def at(point: Point, away: float) -> str:
        return f"{point[0] - nx * away:.1f} {point[1] - ny * away:.1f}"

    shape = (f"M{at(hip, rear)}Q{at(middle, breed.depth * 0.44)} {at(shoulder, front)}"
             f"A{front} {front} 0 0 1 {at(shoulder, -front)}Q{at(middle, -breed.depth * 0.46)} {at(hip, -rear)}"
             f"A{rear} {rear} 0 0 1 {at(hip, rear)}Z")  # fmt: skip
    out = "".join(
        ellipse(
            hip[0] + dx * (k + 1) / (breed.hump + 1),
            middle[1] - breed.depth * 0.42,
            breed.length * 0.17,
            breed.depth * 0.42,
            breed.coat,
        )
        for k in range(breed.hump)
    )
    if breed.marks == "wool":
        out += _wool(breed, hip, shoulder)
    out += path(shape, breed.coat)
    under = (f"M{at(hip, -rear * 0.6)}Q{at(middle, breed.depth * 0.02)} {at(shoulder, -front * 0.3)}"
             f"Q{at(shoulder, -front * 1.02)} {at(middle, -breed.depth * 0.47)}Q{at(hip, -rear * 0.98)} {at(hip, -rear * 0.6)}Z")  # fmt: skip
    return out + path(under, breed.belly, 0.85) + marks(breed, hip, shoulder)


def marks(breed: Breed, hip: Point, shoulder: Point) -> str:
    """Draw what is on the coat: stripes, spots, patches, a saddle."""
    rng = Random(5)
    span, deep = shoulder[0] - hip[0], breed.depth

    def y(share: float) -> float:
        return hip[1] + (shoulder[1] - hip[1]) * share

    out = ""
    if breed.marks == "saddle":
        out = ellipse(
            hip[0] + span * 0.34, y(0.34) - deep * 0.26, span * 0.34, deep * 0.2, breed.accent, -4
        )
    if breed.marks == "patches":
        for at, up, rx, ry in (
            (0.1, 0.12, 0.2, 0.26),
            (0.52, 0.2, 0.19, 0.22),
            (0.86, -0.05, 0.15, 0.28),
        ):
            out += ellipse(
                hip[0] + span * at, y(at) - deep * up, span * rx, deep * ry, breed.accent, 14
            )
    if breed.marks == "stripes":
        for k in range(6):
            x = hip[0] + span * (k + 0.1) / 5.3
            top = y(k / 5) - deep * 0.46
            out += path(
                f"M{x - 7} {top}Q{x + 10} {top + deep * 0.2} {x + 1} {top + deep * 0.52}Q{x + 14} {top + deep * 0.2} {x + 10} {top}Z",
                breed.accent,
                0.85,
            )
    if breed.marks in {"spots", "dots"}:
        tone, size = (
            (breed.accent, 1.0) if breed.marks == "spots" else (lighter(breed.coat, 0.65), 0.5)
        )
        for k in range(16):
            at, up = (k % 6) / 5 + rng.uniform(-0.06, 0.06), rng.uniform(-0.16, 0.42)
            out += ellipse(
                hip[0] + span * at, y(at) - deep * up, 10 * size, 8 * size, tone, rng.uniform(0, 90)
            )
    if breed.marks == "panda":
        out = ellipse(shoulder[0] - 6, shoulder[1] + 2, deep * 0.27, deep * 0.56, breed.accent, 8)
    return out


def neck(breed: Breed, shoulder: Point, skull: Point, *, back: bool) -> str:
    """Draw the neck and mane: `back` is what lies behind the body."""
    base = shoulder[0] + breed.depth * 0.06, shoulder[1] - breed.depth * 0.08
    if not back:
        if breed.mane == "ring":
            return "".join(circle(skull[0] - 8 + math.cos(a) * breed.head * 0.72, skull[1] + 6 + math.sin(a) * breed.head * 0.78, breed.head * 0.62, breed.accent)
                           for a in (k * math.tau / 9 for k in range(9)))  # fmt: skip
        return stroke([base, skull], breed.neck_width * 0.86, breed.coat) + _spotted_neck(
            breed, base, skull
        )
    if breed.mane != "crest":
        return ""
    dx, dy = skull[0] - base[0], skull[1] - base[1]
    out = ""
    for k in range(7):
        share = k / 6
        x, y = base[0] + dx * share - breed.neck_width * 0.36, base[1] + dy * share - 8
        out += ellipse(x, y, breed.neck_width * 0.3, breed.neck_width * 0.42, breed.accent, -30)
    return out


def tail(breed: Breed, hip: Point, phase: float, *, lively: bool) -> str:
    """Draw the tail, swinging."""
    swing = wave(phase * (2 if lively else 1)) * (1.0 if lively else 0.45)
    x, y = hip[0] - breed.depth * 0.36, hip[1] - breed.depth * 0.22
    kind = breed.tail
    if kind == "wag":
        return curve(
            f"M{x + 14} {y + 8}Q{x - 34} {y - 10} {x - 44 + swing * 12} {y - 62 - swing * 10}",
            15,
            breed.coat,
        )
    if kind == "long":
        return curve(
            f"M{x + 14} {y + 8}C{x - 70} {y + 14} {x - 40 - swing * 20} {y - 60} {x - 86 + swing * 14} {y - 74 + swing * 18}",
            breed.leg_width * 0.62,
            breed.coat,
        )
    if kind == "bush":
        tip = x - 96, y + 4 + swing * 22
        return (curve(f"M{x + 12} {y + 8}Q{x - 40} {y - 6} {tip[0] + 18} {tip[1]}", 34, breed.coat)
                + circle(tip[0] + 6, tip[1], 15, breed.belly))  # fmt: skip
    if kind == "hair":
        bend = f"M{x + 16} {y}C{x - 40} {y - 34} {x - 66} {y + 20 + swing * 16} {x - 52 + swing * 22} {y + 92}"
        return curve(bend, 26, breed.accent) + curve(bend, 12, lighter(breed.accent, 0.14))
    if kind == "tuft":
        end = x - 26 + swing * 18, y + 66
        return curve(
            f"M{x + 14} {y + 4}Q{x - 26} {y + 10} {end[0]} {end[1]}", 9, breed.coat
        ) + ellipse(end[0], end[1] + 10, 11, 18, breed.accent, swing * 20)
    if kind == "curl":
        return f'<path d="M{x + 12} {y + 16}q-30 2 -26 -18t20 -4t-8 22" fill="none" stroke="{breed.accent}" stroke-width="8" stroke-linecap="round"/>'
    if kind == "puff":
        return circle(x + 2, y + 8 + swing * 2, breed.depth * 0.2, lighter(breed.belly, 0.4))
    return ellipse(x + 6, y + 10, 16, 12, darker(breed.coat, 0.1), -30 + swing * 10)


def _wool(breed: Breed, hip: Point, shoulder: Point) -> str:
    out = ""
    for k in range(14):
        angle = math.tau * k / 14
        x = (hip[0] + shoulder[0]) / 2 + math.cos(angle) * (breed.length * 0.62)
        y = (hip[1] + shoulder[1]) / 2 + math.sin(angle) * breed.depth * 0.46
        out += circle(
            x,
            y,
            breed.depth * 0.24,
            mix(breed.coat, "#d9d2c6", 0.3 if math.sin(angle) > 0.3 else 0.0),
        )
    return out


def _spotted_neck(breed: Breed, base: Point, skull: Point) -> str:
    if breed.marks not in {"spots", "stripes"} or breed.neck < 80:
        return ""
    count = round(breed.neck / 26)
    places = [
        (
            base[0] + (skull[0] - base[0]) * (k + 0.7) / (count + 1),
            base[1] + (skull[1] - base[1]) * (k + 0.7) / (count + 1),
        )
        for k in range(count)
    ]
    if breed.marks == "stripes":
        return "".join(
            stroke([(x - 18, y - 6), (x + 12, y + 2)], 8, breed.accent, 0.85) for x, y in places
        )
    return "".join(
        ellipse(x + (-7 if k % 2 else 7), y, 9, 8, breed.accent) for k, (x, y) in enumerate(places)
    )
