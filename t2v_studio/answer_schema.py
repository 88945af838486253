"""What the API answers, as JSON Schema: the envelope, and what each call puts into it."""

from __future__ import annotations

from typing import Any

from t2v.endpoints import FORMATS

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer", "minimum": 0}
_ANY: Schema = {"type": "object"}


def shape(**properties: Schema) -> Schema:
    """Return the rule of an object that has all of these, and nothing else."""
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


def several(items: Schema) -> Schema:
    """Return the rule of a list of these."""
    return {"type": "array", "items": items}


def success(data: Schema) -> Schema:
    """Return the rule of the envelope around an answer."""
    return shape(code={"const": 0}, message=TEXT, data=data)


REFUSED = shape(code={"type": "integer", "minimum": 1}, message=TEXT, data={"type": "null"})
"""The envelope of every refusal; `code` is a wire code of the failure table or an HTTP status."""
NOT_FOUND = shape(detail=TEXT)
"""How the chat, which speaks as Google's ADK does, says that there is no such session."""

TOKEN = success(shape(token=TEXT, credits=WHOLE, expires_in=WHOLE))
CLAIM = success(shape(claim_token=TEXT, expires_in=WHOLE))
CREDITS = success(shape(available={"type": "integer"}, frozen=WHOLE, total={"type": "integer"}))

_SESSION = {"task_id": TEXT, "session_id": TEXT, "bind_id": TEXT}
SESSION = success(shape(**_SESSION))

_UPLOAD = shape(
    id=TEXT,
    name=TEXT,
    type={"enum": ["video", "image", "audio"]},
    duration_ms=WHOLE,
    width=WHOLE,
    height=WHOLE,
)
UPLOADS = success(shape(files=several(_UPLOAD), video_infos=several(_UPLOAD)))

_GENERATED = shape(type={"enum": ["video", "audio"]}, name=TEXT, duration_ms=WHOLE)
_CANVAS = shape(ratio=TEXT, width=WHOLE, height=WHOLE, fps=WHOLE)
STATE = success(
    shape(
        **_SESSION,
        state=shape(
            draft=shape(t=several(_ANY), d=WHOLE, m=_ANY),
            video_infos=several(_UPLOAD),
            generated_media=several(_GENERATED),
            canvas_config=_CANVAS,
        ),
    )
)

_OUTPUT = shape(
    url=TEXT,
    format={"enum": list(FORMATS)},
    width=WHOLE,
    height=WHOLE,
    fps=WHOLE,
    duration_ms=WHOLE,
    size=WHOLE,
    sha256=TEXT,
)
RENDER: Schema = {
    "type": "object",
    "properties": {
        "id": TEXT,
        "status": {"enum": ["pending", "processing", "completed", "failed"]},
        "progress": {"type": "number", "minimum": 0, "maximum": 1},
        "output": {"anyOf": [_OUTPUT, {"type": "null"}]},
        "error": TEXT,
    },
    "required": ["id", "output", "progress", "status"],
    "additionalProperties": False,
}
"""Not in the envelope: the render calls answer at the top level."""
