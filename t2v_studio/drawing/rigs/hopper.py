"""A kangaroo: upright, on two long feet, its tail the counterweight. It stands on y = 0."""

from __future__ import annotations

from t2v_studio.drawing.colour import darker, lighter
from t2v_studio.drawing.rigs.limbs import limb, reach, wave
from t2v_studio.drawing.vector import Point, circle, curve, ellipse, group, path

PHASES = 24
BOX = (-290.0, -500.0, 490.0, 545.0)
HOPS = {"run": 74.0, "walk": 44.0, "dance": 26.0, "jump": 0.0}
"""Action -> how high it goes by itself; who jumps is lifted as a whole."""
SECONDS = {"run": 0.55, "jump": 0.9, "walk": 0.85, "dance": 0.8}


def kangaroo(coat: str, action: str, phase: float) -> str:
    """Return the kangaroo at a phase of its hop, or standing and looking about."""
    hops = action in HOPS
    air = abs(wave(phase / 2)) if hops else 0.0
    crouch = max(0.0, 1 - 3 * air) if hops else 0.12 + 0.05 * wave(phase)
    lean = 30 + 14 * air if hops else 16 + 1.5 * wave(phase)
    hip = (-34.0, -112 + 34 * crouch - 30 * air)
    chest = reach(hip, 180 - lean, 150)
    skull = reach(chest, 180 - lean * 0.5, 74)
    dark = darker(coat, 0.16)
    body = (
        _tail(hip, dark, air, phase)
        + _leg((hip[0] + 16, hip[1]), air, crouch, dark)
        + _arm((chest[0] + 10, chest[1] + 34), dark, phase)
        + _body(hip, chest, coat)
        + _leg(hip, air, crouch, coat)
        + _arm((chest[0] + 22, chest[1] + 30), coat, phase + 0.1)
        + _head(chest, skull, coat, phase)
    )
    return group(body, f"translate(0 {-HOPS.get(action, 0.0) * air:.1f})")


def _body(hip: Point, chest: Point, coat: str) -> str:
    (hx, hy), (cx, cy) = hip, chest
    back = f"M{hx - 66} {hy + 14}Q{hx - 62} {hy - 66} {cx - 30} {cy - 6}Q{cx + 4} {cy - 30} {cx + 34} {cy + 4}Q{cx + 40} {cy + 60} {hx + 58} {hy - 6}Q{hx + 44} {hy + 52} {hx - 12} {hy + 50}Q{hx - 58} {hy + 50} {hx - 66} {hy + 14}Z"
    front = f"M{cx + 32} {cy + 14}Q{cx + 36} {cy + 62} {hx + 54} {hy - 4}Q{hx + 40} {hy + 44} {hx + 12} {hy + 38}Q{hx + 10} {hy - 30} {cx + 14} {cy + 26}Z"
    return path(back, coat) + path(front, lighter(coat, 0.5)) + circle(hx - 14, hy + 4, 52, coat)


def _tail(hip: Point, tone: str, air: float, phase: float) -> str:
    x, y = hip[0] - 48, hip[1] + 22
    rest = min(-14.0, y + 84)
    tip = rest - 70 * air + 4 * wave(phase, 0.2)
    line = f"M{x + 20} {y - 26}Q{x - 70} {y + 40} {x - 178} {tip - 6}Q{x - 186} {tip + 10} {x - 168} {tip + 10}Q{x - 60} {max(y + 74, tip - 4)} {x + 24} {y + 26}Z"
    return path(line, tone)


def _leg(hip: Point, air: float, crouch: float, tone: str) -> str:
    """A long foot: under the body on the ground, trailing in the air."""
    knee = hip[0] + 52 - 16 * air, hip[1] + 44 + 10 * crouch
    heel = hip[0] - 26 - 34 * air, min(-16.0, hip[1] + 96 - 14 * air)
    thigh = limb((hip, (hip[0] + 36, hip[1] + 10), knee), 46, tone)
    shin = limb((knee, ((knee[0] + heel[0]) / 2, (knee[1] + heel[1]) / 2 + 2), heel), 25, tone)
    foot = "M0 -10Q50 -14 96 -2Q108 8 94 12H4Q-14 10 -10 -4Z"
    return thigh + shin + group(path(foot, darker(tone, 0.1)), f"translate({heel[0]:.1f} {heel[1] + 4:.1f}) rotate({48 * air:.1f})")  # fmt: skip


def _arm(start: Point, tone: str, phase: float) -> str:
    elbow = reach(start, 22 + 4 * wave(phase), 44)
    hand = reach(elbow, 78 + 8 * wave(phase), 36)
    return limb((start, elbow, hand), 17, tone) + circle(*hand, 9.5, darker(tone, 0.3))


def _head(chest: Point, skull: Point, coat: str, phase: float) -> str:
    neck = limb(((chest[0] + 2, chest[1] + 8), ((chest[0] + skull[0]) / 2 + 4, (chest[1] + skull[1]) / 2), skull), 46, coat)  # fmt: skip
    ears = "".join(
        ellipse(x, -52, 13, 36, tone, turn) + ellipse(x + 2, -50, 6, 25, "#f2b8a5", turn)
        for x, turn, tone in ((-22, -20 + 5 * wave(phase), darker(coat, 0.15)), (2, 4, coat))
    )
    face = ellipse(0, 0, 36, 32, coat) + ellipse(34, 12, 34, 20, lighter(coat, 0.14), 14)
    face += ellipse(62, 12, 9, 8, "#3a2f33") + curve("M58 26q-14 10 -30 6", 3.5, "#6b4a3c")
    eye = "M6 -8q8 6 16 0" if phase % 1 > 0.94 else ""
    face += curve(eye, 3.5, "#2a2430") if eye else circle(14, -7, 7, "#2a2430") + circle(16, -10, 2.3, "#ffffff")  # fmt: skip
    return neck + group(ears + face, f"translate({skull[0]:.1f} {skull[1]:.1f}) rotate(-6)")
