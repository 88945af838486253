"""Birds in flight, seen from the side: the near wing beats before the body, the far one behind."""

from __future__ import annotations

from dataclasses import dataclass

from t2v_studio.drawing.colour import darker, lighter
from t2v_studio.drawing.rigs.limbs import wave
from t2v_studio.drawing.vector import circle, ellipse, path, polygon

PHASES = 16
BOX = (-200.0, -200.0, 420.0, 400.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plumage:
    """The build of a bird; `neck` stretches it as in swans and geese."""

    body: str
    wing: str
    belly: str
    beak: str = "#f2a93b"
    head: str = ""
    neck: float = 0.0
    hook: bool = False
    beat: float = 0.7
    """Seconds of one beat of the wings."""


BIRDS = {
    "bird": Plumage(body="#4f8fd0", wing="#3a74b0", belly="#f7e3c3", beat=0.5),
    "eagle": Plumage(body="#6b4a36", wing="#553828", belly="#7d5a42", head="#fbf6ec", hook=True, beat=1.1),
    "dove": Plumage(body="#fbfbf8", wing="#e4e8ee", belly="#ffffff", beak="#e8a0a0", beat=0.55),
    "goose": Plumage(body="#b9a58c", wing="#94806a", belly="#efe6d8", neck=46, head="#5a4a42", beat=0.8),
    "swan": Plumage(body="#fdfdfb", wing="#e6eaf0", belly="#ffffff", neck=64, beat=0.9),
    "duck": Plumage(body="#a58f78", wing="#8a745f", belly="#e6dccb", neck=18, head="#3f8b5a", beat=0.5),
    "flamingo": Plumage(body="#f7a0b5", wing="#ee7f9b", belly="#fbc0cd", neck=70, beak="#4a3a3f", beat=0.9),
    "parrot": Plumage(body="#e5484d", wing="#3f7fe0", belly="#f6c945", hook=True, beak="#4a4550", beat=0.55),
    "owl": Plumage(body="#9c7350", wing="#7d5a3e", belly="#e3c9a5", hook=True, beat=0.9),
}  # fmt: skip
"""Subject key -> plumage, for birds that fly."""


def bird(plumage: Plumage, phase: float) -> str:
    """Return the bird at a phase of its wing beat, flying to the right."""
    lift = wave(phase, 0.25)
    head = plumage.head or plumage.body
    hx, hy = 74 + plumage.neck, -26 - plumage.neck * 0.18
    tail = polygon(
        [(-70, -4), (-150, -22), (-140, 6), (-156, 26), (-70, 16)], darker(plumage.body, 0.12)
    )
    neck = path(
        f"M40 -34Q{60 + plumage.neck * 0.5} {-40 - plumage.neck * 0.2} {hx} {hy - 18}L{hx} {hy + 20}Q{60 + plumage.neck * 0.4} 6 40 26Z",
        head if plumage.neck else plumage.body,
    )
    body = ellipse(0, 0, 92, 42, plumage.body, -4) + ellipse(14, 15, 64, 25, plumage.belly, -4)
    beak = f"M{hx + 24} {hy - 9}L{hx + 60} {hy + (6 if plumage.hook else 2)}{'l-8 12' if plumage.hook else ''}L{hx + 22} {hy + 14}Z"
    face = (
        circle(hx, hy, 31, head)
        + path(beak, plumage.beak)
        + circle(hx + 11, hy - 7, 5.5, "#2a2430")
        + circle(hx + 13, hy - 9, 1.8, "#ffffff")
    )
    return (
        _wing(plumage, lift, far=True) + tail + neck + body + face + _wing(plumage, lift, far=False)
    )


def _wing(plumage: Plumage, lift: float, *, far: bool) -> str:
    tone = darker(plumage.wing, 0.2) if far else plumage.wing
    shift = 26 if far else 0
    tip_x, tip_y = -62 + shift - 30 * abs(lift), -22 - 158 * lift
    line = (f"M{44 + shift} -16Q{34 + shift} {tip_y * 0.62} {tip_x} {tip_y}Q{-46 + shift} {tip_y * 0.42} {-52 + shift} 4"
            f"Q{0 + shift} 16 {44 + shift} -16Z")  # fmt: skip
    inner = f"M{28 + shift} -12Q{20 + shift} {tip_y * 0.4} {tip_x * 0.75 + 6} {tip_y * 0.7}Q{-30 + shift} {tip_y * 0.3} {-34 + shift} 2Z"
    return path(line, tone) + path(inner, lighter(tone, 0.2), 0.7)
