"""Seasons: what each does to the greens of a landscape, and what drifts through its air."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import numpy as np

from t2v_studio.drawing.vector import Pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """What a season changes."""

    leaves: tuple[tuple[int, int], ...] = ()
    """(hue of the summer, hue now), rising; between two rows hues are mixed, outside kept."""
    depth: float = 1.0
    """How much deeper or paler those colours become."""
    bright: float = 1.0
    frost: float = 0.0
    """How white the ground lies without snow falling."""
    life: tuple[str, ...] = ()
    """What drifts through the air in place of the place's own petals and butterflies."""
    blooms: bool = True
    """Whether there are flowers."""
    broadleaf: bool = False
    """Woods show their leafy trees rather than their firs."""


SEASONS: Mapping[str, Season] = {
    "": Season(),
    "spring": Season(leaves=((30, 30), (36, 38), (58, 46), (64, 56), (65, 65)), bright=1.06,
                     life=("petals",)),
    "summer": Season(),
    "autumn": Season(leaves=((28, 22), (40, 25), (50, 20), (58, 13), (63, 7), (65, 65)),
                     depth=1.2, bright=1.1, life=("leaves",), blooms=False, broadleaf=True),
    "winter": Season(leaves=((28, 30), (64, 70), (65, 70)), depth=0.45, frost=0.5, blooms=False),
}  # fmt: skip
"""Name -> season; a fir (hues of 66 and more) is green in all of them."""


def season_of(name: str) -> Season:
    """Return a season; an unknown one changes nothing."""
    return SEASONS.get(name, SEASONS[""])


def turned(picture: Pixels, season: Season) -> Pixels:
    """Give the leaves of a picture their colours of the season: premultiplied BGRA, as it came."""
    if not season.leaves:
        return picture
    first, last = season.leaves[0][0], season.leaves[-1][0]
    hues = np.arange(256)
    then, since = zip(*season.leaves, strict=True)
    now = np.interp(hues, np.array(then), np.array(since))
    table = np.where((hues >= first) & (hues <= last), now, hues).astype(np.uint8)
    hsv = cv2.cvtColor(np.ascontiguousarray(picture[..., :3]), cv2.COLOR_BGR2HSV)
    leafy = (hsv[..., 0] >= first) & (hsv[..., 0] <= last) & (hsv[..., 1] > 70)
    hsv[..., 0] = np.where(leafy, table[hsv[..., 0]], hsv[..., 0])
    for channel, factor in ((1, season.depth), (2, season.bright)):
        deeper = np.minimum(hsv[..., channel] * np.float32(factor), 255).astype(np.uint8)
        hsv[..., channel] = np.where(leafy, deeper, hsv[..., channel])
    colours = cv2.cvtColor(hsv, cv2.COLOR_HSV2BGR)
    return np.dstack([np.minimum(colours, picture[..., 3:]), picture[..., 3]]).astype(np.uint8)
