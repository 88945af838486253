"""Fish, sharks, dolphins, whales: a body along a spine that bends in a wave from head to tail.

Fish beat from side to side, which one sees from the side as a tail that grows shorter and longer;
whales and dolphins beat up and down. All face right; the middle of the body is at (0, 0).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from t2v_studio.drawing.colour import darker, lighter
from t2v_studio.drawing.rigs.limbs import wave
from t2v_studio.drawing.vector import Point, circle, curve, ellipse, path, polygon

PHASES = 20
HALF = 165.0
"""Of a body, from its nose to where the tail begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A swimmer's shape and colours."""

    back: str
    belly: str
    fin: str
    deep: float = 84.0
    """Height of the body at its thickest."""
    thick: float = 0.42
    """Where that is, as a share of the length from the nose."""
    tail: str = "fork"
    """fork (fish), scythe (shark: upright, longer above) or fluke (whale: it beats up and down)."""
    dorsal: float = 0.6
    """Height of the fin on the back, as a share of the body's."""
    bands: str = ""
    """Colour of bands across the body."""
    gills: bool = False
    patch: bool = False
    """A white spot behind the eye, as an orca has."""
    beak: bool = False
    pleats: bool = False
    """Furrows along the throat, as great whales have."""
    seconds: float = 0.8
    """Of one beat of the tail."""
    size: float = 1.0
    """Scale in the picture."""


SWIMMERS = {
    "fish": Build(back="#f2853f", belly="#ffd9a0", fin="#e5673a", deep=118, bands="#fff6e6", size=1.0),
    "tropical fish": Build(back="#f6c945", belly="#fff3b8", fin="#4f8fe0", deep=150, thick=0.48, bands="#3f6fc4",
                           dorsal=0.75, seconds=0.9, size=0.95),
    "shark": Build(back="#7d8fa3", belly="#eef3f6", fin="#6b7d92", deep=92, thick=0.36, tail="scythe", dorsal=0.95,
                   gills=True, seconds=1.3, size=1.5),
    "dolphin": Build(back="#6f9fc4", belly="#e3eff6", fin="#5b8ab0", deep=88, thick=0.38, tail="fluke", dorsal=0.6,
                     beak=True, seconds=1.0, size=1.3),
    "whale": Build(back="#4f78a8", belly="#dfeaf2", fin="#41668f", deep=150, thick=0.34, tail="fluke", dorsal=0.16,
                   pleats=True, seconds=2.2, size=1.7),
}  # fmt: skip
"""Subject key -> build."""


def box_of(build: Build) -> tuple[float, float, float, float]:
    """Return the box (x, y, width, height) that holds the animal in every phase."""
    half = max(125.0, build.deep * 1.15)
    return -250.0, -half, 466.0 if build.beak else 422.0, 2 * half


def swimmer(build: Build, phase: float) -> str:
    """Return the animal swimming to the right, at a phase of its tail's beat."""
    spine = [_spine(build, share, phase) for share in _SHARES]
    top = [(x, y - _half(build, share)) for share, (x, y) in zip(_SHARES, spine, strict=True)]
    low = [(x, y + _half(build, share) * 0.9) for share, (x, y) in zip(_SHARES, spine, strict=True)]
    body = _smooth(top) + _smooth(low[::-1], first="L") + "Z"
    waist = [(x, y + _half(build, s) * 0.2) for s, (x, y) in zip(_SHARES, spine, strict=True)]
    belly = _smooth(waist) + _smooth(low[::-1], first="L") + "Z"
    return (
        _tail(build, spine, phase)
        + _dorsal(build, spine, top)
        + _flipper(build, spine, phase, far=True)
        + path(body, build.back)
        + path(belly, build.belly)
        + _bands(build, spine)
        + _face(build, spine)
        + _flipper(build, spine, phase, far=False)
    )


_SHARES = tuple(k / 14 for k in range(15))
"""Along the body, from the nose (0) to the root of the tail (1)."""


def _spine(build: Build, share: float, phase: float) -> Point:
    """Return a point of the spine: what beats up and down bends, what beats sideways shortens."""
    beat = math.tau * (phase - share * 0.55)
    bend = (26 if build.tail == "fluke" else 9) * share * share * math.sin(beat)
    squeeze = 1 - (0.05 * share * math.cos(beat) if build.tail != "fluke" else 0)
    return HALF * (1 - 2 * share * squeeze), bend


def _half(build: Build, share: float) -> float:
    """Return half of the body's height at a share of its length."""
    root = 0.1
    if share <= build.thick:
        return build.deep / 2 * math.pow(math.sin(math.pi / 2 * share / build.thick), 0.62)
    rest = (share - build.thick) / (1 - build.thick)
    return (
        build.deep
        / 2
        * (root + (1 - root) * math.pow(max(0.0, math.cos(math.pi / 2 * rest)), 1.25))
    )


def _smooth(points: list[Point], first: str = "M") -> str:
    out = f"{first}{points[0][0]:.1f} {points[0][1]:.1f}"
    for (ax, ay), (bx, by) in pairwise(points[1:]):
        out += f"Q{ax:.1f} {ay:.1f} {(ax + bx) / 2:.1f} {(ay + by) / 2:.1f}"
    return out + f"L{points[-1][0]:.1f} {points[-1][1]:.1f}"


