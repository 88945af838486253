"""Heads of animals: snout, eyes, ears, horns. Side view with a friendly eye."""

from __future__ import annotations

from t2v_studio.drawing.colour import darker, lighter
from t2v_studio.drawing.rigs.breeds import Breed
from t2v_studio.drawing.rigs.limbs import wave
from t2v_studio.drawing.vector import Point, circle, curve, ellipse, group, path, polygon, stroke


def face(breed: Breed, skull: Point, phase: float, *, running: bool, asleep: bool = False) -> str:
    """Draw the head with its centre at `skull`."""
    r = breed.head
    parts = [
        _horns(breed, r, behind=True),
        _ear(breed, r, phase, far=True, running=running),
        circle(0, 0, r, breed.coat),
        _cheek(breed, r),
        _snout(breed, r, phase, running=running),
        _eye(breed, r, phase, asleep=asleep),
        _ear(breed, r, phase, far=False, running=running),
        _horns(breed, r, behind=False),
    ]
    return group("".join(parts), f"translate({skull[0]:.1f} {skull[1]:.1f})")


def _cheek(breed: Breed, r: float) -> str:
    if breed.marks == "mask":
        return path(
            f"M{-r * 0.1} {r * 0.2}Q{r * 0.5} {-r * 0.05} {r} {r * 0.3}Q{r * 0.6} {r} {-r * 0.1} {r * 0.92}Q{-r * 0.6} {r * 0.7} {-r * 0.1} {r * 0.2}Z",
            breed.belly,
        )
    if breed.marks == "stripes" and breed.neck < 80:
        return "".join(
            stroke(
                [
                    (-r * 0.36 + k * r * 0.2, -r * 0.9 + abs(k - 1) * 3),
                    (-r * 0.3 + k * r * 0.2, -r * 0.55),
                ],
                r * 0.1,
                breed.accent,
            )
            for k in range(3)
        )
    return ""


def _snout(breed: Breed, r: float, phase: float, *, running: bool) -> str:
    length, wide = breed.snout, breed.snout_width
    tip = r * 0.5 + length, r * 0.34
    tone = (
        breed.belly
        if breed.snout < 32 or breed.marks in {"mask", "saddle"} or breed.ear == "round"
        else breed.coat
    )
    out = ""
    if breed.tongue and running:
        out += ellipse(tip[0] - 10, tip[1] + wide * 0.55, 8, 15 + 2 * wave(phase), "#f07f8c", 8)
    if breed.trunk:
        return _trunk(breed, r, phase)
    out += stroke([(r * 0.3, r * 0.28), (tip[0] - wide * 0.2, tip[1])], wide, tone)
    if breed.marks == "" and breed.snout > 52:
        out += ellipse(tip[0] - 4, tip[1], wide * 0.5, wide * 0.5, lighter(tone, 0.3))
    size = wide * (0.22 if breed.snout < 20 else 0.27)
    if breed.tail == "curl":
        out += (
            ellipse(tip[0] + 10, tip[1], wide * 0.28, wide * 0.44, breed.nose)
            + circle(tip[0] + 10, tip[1] - 6, 3, "#8f4a55")
            + circle(tip[0] + 10, tip[1] + 6, 3, "#8f4a55")
        )
    else:
        out += ellipse(tip[0] + wide * 0.18, tip[1] - wide * 0.22, size, size * 0.8, breed.nose)
    smile = f"M{tip[0] + wide * 0.1} {tip[1] + wide * 0.12}Q{tip[0] - wide * 0.4} {tip[1] + wide * 0.42} {tip[0] - wide * 0.8} {tip[1] + wide * 0.14}"
    out += curve(smile, 3, darker(breed.nose, 0.2), 0.8)
    if breed.tail == "long":
        out += "".join(
            stroke(
                [(tip[0] - 6, tip[1] + 2), (tip[0] + 30, tip[1] - 8 + k * 9)], 1.6, "#ffffff", 0.8
            )
            for k in range(3)
        )
    return out


def _trunk(breed: Breed, r: float, phase: float) -> str:
    swing = 14 * wave(phase)
    line = f"M{r * 0.6} {r * 0.2}C{r * 1.6} {r * 0.5} {r * 1.25} {r * 1.5} {r * 1.35 + swing} {r * 2.1}Q{r * 1.45 + swing} {r * 2.5} {r * 1.8 + swing} {r * 2.2}"
    tusk = path(
        f"M{r * 0.62} {r * 0.62}Q{r * 1.0} {r * 1.5} {r * 1.75} {r * 1.05}Q{r * 1.1} {r * 1.2} {r * 0.9} {r * 0.55}Z",
        "#fbf3df",
    )
    return curve(line, r * 0.46, breed.coat) + tusk


def _eye(breed: Breed, r: float, phase: float, *, asleep: bool) -> str:
    x, y = r * 0.34, -r * 0.16
    out = ellipse(x - 2, y, r * 0.32, r * 0.38, breed.accent, 20) if breed.marks == "panda" else ""
    if breed.marks == "mask" and breed.accent != breed.nose and breed.snout < 30:
        out += ellipse(x, y + 2, r * 0.46, r * 0.24, breed.accent, 10)
    if asleep or phase % 1 > 0.93:
        return out + curve(
            f"M{x - r * 0.17} {y}Q{x} {y + r * 0.14} {x + r * 0.17} {y}", 3.4, "#2a2430"
        )
    size = max(5.5, r * 0.15)
    out += (
        ellipse(x, y, size * 1.25, size * 1.45, "#ffffff")
        if breed.marks in {"panda", "mask"}
        else ""
    )
    return (
        out
        + ellipse(x + 1, y, size, size * 1.22, "#2a2430")
        + circle(x + size * 0.4, y - size * 0.4, size * 0.36, "#ffffff")
    )


