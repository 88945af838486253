"""Opening sessions, and telling what is in them."""

from __future__ import annotations

import re

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from t2v_studio.answers import success
from t2v_studio.api.caller import account_of, studio_of
from t2v_studio.bodies import json_body, text_field
from t2v_studio.sessions import Session

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_LONGEST_NAME = 200


async def create_session(request: Request) -> Response:
    """Open a session in the user's language; one that is not a language means English."""
    body = await json_body(request)
    language = text_field(body, "language", default="en")
    name = text_field(body, "task_name", default="project")[:_LONGEST_NAME]
    session = await run_in_threadpool(
        studio_of(request).sessions.create,
        account_of(request),
        name,
        language.lower() if _LANGUAGE.fullmatch(language) else "en",
    )
    return success(_ids(session))


def latest_state(request: Request) -> Response:
    """Tell the draft, the uploads, what was generated, and the canvas."""
    studio = studio_of(request)
    session = studio.sessions.get(account_of(request), request.path_params["session"])
    return success({**_ids(session), "state": studio.projects.state(session)})


def _ids(session: Session) -> dict[str, str]:
    """Return the names of a session; `bind_id` goes into the registration link."""
    return {"task_id": session.task, "session_id": session.id, "bind_id": session.task}
