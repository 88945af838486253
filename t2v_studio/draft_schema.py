"""What a draft may be that somebody sends to be rendered: its shape and its limits, as JSON Schema.

Nothing of a draft is used before it has passed here. Unknown keys are refused: they would be
something that the film does not show.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator, validators

from t2v_studio import finish, scene
from t2v_studio.film import ASPECTS, AUDIO, ROLES, TEXT, VIDEO

MAX_DURATION_MS = 600_000
"""Ten minutes of film."""
MAX_SOURCE_MS = 3 * 3_600_000
"""Three hours of uploaded film, of which a stretch is used."""
MAX_TRACKS = 12
MAX_SEGMENTS = 200
MAX_SUBJECTS = 24
MAX_COUNT = 100
MAX_FPS = 60
MIN_FPS = 24
"""That a render can be ordered with; a draft may have less."""
MAX_VOLUME = 200
MAX_MESSAGE = 20_000
"""Characters of a message, ten times the longest script; a scene may carry all of its words."""
MAX_TEXT = 2000
MIN_SPEED, MAX_SPEED = 25, 400
"""Percent of a clip's own speed."""
MAX_NAME = 300
_MAX_SEED = 2**63 - 1

Schema = dict[str, Any]


def _text(longest: int = MAX_NAME) -> Schema:
    return {"type": "string", "maxLength": longest}


def _whole(lowest: int, highest: int) -> Schema:
    return {"type": "integer", "minimum": lowest, "maximum": highest}


def _one_of(choices: tuple[str, ...]) -> Schema:
    return {"enum": list(choices)}


def _list(items: Schema, most: int, least: int = 0) -> Schema:
    # The count stands before the items: what is too long is not looked into.
    return {"type": "array", "maxItems": most, "minItems": least, "items": items}


def _object(properties: Schema, optional: Schema | None = None) -> Schema:
    return {
        "type": "object",
        "properties": {**properties, **(optional or {})},
        "required": sorted(properties),
        "additionalProperties": False,
    }


_TIME = _whole(0, MAX_DURATION_MS)
_LENGTH = _whole(1, MAX_DURATION_MS)
_IN_SOURCE = _whole(0, MAX_SOURCE_MS)
_ID = {"type": "string", "pattern": r"\A[A-Za-z0-9_-]{0,64}\Z"}

_SUBJECT = _object(
    {"name": _text()},
    {
        "count": _whole(1, MAX_COUNT),
        "colour": _text(),
        "size": _one_of(scene.SIZES),
        "action": _one_of(scene.ACTIONS),
        "direction": _one_of(scene.DIRECTIONS),
        "on": _text(),
        "words": _text(),
    },
)
_SCENE = _object(
    {"words": _text(MAX_MESSAGE)},
    {
        "subjects": _list(_SUBJECT, MAX_SUBJECTS),
        "place": _one_of(scene.PLACES),
        "time": _one_of(scene.TIMES),
        "weather": _one_of(scene.WEATHERS),
        "season": _one_of(scene.SEASONS),
        "camera": _one_of(scene.CAMERAS),
        "pace": _one_of(scene.PACES),
        "style": _one_of(scene.STYLES),
        "mood": _one_of(scene.MOODS),
        "seed": _whole(0, _MAX_SEED),
        "tint": _text(),
        "not_drawn": _list(_text(), 50),
    },
)
_SHIFT = _whole(-100, 100)
_GRADE = _object(
    {},
    {
        **dict.fromkeys(("brightness", "contrast", "saturation", "warmth"), _SHIFT),
        "sepia": _whole(0, 100),
    },
)
_FINISH: Schema = {
    "offset": _IN_SOURCE,
    "speed": _whole(MIN_SPEED, MAX_SPEED),
    "grade": _GRADE,
    "transition": _object(
        {"kind": _one_of(finish.TRANSITIONS), "ms": _whole(0, finish.LONGEST_MS)}
    ),
}
_DRAWN = _object({"start": _TIME, "name": _text(), "scene": _SCENE}, _FINISH)
_UPLOADED = _object(
    {"start": _TIME, "name": _text(), "asset": _ID, "kind": _one_of(("video", "image"))},
    {**_FINISH, "source": _IN_SOURCE, "volume": _whole(0, MAX_VOLUME)},
)
_OVERLAY = _object(
    {"start": _TIME, "name": _text(), "asset": _ID, "corner": _one_of(finish.CORNERS)},
    {"opacity": _whole(0, 100), "size": _whole(1, 100)},
)


