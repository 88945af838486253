"""How people hold themselves: angles of their joints at any phase of what they do.

Angles in degrees; 0 hangs down, positive goes forwards.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from t2v_studio.drawing.rigs.limbs import wave


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """Near and far limb: (upper angle, lower angle) each."""

    near_leg: tuple[float, float] = (3, 0)
    far_leg: tuple[float, float] = (-3, 0)
    near_arm: tuple[float, float] = (-6, 8)
    far_arm: tuple[float, float] = (8, 16)
    lean: float = 0.0
    """Of the body, forwards."""
    up: float = 0.0
    """How far the feet are off the ground, in units."""
    nod: float = 0.0
    turn: float = 0.0
    """Of the whole person: 80 lies on its belly, head first."""


Act: TypeAlias = Callable[[float], Pose]


def stand(phase: float) -> Pose:
    """Breathe and look about."""
    sway = wave(phase)
    return Pose(
        near_arm=(-5 + 3 * sway, 6), far_arm=(7 - 3 * sway, 12), nod=2 * sway, lean=0.6 * sway
    )


def walk(phase: float) -> Pose:
    """Step by step, arms against legs."""
    s = wave(phase)
    bend = 34 * max(0.0, wave(phase, 0.25)), 34 * max(0.0, wave(phase, 0.75))
    return Pose(
        near_leg=(26 * s, 26 * s - bend[0]), far_leg=(-26 * s, -26 * s - bend[1]), lean=3,
        near_arm=(-26 * s, -26 * s + 14), far_arm=(26 * s, 26 * s + 14), up=3 * abs(s),
    )  # fmt: skip


def run(phase: float) -> Pose:
    """Long strides with both feet off the ground in between."""
    s = wave(phase)
    bend = 26 + 70 * max(0.0, wave(phase, 0.22)), 26 + 70 * max(0.0, wave(phase, 0.72))
    return Pose(
        near_leg=(12 + 46 * s, 12 + 46 * s - bend[0]), far_leg=(12 - 46 * s, 12 - 46 * s - bend[1]), lean=13,
        near_arm=(-52 * s, -52 * s + 84), far_arm=(52 * s, 52 * s + 84), up=10 + 12 * wave(phase * 2, 0.1),
    )  # fmt: skip


def dance(phase: float) -> Pose:
    """Arms up and round, hips from side to side, a kick."""
    s, c = wave(phase), wave(phase, 0.25)
    return Pose(
        near_leg=(14 + 26 * max(0.0, s), -10 - 30 * max(0.0, -s)), far_leg=(-14 - 22 * max(0.0, -s), -30 + 20 * c),
        near_arm=(100 + 26 * c, 142 + 34 * s), far_arm=(-104 + 26 * s, -146 + 30 * c), lean=8 * s,
        up=9 + 9 * wave(phase * 2), nod=7 * c,
    )  # fmt: skip


def surf(phase: float) -> Pose:
    """Knees bent, arms out for balance."""
    s = wave(phase)
    return Pose(near_leg=(46 + 5 * s, -22), far_leg=(-26, -66 + 6 * s), near_arm=(72 + 12 * s, 84 + 12 * s),
                far_arm=(-84 - 12 * s, -72 - 14 * s), lean=14 + 4 * s)  # fmt: skip


def sit(phase: float) -> Pose:
    """Thighs forward, shins down."""
    s = wave(phase)
    return Pose(
        near_leg=(84, 4), far_leg=(78, -2), near_arm=(24 + 2 * s, 62), far_arm=(30, 66), nod=3 * s
    )


def ride(phase: float) -> Pose:
    """Astride, hands at the reins: the far leg is on the other side of what carries it."""
    s = wave(phase)
    return Pose(
        near_leg=(58, -14 + 3 * s), far_leg=(58, -14 + 3 * s), near_arm=(34 + 3 * s, 74 + 4 * s),
        far_arm=(44, 80), lean=4 + 2 * s, nod=2 * s,
    )  # fmt: skip


def swim(phase: float) -> Pose:
    """On the belly, arms round, feet fluttering."""
    turn = phase % 1 * 360
    flutter = 16 * wave(phase * 3)
    return Pose(near_arm=(turn, turn + 10), far_arm=(turn + 180, turn + 190), near_leg=(flutter, flutter - 8),
                far_leg=(-flutter, -flutter - 8), turn=78, nod=-40)  # fmt: skip


def drift(phase: float) -> Pose:
    """Without weight: everything moves slowly."""
    s, c = wave(phase), wave(phase, 0.3)
    return Pose(near_arm=(58 + 16 * s, 84 + 18 * c), far_arm=(-56 - 14 * c, -30 - 16 * s), near_leg=(22 + 8 * c, -6 + 8 * s),
                far_leg=(-14 - 8 * s, -46), lean=-4 + 4 * s, nod=3 * c)  # fmt: skip


def fly(phase: float) -> Pose:
    """Like a hero: stretched out, one fist ahead."""
    s = wave(phase)
    return Pose(
        near_arm=(176, 178),
        far_arm=(16, 30 + 6 * s),
        near_leg=(4 * s, -6),
        far_leg=(-6, -24),
        turn=64 + 3 * s,
        nod=-34,
    )


def jump(phase: float) -> Pose:
    """Arms up, knees up."""
    s = max(0.0, wave(phase))
    return Pose(near_arm=(30 + 120 * s, 40 + 120 * s), far_arm=(-20 - 110 * s, -10 - 130 * s), near_leg=(20 + 30 * s, -10 - 50 * s),
                far_leg=(-6 + 20 * s, -20 - 60 * s))  # fmt: skip


def play(phase: float) -> Pose:
    """Busy hands, tapping foot."""
    s = wave(phase * 2)
    return Pose(
        near_arm=(30 + 8 * s, 96 + 20 * s),
        far_arm=(34, 112 - 16 * s),
        near_leg=(6 + 6 * max(0.0, s), 0),
        nod=5 * s,
        lean=2 * s,
    )


def eat(phase: float) -> Pose:
    """Hand to mouth."""
    s = wave(phase)
    return Pose(near_arm=(24 + 14 * s, 126 + 22 * s), far_arm=(14, 60), nod=4 * s)


def sleep(phase: float) -> Pose:
    """Flat on the back."""
    return Pose(turn=-86, near_arm=(8, 14 + 2 * wave(phase)), far_arm=(-4, 4))


ACTS: Mapping[str, tuple[Act, float]] = {
    "stand": (stand, 3.0), "walk": (walk, 1.05), "run": (run, 0.62), "dance": (dance, 1.1),
    "surf": (surf, 2.2), "sit": (sit, 3.0), "ride": (ride, 1.9), "swim": (swim, 1.5), "float": (drift, 4.5),
    "rise": (drift, 4.5), "fall": (drift, 2.0), "fly": (fly, 1.6), "jump": (jump, 0.95),
    "play": (play, 1.0), "eat": (eat, 1.3), "sleep": (sleep, 3.6), "drive": (sit, 2.0),
    "sail": (stand, 3.0), "spin": (dance, 1.2),
}  # fmt: skip
"""Action -> act and the seconds of one cycle; every other action stands."""
