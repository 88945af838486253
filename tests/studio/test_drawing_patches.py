"""Only where a layer has something is it blended; what one sees is the same."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from t2v_studio.drawing.layer import Strip
from t2v_studio.drawing.patches import Patch, patches

Pixels = NDArray[np.uint8]
SEEDS = range(6)
WIDTH, HEIGHT = 500, 300


def tile(seed: int) -> Pixels:
    """Return a premultiplied layer: holes, full blocks, soft edges, single pixels of dust."""
    rng = np.random.default_rng(seed)
    alpha = np.zeros((230, 700), np.uint8)
    for _ in range(8):
        x, y, wide, high = rng.integers(0, (600, 180, 400, 120))
        alpha[y : y + high, x : x + wide] = rng.choice((0, 255, 255))
    alpha[rng.integers(0, 230, 5), rng.integers(0, 700, 5)] = 90
    alpha = np.asarray(cv2.GaussianBlur(alpha, (0, 0), 2) if seed % 2 else alpha, np.uint8)
    alpha[150 + 10 * seed :] = 255
    colour = rng.integers(0, 256, (230, 700, 3)) * alpha[..., None] // 255
    return np.dstack([colour, alpha]).astype(np.uint8)


def covered(found: list[Patch], shape: tuple[int, ...]) -> NDArray[np.int8]:
    """Count for each pixel the patches that it is in."""
    count = np.zeros(shape, np.int8)
    for patch in found:
        count[patch.top : patch.bottom, patch.left : patch.right] += 1
    return count


@pytest.mark.parametrize("seed", SEEDS)
def test_all_that_is_not_empty_is_in_one_patch(seed: int) -> None:
    alpha = tile(seed)[..., 3]
    count = covered(patches(alpha), alpha.shape)
    assert count.max() == 1
    assert (count[alpha > 0] == 1).all()


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_copied_covers_all_behind_it_and_the_pixel_on_its_right_does(seed: int) -> None:
    alpha = tile(seed)[..., 3]
    solid = [patch for patch in patches(alpha) if patch.solid]
    assert solid
    for patch in solid:
        assert alpha[patch.top : patch.bottom, patch.left : patch.right + 1].min() == 255


def test_a_layer_without_anything_has_no_patches() -> None:
    assert patches(np.zeros((70, 2000), np.uint8)) == []


def test_long_holes_are_left_out() -> None:
    alpha = np.zeros((64, 2000), np.uint8)
    alpha[:, :100] = alpha[:, 1900:] = 128
    count = covered(patches(alpha), alpha.shape)
    assert count[:, 200:1800].max() == 0


def blended(whole: Pixels, shift: float, top: int) -> Pixels:
    """Lay a layer on grey as its definition says: each pixel between two, and then over it."""
    frame = np.full((HEIGHT, WIDTH, 3), 77, np.uint8)
    columns = (int(shift) + np.arange(WIDTH)) % whole.shape[1]
    near, far = whole[:, columns], whole[:, (columns + 1) % whole.shape[1]]
    part = shift % 1.0
    keep, colour = (
        np.ascontiguousarray(cv2.addWeighted(one, 1 - part, two, part, 0))
        for one, two in (
            (np.repeat(255 - near[..., 3:], 3, axis=2), np.repeat(255 - far[..., 3:], 3, axis=2)),
            (np.ascontiguousarray(near[..., :3]), np.ascontiguousarray(far[..., :3])),
        )
    )
    first, last = max(0, -top), min(len(whole), HEIGHT - top)
    region = frame[top + first : top + last]
    cv2.multiply(region, keep[first:last], dst=region, scale=1 / 255)
    cv2.add(region, colour[first:last], dst=region)
    return frame


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("shift", "lift"), [(0.0, 0.0), (123.4, 8.0), (655.5, -40.0), (699.9, 90)])
def test_a_layer_looks_as_if_all_of_it_were_blended(seed: int, shift: float, lift: float) -> None:
    whole = tile(seed)
    strip = Strip(whole, width=WIDTH, top=40)
    frame = np.full((HEIGHT, WIDTH, 3), 77, np.uint8)
    strip.paint(frame, shift, lift)
    assert np.array_equal(frame, blended(whole, shift, 40 - round(lift)))
