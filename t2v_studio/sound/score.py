"""From a mood and a seed to notes: the composing, with no sound yet. Times in beats."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from t2v_studio.sound.moods import MELODIC, STAND_INS, Layer, Mood
from t2v_studio.sound.theory import SCALES, chord, step, voiced

BEATS = 4
STEP = BEATS / 16
BASS_KEY = 36
TUNE_SPAN = (7, 16)
"""Degrees above the key, three octaves below middle C's: where a tune sits above the chords."""

STRETCH = 0.12
"""A tempo may give this much, so that the last bar ends with the film."""

ACCENT = MappingProxyType({"X": 1.25, "o": 0.5})

PHRASE = 8
"""Bars that belong together; the next phrase may have other chords and patterns."""
FORM = (0, 1, 0, 2)
"""Which material each phrase has: what came first comes again, between two others."""
TURNS = 32
"""Steps of a tune until it comes round: two bars."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note of one layer. `pitch` is 0 for drums, `strength` about 1."""

    at: float
    beats: float
    pitch: int
    strength: float
    layer: Layer


@dataclass(frozen=True, slots=True)
class Score:
    """All notes of a piece and its tempo in beats a minute."""

    bpm: float
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Bar:
    """What every player knows of a bar."""

    number: int
    last: bool
    degree: int
    tones: tuple[int, ...]
    key: int
    scale: tuple[int, ...]

    @property
    def material(self) -> int:
        """Which of the three the bar's phrase has."""
        return FORM[self.number // PHRASE % len(FORM)]


def write(mood: Mood, seconds: float, chance: np.random.Generator, take: int = 0) -> Score:
    """Compose a piece of at least `seconds`; the same draws give the same piece.

    Two takes never have the same players and begin with other chords, whatever is drawn.
    """
    bpm, count = _tempo(mood, seconds, chance)
    bars = _bars(mood, count, take, chance)
    players = [_cast(layer, take) for layer in mood.layers]
    notes = [note for layer in players for note in _play(layer, bars, chance)]
    return Score(bpm, tuple(_swung(note, mood.swing) for note in notes))


def _cast(layer: Layer, take: int) -> Layer:
    """Give a layer to its own player, or to one that can stand in."""
    players = (layer.voice, *STAND_INS.get(layer.voice, ()))
    chosen = players[take % len(players)]
    return replace(layer, voice=chosen) if layer.part in MELODIC else layer


def _tempo(mood: Mood, seconds: float, chance: np.random.Generator) -> tuple[float, int]:
    wanted = float(chance.uniform(*mood.bpm))
    whole = max(1, round(seconds * wanted / 60 / BEATS))
    fitted = whole * BEATS * 60 / seconds
    if abs(fitted / wanted - 1) <= STRETCH:
        return fitted, whole
    return wanted, int(seconds * wanted / 60 / BEATS) + 1


def _bars(mood: Mood, count: int, take: int, chance: np.random.Generator) -> list[_Bar]:
    scale = SCALES[mood.scale]
    key = BASS_KEY + int(chance.integers(-3, 6))
    bars: list[_Bar] = []
    before: tuple[int, ...] = ()
    for number in range(count):
        last = number == count - 1 and count > 2
        material = FORM[number // PHRASE % len(FORM)]
        degrees = mood.progressions[(take + material) % len(mood.progressions)]
        degree = 0 if last else degrees[number % len(degrees)]
        before = voiced(chord(scale, key + 24, degree, mood.tones), before)
        bars.append(_Bar(number, last, degree, before, key, scale))
    return bars


def _play(layer: Layer, bars: Sequence[_Bar], chance: np.random.Generator) -> Iterator[Note]:
    """Give out a layer's notes: a pattern for a phrase, a tune two, and a last bar that rests."""
    patterns = [layer.patterns[number] for number in chance.permutation(len(layer.patterns))]
    pick = _PARTS[layer.part](bars, chance)
    for bar in bars:
        turn = bar.number % 2 if layer.part == "tune" else 0
        pattern = patterns[(bar.material + turn) % len(patterns)]
        if bar.number < min(layer.enter, len(bars) // 3) or _rests(layer, bar, len(bars)):
            continue
        if bar.last:
            pattern = pattern[:8] + pattern.lstrip(".-")[0] + "-" * 7
        for place, sign, length in _signs(pattern):
            touch = ACCENT.get(sign, 1.0) * (1.0 if place % 4 == 0 else 0.86)
            strength = touch * float(chance.uniform(0.92, 1.06))
            at = bar.number * BEATS + place * STEP
            for pitch in pick(bar, sign, place):
                shifted = pitch + 12 * layer.octave if layer.part != "drum" else 0
                yield Note(at, length * STEP, shifted, strength, layer)


def _rests(layer: Layer, bar: _Bar, count: int) -> bool:
    """In a long piece every third phrase of eight bars is for the quiet players alone."""
    breathing = bar.number // 8 % 3 == 2 and count - bar.number > 4
    return breathing and layer.part in {"drum", "tune"}


def _signs(pattern: str) -> Iterator[tuple[int, str, int]]:
    """Give out (place, sign, length) in sixteenths."""
    for place, sign in enumerate(pattern):
        if sign not in "-.":
            held = pattern[place + 1 :]
            yield place, sign, 1 + len(held) - len(held.lstrip("-"))


def _swung(note: Note, swing: float) -> Note:
    """Delay every second sixteenth."""
    if swing and round(note.at / STEP) % 2:
        return Note(note.at + swing * STEP, note.beats, note.pitch, note.strength, note.layer)
    return note


Pick = Callable[[_Bar, str, int], Sequence[int]]
"""(bar, sign, place) -> pitches."""


def _chords(_bars: Sequence[_Bar], _chance: np.random.Generator) -> Pick:
    return lambda bar, _sign, _place: bar.tones


def _arp(_bars: Sequence[_Bar], _chance: np.random.Generator) -> Pick:
    def pick(bar: _Bar, sign: str, _place: int) -> Sequence[int]:
        octave, tone = divmod(int(sign) if sign.isdigit() else 0, len(bar.tones))
        return (bar.tones[tone] + 12 * octave,)

    return pick


def _bass(_bars: Sequence[_Bar], _chance: np.random.Generator) -> Pick:
    above = {"r": 0, "t": 2, "f": 4, "o": 7}
    return lambda bar, sign, _place: (step(bar.scale, bar.key, bar.degree + above.get(sign, 0)),)


def _drone(_bars: Sequence[_Bar], _chance: np.random.Generator) -> Pick:
    return lambda bar, _sign, _place: (bar.key, bar.key + 7)


def _drum(_bars: Sequence[_Bar], _chance: np.random.Generator) -> Pick:
    return lambda _bar, _sign, _place: (0,)


def _tune(_bars: Sequence[_Bar], chance: np.random.Generator) -> Pick:
    """Walk the scale: chord tones on the beats, small steps between; turns come again."""
    turns = chance.choice((-2, -1, -1, 1, 1, 2), size=TURNS * len(set(FORM)))
    low, high = TUNE_SPAN
    place_now = [int(chance.integers(low + 2, high - 2))]

    def pick(bar: _Bar, _sign: str, place: int) -> Sequence[int]:
        turn = int(turns[bar.material * TURNS + bar.number % 2 * 16 + place])
        wanted = place_now[0] + turn
        if not low <= wanted <= high:
            wanted = place_now[0] - turn
        if place % 4 == 0:
            wanted = _nearest_chord_tone(bar, wanted)
        place_now[0] = wanted
        return (step(bar.scale, bar.key + 24 - 12, wanted),)

    return pick


def _nearest_chord_tone(bar: _Bar, degree: int) -> int:
    belongs = {(bar.degree + third) % 7 for third in (0, 2, 4)}
    return min((degree, degree + 1, degree - 1), key=lambda one: one % 7 not in belongs)


_PARTS: Mapping[str, Callable[[Sequence[_Bar], np.random.Generator], Pick]] = MappingProxyType(
    {"chords": _chords, "arp": _arp, "bass": _bass, "drone": _drone, "drum": _drum, "tune": _tune}
)
