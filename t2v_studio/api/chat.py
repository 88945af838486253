"""The chat, as Google's ADK API server has it: `/run_sse`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from t2v.endpoints import APP, INTENT_KEY
from t2v_studio.answers import Refusal
from t2v_studio.api.caller import account_of, studio_of
from t2v_studio.bodies import json_body, text_field
from t2v_studio.draft_schema import MAX_MESSAGE

USER = "me"
KEY = INTENT_KEY
"""Under the same key the same message runs once, however often it comes."""
_NAME = re.compile(r"[!-~]{0,64}")


async def run_sse(request: Request) -> Response:
    """Start a turn, and stream what it says; the turn goes on when nobody listens."""
    body = await json_body(request)
    app = text_field(body, "app_name", "appName")
    user = text_field(body, "user_id", "userId")
    session_id = text_field(body, "session_id", "sessionId")
    message = _message(body)
    studio, account = studio_of(request), account_of(request)
    try:
        await run_in_threadpool(studio.sessions.get, account, session_id)
    except Refusal:
        return _not_found()
    if (app, user) != (APP, USER):
        return _not_found()
    deltas = body.get("streaming", True) is not False
    key = _key(request)
    transcript = await studio.chats.begin(account, session_id, message, deltas=deltas, key=key)
    return StreamingResponse(
        transcript.follow(studio.settings.heartbeat_s),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-cache"},
    )


def _key(request: Request) -> str:
    """Return the client's own name for the request, if it has one.

    Raises:
        Refusal: 400 when it is no name.
    """
    key = request.headers.get(KEY, "")
    if not _NAME.fullmatch(key):
        raise Refusal(HTTPStatus.BAD_REQUEST, f"{KEY} has at most 64 visible ASCII characters.")
    return key


def _message(body: Mapping[str, Any]) -> str:
    """Return the text of the new message.

    Raises:
        Refusal: 422 when there is none, 413 when it is longer than any film needs.
    """
    message = body.get("new_message", body.get("newMessage"))
    parts = message.get("parts") if isinstance(message, dict) else None
    if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
        raise _unprocessable("new_message must have parts.")
    texts = [part.get("text", "") for part in parts]
    if not all(isinstance(text, str) for text in texts) or not "".join(texts).strip():
        raise _unprocessable("new_message has no text.")
    text = "\n".join(texts)
    if len(text) > MAX_MESSAGE:
        raise Refusal(HTTPStatus.BAD_REQUEST, f"A message has at most {MAX_MESSAGE} characters.")
    return text


def _unprocessable(detail: str) -> Refusal:
    return Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, detail)


def _not_found() -> Response:
    """Answer in ADK's own form, which clients must take for a session that is gone."""
    return JSONResponse({"detail": "Session not found"}, HTTPStatus.NOT_FOUND)
