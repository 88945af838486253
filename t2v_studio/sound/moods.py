"""The twelve moods as music: tempo, scale, chords, and who plays what. A table and nothing else.

A pattern is one bar, written in sixteenths: a sign starts a note, `-` holds it, `.` is rest. For
chords and tunes any sign will do; for `bass` it is r(oot), t(hird), f(ifth), o(ctave); for `arp`
the number of the chord's tone; for drums x, X (accent) or o (soft).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Layer:
    """One player. `gain` in decibels, `pan` from -1 to 1, `enter` in bars."""

    part: str
    """chords, arp, bass, tune, drone or drum."""
    voice: str
    patterns: tuple[str, ...]
    gain: float
    pan: float = 0.0
    octave: int = 0
    enter: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """One row. `room`: seconds of echo, `wet`: its share, `swing`: of a sixteenth."""

    name: str
    bpm: tuple[int, int]
    scale: str
    progressions: tuple[tuple[int, ...], ...]
    """Degrees of the scale, a chord a bar."""
    layers: tuple[Layer, ...]
    tones: int = 3
    room: float = 1.6
    wet: float = 0.22
    swing: float = 0.0
    duck: float = 0.0
    """How far the others step back at a kick, 0 to 1."""
    aged: bool = False


MELODIC = frozenset({"chords", "arp", "tune"})
"""Parts that another instrument may play; bass, drone and drums make the mood what it is."""

STAND_INS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "piano": ("rhodes", "guitar"),
        "rhodes": ("piano", "guitar"),
        "guitar": ("pizzicato", "rhodes"),
        "pizzicato": ("marimba", "guitar"),
        "pluck": ("marimba", "pizzicato"),
        "marimba": ("music box", "pizzicato"),
        "music box": ("bell", "marimba"),
        "bell": ("music box", "rhodes"),
        "pad": ("warm pad", "strings"),
        "warm pad": ("pad", "choir"),
        "strings": ("choir", "warm pad"),
        "choir": ("warm pad", "strings"),
        "spiccato": ("pizzicato", "pluck"),
        "brass": ("strings", "choir"),
        "flute": ("whistle", "strings"),
        "whistle": ("flute", "music box"),
        "lead": ("whistle", "pluck"),
    }
)
"""Instrument -> who plays its part as well, on another track of the same mood."""

HOLD = ("x---------------",)
HALVES = ("x-------x-------",)
FOURS = ("x...x...x...x...",)
EIGHTHS = ("r-r-r-r-r-r-r-r-",)
SLOW_TUNE = ("x-----x-x-------", "x-------x---x---", "....x---x-------", "x-----------x---")
TUNE = ("x---x-x-x---x---", "x-x-x---x-----x-", "..x-x-x-x---x-x-", "x---x---x-x-x---")
BROKEN = ("0-1-2-3-2-1-2-1-", "0-2-1-2-3-2-1-2-", "0-1-2-1-3-1-2-1-")

# fmt: off
_ROWS = (
    Mood(name="calm", bpm=(66, 78), scale="major", tones=4, room=2.6, wet=0.34,
         progressions=((0, 3, 5, 4), (0, 5, 3, 4), (3, 0, 4, 5)), layers=(
        Layer("chords", "warm pad", HOLD, -7),
        Layer("arp", "rhodes", BROKEN, -9, 0.25),
        Layer("bass", "sub", ("r-------f-------", "r---------------"), -9),
        Layer("tune", "piano", SLOW_TUNE, -7, -0.2, 1, 1))),
    Mood(name="happy", bpm=(108, 120), scale="major", room=1.1, wet=0.16,
         progressions=((0, 4, 5, 3), (0, 3, 0, 4), (0, 5, 3, 4)), layers=(
        Layer("chords", "guitar", ("x-..x-x-..x-x-x-", "x---x-x-.-x-x-x-"), -8, -0.35),
        Layer("arp", "pizzicato", ("0.1.2.1.0.1.2.1.", "0.2.1.2.0.2.1.2."), -11, 0.4),
        Layer("bass", "upright", ("r---f---r---f---", "r--r..f-r--r..f-"), -6),
        Layer("tune", "whistle", TUNE, -12, 0.1, 1, 1),
        Layer("drum", "kick", ("x...x...x...x...", "x.....x.x......."), -8),
        Layer("drum", "clap", ("....x.......x...",), -13, 0.1),
        Layer("drum", "shaker", ("xoXoxoXoxoXoxoXo",), -21, 0.5))),
    Mood(name="lo-fi", bpm=(72, 84), scale="dorian", tones=4, room=1.3, wet=0.18, swing=0.3,
         aged=True, progressions=((1, 4, 0, 0), (0, 3, 1, 4), (5, 1, 0, 4)), layers=(
        Layer("chords", "rhodes", ("x-----x---------", "x---------x-----", "..x-----x-------"),
              -5, -0.1),
        Layer("bass", "upright", ("r-----r---f-----", "r-------..r-f---"), -4),
        Layer("tune", "rhodes", SLOW_TUNE, -11, 0.3, 1, 2),
        Layer("drum", "soft kick", ("x......x..x.....", "x.....x...x..x.."), -5),
        Layer("drum", "snare", ("....x.......x...", "....x.......x..o"), -13),
        Layer("drum", "hat", ("x.x.x.x.x.x.x.x.", "x.xox.x.x.xox.x."), -21, 0.3))),
    Mood(name="epic", bpm=(90, 102), scale="minor", room=2.8, wet=0.32,
         progressions=((0, 5, 2, 6), (0, 3, 5, 6), (0, 6, 5, 6)), layers=(
        Layer("arp", "spiccato", ("0.0.1.0.0.0.2.1.", "0.0.0.1.0.0.2.0."), -4, -0.3, -1),
        Layer("chords", "brass", HALVES, -12, 0.15),
        Layer("chords", "choir", HOLD, -16, 0, 1, 1),
        Layer("bass", "strings", ("r---------------",), -9, 0.1),
        Layer("tune", "brass", ("x-------x---x---", "x---x---x-------"), -8, -0.1, 0, 2),
        Layer("drum", "taiko", ("X.....x.X..x..x.", "X..x..x.X.....xx"), -1),
        Layer("drum", "cymbal", ("x...............",), -19, 0.3))),
    Mood(name="dramatic", bpm=(78, 90), scale="harmonic minor", room=2.4, wet=0.3,
         progressions=((0, 5, 3, 4), (0, 3, 0, 4), (0, 5, 1, 4)), layers=(
        Layer("arp", "spiccato", ("0000111100002222", "0.000.110.002.11"), -9, 0.3),
        Layer("chords", "strings", HOLD, -8, -0.2),
        Layer("bass", "piano", ("r-------r---r---", "r---------r-----"), -4, 0, 0),
        Layer("tune", "strings", SLOW_TUNE, -8, 0.1, 1, 1),
        Layer("drum", "heart", ("x..x............", "x..x....x..x...."), -5),
        Layer("drum", "tom", ("............x.xX", "..............xX"), -11, -0.3, 0, 1))),
    Mood(name="sad", bpm=(58, 68), scale="minor", room=2.8, wet=0.34,
         progressions=((0, 5, 2, 6), (0, 3, 5, 4), (5, 6, 0, 0)), layers=(
        Layer("arp", "piano", BROKEN, -6, -0.15),
        Layer("chords", "strings", HOLD, -13, 0.2),
        Layer("bass", "upright", ("r---------------",), -9),
        Layer("tune", "strings", SLOW_TUNE, -10, 0.15, 1, 1))),
    Mood(name="romantic", bpm=(64, 74), scale="major", tones=4, room=2.4, wet=0.3,
         progressions=((0, 5, 1, 4), (3, 2, 1, 0), (0, 2, 3, 4)), layers=(
        Layer("arp", "piano", BROKEN, -7, -0.2),
        Layer("chords", "strings", HOLD, -11, 0.2),
        Layer("bass", "sub", ("r-------f-------",), -9),
        Layer("tune", "flute", SLOW_TUNE, -9, 0.1, 1, 1))),
    Mood(name="upbeat", bpm=(118, 128), scale="mixolydian", room=1.0, wet=0.14, duck=0.45,
         progressions=((0, 6, 3, 0), (0, 3, 6, 3), (0, 4, 3, 6)), layers=(
        Layer("chords", "pluck", ("..x-..x-..x-..x-", "x-.x-.x-..x-.x-."), -8, -0.25),
        Layer("chords", "pad", HOLD, -13, 0.2),
        Layer("bass", "synth bass", ("r.o.r.o.r.o.r.o.", "r.r.o.r.r.r.o.o."), -8),
        Layer("tune", "lead", TUNE, -13, 0.15, 1, 1),
        Layer("drum", "kick", FOURS, -5),
        Layer("drum", "clap", ("....x.......x...",), -11),
        Layer("drum", "open hat", ("..x...x...x...x.",), -19, 0.3),
        Layer("drum", "hat", ("x.ox.ox.x.ox.oxo",), -23, -0.3))),
    Mood(name="mysterious", bpm=(70, 82), scale="phrygian", room=3.2, wet=0.42,
         progressions=((0, 1, 0, 5), (0, 0, 1, 0), (0, 3, 1, 0)), layers=(
        Layer("drone", "drone", HOLD, -8),
        Layer("arp", "bell", ("0-----2---1-----", "0---1-----2-3---", "2-----1---0-----"),
              -9, 0.35, 1),
        Layer("chords", "choir", HOLD, -13, -0.2),
        Layer("tune", "whistle", SLOW_TUNE, -15, -0.1, 1, 1),
        Layer("drum", "heart", ("x...............", "x.....x........."), -7),
        Layer("drum", "shaker", ("....o.......o.o.",), -24, -0.5))),
    Mood(name="ambient", bpm=(54, 64), scale="lydian", tones=4, room=3.6, wet=0.5,
         progressions=((0, 1, 0, 4), (0, 4, 1, 5), (0, 2, 1, 0)), layers=(
        Layer("drone", "drone", HOLD, -11),
        Layer("chords", "warm pad", HOLD, -6),
        Layer("chords", "choir", HOLD, -15, 0.3, 1),
        Layer("arp", "bell", ("0-----3-----2---", "....2-------1---", "0-------3-2-----"),
              -14, 0.3, 1))),
    Mood(name="electronic", bpm=(116, 126), scale="minor", room=1.4, wet=0.18, duck=0.6,
         progressions=((0, 5, 2, 6), (0, 0, 5, 6), (0, 3, 5, 4)), layers=(
        Layer("arp", "pluck", ("0120312021302120", "0.203.201.302.10"), -10, 0.35, 1),
        Layer("chords", "pad", HOLD, -9, -0.1),
        Layer("bass", "synth bass", ("..r-..r-..r-..o-", "r.rrr.r.r.rrr.o."), -7),
        Layer("tune", "lead", ("x-----x-----x---", "x---..x-..x-x---"), -14, -0.15, 1, 2),
        Layer("drum", "kick", FOURS, -4),
        Layer("drum", "clap", ("....x.......x...",), -12),
        Layer("drum", "hat", ("..x...x...x...xo", "xoxxxoxxxoxxxoxx"), -20, 0.25))),
    Mood(name="playful", bpm=(112, 126), scale="major", room=0.9, wet=0.14,
         progressions=((0, 4, 0, 4), (0, 3, 4, 0), (0, 1, 4, 0)), layers=(
        Layer("bass", "pizzicato", ("r...f...r...f...",), -4, -0.1, 1),
        Layer("chords", "pizzicato", ("..x...x...x...x.", "..x...x...x.x.x."), -9, 0.3),
        Layer("tune", "marimba", TUNE, -5, -0.15, 1),
        Layer("arp", "music box", ("....0.1.....2.1.", "0...2...1...2..."), -14, 0.45, 1, 2),
        Layer("drum", "woodblock", ("x..x..x.....x...", "..x...x...x..xx."), -17, 0.4),
        Layer("drum", "snap", ("....x.......x...",), -15, -0.3),
        Layer("drum", "shaker", ("o.x.o.x.o.x.o.x.",), -24, -0.4))),
)
# fmt: on

MUSIC: Mapping[str, Mood] = MappingProxyType({row.name: row for row in _ROWS})
"""Every mood of a scene has its music; a test holds the two sets together."""
