"""Golden thumbnails and whole films: pictures stay as they were, until somebody has looked."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PIL import Image

from exhibition.shots import prompts, shoot
from exhibition.stills import FOLDER, SHOWN
from exhibition.thumbnails import SCENES, golden, thumbnail
from t2v_studio.director import explain

NEAR = 5.0
"""Mean difference of levels: other versions of OpenCV round otherwise, other scenes are at 20."""
STILLS_KB = 400


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_looks_as_it_did(name: str) -> None:
    """When it should look otherwise: `scripts/gallery --golden`, and look at what changed."""
    ours, was = thumbnail(SCENES[name]).astype(int), golden()[name].astype(int)
    assert np.abs(ours - was).mean() < NEAR


def test_another_scene_would_be_noticed() -> None:
    kept = golden()
    for name, scene in list(SCENES.items())[:3]:
        ours = thumbnail(scene).astype(int)
        others = [other.astype(int) for key, other in kept.items() if key != name]
        assert min(np.abs(ours - other).mean() for other in others) > 2 * NEAR


def test_a_seed_gives_the_same_pixels_every_time() -> None:
    for scene in (SCENES["city"], SCENES["underwater"], SCENES["castle"]):
        assert np.array_equal(thumbnail(scene), thumbnail(scene))


def test_there_are_sixty_prompts_of_all_kinds() -> None:
    groups = [group for group, _ in prompts()]
    assert len(groups) >= 60
    assert groups.count("VBench") == 20
    assert groups.count("Chinese") == 10
    assert len({prompt for _, prompt in prompts()}) == len(groups)
    assert all(len(explain(one)["scenes"]) > 1 for group, one in prompts() if group == "Scripts")


TRIED = [prompt for _, prompt in prompts()][::6]


@pytest.mark.parametrize("prompt", TRIED)
def test_a_film_is_nowhere_black_or_frozen_and_full_of_colour_values(prompt: str) -> None:
    shot = shoot("", prompt, area=160 * 90)
    sheet = np.asarray(shot.sheet).astype(int)
    wide, high = shot.size
    frames = [
        sheet[row * high : (row + 1) * high, column * wide : (column + 1) * wide]
        for row in range(2)
        for column in range(3)
    ]
    for number, frame in enumerate(frames):
        assert frame.mean() > 14, f"frame {number} is black"
        assert frame.std() > 8, f"frame {number} is empty"
    for one, other in pairwise(frames):
        assert (np.abs(one - other).max(axis=2) > 8).mean() > 0.003, "nothing moves"


def test_the_stills_are_there_small_and_not_of_another_time() -> None:
    files = sorted(FOLDER.glob("*"))
    assert [file.stem for file in files] == sorted(SHOWN)
    assert len(files) == 12
    assert sum(file.stat().st_size for file in files) < STILLS_KB * 1000
    for file in files:
        with Image.open(file) as still:
            assert still.width >= 240
