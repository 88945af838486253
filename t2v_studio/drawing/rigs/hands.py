"""What people hold up or hold before them. The hand is at (0, 0)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from t2v_studio.drawing import library
from t2v_studio.drawing.colour import darker, lighter
from t2v_studio.drawing.rigs.poses import Pose
from t2v_studio.drawing.vector import curve, ellipse, group, path, polygon, stroke

Angles: TypeAlias = tuple[float, float]
UP: Angles = (24.0, 150.0)
"""The arm of who holds something over the head."""
BEFORE: Angles = (16.0, 84.0)
"""The arm of who holds something in front."""
AT_REST = frozenset({"stand", "walk", "sit", "run", "sail", "drive"})
"""Actions whose arms have nothing else to do."""
SIZE = 88.0
"""Of a flat picture in a hand, in units of the rig."""
ROOM = 170.0
"""Units above the head that something held up needs."""


@dataclass(frozen=True, slots=True)
class Load:
    """What is in a hand: SVG elements, and how the arm holds them."""

    body: str
    arm: Angles = BEFORE

    @property
    def raised(self) -> bool:
        """Whether it is held over the head."""
        return self.arm == UP


def umbrella(tone: str) -> str:
    """An open umbrella of eight panels, three of them seen."""
    tone = tone or "#7a5cc4"
    shaft = stroke([(0, 26), (0, -214)], 7, "#5a4640") + curve("M0 26q0 18 14 18q12 0 12 -12", 7, "#5a4640")  # fmt: skip
    dome = "M-158 -196Q-140 -322 0 -326Q140 -322 158 -196Q132 -218 106 -196Q80 -218 53 -196Q26 -218 0 -196Q-26 -218 -53 -196Q-80 -218 -106 -196Q-132 -218 -158 -196Z"
    middle = "M-53 -196Q-46 -300 0 -326Q46 -300 53 -196Q26 -218 0 -196Q-26 -218 -53 -196Z"
    right = "M106 -196Q96 -290 0 -326Q140 -322 158 -196Q132 -218 106 -196Z"
    canopy = path(dome, tone) + path(middle, lighter(tone, 0.16)) + path(right, darker(tone, 0.16))
    return group(shaft + canopy + stroke([(0, -326), (0, -344)], 7, "#5a4640"), "rotate(-7)")


def balloon(tone: str) -> str:
    """A balloon on its string."""
    tone = tone or "#e5484d"
    string = curve("M0 10C-14 -60 16 -110 4 -176", 3, "#8d8178")
    skin = ellipse(6, -248, 58, 70, tone) + polygon([(-6, -172), (18, -172), (6, -186)], tone)
    return string + skin + ellipse(-14, -276, 14, 22, lighter(tone, 0.5), 24)


def sign(tone: str) -> str:
    """A flag that hangs from its staff."""
    tone = tone or "#e5484d"
    staff = stroke([(0, 40), (0, -190)], 7, "#8a5a3c")
    return staff + path("M3 -188q40 -22 80 0t56 -4v84q-26 16 -60 0t-76 8Z", tone)


OVERHEAD: Mapping[str, Callable[[str], str]] = {
    "umbrella": umbrella, "balloon": balloon, "flag": sign,
}  # fmt: skip
"""Subject key -> drawing in a colour, for what is held over the head."""

_BEFORE = """
coffee tea milk juice wine beer champagne cocktail bubble_tea ice_cream candy pizza hamburger
hot_dog taco sandwich doughnut cookie cupcake popcorn apple orange banana strawberry watermelon
noodles rice soup bread croissant egg cheese mooncake rice_ball sushi dumpling salad spaghetti
book newspaper letter camera phone flower rose tulip sunflower bouquet gift trophy pencil
paintbrush flashlight lantern magnifying_glass microphone trumpet flute violin banjo saxophone
magic_wand crystal_ball key candle compass bell hammer wrench scroll megaphone stethoscope
test_tube credit_card money coin heart teddy_bear
"""
BEFORE_ONE = frozenset(word.replace("_", " ") for word in _BEFORE.split())
"""Subject keys of what is held in front, as the library draws it."""


def load(key: str, colour: str) -> Load | None:
    """Return a thing in a hand; None for what nobody can hold.

    Args:
        key: The thing's subject key.
        colour: `#rrggbb`; empty for its own. Pictures of the library keep theirs.
    """
    if key in OVERHEAD:
        return Load(OVERHEAD[key](colour), UP)
    name = library.picture_name(key) if key in BEFORE_ONE else None
    if name is None:
        return None
    place = f"translate({-SIZE * 0.4:.1f} {-SIZE * 0.72:.1f}) scale({SIZE / 32:.3f})"
    return Load(group(library.picture(name), place))


def arm_of(pose: Pose, held: Load | None, action: str) -> Angles:
    """Return the angles of the near arm: what is held over the head decides it always."""
    if held is None or not (held.raised or action in AT_REST):
        return pose.near_arm
    return held.arm
