"""Every place by name. A new place is a function in one of these modules and a row here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from t2v_studio.drawing.backdrop import Backdrop
from t2v_studio.drawing.canvas import Canvas
from t2v_studio.drawing.places import (
    arena,
    bamboo,
    country,
    displays,
    houses,
    indoors,
    nowhere,
    shore,
    town,
    wild,
)

Maker: TypeAlias = Callable[[Canvas], Backdrop]

PLACES: Mapping[str, Maker] = {
    "park": country.park,
    "garden": country.garden,
    "field": country.field,
    "farm": country.farm,
    "castle": country.castle,
    "forest": wild.forest,
    "mountains": wild.mountains,
    "desert": wild.desert,
    "snowfield": wild.snowfield,
    "waterfall": wild.waterfall,
    "beach": shore.beach,
    "ocean": shore.ocean,
    "lake": shore.lake,
    "river": shore.river,
    "harbour": shore.harbour,
    "underwater": shore.underwater,
    "city": town.city,
    "street": town.street,
    "road": town.road,
    "room": indoors.room,
    "office": indoors.office,
    "stage": indoors.stage,
    "kitchen": houses.kitchen,
    "cafe": houses.cafe,
    "classroom": houses.classroom,
    "table": displays.table,
    "studio": displays.studio,
    "stadium": arena.stadium,
    "bamboo": bamboo.bamboo,
    "sky": nowhere.sky,
    "space": nowhere.space,
    "abstract": nowhere.abstract,
}


def backdrop(place: str, canvas: Canvas) -> Backdrop:
    """Make the backdrop of a place; an unknown one is abstract."""
    return PLACES.get(place, nowhere.abstract)(canvas)
