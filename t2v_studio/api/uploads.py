"""Uploading: files of a form, or addresses that the studio fetches where its settings let it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from anyio import to_thread
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from t2v_studio.answers import Refusal, success
from t2v_studio.api.caller import account_of, studio_of
from t2v_studio.bodies import json_body
from t2v_studio.fetching import Fetcher
from t2v_studio.incoming import FRAME_BYTES, Received, received_files
from t2v_studio.studio import Studio
from t2v_studio.uploads import to_wire

_MAX_URLS = 10
_MB = 1_000_000


async def upload(request: Request) -> Response:
    """Take files into a session, and tell what they turned out to be."""
    studio = studio_of(request)
    session_id = request.path_params["session"]
    await run_in_threadpool(studio.sessions.get, account_of(request), session_id)
    form = request.headers.get("content-type", "").lower().startswith("multipart/")
    infos = await (_files if form else _urls)(request, studio, session_id)
    return success({"files": infos, "video_infos": infos})


async def _files(request: Request, studio: Studio, session_id: str) -> list[dict[str, Any]]:
    limit = int(studio.settings.max_upload_mb * _MB)
    announced = int(request.headers.get("content-length", 0)) - FRAME_BYTES
    sure = min(max(0, announced), limit)
    await run_in_threadpool(studio.uploads.require_room, session_id, sure)
    async with received_files(request, studio.uploads.incoming, limit) as files:
        return [await _keep(studio, session_id, file) for file in files]


async def _urls(request: Request, studio: Studio, session_id: str) -> list[dict[str, Any]]:
    body = await json_body(request)
    urls = body.get("urls")
    if not isinstance(urls, list) or not all(isinstance(url, str) for url in urls):
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "urls must be a list of addresses.")
    if not 0 < len(urls) <= _MAX_URLS:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, f"urls must name 1 to {_MAX_URLS}.")
    fetcher = Fetcher(studio.settings, studio.uploads.incoming)
    infos = []
    for url in urls:
        with await to_thread.run_sync(fetcher.fetch, url, limiter=studio.lookers) as file:
            infos.append(await _keep(studio, session_id, file))
    return infos


async def _keep(studio: Studio, session_id: str, file: Received) -> dict[str, Any]:
    keep = studio.uploads.keep
    kept = await to_thread.run_sync(keep, session_id, file.path, file.name, limiter=studio.lookers)
    return to_wire(kept)
