"""Notes into sound: every player's notes onto two buses, the room around them, soft ends."""

from __future__ import annotations

import zlib
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from t2v_studio.sound.drums import strike
from t2v_studio.sound.moods import MUSIC, Layer, Mood
from t2v_studio.sound.room import aged, reverberated
from t2v_studio.sound.score import Note, Score, write
from t2v_studio.sound.spectrum import Samples
from t2v_studio.sound.voices import VOICES, play

FADE_IN_S = 0.25
FADE_OUT_S = 1.3
DUCK_S = 0.22
"""How long the others stay back after a kick, where the mood ducks."""
PEAK = 0.8
TAKES = 3
"""Tracks of a mood that differ in who plays and in their chords; the rest is drawn."""


def compose(mood: str, duration_ms: int, seed: int, rate: int = 48_000) -> Samples:
    """Compose and play music: float32 (samples, 2), peak at PEAK, soft at both ends.

    Args:
        mood: A row of MUSIC. Raises KeyError for another.
        duration_ms: Exact length.
        seed: Chooses key, chords, players, patterns and tune. The same seed gives the same bytes.
        rate: Samples a second.
    """
    row = MUSIC[mood]
    samples = round(duration_ms * rate / 1000)
    if samples <= 0:
        return np.zeros((0, 2), np.float32)
    chance = np.random.default_rng((zlib.crc32(mood.encode()), seed & 0xFFFF_FFFF))
    score = write(row, samples / rate, chance, take=seed % TAKES)
    heard = _performed(row, score, samples, rate)
    if row.aged:
        heard = aged(heard, rate, chance)
    heard *= PEAK / max(float(np.abs(heard).max()), 1e-6)
    return heard * _ends(samples, rate)[:, None]


def _performed(mood: Mood, score: Score, samples: int, rate: int) -> Samples:
    tuned, struck = (np.zeros((samples, 2), np.float32) for _ in "ab")
    for note in score.notes:
        bus = struck if note.layer.part == "drum" else tuned
        _add(bus, _sounded(note, score.bpm, rate), round(note.at * 60 / score.bpm * rate))
    if mood.duck:
        tuned *= _ducking(mood, score, samples, rate)[:, None]
    echo = reverberated(tuned + np.float32(0.4) * struck, mood.room, rate)
    return tuned + struck + np.float32(mood.wet) * echo


def _sounded(note: Note, bpm: float, rate: int) -> Samples:
    layer = note.layer
    if layer.part == "drum":
        tone = _stroke(layer.voice, rate)
    else:
        tone = _tone(layer.voice, note.pitch, round(note.beats * 60 / bpm, 4), rate)
    return tone * _gains(layer, note.strength)


@lru_cache(maxsize=512)
def _tone(voice: str, pitch: int, seconds: float, rate: int) -> Samples:
    return play(VOICES[voice], pitch, seconds, rate)


@lru_cache(maxsize=64)
def _stroke(drum: str, rate: int) -> Samples:
    return strike(drum, rate)


def _gains(layer: Layer, strength: float) -> NDArray[np.float32]:
    """Return left and right gain, of equal power wherever the player sits."""
    angle = (layer.pan + 1) * np.pi / 4
    level = strength * 10 ** (layer.gain / 20) * np.sqrt(2)
    return np.array([np.cos(angle) * level, np.sin(angle) * level], np.float32)


def _add(bus: Samples, tone: Samples, at: int) -> None:
    end = min(at + len(tone), len(bus))
    if at < end:
        bus[at:end] += tone[: end - at]


def _ducking(mood: Mood, score: Score, samples: int, rate: int) -> NDArray[np.float32]:
    gain = np.ones(samples, np.float32)
    dip = 1 - mood.duck * np.cos(np.linspace(0, np.pi / 2, round(DUCK_S * rate))) ** 2
    for note in score.notes:
        if note.layer.voice == "kick":
            at = round(note.at * 60 / score.bpm * rate)
            held = gain[at : at + len(dip)]
            np.minimum(held, dip[: len(held)], out=held)
    return gain


def _ends(samples: int, rate: int) -> NDArray[np.float32]:
    """Return the fades: short films get short ones."""
    gain = np.ones(samples, np.float32)
    for seconds, edge in ((FADE_IN_S, gain), (FADE_OUT_S, gain[::-1])):
        length = max(1, min(round(seconds * rate), samples // 4))
        edge[:length] *= np.sin(np.linspace(0, np.pi / 2, length, dtype=np.float32)) ** 2
    return gain
