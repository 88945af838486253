"""How fast the landscape passes, and steps to match: feet on the ground do not slide.

Who stands by the way, as a tower does, passes with the landscape; it then passes slowly enough
to stay in the picture.
"""

from __future__ import annotations

from dataclasses import replace

from t2v_studio.drawing.actor import Actor
from t2v_studio.drawing.motion import SPEEDS, landscape_speed

SLOWEST, FASTEST = 0.6, 1.9
"""Of the usual speed of an action: what a landscape's speed may become to match feet."""
PASSING = 0.7
"""Share of the frame's width that a landmark goes in a scene."""
LONGEST_STEP = 2.0
"""Times its usual length that a step may last: slower feet would look like slow motion."""


def in_step(actors: list[Actor], wide: float, pace: float = 1.0) -> float:
    """Return the landscape's speed, units a second to the right, and let everybody keep step.

    Args:
        actors: Of a scene; their steps and places are changed.
        wide: Units of the frame's width.
        pace: Seconds of the scene in a second of film.
    """
    going = next(
        (one for one in actors if landscape_speed(one.part.action, one.part.direction)), None
    )
    if going is None:
        return 0.0
    speed = landscape_speed(going.part.action, going.part.direction)
    if feet := _pace(going):
        usual = SPEEDS[going.part.action]
        speed *= min(max(feet, SLOWEST * usual), FASTEST * usual) / usual
    marks = [one for one in actors if one.landmark]
    if marks:
        lasts = going.part.duration * pace
        way = min(abs(speed) * lasts, PASSING * wide)
        speed = way / lasts * (1 if speed > 0 else -1)
        for one in marks:
            start = one.part.x + way / 2 * (1 if speed > 0 else -1)
            one.part = replace(one.part, x=start, passing=speed)
    for one in actors:
        if (feet := _pace(one)) and not one.landmark:
            slower = min(LONGEST_STEP, feet / abs(speed))
            one.figure = replace(one.figure, seconds=one.figure.seconds * slower)
    return speed


def _pace(actor: Actor) -> float:
    """Return how fast an actor's feet push the ground back, units a second."""
    moves = SPEEDS.get(actor.part.action, 0.0)
    return actor.figure.pace * actor.part.scale if moves else 0.0
