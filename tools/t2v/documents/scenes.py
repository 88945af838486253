"""From the pieces of a document to scenes: what belongs together, how much of it, how long.

Pure: nothing is invented, nothing changes its order. A heading, an item of a numbered list, a
pause between cues begin a scene; else paragraphs do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from t2v.documents.pieces import Piece, Place
from t2v.documents.sentences import joined, sentences, words
from t2v.documents.summary import Sentence, key

PACE = 5.0
"""Words a second that can be read along with pictures: 150 words in half a minute."""

SHORTEST_S = 2
"""Seconds of a scene; what is over sooner is not seen."""

MOST = 12
"""Scenes of a film."""

FULL = 45.0
"""Words after which a scene is split where there is time for another one."""


class Scene(NamedTuple):
    """What one scene says, how many seconds it has, and from where to where it was taken."""

    text: str
    seconds: int
    first: Place
    last: Place

    @property
    def source(self) -> str:
        """The place or the places, for people."""
        return str(self.first) if self.first == self.last else f"{self.first} to {self.last}"


class _Line(NamedTuple):
    """A sentence of a section, with what is known of its piece."""

    text: str
    place: Place
    section: int
    leading: bool
    weight: float


class _Group(NamedTuple):
    """Lines that will be one scene."""

    lines: tuple[_Line, ...]

    @property
    def weight(self) -> float:
        return sum(line.weight for line in self.lines)

    def and_then(self, other: _Group) -> _Group:
        return _Group(self.lines + other.lines)


def scenes(pieces: Sequence[Piece], seconds: int) -> tuple[Scene, ...]:
    """Return the scenes of a film of so many seconds; () where there is nothing to show."""
    lines = _lines(pieces)
    kept = key([Sentence(line.text, line.leading) for line in lines], seconds * PACE)
    groups = _groups([lines[place] for place in kept])
    most = max(1, min(MOST, seconds // (SHORTEST_S + 1)))
    groups = _merged(_split(groups, most), most)
    lengths = _seconds([group.weight for group in groups], seconds)
    return tuple(_scene(group, length) for group, length in zip(groups, lengths, strict=True))


def said(pieces: Sequence[Piece]) -> float:
    """Return how many words there are."""
    return sum(words(piece.text) for piece in pieces)


def _lines(pieces: Sequence[Piece]) -> list[_Line]:
    """Return all sentences, with the section that each belongs to.

    A heading over nothing is a section of its own; over a text it begins the text's first line.
    """
    marked = any(piece.begins or piece.heading for piece in pieces)
    lines: list[_Line] = []
    section, heading = 0, ""
    for piece in pieces:
        if piece.heading:
            heading = joined([heading, _ended(piece.text)])
            continue
        section += bool(piece.begins or heading or not marked)
        found = list(sentences(piece.text))
        for place, text in enumerate(found):
            told = joined([heading, text]) if place == 0 else text
            weight = piece.seconds / len(found) if piece.seconds else words(told)
            leading = place == 0 and (bool(piece.begins or heading) or not marked)
            lines.append(_Line(told, piece.place, section, leading, max(0.5, weight)))
        heading = ""
    if heading and not lines:
        lines = [_Line(heading, pieces[0].place, 0, leading=True, weight=1.0)]
    return lines


def _ended(heading: str) -> str:
    """Return a heading that ends like a sentence, since one follows."""
    return heading if heading[-1:] in ".!?:…。！？：" else f"{heading}:"


def _groups(lines: Sequence[_Line]) -> list[_Group]:
    """Return the lines by their sections."""
    groups: list[_Group] = []
    for line in lines:
        if groups and groups[-1].lines[-1].section == line.section:
            groups[-1] = _Group((*groups[-1].lines, line))
        else:
            groups.append(_Group((line,)))
    return groups


def _split(groups: list[_Group], most: int) -> list[_Group]:
    """Split the groups that say too much at once, the fullest first, while there is room."""
    while len(groups) < most:
        full = max(
            (place for place, group in enumerate(groups) if len(group.lines) > 1),
            key=lambda place: _told(groups[place]),
            default=None,
        )
        if full is None or _told(groups[full]) <= FULL:
            break
        lines = groups[full].lines
        half = _half(lines)
        groups[full : full + 1] = [_Group(lines[:half]), _Group(lines[half:])]
    return groups


def _told(group: _Group) -> float:
    return sum(words(line.text) for line in group.lines)


def _half(lines: Sequence[_Line]) -> int:
    """Return where two halves of about the same weight meet."""
    total, reached = sum(line.weight for line in lines), 0.0
    for place, line in enumerate(lines[:-1], 1):
        reached += line.weight
        if reached >= total / 2:
            return place
    return len(lines) - 1


def _merged(groups: list[_Group], most: int) -> list[_Group]:
    """Join neighbours, the lightest pair first, until there are no more than `most`."""
    while len(groups) > most:
        pairs = range(len(groups) - 1)
        light = min(pairs, key=lambda place: groups[place].weight + groups[place + 1].weight)
        groups[light : light + 2] = [groups[light].and_then(groups[light + 1])]
    return groups


def _seconds(weights: Sequence[float], total: int) -> list[int]:
    """Share the seconds out by weight, each scene its least; they add up to the total."""
    if not weights:
        return []
    least = min(SHORTEST_S, total // len(weights)) or 1
    spare, whole = total - least * len(weights), sum(weights)
    shares = [spare * weight / whole for weight in weights]
    lengths = [int(share) for share in shares]
    rests = sorted(range(len(shares)), key=lambda place: (lengths[place] - shares[place], place))
    for place in rests[: spare - sum(lengths)]:
        lengths[place] += 1
    return [least + length for length in lengths]


def _scene(group: _Group, seconds: int) -> Scene:
    places = [line.place for line in group.lines]
    return Scene(joined([line.text for line in group.lines]), seconds, places[0], places[-1])