def _tail(build: Build, spine: list[Point], phase: float) -> str:
    x, y = spine[-1]
    beat = math.sin(math.tau * (phase - 0.7))
    if build.tail == "fluke":
        drop = 34 * beat
        near = f"M{x + 22} {y - 9}Q{x - 30} {y - 14 + drop * 0.4} {x - 74} {y - 34 + drop}Q{x - 48} {y + drop * 0.8} {x - 66} {y + 26 + drop}Q{x - 26} {y + 16 + drop * 0.4} {x + 22} {y + 9}Z"
        return path(near, build.fin)
    reach = 62 + 20 * math.cos(math.tau * (phase - 0.7))
    if build.tail == "scythe":
        up, down = 96.0, 62.0
        return path(f"M{x + 24} {y - 8}Q{x - reach * 0.5} {y - up * 0.5} {x - reach} {y - up}Q{x - reach * 0.55} {y - 20} {x - reach * 0.36} {y}Q{x - reach * 0.6} {y + 22} {x - reach * 0.8} {y + down}Q{x - reach * 0.2} {y + 34} {x + 24} {y + 8}Z", build.fin)  # fmt: skip
    wide = build.deep * 0.5
    return path(f"M{x + 26} {y - 7}Q{x - reach * 0.5} {y - wide * 1.1} {x - reach} {y - wide}Q{x - reach * 0.6} {y} {x - reach} {y + wide}Q{x - reach * 0.5} {y + wide * 1.1} {x + 26} {y + 7}Z", build.fin)  # fmt: skip


def _dorsal(build: Build, spine: list[Point], top: list[Point]) -> str:
    high = build.deep * build.dorsal
    (ax, ay), (bx, by) = top[5], top[9]
    if build.tail == "fork":
        fin = f"M{top[3][0]} {top[3][1] + 12}Q{ax - 10} {ay - high * 0.8} {bx - 10} {by - high * 0.5}Q{bx - 6} {by} {top[11][0]} {top[11][1] + 8}Z"
        low = f"M{spine[8][0]} {spine[8][1] + build.deep * 0.3}Q{bx - 20} {spine[9][1] + build.deep * 0.75} {bx - 44} {spine[10][1] + build.deep * 0.5}L{spine[11][0]} {spine[11][1]}Z"
        return path(fin, build.fin) + path(low, build.fin)
    return path(f"M{ax + 14} {ay + 14}Q{ax - 8} {ay - high * 0.5} {bx} {by - high * 0.72}Q{bx - 4} {by - high * 0.2} {bx - 10} {by + 14}Z", build.fin)  # fmt: skip


def _flipper(build: Build, spine: list[Point], phase: float, *, far: bool) -> str:
    x, y = spine[5]
    y += build.deep * 0.22
    swing = 14 * wave(phase, 0.3 if far else 0.0)
    long = build.deep * (0.6 if build.tail == "fork" else 0.95)
    tone = darker(build.fin, 0.22 if far else 0.06)
    shift = 20 if far else 0
    return path(f"M{x + shift + 22} {y - 6}Q{x + shift - long * 0.2} {y + long * 0.4} {x + shift - long * 0.62} {y + long * 0.62 + swing}Q{x + shift - long * 0.4} {y + 4} {x + shift - 14} {y - 8}Z", tone)  # fmt: skip


def _bands(build: Build, spine: list[Point]) -> str:
    if not build.bands:
        return ""
    out = ""
    for at, wide in ((4, 20), (8, 18), (11, 12)):
        x, y = spine[at]
        half = _half(build, _SHARES[at]) * 0.96
        out += path(f"M{x - wide / 2} {y - half}Q{x + wide} {y} {x - wide / 2} {y + half * 0.9}H{x + wide / 2}Q{x + 2 * wide} {y} {x + wide / 2} {y - half}Z", build.bands)  # fmt: skip
    return out


def _face(build: Build, spine: list[Point]) -> str:
    x, y = spine[2]
    deep = build.deep
    out = ""
    if build.beak:
        out += path(f"M{HALF - 26} {-deep * 0.14}Q{HALF + 34} {-4} {HALF + 40} 8Q{HALF + 20} 18 {HALF - 30} {deep * 0.2}Z", build.back)  # fmt: skip
    if build.gills:
        out += "".join(curve(f"M{x - 26 - 13 * k} {y - deep * 0.16}q-9 {deep * 0.14} 0 {deep * 0.28}", 4, darker(build.back, 0.3)) for k in range(3))  # fmt: skip
    if build.pleats:
        out += "".join(curve(f"M{HALF - 18 - 6 * k} {deep * (0.16 + 0.055 * k)}Q{HALF - 80} {deep * (0.24 + 0.075 * k)} {HALF - 150} {deep * (0.22 + 0.06 * k)}", 3, darker(build.belly, 0.22)) for k in range(4))  # fmt: skip
    if build.patch:
        out += ellipse(x - 20, y - deep * 0.16, 22, 11, "#ffffff", -10)
    if build.tail == "scythe":
        grin = [(HALF - 16, deep * 0.12), (HALF - 70, deep * 0.3), (HALF - 62, deep * 0.2)]
        out += curve(f"M{HALF - 16} {deep * 0.14}Q{HALF - 50} {deep * 0.2} {HALF - 78} {deep * 0.34}", 4, darker(build.back, 0.4))  # fmt: skip
        out += polygon(grin, "#ffffff")
    else:
        out += curve(f"M{HALF - 8} {deep * 0.1}q-16 {deep * 0.12} -34 {deep * 0.1}", 4, darker(build.back, 0.45))  # fmt: skip
    eye = 7.5 if build.tail != "fork" else deep * 0.1
    ex, ey = HALF - 52, -deep * (0.1 if build.tail != "fork" else 0.12)
    white = circle(ex, ey, eye * 1.35, "#ffffff") if build.tail == "fork" else ""
    return out + white + circle(ex, ey, eye, "#1f2430") + circle(ex + eye * 0.3, ey - eye * 0.3, eye * 0.34, lighter("#ffffff", 0))  # fmt: skip
