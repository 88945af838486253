"""The setting: place, time, weather, camera, pace, style, mood and tint of a scene.

What is said outright wins, then what another word implies, then what the subjects suggest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from t2v_studio.director.lexicon.subjects import SUBJECTS, Kind
from t2v_studio.director.reading.spans import Span
from t2v_studio.scene import Subject

FIELDS = ("place", "time", "weather", "season", "camera", "pace", "style", "mood")

MOVING = frozenset({"walk", "run", "drive", "sail", "fly", "surf", "swim"})
"""What the camera follows by itself."""

_INDOORS = frozenset({"room", "office"})
"""Where furniture is, everybody is: a cat on a sofa is in a room."""

_GREENS = frozenset({"park", "garden"})
"""Where benches, swings and fountains stand."""

_DISPLAYS = frozenset({"table", "studio"})
"""Where things alone are shown; with somebody they are in a room, with a house outdoors."""

_ALIVE = frozenset({"person", "animal"})

_AFLOAT = frozenset({"sail", "surf", "swim"})
"""What needs water: whoever sails with a girl is on the sea, not in the girl's park."""

_OPEN_AIR = frozenset({"harbour", "city", "farm"})
"""Where buildings stand: what is beside a lighthouse is not in a room."""

_SHORES = frozenset({"ocean", "beach", "harbour", "underwater", "lake"})

_MOOD_OF = (
    ("weather", "storm", "dramatic"),
    ("weather", "rain", "lo-fi"),
    ("style", "neon", "electronic"),
    ("place", "space", "ambient"),
    ("place", "underwater", "ambient"),
    ("place", "castle", "epic"),
    ("place", "stage", "upbeat"),
    ("place", "stadium", "upbeat"),
    ("place", "cafe", "lo-fi"),
    ("action", "surf", "upbeat"),
    ("action", "dance", "upbeat"),
    ("action", "drive", "upbeat"),
    ("action", "run", "happy"),
    ("action", "jump", "playful"),
    ("action", "play", "playful"),
    ("time", "night", "lo-fi"),
    ("family", "person", "happy"),
)
"""Field, value, and the mood that they bring; the first that fits counts."""


def said(line: Sequence[Span]) -> dict[str, str]:
    """Return the fields that the words name outright."""
    found = {span.kind: span.value for span in reversed(line) if span.kind in FIELDS}
    if "place" in found:
        found["place"] = _first_place(line)
    return found


def places(line: Sequence[Span]) -> Iterator[Span]:
    """Yield the places named; of "city park" only the last word is one."""
    for at, span in enumerate(line):
        if span.kind == "place" and not _is_modifier(line, at):
            yield span


def _is_modifier(line: Sequence[Span], at: int) -> bool:
    """Say whether a place only tells of which kind the next one is: 海边的公路 is a road."""
    after = line[at + 1 : at + 3]
    if len(after) == 2 and after[0].text == "的":
        after = after[1:]
    return bool(after) and after[0].kind == "place" and after[0].sign == line[at].sign


def _first_place(line: Sequence[Span]) -> str:
    return next(places(line)).value


def shown_at(span: Span, place: str) -> bool:
    """Say whether the place holds what a hint names: there are waves at every shore."""
    told = span.meaning.attributes
    wanted = told.get("place") or told.get("backdrop") or place
    return wanted == place or {wanted, place} <= _SHORES


def implied(line: Sequence[Span], subjects: Sequence[Subject]) -> dict[str, str]:
    """Return the fields that other words bring with them: surfing happens on the ocean."""
    found: dict[str, str] = {}
    own = {SUBJECTS[subject.name].action for subject in subjects}
    for span in line:
        natural = span.kind == "action" and span.value in own  # a fish swims where fish live
        if span.kind not in {"subject", "undrawn", "filler"} and not natural:
            for name, value in span.meaning.attributes.items():
                found.setdefault(name, value)
    if "backdrop" in found:
        found.setdefault("place", found["backdrop"])  # a cliff by the sea is at the sea
    for home in _homes(subjects):
        found.setdefault("place", home)
    for subject in subjects:
        if SUBJECTS[subject.name].time:
            found.setdefault("time", SUBJECTS[subject.name].time)
    if any(span.kind in {"time", "weather"} for span in line):
        found.setdefault("place", "sky")  # "a beautiful sunset" is seen above
    found.setdefault("camera", _camera(subjects))
    return found


def _homes(subjects: Sequence[Subject]) -> list[str]:
    """Return where the subjects are at home, the home that binds them most first."""
    kinds = [SUBJECTS[subject.name] for subject in subjects]
    if any(map(_outdoors, kinds)):
        kinds.sort(key=lambda kind: kind.place in _INDOORS)  # a book under a tree is outdoors
        return _furnished(kinds)
    kinds.sort(
        key=lambda kind: (
            kind.action not in _AFLOAT,
            not (kind.family == "thing" and kind.place in _OPEN_AIR),
            kind.place not in _INDOORS,
        )
    )
    return _furnished(kinds)


def _outdoors(kind: Kind) -> bool:
    """Say whether something is never in a room: a tree, a bench of a park."""
    if kind.family == "nature":
        return kind.place not in _INDOORS
    return kind.family == "thing" and kind.place in _GREENS


def _furnished(kinds: Sequence[Kind]) -> list[str]:
    """Return the homes of subjects; things that would stand alone go where the others are."""
    homes = [kind.place for kind in kinds if kind.place not in _DISPLAYS]
    shown = [kind.place for kind in kinds if kind.place in _DISPLAYS]
    if not shown or any(kind.family not in _ALIVE and kind.place in homes for kind in kinds):
        return homes + shown
    return ["room"] if homes else shown


def _camera(subjects: Sequence[Subject]) -> str:
    return "follow" if any(one.action in MOVING for one in subjects) else "push in"


def mood(fields: Mapping[str, str], subjects: Sequence[Subject]) -> str:
    """Return the mood that a setting suggests."""
    facts = {(name, value) for name, value in fields.items()}
    facts |= {("action", one.action) for one in subjects}
    facts |= {("family", SUBJECTS[one.name].family) for one in subjects}
    return next((mood for name, value, mood in _MOOD_OF if (name, value) in facts), "calm")
