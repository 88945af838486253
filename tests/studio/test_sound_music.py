"""Composed music, by figures: pulse, width, level, keys, and the same bytes for the same seed."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from t2v_studio.scene import MOODS
from t2v_studio.sound import compose
from t2v_studio.sound.moods import MUSIC
from t2v_studio.sound.score import write
from t2v_studio.sound.theory import SCALES, chord, frequency, voiced

RATE = 16_000
"""Enough to judge by, and three times as quick."""
HOP = 160
RHYTHMIC = {"happy", "lo-fi", "epic", "upbeat", "electronic", "playful"}
Sound = NDArray[np.float32]


@pytest.fixture(scope="module")
def pieces() -> dict[str, Sound]:
    return {mood: compose(mood, 10_000, 1, RATE) for mood in MOODS}


def loudness(sound: Sound, hop: int = HOP) -> NDArray[np.float64]:
    whole = sound[: len(sound) // hop * hop].astype(np.float64)
    return np.asarray(np.sqrt((whole.reshape(-1, hop, 2) ** 2).mean(axis=(1, 2))))


def onsets(sound: Sound) -> NDArray[np.float64]:
    """Return how much brightness and level rise, a hundred times a second."""
    mono = sound.mean(axis=1)
    frames = np.lib.stride_tricks.sliding_window_view(mono, 512)[::HOP] * np.hanning(512)
    spectrum = np.log1p(50 * np.abs(np.fft.rfft(frames, axis=1)))
    return np.asarray(np.maximum(np.diff(spectrum, axis=0), 0).sum(axis=1))


def pulse(sound: Sound) -> float:
    """Return how well the onsets repeat at their best beat, 0 to 1."""
    rise = onsets(sound)
    rise = rise - rise.mean()
    matches = [float((rise[:-lag] * rise[lag:]).sum() / (rise**2).sum()) for lag in range(20, 130)]
    return max(matches)


def test_every_mood_of_a_scene_has_music() -> None:
    assert set(MUSIC) == set(MOODS)


@pytest.mark.parametrize("mood", MOODS)
def test_music_is_stereo_clean_and_as_long_as_asked(pieces: dict[str, Sound], mood: str) -> None:
    sound = pieces[mood]
    assert sound.shape == (10 * RATE, 2)
    assert sound.dtype == np.float32
    assert 0.5 < np.abs(sound).max() <= 0.8
    assert np.abs(sound.mean(axis=0)).max() < 0.01
    alike = float(np.asarray(np.corrcoef(sound.T))[0, 1])
    assert 0.2 < alike < 0.98  # wide, and still whole in mono


@pytest.mark.parametrize("mood", MOODS)
def test_music_is_silent_nowhere_but_at_its_ends(pieces: dict[str, Sound], mood: str) -> None:
    quarters = loudness(pieces[mood], RATE // 4)
    assert quarters[1:-6].min() > 10 ** (-42 / 20)
    assert np.abs(pieces[mood][0]).max() < 1e-3
    assert np.abs(pieces[mood][-1]).max() < 1e-3
    assert quarters[-1] < quarters[:-8].mean() / 4


@pytest.mark.parametrize("mood", sorted(RHYTHMIC))
def test_moods_with_drums_have_a_pulse(pieces: dict[str, Sound], mood: str) -> None:
    hiss = np.random.default_rng(1).standard_normal((10 * RATE, 2)).astype(np.float32)
    assert pulse(pieces[mood]) > 0.27 > 2 * pulse(hiss)


def test_quick_moods_strike_more_often_than_slow_ones(pieces: dict[str, Sound]) -> None:
    sharp = {mood: float(np.quantile(onsets(pieces[mood]), 0.95)) for mood in MOODS}
    assert min(sharp["upbeat"], sharp["electronic"], sharp["happy"]) > 1.3 * sharp["ambient"]


@pytest.mark.parametrize("mood", MOODS)
def test_a_seed_repeats_bit_for_bit_and_seeds_differ(mood: str) -> None:
    first, again, other = (compose(mood, 3000, seed, RATE) for seed in (7, 7, 8))
    assert first.tobytes() == again.tobytes()
    assert first.tobytes() != other.tobytes()


def test_no_two_moods_or_seeds_sound_alike() -> None:
    pieces = [
        write(MUSIC[mood], 20, np.random.default_rng(seed)).notes
        for mood in MOODS
        for seed in range(5)
    ]
    scores = [tuple((note.at, note.pitch) for note in notes) for notes in pieces]
    assert len(set(scores)) == len(scores)


@pytest.mark.parametrize("mood", MOODS)
@pytest.mark.parametrize("duration_ms", [1, 40, 500, 1700, 5000, 23_456])
def test_any_length_is_exact(mood: str, duration_ms: int) -> None:
    sound = compose(mood, duration_ms, 3, 8000)
    assert len(sound) == duration_ms * 8
    assert np.isfinite(sound).all()


def test_no_time_is_no_sound() -> None:
    assert compose("calm", 0, 1).shape == (0, 2)


def test_an_unknown_mood_is_refused() -> None:
    with pytest.raises(KeyError):
        compose("grumpy", 1000, 1)


@pytest.mark.parametrize("mood", MOODS)
def test_notes_stay_in_the_key_and_in_hearing(mood: str) -> None:
    row = MUSIC[mood]
    for seed in range(8):
        score = write(row, 30, np.random.default_rng(seed))
        tuned = [note for note in score.notes if note.layer.part not in {"drum", "drone"}]
        keys = {note.pitch % 12 for note in tuned}
        scale = SCALES[row.scale]
        assert any(keys <= {(root + one) % 12 for one in scale} for root in range(12))
        assert all(27 < frequency(note.pitch) < 2700 for note in tuned)
        assert row.bpm[0] * 0.87 < score.bpm < row.bpm[1] * 1.13


def test_the_last_bar_comes_home_and_ends_with_the_film() -> None:
    for mood in ("calm", "happy", "epic", "electronic"):
        score = write(MUSIC[mood], 20, np.random.default_rng(2))
        end = max(note.at for note in score.notes) // 4 * 4
        assert (end + 4) * 60 / score.bpm == pytest.approx(20, abs=0.01)
        last = {note.pitch % 12 for note in score.notes if note.at >= end and note.pitch}
        first = {note.pitch % 12 for note in score.notes if note.at < 4 and note.pitch}
        assert last & first


@pytest.mark.parametrize("name", SCALES)
def test_chords_are_stacked_thirds_and_move_little(name: str) -> None:
    scale = SCALES[name]
    before: tuple[int, ...] = ()
    chords: list[tuple[int, ...]] = []
    for degree in (0, 3, 4, 5, 1, 0):
        before = voiced(chord(scale, 60, degree, 3), before)
        chords.append(before)
        assert {tone % 12 for tone in chords[-1]} == {
            scale[(degree + two) % 7] for two in (0, 2, 4)
        }
        assert list(before) == sorted(before)
        assert min(before) > 45
        assert max(before) < 76
    jumps = [abs(sum(after) - sum(now)) / 3 for now, after in pairwise(chords)]
    assert max(jumps) < 5