def _ear(breed: Breed, r: float, phase: float, *, far: bool, running: bool) -> str:
    shift = r * 0.36 if far else 0
    tone = darker(breed.coat, 0.2) if far else breed.coat
    flap = (16 if running else 4) * wave(phase, 0.2)
    kind = breed.ear
    if kind == "flop":
        tone = darker(breed.accent, 0.15) if far else breed.accent
        ear = path(
            f"M{-r * 0.5} {-r * 0.75}Q{-r * 1.15} {-r * 0.3} {-r * 0.85} {r * 0.62}Q{-r * 0.3} {r * 0.6} {-r * 0.02} {-r * 0.72}Z",
            tone,
        )
        return group(
            ear,
            f"translate({shift * 0.8:.1f} 0) rotate({18 + flap if running else flap:.1f} {-r * 0.3:.1f} {-r * 0.7:.1f})",
        )
    if kind == "point":
        inner = polygon(
            [(-r * 0.5, -r * 0.9), (-r * 0.36, -r * 1.32), (-r * 0.16, -r * 0.95)],
            "#f2b8bd" if breed.marks != "mask" else breed.accent,
        )
        ear = (
            polygon([(-r * 0.78, -r * 0.6), (-r * 0.44, -r * 1.6), (r * 0.06, -r * 0.86)], tone)
            + inner
        )
        return group(ear, f"translate({shift * 1.6:.1f} {r * 0.05 if far else 0:.1f})")
    if kind == "long":
        ear = ellipse(-r * 0.3, -r * 1.55, r * 0.28, r * 0.95, tone, -14 - flap) + ellipse(
            -r * 0.3, -r * 1.5, r * 0.14, r * 0.72, breed.accent, -14 - flap
        )
        return group(ear, f"translate({shift:.1f} 0)")
    if kind == "fan":
        return (
            ""
            if far
            else ellipse(
                -r * 0.62, r * 0.02, r * (0.74 + 0.04 * wave(phase)), r * 0.98, breed.accent, 8
            )
            + ellipse(-r * 0.66, r * 0.04, r * 0.54, r * 0.76, lighter(breed.accent, 0.15), 8)
        )
    if kind == "leaf":
        return ellipse(
            -r * 0.55 + shift,
            -r * 0.86,
            r * 0.44,
            r * 0.2,
            tone,
            -38 + flap * 0.6 if far else 28 + flap * 0.6,
        )
    size = r * (0.5 if breed.tail == "long" and breed.legs < 40 else 0.34)
    dark = breed.accent if breed.marks == "panda" else tone
    return circle(-r * 0.5 + shift * 2, -r * 0.8, size, dark) + circle(
        -r * 0.48 + shift * 2,
        -r * 0.78,
        size * 0.55,
        breed.accent if breed.marks != "panda" else darker(dark, 0.2),
    )


def _horns(breed: Breed, r: float, *, behind: bool) -> str:
    bone = "#efe3cc"
    if breed.horn == "antlers" and behind:
        out = ""
        for dx in (-r * 0.25, r * 0.12):
            out += curve(
                f"M{dx} {-r * 0.8}C{dx - r * 0.9} {-r * 1.6} {dx - r * 0.5} {-r * 2.4} {dx + r * 0.1} {-r * 2.9}",
                8,
                "#a9855f",
            )
            out += curve(
                f"M{dx - r * 0.5} {-r * 1.7}Q{dx + r * 0.1} {-r * 1.9} {dx + r * 0.3} {-r * 2.3}",
                7,
                "#a9855f",
            )
            out += curve(
                f"M{dx - r * 0.42} {-r * 2.1}Q{dx - r * 0.9} {-r * 2.3} {dx - r * 0.9} {-r * 2.8}",
                6,
                "#a9855f",
            )
        return out
    if behind:
        return ""
    pieces = {
        "cow": path(
            f"M{-r * 0.2} {-r * 0.88}Q{-r * 0.2} {-r * 1.5} {r * 0.34} {-r * 1.56}Q{r * 0.06} {-r * 1.2} {r * 0.16} {-r * 0.84}Z",
            bone,
        ),
        "curl": curve(
            f"M{-r * 0.1} {-r * 0.85}Q{-r * 0.5} {-r * 1.9} {-r * 1.25} {-r * 1.4}",
            r * 0.26,
            "#b3a283",
        ),
        "one": polygon(
            [(-r * 0.02, -r * 0.88), (r * 0.62, -r * 2.5), (r * 0.44, -r * 0.74)], "#f2c14e"
        ),
        "nose": polygon([(r * 0.95, r * 0.05), (r * 1.6, -r * 0.95), (r * 1.55, r * 0.2)], bone)
        + polygon([(r * 0.5, -r * 0.35), (r * 0.78, -r * 0.86), (r * 0.86, -r * 0.2)], bone),
        "knobs": "".join(
            stroke([(dx, -r * 0.85), (dx + 2, -r * 1.5)], 7, breed.coat)
            + circle(dx + 2, -r * 1.55, 7, breed.accent)
            for dx in (-r * 0.2, r * 0.18)
        ),
    }
    if breed.horn == "tusks" and not breed.trunk:
        return path(
            f"M{r * 0.9} {r * 0.6}q{r * 0.26} {-r * 0.1} {r * 0.2} {-r * 0.44}q{r * 0.1} {r * 0.3} {r * 0.06} {r * 0.5}Z",
            bone,
        )
    return pieces.get(breed.horn, "")
