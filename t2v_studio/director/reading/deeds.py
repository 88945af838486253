"""Deeds: who does what, in which direction, and who rides whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from t2v_studio.director.lexicon.subjects import SUBJECTS
from t2v_studio.director.reading.nouns import Noun
from t2v_studio.director.reading.spans import Span

_OF_THE_LIVING = frozenset({"eat", "play", "sit", "stand", "sleep", "walk", "run", "dance"})


_SEATED = frozenset({"car", "taxi", "suv", "police car", "hot air balloon", "sled", "tractor"})
"""What one sits in, besides boats."""


_SHARED = frozenset({"walk", "run"})
"""What an animal behind the verb does as well: "walking his dog", "chasing a mouse"."""


@dataclass(slots=True)
class Deeds:
    """What each noun does, by its place among the nouns."""

    actions: dict[int, str] = field(default_factory=dict)
    directions: dict[int, str] = field(default_factory=dict)
    mounts: dict[int, str] = field(default_factory=dict)


def deeds(line: Sequence[Span], named: Sequence[Noun]) -> Deeds:
    """Give every action and direction of the text to the nouns that they are said of."""
    found = Deeds()
    for at, span in enumerate(line):
        if span.kind == "action":
            _act(found, line, named, at)
        elif span.kind == "direction":
            before = [i for i, noun in enumerate(named) if noun.at < at and not noun.placed]
            found.directions.setdefault(before[-1] if before else 0, span.value)
    for i in range(1, len(named)):
        if i - 1 not in found.actions and _aboard(line, named[i - 1], named[i]):
            _mount(found, named, [i - 1], i, "sit")
    return found


def _aboard(line: Sequence[Span], who: Noun, what: Noun) -> bool:
    """Tell whether the words put somebody aboard: "a man in a boat", "a family in a car"."""
    alive = SUBJECTS[who.key].family in {"animal", "person"}
    between = [span.words[0] for span in line[who.at + 1 : what.at] if span.kind == "preposition"]
    carries = SUBJECTS[what.key].action == "sail" or what.key in _SEATED
    return alive and carries and between in (["in"], ["on"])


def _act(found: Deeds, line: Sequence[Span], named: Sequence[Noun], at: int) -> None:
    action, mode = line[at].value, line[at].meaning.attributes.get("object", "")
    doers = _doers(found, named, at, _clause(named, at))
    thing = _object(line, named, at, across_prepositions=mode == "mount")
    if mode == "moves" and thing is not None and doers:
        found.actions.setdefault(thing, action)
    elif mode == "mount" and thing is not None and doers:
        _mount(found, named, doers, thing, action)
    elif doers:
        _do(found, named, doers, action)
        if (
            thing is not None
            and action in _SHARED
            and SUBJECTS[named[thing].key].family == "animal"
        ):
            found.actions.setdefault(thing, action)
    elif (follower := _follower(line, named, at)) is not None:
        found.actions.setdefault(follower, action)


def _mount(found: Deeds, named: Sequence[Noun], doers: list[int], thing: int, action: str) -> None:
    """The rider sits; what carries it moves."""
    _do(found, named, doers, "sit")
    found.mounts.update(dict.fromkeys(doers, named[thing].key))
    kind = SUBJECTS[named[thing].key]
    own = "walk" if kind.family == "animal" and kind.action == "stand" else kind.action
    found.actions.setdefault(thing, own if action == "sit" else action)


def _do(found: Deeds, named: Sequence[Noun], doers: Iterable[int], action: str) -> None:
    for doer in doers:
        kind = SUBJECTS[named[doer].key]
        rolls = kind.family == "vehicle" and action in {"walk", "run"}
        found.actions.setdefault(doer, kind.action if rolls else action)


def _clause(named: Sequence[Noun], at: int) -> int:
    return max((noun.clause for noun in named if noun.at < at), default=0)


def _doers(found: Deeds, named: Sequence[Noun], at: int, clause: int) -> list[int]:
    """The nouns before the action that do nothing yet; those behind a preposition last."""
    before = [i for i, noun in enumerate(named) if noun.at < at and noun.clause == clause]
    idle = [i for i in before if i not in found.actions]
    return [i for i in idle if not named[i].placed] or [i for i in idle[-1:] if i == before[0]]


def _object(
    line: Sequence[Span], named: Sequence[Noun], at: int, *, across_prepositions: bool
) -> int | None:
    """The noun that the action is done to, or with."""
    stops = {"mark", "action", "place"} | (set() if across_prepositions else {"preposition"})
    for i in range(at + 1, len(line)):
        if line[i].kind == "subject":
            return next(n for n, noun in enumerate(named) if noun.at == i)
        if line[i].kind in stops:
            return None
    return None


def _follower(line: Sequence[Span], named: Sequence[Noun], at: int) -> int | None:
    """The noun right behind that can do it: "running horses", but not "eating pizza"."""
    found = _object(line, named, at, across_prepositions=False)
    if found is None or any(one.kind == "determiner" for one in line[at : named[found].at]):
        return None
    alive = SUBJECTS[named[found].key].family in {"animal", "person"}
    return found if alive or line[at].value not in _OF_THE_LIVING else None
