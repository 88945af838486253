"""JSON bodies: read with limits, parsed strictly, and checked for the fields that a route needs."""

from __future__ import annotations

import asyncio
import json
import math
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.requests import ClientDisconnect, Request

from t2v_studio.answers import Refusal
from t2v_studio.guard import MAX_BODY_BYTES

BODY_S = 30.0
"""How long a body may take to arrive; it comes from this computer."""


async def json_body(request: Request) -> Mapping[str, Any]:
    """Return the body, which must be one JSON object.

    Raises:
        Refusal: 413 too large, 408 too slow, 400 not strict JSON (repeated keys, NaN, numbers
            beyond a double, half characters, endless depth), 422 not an object.
    """
    text = await _text(request)
    try:
        value = json.loads(
            text,
            parse_constant=_no_constant,
            parse_float=_finite,
            object_pairs_hook=_unique,
        )
        # A lone surrogate parses, and can then neither be stored nor sent.
        json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise Refusal(HTTPStatus.BAD_REQUEST, "The body is not valid JSON.") from None
    if not isinstance(value, dict):
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "The body must be a JSON object.")
    return value


def text_field(body: Mapping[str, Any], *names: str, default: str | None = None) -> str:
    """Return the first field of these names, which must be text.

    Raises:
        Refusal: 422 when it is missing or not text.
    """
    value = next((body[name] for name in names if name in body), default)
    if not isinstance(value, str):
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, f"{names[0]} must be text.")
    return value


async def _text(request: Request) -> bytes:
    chunks: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(BODY_S):
            async for chunk in request.stream():
                size += len(chunk)
                if size > MAX_BODY_BYTES:
                    raise Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The body is too large.")
                chunks.append(chunk)
    except TimeoutError:
        raise Refusal(HTTPStatus.REQUEST_TIMEOUT, "The body came too slowly.") from None
    except ClientDisconnect:
        raise Refusal(HTTPStatus.BAD_REQUEST, "The body was cut off.") from None
    return b"".join(chunks)


def _no_constant(name: str) -> float:
    raise ValueError(name)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        message = "a key is repeated"
        raise ValueError(message)
    return found
