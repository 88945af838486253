"""Who holds what: things of a scene that go into the hands of its people."""

from __future__ import annotations

from collections.abc import Iterable

from t2v_studio.drawing.cast import Figure, figure_of, holder
from t2v_studio.drawing.rigs.hands import BEFORE_ONE, OVERHEAD
from t2v_studio.drawing.rigs.wardrobe import PEOPLE
from t2v_studio.scene import Subject

BUSY = frozenset({"swim", "fly", "sleep", "surf", "float", "rise", "fall", "spin"})
"""Actions that leave no hand free."""
LOOSE = frozenset({"jump", "fly", "rise", "fall", "drive"})
"""What things do that nobody holds."""


def in_hands(subjects: Iterable[Subject]) -> list[tuple[Subject, Figure]]:
    """Return who and what is in the picture, and how it looks; a thing that is held is nobody.

    Args:
        subjects: One for each of a number, in the order of the words.
    """
    everybody = list(subjects)
    hands = [at for at, one in enumerate(everybody) if _free(one)]
    things = [at for at, one in enumerate(everybody) if hands and _holdable(one)]
    held = dict(zip(hands, things, strict=False))
    taken = {everybody[at].name for at in held.values()}
    # Of three umbrellas for a couple the third would lie about.
    gone = {at for at in things if everybody[at].name in taken}
    cast: list[tuple[Subject, Figure]] = []
    for at, one in enumerate(everybody):
        if at in gone:
            continue
        figure = holder(one, everybody[held[at]]) if at in held else figure_of(one)
        if figure:
            cast.append((one, figure))
    return cast


def _free(one: Subject) -> bool:
    return one.name in PEOPLE and one.action not in BUSY


def _holdable(one: Subject) -> bool:
    return (one.name in OVERHEAD or one.name in BEFORE_ONE) and one.action not in LOOSE
