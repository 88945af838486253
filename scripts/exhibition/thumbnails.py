"""Golden thumbnails: a frame of each of twelve scenes, as it was when somebody last looked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from environment import ROOT
from t2v_studio.drawing import scene_painter
from t2v_studio.scene import Scene, Subject

GOLDEN = ROOT / "tests" / "studio" / "golden" / "thumbnails.png"
WIDE, HIGH, ACROSS = 96, 54, 4


def _scene(place: str, name: str = "", action: str = "stand", **rest: Any) -> Scene:
    who = (Subject(name=name, action=action),) if name else ()
    return Scene(words="", place=place, subjects=who, seed=7, **rest)


SCENES = {
    "park": _scene("park", "dog", "run"),
    "mountains": _scene("mountains", "bird", "fly", time="dawn"),
    "ocean": _scene("ocean", "sailboat", "sail", time="golden hour"),
    "street": _scene("street", "detective", "walk", time="night", weather="rain"),
    "city": _scene("city", "robot", "dance", style="neon"),
    "forest": _scene("forest", "fox", "walk", season="autumn"),
    "field": _scene("field", "lion", style="paper cut"),
    "snowfield": _scene("snowfield", "steam train", "drive", weather="snow"),
    "underwater": _scene("underwater", "fish", "swim", style="painterly"),
    "castle": _scene("castle", "firework", "burn", time="night"),
    "desert": _scene("desert", "hot air balloon", "fly", style="flat"),
    "room": _scene("room", "cat", style="black and white"),
}
"""Name -> scene; the name is that of its place."""


def thumbnail(scene: Scene) -> NDArray[np.uint8]:
    """Return a frame out of the middle of a scene: RGB, shape (54, 96, 3)."""
    painter = scene_painter(scene, width=WIDE, height=HIGH, fps=10, duration_ms=3000)
    return np.ascontiguousarray(painter.paint(14)[..., ::-1])


def golden() -> dict[str, NDArray[np.uint8]]:
    """Return the checked-in thumbnails by name."""
    with Image.open(GOLDEN) as picture:
        sheet = np.asarray(picture.convert("RGB"))
    return {
        name: sheet[row * HIGH : (row + 1) * HIGH, column * WIDE : (column + 1) * WIDE]
        for number, name in enumerate(SCENES)
        for row, column in (divmod(number, ACROSS),)
    }


def renew() -> list[Path]:
    """Write them anew, and return where they lie."""
    rows = -(-len(SCENES) // ACROSS)
    sheet = np.zeros((rows * HIGH, ACROSS * WIDE, 3), np.uint8)
    for number, scene in enumerate(SCENES.values()):
        row, column = divmod(number, ACROSS)
        sheet[row * HIGH : (row + 1) * HIGH, column * WIDE : (column + 1) * WIDE] = thumbnail(scene)
    GOLDEN.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(sheet).save(GOLDEN, optimize=True)
    return [GOLDEN]
