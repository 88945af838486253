"""Moods and their tracks by ear, in figures: what a listener tells apart, and how loud it is."""

from __future__ import annotations

import zlib
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from t2v_measure.hearing.loudness import Loudness
from t2v_studio.film import Film
from t2v_studio.scene import MOODS
from t2v_studio.sound import compose, mix
from t2v_studio.sound.moods import MELODIC, MUSIC, STAND_INS
from t2v_studio.sound.music import TAKES
from t2v_studio.sound.score import Score, write
from t2v_studio.sound.theory import SCALES
from t2v_studio.sound.voices import VOICES
from tests.studio.movie_samples import music
from tests.studio.sound_figures import brightness, decibels, levels

RATE = 16_000
HOP = 800
LOWER = ("minor", "harmonic minor", "phrygian", "dorian")
"""Scales with a third that sounds sad or dark."""


def score(mood: str, seed: int, seconds: float = 20) -> Score:
    chance = np.random.default_rng((zlib.crc32(mood.encode()), seed))
    return write(MUSIC[mood], seconds, chance, take=seed % TAKES)


def measured(sound: NDArray[np.float32]) -> tuple[float, float]:
    """Return loudness and true peak as FFmpeg's ebur128 hears them, which is none of our code."""
    meter = Loudness("stereo")
    for start in range(0, len(sound), 4800):
        block = np.ascontiguousarray(sound[start : start + 4800].reshape(1, -1))
        frame = av.AudioFrame.from_ndarray(block, format="flt", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = 48_000, start, Fraction(1, 48_000)
        meter.hear(frame)
    meter.end()
    lufs, peak = meter.integrated(), meter.true_peak()
    assert lufs is not None
    assert peak is not None
    return lufs, peak


@lru_cache(maxsize=2)
def minute(mood: str) -> NDArray[np.float32]:
    return compose(mood, 60_000, 1, RATE)


def bars_of(mood: str) -> NDArray[np.float64]:
    """Return the spectrum over time of each bar of a minute, as rows that can be compared."""
    bar = 4 * 60 / score(mood, 1, 60).bpm
    mono = minute(mood).mean(axis=1)
    frames = np.lib.stride_tricks.sliding_window_view(mono, 2048)[::HOP] * np.hanning(2048)
    loud = np.log1p(50 * np.abs(np.fft.rfft(frames, axis=1)))[:, :600]
    every = int(bar * RATE / HOP)
    starts = (round(number * bar * RATE / HOP) for number in range(int(60 / bar) - 1))
    rows = np.array([loud[start : start + every].ravel() for start in starts])
    rows -= rows.mean(axis=1, keepdims=True)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))


@pytest.mark.parametrize("mood", MOODS)
def test_every_mood_is_as_loud_as_players_expect_by_another_meter(mood: str) -> None:
    lufs, peak = measured(mix(Film(duration_ms=6_000, sounds=(music(6_000, mood),)), {}))
    assert lufs == pytest.approx(-16, abs=0.5)
    assert peak < -1


@pytest.mark.parametrize("mood", MOODS)
def test_every_mood_has_three_tracks_that_differ_in_more_than_their_notes(mood: str) -> None:
    """Of tempo, key, chords and players, any two of three tracks differ in at least two."""
    tracks = []
    for seed in range(40):
        piece = score(mood, seed)
        pitched = [note for note in piece.notes if note.layer.part not in {"drum", "drone"}]
        chords = [
            tuple(sorted({note.pitch % 12 for note in pitched if note.at // 4 == bar}))
            for bar in range(4)
        ]
        players = tuple(sorted({note.layer.voice for note in pitched}))
        tracks.append((round(piece.bpm), min(note.pitch for note in pitched), chords, players))

    def apart(one: int, other: int) -> bool:
        pairs = zip(tracks[one], tracks[other], strict=True)
        return sum(left != right for left, right in pairs) >= 2

    found = [0]
    for seed in range(1, 40):
        if all(apart(seed, before) for before in found):
            found.append(seed)
    assert len(found) >= 3


@pytest.mark.parametrize("mood", MOODS)
def test_tracks_of_a_mood_are_heard_as_different(mood: str) -> None:
    seeds = (1, 2, 3)
    shapes = []
    for seed in seeds:
        spectrum = np.abs(np.fft.rfft(compose(mood, 12_000, seed, RATE).mean(axis=1)))
        # A sixth of an octave each, so that keys and players show and single notes do not.
        edges = np.geomspace(60, 5000, 40) * 12
        shapes.append([np.log1p(part.sum()) for part in np.split(spectrum, edges.astype(int))])
    rows = np.array(shapes)
    distances = [float(np.abs(rows[a] - rows[b]).mean()) for a, b in combinations(range(3), 2)]
    assert min(distances) > 0.15


@pytest.mark.parametrize("mood", MOODS)
def test_a_minute_does_not_repeat_one_bar_and_has_no_hole(mood: str) -> None:
    rows = bars_of(mood)
    alike = (rows @ rows.T)[np.triu_indices(len(rows), 1)]
    assert alike.mean() < 0.88
    assert (alike > 0.95).mean() < 0.25
    second, first = rows[8:14], rows[:6]
    assert float((first * second).sum(axis=1).mean()) < 0.95  # the second phrase is another

    heard = levels(minute(mood), RATE, 5.0)  # and it stays even, without a hole
    assert decibels(heard[:-1].min()) > decibels(heard.max()) - 9


def test_moods_differ_in_tempo_mode_and_brightness() -> None:
    tempo = {mood: score(mood, 1).bpm for mood in MOODS}
    for slow, quick in [
        ("ambient", "calm"),
        ("sad", "happy"),
        ("calm", "epic"),
        ("lo-fi", "upbeat"),
    ]:
        assert tempo[slow] * 1.1 < tempo[quick], (slow, quick)
    dark = {mood for mood in MOODS if MUSIC[mood].scale in LOWER}
    assert dark == {"sad", "dramatic", "epic", "mysterious", "electronic", "lo-fi"}
    bright = {
        mood: float(np.median([brightness(compose(mood, 8000, s, RATE), RATE) for s in (1, 2, 3)]))
        for mood in ("ambient", "calm", "upbeat", "playful", "epic", "happy")
    }
    for dull, clear in [("ambient", "playful"), ("calm", "playful"), ("epic", "happy")]:
        assert bright[dull] * 1.15 < bright[clear], (dull, clear)


def test_no_two_moods_share_scale_tempo_and_players() -> None:
    rows = {
        mood: (row.scale, row.bpm, tuple(layer.voice for layer in row.layers))
        for mood, row in MUSIC.items()
    }
    assert len(set(rows.values())) == len(MOODS)
    assert {row.scale for row in MUSIC.values()} <= set(SCALES)


def test_who_stands_in_for_a_player_can_play() -> None:
    for voice, others in STAND_INS.items():
        assert {voice, *others} <= set(VOICES)
        assert voice not in others
    drawn = {
        note.layer.voice
        for seed in range(20)
        for note in score("calm", seed).notes
        if note.layer.part in MELODIC
    }
    assert len(drawn) > 4
