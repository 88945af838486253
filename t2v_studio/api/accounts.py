"""Anonymous tokens, credits, and tokens that open a project in a browser."""

from __future__ import annotations

import re

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from t2v_studio.answers import Refusal, success
from t2v_studio.api.caller import account_of, studio_of
from t2v_studio.bodies import json_body, text_field
from t2v_studio.sessions import CLAIM_S

NO_CLIENT_ID = 400
_CLIENT_ID = re.compile(r"[0-9A-Za-z-]{8,64}")


def anonymous_token(request: Request) -> Response:
    """Give a client its token of the week."""
    client_id = request.headers.get("x-client-id", "")
    if not _CLIENT_ID.fullmatch(client_id):
        raise Refusal(NO_CLIENT_ID, "X-Client-Id is missing or is not a UUID.")
    studio = studio_of(request)
    token, account = studio.accounts.anonymous(client_id)
    expires_in = int(studio.settings.token_days * 86_400)
    return success(
        {
            "token": token,
            "credits": studio.ledger.balance(account.id).available,
            "expires_in": expires_in,
        }
    )


async def claim_token(request: Request) -> Response:
    """Give a token with which a browser can claim the project."""
    body = await json_body(request)
    session_id = text_field(body, "session_id")
    studio, account = studio_of(request), account_of(request)
    await run_in_threadpool(studio.sessions.get, account, session_id)
    token = await run_in_threadpool(studio.sessions.claim, session_id)
    return success({"claim_token": token, "expires_in": CLAIM_S})


def credit_balance(request: Request) -> Response:
    """Tell what is available, what running work has reserved, and both together."""
    balance = studio_of(request).ledger.balance(account_of(request).id)
    return success(balance.to_wire())
