"""Every subject that can stand in a picture, with its family and what it does by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from t2v_studio.director.lexicon.animals import ANIMALS
from t2v_studio.director.lexicon.food import FOOD
from t2v_studio.director.lexicon.nature import NATURE
from t2v_studio.director.lexicon.people import PEOPLE
from t2v_studio.director.lexicon.rows import Row, rows
from t2v_studio.director.lexicon.things import THINGS
from t2v_studio.director.lexicon.vehicles import VEHICLES


@dataclass(frozen=True, slots=True)
class Kind:
    """What is known of a subject without a word said about it."""

    key: str
    family: str
    """animal, person, vehicle, nature, thing or food."""
    place: str
    """Where it is drawn when the words name no place."""
    action: str
    """What it does when the words say nothing."""
    aliases: tuple[str, ...]
    time: str = ""
    """The time of day that it brings along: the moon shines at night."""


LISTS = {
    "animal": ANIMALS,
    "person": PEOPLE,
    "vehicle": VEHICLES,
    "nature": NATURE,
    "thing": THINGS,
    "food": FOOD,
}
"""Family -> word list."""


def _kind(family: str, row: Row) -> Kind:
    said = row.attributes
    return Kind(row.key, family, said["place"], said["action"], row.aliases, said.get("time", ""))


def _kinds() -> Iterator[tuple[str, Kind]]:
    for family, text in LISTS.items():
        for row in rows(text):
            yield row.key, _kind(family, row)


SUBJECTS: dict[str, Kind] = dict(_kinds())
"""Key -> kind, for every subject."""
