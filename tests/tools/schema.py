"""The JSON Schema of what each tool prints.

`output.schema.json` says what stands under `data`. Codes of failures and of next steps are read
from the engine's own tables, so that a new row needs no second place, and a typo is found.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from t2v.external.untrusted import TEXT_LIMIT, TIMELINE_LIMIT
from t2v.failures import FAILURES, Failure
from t2v.report import Charged, Exit, Next

_FILE = json.loads(Path(__file__).with_name("output.schema.json").read_bytes())
TOOLS: tuple[str, ...] = tuple(_FILE["tools"])

SENTENCE = {"type": "string", "minLength": 5, "maxLength": 4000, "pattern": r"^[^\n\r]+[.!?)\"]$"}
NEXT = {
    "type": "array",
    "uniqueItems": True,
    "items": {"enum": [code.value for code in Next]},
}
CHARGED = {"enum": [value.value for value in Charged]}
EXTERNAL = {
    "type": "object",
    "required": ["untrusted", "source", "text"],
    "properties": {
        "untrusted": {"const": True},
        "source": {"type": "string"},
        "text": {"type": "string", "maxLength": TEXT_LIMIT},
        "timeline": {"type": "string", "maxLength": TIMELINE_LIMIT, "pattern": r"^Timeline \("},
    },
    "additionalProperties": False,
}
FACTS = {
    "retry_after_s": {"type": "number", "minimum": 0},
    "size_mb": {"type": "number", "minimum": 0},
    "limit": {"type": "integer"},
    "limit_mb": {"type": "integer"},
    "limit_bytes": {"type": "integer"},
    "limit_characters": {"type": "integer"},
    "wire_code": {"type": "integer"},
}
"""What may stand in `error` besides its code and its sentence."""


def validate(tool: str, document: object, exit_code: int) -> None:
    """Check a document against the schema of its tool, and the exit code against its row."""
    assert isinstance(document, dict)
    # The local studio's answers say of credits that they are none of money, whatever the tool.
    data = {name: one for name, one in document.get("data", {}).items() if name != "free"}
    _validator(tool).validate({**document, "data": data} if data else document)
    if "free" in document.get("data", {}):
        assert document["data"]["free"] is True
        assert document["say"].endswith("Free: the studio is on this computer.")
    if document["charged"] == Charged.YES:
        assert document["data"]["credits_spent"] > 0
    if document["ok"]:
        assert exit_code == (Exit.TEMPORARY if "wait" in _running(document) else Exit.OK)
    else:
        assert exit_code == FAILURES[document["error"]["code"]].exit


def schema(tool: str) -> dict[str, Any]:
    """Return the schema of all that the tool may print as its last line."""
    return {
        "$schema": Draft202012Validator.META_SCHEMA["$id"],
        "$defs": _FILE["$defs"],
        "oneOf": [_success(_FILE["tools"][tool]), _failure(*FAILURES.values())],
    }


def _success(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["ok", "say", "next", "charged", "data"],
        "properties": {
            "ok": {"const": True},
            "say": SENTENCE,
            "next": NEXT,
            "charged": CHARGED,
            "data": data,
            "external": EXTERNAL,
        },
        "additionalProperties": False,
    }


def _failure(*rows: Failure) -> dict[str, Any]:
    error = {
        "type": "object",
        "required": ["code", "say", "retry"],
        "properties": {
            "code": {"enum": [row.code for row in rows]},
            "say": SENTENCE,
            "retry": {"enum": sorted({row.retry for row in rows})},
            **FACTS,
        },
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "required": ["ok", "error", "next", "charged"],
        "properties": {
            "ok": {"const": False},
            "error": error,
            "next": {**NEXT, "minItems": 1},
            "charged": CHARGED,
            "data": {"$ref": "#/$defs/failed"},
            "external": EXTERNAL,
        },
        "additionalProperties": False,
    }


@cache
def _validator(tool: str) -> Draft202012Validator:
    Draft202012Validator.check_schema(schema(tool))
    return Draft202012Validator(schema(tool))


def _running(document: dict[str, Any]) -> list[str]:
    """Return the next steps of a success that is not one yet: work goes on.

    `state.py` and `jobs.py` have done what they were asked when they tell of a job.
    """
    data = document["data"]
    told = "jobs" in data or (data.get("job") and {"timeline", "answer"} & data.keys())
    return [] if told else document["next"]
