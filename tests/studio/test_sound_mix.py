"""The mix: loudness by the standard, balance by percent, peaks under the ceiling."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from t2v_studio.film import Film, Sound
from t2v_studio.sound import integrated, mix, true_peak
from t2v_studio.sound.limiter import limited
from t2v_studio.sound.loudness import SILENCE_LUFS
from t2v_studio.sound.mix import CEILING, target
from tests.studio.movie_samples import music, tone, write_sound

RATE = 48_000


def decibels(value: float) -> float:
    return 10 ** (value / 20)


@pytest.mark.parametrize(
    ("level", "rate", "lufs"),
    [(-23.0, 48_000, -23.0), (-33.0, 48_000, -33.0), (-23.0, 44_100, -23.0), (-16, 16_000, -16.0)],
)
def test_a_1_khz_tone_reads_its_level(level: float, rate: int, lufs: float) -> None:
    """Case 1 and 2 of EBU Tech 3341, whose tolerance is 0.1."""
    sound = tone(997, 20, decibels(level), rate)
    assert integrated(sound, rate) == pytest.approx(lufs, abs=0.1)


@pytest.mark.parametrize(
    "parts",
    [
        ((10, -36.0), (60, -23.0), (10, -36.0)),
        ((10, -72.0), (10, -36.0), (60, -23.0), (10, -36.0), (10, -72.0)),
    ],
)
def test_quiet_stretches_are_gated_out(parts: tuple[tuple[int, float], ...]) -> None:
    """Cases 3 and 4 of EBU Tech 3341."""
    sound = np.concatenate([tone(997, length, decibels(level)) for length, level in parts])
    assert integrated(sound, RATE) == pytest.approx(-23, abs=0.1)


def test_one_channel_alone_is_3_lu_less() -> None:
    sound = tone(997, 5, decibels(-20))
    sound[:, 1] = 0
    assert integrated(sound, RATE) == pytest.approx(-23.0, abs=0.1)


@pytest.mark.parametrize("samples", [0, 100, 48_000])
def test_silence_has_the_lowest_loudness(samples: int) -> None:
    assert integrated(np.zeros((samples, 2), np.float32), RATE) == SILENCE_LUFS


def test_a_long_sound_measured_in_blocks_is_measured_alike() -> None:
    assert integrated(tone(997, 40, 0.1), RATE) == pytest.approx(-20, abs=0.1)


def test_a_peak_between_samples_is_seen() -> None:
    """A tone at a quarter of the rate, half a sample off: its samples stay 3 dB under its peak."""
    wave = np.sin(np.pi / 2 * np.arange(RATE) + np.pi / 4) * np.hanning(RATE)
    sound = np.stack([wave, wave], axis=1).astype(np.float32)
    assert np.abs(sound).max() < 0.72
    assert true_peak(sound) == pytest.approx(1.0, abs=0.02)


def test_the_limiter_holds_the_ceiling_and_leaves_the_rest_alone() -> None:
    sound = tone(300, 4, 0.2)
    sound[RATE : RATE + 500] *= 6
    held = limited(sound, 0.5)
    assert true_peak(held) <= 0.5
    assert np.array_equal(held[: RATE - 3000], sound[: RATE - 3000])
    assert np.array_equal(held[RATE + 4000 :], sound[RATE + 4000 :])
    assert np.abs(np.diff(held, axis=0)).max() < np.abs(np.diff(sound, axis=0)).max()


def test_noise_is_limited_without_clipping() -> None:
    noise = np.random.default_rng(5).standard_normal((RATE * 2, 2)).astype(np.float32)
    assert true_peak(limited(noise, CEILING)) <= decibels(-1)


@pytest.mark.parametrize("mood", ["calm", "lo-fi", "epic", "playful"])
def test_a_film_with_music_has_the_loudness_that_players_expect(mood: str) -> None:
    heard = mix(Film(duration_ms=8000, sounds=(music(8000, mood),)), {})
    assert heard.shape == (8 * RATE, 2)
    assert heard.dtype == np.float32
    assert integrated(heard, RATE) == pytest.approx(-16, abs=0.5)
    assert true_peak(heard) < decibels(-1)


def test_volume_is_heard_and_never_clips() -> None:
    levels = {
        volume: mix(Film(duration_ms=4000, sounds=(music(4000, volume=volume),)), {})
        for volume in (0, 5, 20, 35, 70, 100)
    }
    loud = [integrated(heard, RATE) for heard in levels.values()]
    assert loud == sorted(loud)
    assert np.diff(loud).min() > 0.7
    assert not levels[0].any()
    assert loud[2] == pytest.approx(-16 + 20 * np.log10(20 / 35), abs=0.3)
    assert max(true_peak(heard) for heard in levels.values()) < decibels(-1)


def test_percent_decide_the_balance(tmp_path: Path) -> None:
    """A quiet recording at 100 % stands as far above a loud one at 25 % as the numbers say."""
    high = write_sound(tmp_path / "high.wav", tone(2000, 4, 0.01))
    low = write_sound(tmp_path / "low.wav", tone(500, 4, 0.9))
    sounds = (
        Sound(start_ms=0, duration_ms=4000, name="high", volume=100, asset="h"),
        Sound(start_ms=0, duration_ms=4000, name="low", volume=25, asset="l"),
    )
    heard = mix(Film(duration_ms=4000, sounds=sounds), {"h": high, "l": low})[RATE : 3 * RATE, 0]
    spectrum = np.abs(np.fft.rfft(heard))
    ratio = 20 * np.log10(spectrum[4000] / spectrum[1000])
    assert ratio == pytest.approx(20 * np.log10(100 / 25) - 2.6, abs=0.5)  # the ear's weighting


def test_a_nearly_silent_recording_is_not_blown_up(tmp_path: Path) -> None:
    hiss = np.random.default_rng(2).standard_normal((RATE, 2)).astype(np.float32) * 0.0006
    path = write_sound(tmp_path / "hiss.wav", hiss)
    sounds = (Sound(start_ms=0, duration_ms=1000, name="hiss", volume=100, asset="h"),)
    assert integrated(mix(Film(duration_ms=1000, sounds=sounds), {"h": path}), RATE) < -12


def test_a_short_sound_without_an_end_begins_anew(tmp_path: Path) -> None:
    beep = write_sound(tmp_path / "beep.wav", tone(440, 0.5))
    once, again = (
        mix(
            Film(
                duration_ms=2000,
                sounds=(
                    Sound(start_ms=0, duration_ms=2000, name="b", asset="b", source_ms=source_ms),
                ),
            ),
            {"b": beep},
        )
        for source_ms in (500, 0)
    )
    assert not once[RATE:].any()
    assert np.abs(again[RATE:]).max() == pytest.approx(np.abs(again[:RATE]).max(), rel=0.1)


def test_sounds_outside_the_film_are_left_out() -> None:
    late = Sound(start_ms=5000, duration_ms=1000, name="late", mood="calm")
    long = Sound(start_ms=500, duration_ms=9000, name="long", mood="calm")
    heard = mix(Film(duration_ms=1000, sounds=(late, long)), {})
    assert len(heard) == RATE
    assert not heard[:20_000].any()
    assert heard[30_000:].any()


def test_trimmed_music_goes_on_where_it_was_cut() -> None:
    part = Sound(start_ms=0, duration_ms=2000, name="m", mood="happy", seed=4, offset_ms=3000)
    whole = Sound(start_ms=0, duration_ms=5000, name="m", mood="happy", seed=4)
    tail = mix(Film(duration_ms=5000, sounds=(whole,)), {})[3 * RATE :]
    heard = mix(Film(duration_ms=2000, sounds=(part,)), {})
    assert np.corrcoef(heard[:, 0], tail[:, 0])[0, 1] > 0.98


@pytest.mark.parametrize(("volume", "lufs"), [(35, -16), (100, -13), (300, -13), (0, -np.inf)])
def test_the_target_follows_the_loudest_volume(volume: int, lufs: float) -> None:
    assert target(volume) == lufs
