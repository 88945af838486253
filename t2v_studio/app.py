"""The API as one ASGI application: each row of the endpoint table, its handler, and the guard."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from t2v import endpoints
from t2v_studio import description, links
from t2v_studio.answers import Refusal, on_fault, on_http_error, on_no_room, on_refusal
from t2v_studio.api import accounts, chat, renders, sessions, uploads
from t2v_studio.guard import Guard
from t2v_studio.studio import Studio

HANDLERS: dict[endpoints.Endpoint, Callable[..., Any]] = {
    endpoints.ANONYMOUS_TOKEN: accounts.anonymous_token,
    endpoints.CLAIM_TOKEN: accounts.claim_token,
    endpoints.CREATE_SESSION: sessions.create_session,
    endpoints.CHAT: chat.run_sse,
    endpoints.UPLOAD: uploads.upload,
    endpoints.CREDITS: accounts.credit_balance,
    endpoints.STATE: sessions.latest_state,
    endpoints.RENDER: renders.start_render,
    endpoints.RENDER_STATUS: renders.render_status,
    endpoints.RENDER_DOWNLOAD: renders.download_render,
}


def application(studio: Studio) -> Guard:
    """Return the application; the studio works while it is served."""
    rows = [Route(row.path, handler, methods=[row.method]) for row, handler in HANDLERS.items()]
    app = Starlette(
        routes=[
            *rows,
            Route(links.PATH, renders.download_link, methods=["GET"]),
            Route(description.PATH, _description, methods=["GET"]),
        ],
        exception_handlers={
            Refusal: on_refusal,
            HTTPException: on_http_error,
            OSError: on_no_room,
            sqlite3.Error: on_no_room,
            Exception: on_fault,
        },
        lifespan=_working,
    )
    app.state.studio = studio
    return Guard(app, studio)


def _description(_request: Request) -> Response:
    return JSONResponse(description.describe())


@asynccontextmanager
async def _working(app: Starlette) -> AsyncIterator[None]:
    studio: Studio = app.state.studio
    studio.start()
    try:
        yield
    finally:
        await studio.stop()
