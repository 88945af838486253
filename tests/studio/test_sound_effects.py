"""Effects by figures: each in its own band, happening as often as its recipe says."""

from __future__ import annotations

import time

import numpy as np
import pytest
from numpy.typing import NDArray

from t2v_studio import scene
from t2v_studio.sound.effects import EFFECTS
from t2v_studio.sound.foley import effect
from t2v_studio.sound.noises import KINDS
from tests.studio.sound_figures import beat_s, brightness, decibels, levels, share

RATE = 48_000
LOW = 16_000
"""A rate that is enough for what is low, or slow."""
Heard = NDArray[np.float32]


@pytest.fixture(scope="module")
def heard() -> dict[str, Heard]:
    return {name: effect(name, 10_000, 1) for name in EFFECTS}


def test_every_effect_that_a_film_can_name_has_a_recipe_and_every_grain_a_kind() -> None:
    assert set(EFFECTS) == set(scene.EFFECTS)
    assert {grain.kind for row in EFFECTS.values() for grain in row.grains} == set(KINDS)


@pytest.mark.parametrize("name", scene.EFFECTS)
def test_an_effect_is_stereo_clean_and_as_long_as_asked(heard: dict[str, Heard], name: str) -> None:
    sound = heard[name]
    assert sound.shape == (10 * RATE, 2)
    assert sound.dtype == np.float32
    assert np.isfinite(sound).all()
    assert 0.05 < np.abs(sound).max() < 2
    assert abs(decibels(sound[:, 0].std()) - decibels(sound[:, 1].std())) < 6


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("thunder", 20, 320), ("engine", 40, 800), ("wind", 50, 1000), ("bubbles", 30, 1500),
        ("waves", 40, 3500), ("city", 40, 2200), ("crowd", 80, 3600), ("stream", 350, 8000),
        ("rain", 250, 14_000), ("birds", 1500, 8000), ("crickets", 3500, 5200),
        ("footsteps", 50, 6000), ("fire", 40, 12_000),
    ],
)  # fmt: skip
def test_an_effect_sounds_in_its_own_band(
    heard: dict[str, Heard], name: str, low: float, high: float
) -> None:
    assert share(heard[name], RATE, low, high) > 0.9


def test_effects_differ_in_brightness_as_their_sources_do(heard: dict[str, Heard]) -> None:
    bright = {name: brightness(sound, RATE) for name, sound in heard.items()}
    for darker, brighter in [
        ("thunder", "wind"), ("wind", "waves"), ("waves", "stream"), ("stream", "rain"),
        ("engine", "city"), ("city", "crowd"), ("crowd", "birds"),
    ]:  # fmt: skip
        assert bright[darker] * 1.1 < bright[brighter], (darker, brighter)


@pytest.mark.parametrize(
    "name", ["rain", "wind", "waves", "stream", "bubbles", "city", "crowd", "engine", "fire"]
)
def test_what_goes_on_is_silent_nowhere(heard: dict[str, Heard], name: str) -> None:
    seconds = levels(heard[name], RATE, 1.0)
    assert decibels(seconds.min()) > decibels(seconds.max()) - 24
    assert decibels(levels(heard[name], RATE, 0.1).min()) > -50


@pytest.mark.parametrize(("name", "least_db"), [("birds", 20), ("footsteps", 30), ("crickets", 10)])
def test_what_happens_now_and_then_leaves_gaps(
    heard: dict[str, Heard], name: str, least_db: float
) -> None:
    told = np.quantile(levels(heard[name], RATE), [0.05, 0.95])
    assert decibels(told[1]) - decibels(told[0]) > least_db


def test_waves_break_every_few_seconds_and_rain_does_not() -> None:
    def swing(name: str) -> float:
        bright = np.diff(effect(name, 40_000, 3, LOW), axis=0)
        slow = np.convolve(levels(bright, LOW, 0.25), np.ones(4) / 4, mode="valid")
        return decibels(np.quantile(slow, 0.95)) - decibels(np.quantile(slow, 0.05))

    assert swing("waves") > 9
    assert swing("rain") < 4


def test_steps_keep_time() -> None:
    assert beat_s(effect("footsteps", 12_000, 2), RATE, 0.3, 0.9) == pytest.approx(0.54, abs=0.04)


@pytest.mark.parametrize("duration_ms", [2_000, 5_000, 10_000, 30_000])
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_a_storm_has_its_thunder_however_short(duration_ms: int, seed: int) -> None:
    loud = levels(effect("thunder", duration_ms, seed, LOW), LOW, 0.1)
    assert decibels(loud.max()) > -26


def test_a_minute_of_birds_is_no_loop() -> None:
    """No ten seconds of a minute's loudness are like any other ten."""
    song = levels(effect("birds", 60_000, 4, LOW), LOW, 0.05)
    pieces = song.reshape(6, -1)
    alike = np.asarray(np.corrcoef(pieces))[np.triu_indices(6, 1)]
    assert alike.max() < 0.5


@pytest.mark.parametrize("name", scene.EFFECTS)
def test_a_seed_repeats_bit_for_bit_and_seeds_differ(name: str) -> None:
    first, again, other = (effect(name, 1500, seed, 16_000) for seed in (7, 7, 8))
    assert first.tobytes() == again.tobytes()
    assert first.tobytes() != other.tobytes()


@pytest.mark.parametrize("name", scene.EFFECTS)
@pytest.mark.parametrize("duration_ms", [0, 1, 40, 777])
def test_any_length_is_exact(name: str, duration_ms: int) -> None:
    sound = effect(name, duration_ms, 3, 8000)
    assert sound.shape == (duration_ms * 8, 2)
    assert np.isfinite(sound).all()


def test_five_seconds_are_quick(heard: dict[str, Heard]) -> None:
    """On the CPU's own clock, so that a busy machine does not count; grains are made already."""
    began = time.process_time()
    for name in EFFECTS:
        effect(name, 5_000, 5)
    assert (time.process_time() - began) / len(EFFECTS) < 0.3
