"""Layers that repeat have no seam: cut at another place, they are the same picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from t2v_studio.drawing import look, scene_painter
from t2v_studio.drawing.canvas import Canvas, Layer
from t2v_studio.drawing.layer import Strip
from t2v_studio.drawing.light import light_of
from t2v_studio.drawing.vector import Pixels, elements, group, rect
from t2v_studio.scene import PLACES, STYLES, Scene

SIZE = {"width": 160, "height": 288, "fps": 10, "duration_ms": 1000}
CUT = 83
"""Pixels from the usual cut of a tile to another one."""
DRAWN = Canvas._tile
NOISE = look._noise


def steps(picture: Pixels) -> NDArray[np.float64]:
    """Return how much each column differs from the one on its left; the first: over the seam."""
    wide = picture.astype(np.int16)
    between = np.abs(wide - np.roll(wide, 1, axis=1)).max(axis=2).mean(axis=0)
    return np.asarray(between, np.float64)


def canvas(style: str) -> Canvas:
    return Canvas(
        width=240, height=135, light=light_of("day", "clear"), look=look.look_of(style), seed=1
    )


@dataclass(frozen=True)
class Crossing:
    """A place whose layers were drawn twice: as usual, and with everything in them moved."""

    strips: list[Strip]
    shares: list[float]
    """Of each layer, how much of its worst column came out another way."""


@pytest.fixture(scope="module", params=PLACES)
def crossing(request: pytest.FixtureRequest) -> Crossing:
    shares: list[float] = []

    def compared(self: Canvas, body: str, box: tuple[float, float, float, float]) -> Pixels:
        """Move every second element half a period to the right, the others to the left."""
        tile = DRAWN(self, body, box)
        right = tile.shape[1] // 2
        ways = [f"translate({way / self.unit:.6f} 0)" for way in (right, right - tile.shape[1])]
        moved = "".join(
            one if one.startswith("<defs") else group(one, ways[number % 2])
            for number, one in enumerate(elements(body))
        )
        back = np.roll(DRAWN(self, moved, box), -right, axis=1)
        # The rasteriser rounds single pixels of thin blades another way.
        apart = np.abs(back.astype(np.int16) - tile).max(axis=2) > 64
        shares.append(float(apart.mean(axis=0).max()))
        return tile

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Canvas, "_tile", compared)
        return Crossing(strips_of(request.param, "illustrated"), shares)


def strips_of(place: str, style: str) -> list[Strip]:
    painter = scene_painter(Scene(words="", place=place, style=style), **SIZE)
    return [mover.strip for mover in painter.movers if isinstance(mover, Layer)]


def test_things_cross_the_seam_of_every_place_unhurt(crossing: Crossing) -> None:
    assert max(crossing.shares, default=0.0) < 0.05


def test_columns_beside_the_seam_differ_no_more_than_others(crossing: Crossing) -> None:
    assert seamless(crossing.strips)


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(place, marks=() if number % 4 == 0 else pytest.mark.soak)
        for number, place in enumerate(PLACES)
    ],
)
def test_a_brush_leaves_no_seam_in_a_place(place: str) -> None:
    assert seamless(strips_of(place, "painterly"))


def seamless(strips: list[Strip]) -> bool:
    """Whether the columns at every seam differ no more than the others of the place do."""
    found = [steps(strip._colour[:, : strip.period]) for strip in strips]
    return all(one[0] <= max(other[1:].max() for other in found) for one in found)


@pytest.mark.parametrize("style", STYLES)
def test_a_path_over_the_land_goes_on_over_the_seam(style: str) -> None:
    table = canvas(style)
    body = rect(-2, 200, table.period + 4, 600, "#3f8b54")
    body += rect(0, 400, table.period, 200, "#ecd8b0")
    tile = table.look.treat(DRAWN(table, body, (0, 200, table.period, 600)))
    found = steps(tile[len(tile) // 2 - 5 : len(tile) // 2 + 5])
    assert found[0] <= found[1:].max()


@pytest.mark.parametrize("style", STYLES)
def test_a_style_treats_a_layer_the_same_wherever_it_is_cut(
    style: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, cut = canvas(style), 0
    things = rect(-60, 200, 150, 300, "#e5484d", radius=40) + rect(700, 300, 90, 100, "#3f7fe0")
    tile = DRAWN(table, things, (0, 100, table.period, 600))

    def finished(picture: Pixels) -> Pixels:
        return table._shadowed(table.look.treat(picture))

    monkeypatch.setattr(look, "_noise", lambda *told: np.roll(NOISE(*told), cut, axis=1))
    plain = finished(tile)
    cut = CUT
    moved = np.roll(finished(np.ascontiguousarray(np.roll(tile, CUT, axis=1))), -CUT, axis=1)
    assert np.abs(plain.astype(np.int16) - moved).max() <= 2


@pytest.mark.parametrize("style", ["painterly", "paper cut"])
def test_brush_marks_and_fibres_go_on_over_the_seam(style: str) -> None:
    even = np.full((80, 300, 4), (90, 160, 120, 255), np.uint8)
    found = steps(look.look_of(style).treat(even))
    assert 0 < found[0] <= found[1:].max()


@pytest.mark.parametrize("style", STYLES)
def test_nothing_of_a_layers_foot_comes_in_at_its_top(style: str) -> None:
    land = rect(-2, 500, 5000, 630, "#3f8b54")
    table = canvas(style)
    tile = table.look.treat(DRAWN(table, land, (0, 200, table.period, 930)))
    assert tile[:20, :, 3].max() == 0
    assert tile[-20:, :, 3].min() == 255
