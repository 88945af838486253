"""Rendering: start a job, ask how far it is, and fetch the film with a token or a signed link."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from t2v.endpoints import APP
from t2v_studio.accounts import Account
from t2v_studio.answers import Refusal
from t2v_studio.api.caller import account_of, studio_of
from t2v_studio.bodies import json_body
from t2v_studio.draft_schema import assets_of, fault_of
from t2v_studio.record import ATTRIBUTION
from t2v_studio.renders import Render
from t2v_studio.studio import Studio

NO_EXPORT = 402
DEFAULTS = {"format": "mp4", "quality": "high", "fps": None}
MEDIA_TYPES = {
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "webm": "video/webm",
    "gif": "image/gif",
}


async def start_render(request: Request) -> Response:
    """Queue a film, or have it at once if it was made before; the same id again is the same job."""
    _require_attribution(request)
    body = await json_body(request)
    job = await run_in_threadpool(_accept, studio_of(request), account_of(request), body)
    if job.status == "pending":
        studio_of(request).rendering.wake()
    return _status(request, job)


def render_status(request: Request) -> Response:
    """Tell how far a film is, and where it lies once it is done."""
    return _status(request, _asked_for(request))


def download_render(request: Request) -> Response:
    """Give the film to whoever has the account's token."""
    return _film(studio_of(request), _asked_for(request))


def download_link(request: Request) -> Response:
    """Give the film to whoever has a link that was signed here."""
    studio, path = studio_of(request), request.path_params
    studio.links.require(path["render"], path["expires"], path["signature"])
    return _film(studio, studio.renders.by_key(path["render"]))


def _require_attribution(request: Request) -> None:
    missing = [name for name in ATTRIBUTION if not request.headers.get(name, "").strip()]
    if missing:
        raise Refusal(NO_EXPORT, f"Headers are missing: {', '.join(missing)}.")


def _accept(studio: Studio, account: Account, body: Mapping[str, Any]) -> Render:
    """Check everything about an order before it is written down."""
    if not studio.accounts.may_export(account):
        raise Refusal(NO_EXPORT)
    fault = fault_of(body)
    if fault:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, fault)
    output = {**DEFAULTS, **body.get("output", {})}
    _require_member("format", output["format"], studio.crafts.containers())
    _require_member("quality", output["quality"], studio.crafts.qualities())
    session = studio.sessions.get(account, body["sessionId"])
    if assets_of(body["draft"]) - studio.uploads.files(session.id).keys():
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "The draft uses an unknown upload.")
    studio.sessions.touch(session.id)
    how = {"container": output["format"], "quality": output["quality"], "fps": output["fps"]}
    imprint = studio.rendering.imprint(body["draft"], session.id, **how)
    with studio.database.transaction():
        job = studio.renders.add(
            account, body["id"], session=session.id, draft=body["draft"], imprint=imprint, **how
        )
        if job.status == "pending" and studio.renders.reuse(job):
            job = studio.renders.get(account, job.id)
    return job


def _require_member(what: str, value: str, choices: tuple[str, ...]) -> None:
    if value not in choices:
        detail = f"{what} must be one of: {', '.join(choices)}."
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, detail)


def _asked_for(request: Request) -> Render:
    """Return the account's render that the path names."""
    return studio_of(request).renders.get(account_of(request), request.path_params["render"])


def _status(request: Request, job: Render) -> Response:
    """Answer at the top level, without the envelope, as the render calls do."""
    body: dict[str, Any] = {
        "id": job.id,
        "status": job.status,
        "progress": round(job.progress, 3),
        "output": None,
    }
    if job.status == "completed":
        link = studio_of(request).links.path(job.key, _file_name(job))
        url = f"{str(request.base_url).rstrip('/')}{link}"
        body["output"] = {"url": url, "format": job.container, **job.facts}
    if job.error:
        body["error"] = job.error
    return JSONResponse(body)


def _film(studio: Studio, job: Render) -> Response:
    """Send the file; ranges and ETags are the response's own work."""
    path = studio.renders.path(job)
    if job.status != "completed" or not path.is_file():
        raise Refusal(HTTPStatus.NOT_FOUND, "There is no finished film.")
    return FileResponse(path, media_type=MEDIA_TYPES[job.container], filename=_file_name(job))


def _file_name(job: Render) -> str:
    return f"{APP}_{job.id}.{job.container}"
