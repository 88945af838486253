"""Every subject that we draw ourselves, by key. A new one is a function and a row here."""

from __future__ import annotations

from collections.abc import Mapping

from t2v_studio.drawing.emblems.boats import BOATS
from t2v_studio.drawing.emblems.emblem import Emblem
from t2v_studio.drawing.emblems.fireworks import FIREWORKS
from t2v_studio.drawing.emblems.growth import TREES
from t2v_studio.drawing.emblems.landmarks import LANDMARKS
from t2v_studio.drawing.emblems.pond import POND
from t2v_studio.drawing.emblems.rails import TRAINS
from t2v_studio.drawing.emblems.ware import WARE
from t2v_studio.drawing.emblems.wonders import WONDERS
from t2v_studio.drawing.rigs import machines

CRAFT = {
    "rocket": Emblem(draw=machines.rocket, box=machines.ROCKET_BOX, tone="#e5484d", scale=0.82,
                     phases=8, seconds=0.4),
    "hot air balloon": Emblem(draw=machines.balloon, box=machines.BALLOON_BOX, tone="#e5675b",
                              scale=0.95, phases=8, seconds=0.8),
}  # fmt: skip

EMBLEMS: Mapping[str, Emblem] = {
    **BOATS,
    **TRAINS,
    **CRAFT,
    **LANDMARKS,
    **TREES,
    **FIREWORKS,
    **WONDERS,
    **WARE,
    **POND,
}

__all__ = ["EMBLEMS", "Emblem"]
