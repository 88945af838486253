"""The studio's API as an OpenAPI document, made from the rows of the endpoint table.

It is served to whoever has a token, and the tests send what it allows, and what it does not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from t2v import endpoints
from t2v.endpoints import Endpoint
from t2v_studio import answer_schema as answers
from t2v_studio import links
from t2v_studio.answer_schema import NOT_FOUND, REFUSED, TEXT, Schema, several, shape
from t2v_studio.api import chat
from t2v_studio.api.renders import MEDIA_TYPES
from t2v_studio.draft_schema import MAX_MESSAGE, RENDER
from t2v_studio.record import ATTRIBUTION

PATH = "/openapi.json"

_JSON = "application/json"
_PARAMETER = re.compile(r"{(\w+)(?::\w+)?}")
_DOOR = (400, 401, 403, 413, 415, 421, 507)
"""What the guard, the framing and a full disk answer on every route."""
_READ = (408, 422)
_BINARY: Schema = {"type": "string", "format": "binary"}
_FILM = dict.fromkeys(sorted(MEDIA_TYPES.values()), _BINARY)

_ATTRIBUTION = tuple(
    {"name": name, "in": "header", "required": True, "schema": {**TEXT, "pattern": r"^[!-~]+$"}}
    for name in ATTRIBUTION
)
_CLIENT = {
    "name": "X-Client-Id",
    "in": "header",
    "required": True,
    "schema": {**TEXT, "pattern": "^[0-9A-Za-z-]{8,64}$"},
}
_KEY = {
    "name": chat.KEY,
    "in": "header",
    "required": False,
    "schema": {**TEXT, "pattern": "^[!-~]{1,64}$"},
}
_PART: Schema = {"type": "object", "properties": {"text": TEXT}}
_MESSAGE: Schema = {
    "type": "object",
    "properties": {
        "app_name": {"const": endpoints.APP},
        "user_id": {"const": "me"},
        "session_id": TEXT,
        "new_message": {
            "type": "object",
            "properties": {"parts": {**several(_PART), "minItems": 1}},
            "required": ["parts"],
        },
        "streaming": {"type": "boolean"},
    },
    "required": ["app_name", "new_message", "session_id", "user_id"],
    "description": f"The texts of all parts together have at most {MAX_MESSAGE} characters.",
}
_EVENT: Schema = {"type": "object", "properties": {"data": TEXT}, "required": ["data"]}
_URLS = {
    "type": "object",
    "properties": {"urls": {**several(TEXT), "minItems": 1, "maxItems": 10}, "source_type": TEXT},
    "required": ["urls"],
}
_FILES = {
    "type": "object",
    "properties": {"files": several(_BINARY)},
    "required": ["files"],
}
_NEW_SESSION = {"type": "object", "properties": {"task_name": TEXT, "language": TEXT}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What the endpoint table does not say about a call.

    `body` and `answer` hold a schema for each content type.
    """

    answer: Mapping[str, Schema]
    body: Mapping[str, Schema] | None = None
    headers: tuple[Mapping[str, Any], ...] = ()
    refusals: tuple[int, ...] = ()
    partial: bool = False
    """Whether a part of the answer can be asked for."""


CALLS: dict[Endpoint, Call] = {
    endpoints.ANONYMOUS_TOKEN: Call(
        answer={_JSON: answers.TOKEN}, headers=(_CLIENT,), refusals=(429,)
    ),
    endpoints.CLAIM_TOKEN: Call(
        body={_JSON: shape(session_id=TEXT, task_id=TEXT)},
        answer={_JSON: answers.CLAIM},
        refusals=(404,),
    ),
    endpoints.CREATE_SESSION: Call(body={_JSON: _NEW_SESSION}, answer={_JSON: answers.SESSION}),
    endpoints.CHAT: Call(
        body={_JSON: _MESSAGE},
        headers=(_KEY,),
        answer={"text/event-stream": _EVENT, _JSON: REFUSED},  # 2001 comes as a normal answer
        refusals=(404, 409, 429),
    ),
    endpoints.UPLOAD: Call(
        body={"multipart/form-data": _FILES, _JSON: _URLS},
        answer={_JSON: answers.UPLOADS},
        refusals=(404,),
    ),
    endpoints.CREDITS: Call(answer={_JSON: answers.CREDITS}),
    endpoints.STATE: Call(answer={_JSON: answers.STATE}, refusals=(404,)),
    endpoints.RENDER: Call(
        body={_JSON: RENDER},
        headers=_ATTRIBUTION,
        answer={_JSON: answers.RENDER},
        refusals=(402, 404),
    ),
    endpoints.RENDER_STATUS: Call(answer={_JSON: answers.RENDER}, refusals=(404,)),
    endpoints.RENDER_DOWNLOAD: Call(answer=_FILM, refusals=(404,), partial=True),
}
_LINK = Endpoint("download link", "GET", links.PATH, bearer=False)
_OWN = Endpoint("description", "GET", PATH)


def describe() -> Schema:
    """Return the OpenAPI 3.1 document."""
    rows = {
        **CALLS,
        _LINK: Call(answer=_FILM, refusals=(404,), partial=True),
        _OWN: Call(answer={_JSON: {"type": "object"}}),
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Text-to-video studio", "version": "1"},
        "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}},
        "paths": {
            _PARAMETER.sub(r"{\1}", row.path): {row.method.lower(): _operation(row, call)}
            for row, call in rows.items()
        },
    }
    # Python's anchors are strict about line ends; other readers of patterns know these two only.
    text = json.dumps(document).replace(r"\\A", "^").replace(r"\\Z", "$")
    portable: Schema = json.loads(text)
    return portable


def _operation(row: Endpoint, call: Call) -> Schema:
    operation: Schema = {
        "operationId": row.name.replace(" ", "_"),
        "summary": row.name.capitalize(),
        "parameters": [*_path_parameters(row), *call.headers],
        "responses": _responses(call),
        "security": [{"bearer": []}] if row.bearer else [],
    }
    if call.body is not None:
        operation["requestBody"] = {"required": True, "content": _content(call.body)}
    return operation


def _path_parameters(row: Endpoint) -> list[Schema]:
    return [
        {"name": name, "in": "path", "required": True, "schema": {**TEXT, "minLength": 1}}
        for name in _PARAMETER.findall(row.path)
    ]


def _responses(call: Call) -> Schema:
    statuses = sorted({*_DOOR, *call.refusals, *(_READ if call.body else ())})
    refused = {status: {_JSON: {"anyOf": [REFUSED, NOT_FOUND]}} for status in statuses}
    partial = {206: call.answer, 416: {"text/plain": TEXT}} if call.partial else {}
    table = {200: call.answer, **refused, **partial}
    return {
        str(status): {"description": HTTPStatus(status).phrase, "content": _content(content)}
        for status, content in table.items()
    }


def _content(schemas: Mapping[str, Schema]) -> Schema:
    return {kind: {"schema": schema} for kind, schema in schemas.items()}
