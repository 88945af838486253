"""What skill.yaml may hold, as a JSON Schema: every key is known, every key is there."""

from __future__ import annotations

from typing import Any

from t2v_studio.film import ASPECTS

_LINE = {"type": "string", "minLength": 1, "pattern": r"^[^\n]*$"}
_LINES = {"type": "array", "items": _LINE, "minItems": 2, "uniqueItems": True}


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    """Return an object's schema in which all keys are required and no other is allowed."""
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


VARIABLE = _closed(
    {"name": {"type": "string", "pattern": "^[A-Z][A-Z0-9_]*$"}, "description": _LINE}
)

PLUGIN = _closed(
    {
        # The rule that all hosts share; Codex and Cursor make folders of it.
        "name": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64},
        "description": {**_LINE, "maxLength": 159},
        "author": _LINE,
    }
)

PROGRAM = _closed(
    {
        "name": {"type": "string", "pattern": r"^[\w.-]+$"},
        "when": _LINE,
        "started_by": {"type": "array", "items": _LINE, "minItems": 1, "uniqueItems": True},
    }
)

SKILL = _closed(
    {
        # The registry's rule: 3 to 96 characters, single dashes.
        "slug": {
            "type": "string",
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "minLength": 3,
            "maxLength": 96,
        },
        "title": _LINE,
        "emoji": _LINE,
        "audience": _LINE,
        # Hosts show one line, and cut it at 160 characters.
        "description": {**_LINE, "minLength": 40, "maxLength": 159},
        "connecting": _LINE,
        # The service takes no more than 500 MB from anybody.
        "max_upload_mb": {"type": "integer", "minimum": 1, "maximum": 500},
        "inputs": _LINES,
        "style_prefix": {"type": "string", "pattern": "^$|:$"},
        # Where one of these stands in a request, the style is named already and not added.
        "style_words": {"type": "array", "items": _LINE, "uniqueItems": True},
        "default_duration_s": {"type": "integer", "minimum": 1, "maximum": 600},
        "default_aspect": {"enum": list(ASPECTS)},
        "not_affiliated_with": {"type": "string"},
        "examples": _LINES,
        "tips": _LINES,
    }
)

SOURCE = _closed(
    {
        "version": {"type": "string", "pattern": r"^\d+\.\d+\.\d+$"},
        "homepage": {"type": "string", "pattern": "^https://"},
        "license": {"const": "MIT-0"},
        "plugin": PLUGIN,
        "environment": {"type": "array", "items": VARIABLE, "minItems": 1},
        "programs": {"type": "array", "items": PROGRAM, "minItems": 1},
        "skills": {"type": "array", "items": SKILL, "minItems": 1},
    }
)
