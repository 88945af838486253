"""Answers of the API, read tolerantly: the envelope, and the failures it names.

Standard library only, so that a table of answers is enough to test it.
"""

from __future__ import annotations

import email.utils
import json
import re
from collections.abc import Mapping
from typing import Any

from t2v.endpoints import ANONYMOUS_TOKEN, RENDER, Endpoint
from t2v.errors import SkillError, code_of
from t2v.external.untrusted import clean
from t2v.report import Charged

ANSWER_LIMIT = 10_000_000
"""Bytes of a decoded JSON answer; the largest real draft has some 100 kB."""

SUCCESS = range(200, 300)
IDENTIFIER = re.compile(r"[A-Za-z0-9][\w.-]{0,127}", re.ASCII)

_CODE = re.compile(r"-?\d{1,9}", re.ASCII)
_HOST = re.compile(r"^\w+://(?:[^/?#]*@)?([^/?#]*).*", re.DOTALL)
_GONE = re.compile(r"session\b.{0,80}\bnot found", re.IGNORECASE | re.DOTALL)


def unwrap(
    endpoint: Endpoint, status: int, headers: Mapping[str, str], body: bytes, now: float
) -> dict[str, Any]:
    """Return the JSON object of a successful answer.

    Args:
        endpoint: what was called.
        status: the HTTP status.
        headers: the answer's headers; names in any case.
        body: the decoded body.
        now: seconds since 1970, for a Retry-After that is a date.

    Raises:
        SkillError: the failure that the envelope's code, or else the HTTP status, stands for.
    """
    if 300 <= status < 400:
        host = clean(_HOST.sub(r"\1", headers.get("Location", "")), 100)
        raise SkillError("unexpected_redirect", external=f"The redirect leads to {host}")
    answer = _parse(body)
    if answer is None:
        raise (
            failure(endpoint, status, "", headers, now)
            if status >= 400
            else SkillError("bad_response", charged=_maybe(endpoint))
        )
    code = _code(answer)
    if status in SUCCESS and code in (0, 200):
        return answer
    message = next((answer[k] for k in ("message", "detail", "error") if answer.get(k)), "")
    if status not in SUCCESS and code in (0, 200, None):
        code = status
    raise failure(endpoint, -1 if code is None else code, message, headers, now)


def failure(
    endpoint: Endpoint,
    code: int,
    message: object = "",
    headers: Mapping[str, str] | None = None,
    now: float = 0.0,
) -> SkillError:
    """Return the exception for a wire code; the backend's own words go under `external`."""
    words = clean(message, 500) if isinstance(message, str) and message else None
    wait = retry_after((headers or {}).get("Retry-After"), now)
    if endpoint is ANONYMOUS_TOKEN and code == 429:
        return SkillError("token_quota", external=words, retry_after_s=wait)
    if code == 404 and (_GONE.search(words or "") or "{session}" in endpoint.path):
        return SkillError("session_lost", external=words)
    if code == 404 and "{render}" in endpoint.path:
        return SkillError("render_lost", external=words)
    if code == 402 and endpoint is not RENDER:
        # Plans matter to exports alone; elsewhere a payment is asked for.
        return SkillError("no_credits", external=words)
    name = code_of(code)
    if name is None:
        return SkillError("backend_error", external=words, wire_code=code)
    charged = _maybe(endpoint) if 500 <= code < 600 else Charged.NO
    return SkillError(name, charged=charged, external=words, retry_after_s=wait)


def retry_after(value: str | None, now: float) -> float | None:
    """Return the seconds that a Retry-After header asks for; None for none or nonsense."""
    if not value:
        return None
    if value.strip().isdecimal():
        seconds = float(value.strip()[:9])
    else:
        try:
            seconds = email.utils.parsedate_to_datetime(value).timestamp() - now
        except (ValueError, TypeError, OverflowError):
            return None
    return seconds if seconds >= 0 else None


def identifier(value: object) -> str:
    """Return an id that may go into a path or a file's name.

    Raises:
        SkillError: `bad_response` when the backend's id is not one.
    """
    text = str(value) if isinstance(value, (str, int)) else ""
    if not IDENTIFIER.fullmatch(text) or ".." in text:
        raise SkillError("bad_response", "The service gave an id that cannot be used.")
    return text


def data_of(answer: Mapping[str, Any]) -> dict[str, Any]:
    """Return the envelope's `data`, or the answer itself where it has none."""
    data = answer.get("data", answer)
    if not isinstance(data, dict):
        raise SkillError("bad_response")
    return data


def _code(answer: Mapping[str, Any]) -> int | None:
    """Return the envelope's code: 0 where it has none, None for one that is no number."""
    code = answer.get("code")
    if code is None:
        return None if answer.get("success") is False else 0
    text = f"{code:g}" if isinstance(code, float) else str(code)
    return int(text) if _CODE.fullmatch(text) else None


def _parse(body: bytes) -> dict[str, Any] | None:
    """Return the body as a JSON object, None for anything else; NaN is no JSON."""
    try:
        answer = json.loads(body, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return answer if isinstance(answer, dict) else None


def _refuse(name: str) -> Any:  # noqa: ANN401 - json's own signature
    raise ValueError(name)


def _maybe(endpoint: Endpoint) -> Charged:
    """A post that may cost something was sent, and nobody knows what came of it."""
    return Charged.UNKNOWN if endpoint.may_cost else Charged.NO