def _either(key: str, then: Schema, otherwise: Schema) -> Schema:
    """Return the rule that what has a key is of one kind, and the rest of another."""
    return {"type": "object", "if": {"required": [key]}, "then": then, "else": otherwise}


_CLIP = _either("scene", _DRAWN, _either("corner", _OVERLAY, _UPLOADED))
_SOUND = _object(
    {"start": _TIME, "name": _text()},
    {
        "volume": _whole(0, MAX_VOLUME),
        "mood": _one_of(("", *scene.MOODS)),
        "seed": _whole(0, _MAX_SEED),
        "asset": _ID,
        "offset": _IN_SOURCE,
        "source": _IN_SOURCE,
        "role": _one_of(ROLES),
        "text": _text(MAX_TEXT),
        "voice": _ID,
        "effect": _one_of(("", *scene.EFFECTS)),
    },
)
_CAPTION = _object(
    {"start": _TIME, "text": _text(MAX_TEXT)},
    {
        "role": _one_of(("title", "caption")),
        "position": _one_of(("top", "center", "bottom", "lower third")),
        "size": _one_of(scene.SIZES),
        "weight": _one_of(("regular", "semibold", "bold")),
        "colour": _text(),
    },
)


def _segments(kind: int, meta: Schema) -> Schema:
    """Return the rule that a track of this kind holds such segments."""
    segment = _object({"d": _LENGTH, "m": meta})
    return {
        "if": {"properties": {"tt": {"const": kind}}},
        "then": {"properties": {"sg": _list(segment, MAX_SEGMENTS)}},
    }


_TRACK = {
    **_object(
        {"tt": {"type": "integer", "enum": [VIDEO, AUDIO, TEXT]}, "sg": {"type": "array"}},
        {"m": _object({}, {"name": _text()})},
    ),
    "allOf": [_segments(VIDEO, _CLIP), _segments(AUDIO, _SOUND), _segments(TEXT, _CAPTION)],
}


DRAFT = _object(
    {
        "d": _LENGTH,
        "m": _object(
            {
                "name": _text(),
                "aspect": _one_of(tuple(ASPECTS)),
                "fps": _whole(1, MAX_FPS),
                "style": _one_of(scene.STYLES),
            },
            {
                "width": _whole(2, 4096),
                "height": _whole(2, 4096),
                "effects": _whole(0, MAX_VOLUME),
                "grade": _GRADE,
                "fade_out": _whole(0, finish.LONGEST_MS),
            },
        ),
        "t": _list(_TRACK, MAX_TRACKS, least=1),
    }
)
RENDER = _object(
    {
        "id": {"type": "string", "pattern": r"\A[A-Za-z0-9_-]{1,64}\Z"},
        "sessionId": _text(),
        "draft": DRAFT,
    },
    {
        "output": _object(
            {}, {"format": _text(20), "quality": _text(20), "fps": _whole(MIN_FPS, MAX_FPS)}
        )
    },
)
"""The whole body of the render call."""


def _is_whole(_checker: object, value: object) -> bool:
    """JSON Schema takes 2.0 for an integer; frame counts cannot."""
    return isinstance(value, int) and not isinstance(value, bool)


_VALIDATOR = validators.extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_whole),
)(RENDER)


def fault_of(body: Mapping[str, Any]) -> str:
    """Return what is wrong with a render body, as a path and a rule; empty when nothing is.

    The words of the body itself are never repeated.
    """
    # The first fault is enough: a body of a million faults must not cost a minute.
    fault = next(_VALIDATOR.iter_errors(body), None)
    if fault is None:
        return "" if _has_footage(body["draft"]) else "draft: there is no picture to render"
    where = "/".join(str(step) for step in fault.absolute_path) or "body"
    return f"{where}: does not satisfy {fault.validator}"


def assets_of(draft: Mapping[str, Any]) -> set[str]:
    """Return the ids of the uploads that a valid draft uses."""
    segments = (segment for track in draft["t"] for segment in track["sg"])
    return {segment["m"].get("asset", "") for segment in segments} - {""}


def _has_footage(draft: Mapping[str, Any]) -> bool:
    return any(
        "corner" not in segment["m"]
        for track in draft["t"]
        if track["tt"] == VIDEO
        for segment in track["sg"]
    )
