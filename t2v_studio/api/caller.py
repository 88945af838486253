"""What every route knows about its request: the studio, and the account that asks."""

from __future__ import annotations

from starlette.requests import Request

from t2v_studio.accounts import Account
from t2v_studio.studio import Studio


def studio_of(request: Request) -> Studio:
    """Return the studio that serves the request."""
    studio: Studio = request.app.state.studio
    return studio


def account_of(request: Request) -> Account:
    """Return the account that the guard let in."""
    account: Account = request.state.account
    return account
