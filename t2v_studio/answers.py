"""What the API answers: the envelope, and refusals by wire code with the words of `t2v.errors`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from t2v.failures import BY_WIRE
from t2v_studio.fullness import is_full

NO_SPACE = 507

# Codes of the envelope that are not HTTP statuses themselves. 2001 comes as a normal answer.
_STATUS = {1001: 401, 1002: 404, 2001: 200, 4001: 415, 4002: 413}


class Refusal(Exception):  # noqa: N818 - it is an answer, not an error of ours
    """The studio says no. `code` is a wire code of the API or an HTTP status."""

    def __init__(
        self, code: int, detail: str = "", *, headers: Mapping[str, str] | None = None
    ) -> None:
        """Take the meaning of the failure's row where no detail is given."""
        row = BY_WIRE.get(code)
        self.code = code
        self.status = _STATUS.get(code, code)
        self.message = detail or (row.meaning if row else "The request was refused.")
        self.headers = dict(headers or {})
        super().__init__(self.message)

    def response(self) -> Response:
        """Return the envelope that says so."""
        body = {"code": self.code, "message": self.message, "data": None}
        return JSONResponse(body, self.status, headers=self.headers)


def success(data: Mapping[str, Any]) -> Response:
    """Return the envelope of an answer."""
    return JSONResponse({"code": 0, "message": "success", "data": data})


async def on_refusal(_request: Request, error: Exception) -> Response:
    """Turn a refusal that a handler raised into its answer."""
    if not isinstance(error, Refusal):
        raise error
    return error.response()


async def on_http_error(_request: Request, error: Exception) -> Response:
    """Put the router's own refusals (404, 405) into the envelope."""
    if not isinstance(error, HTTPException):
        raise error
    return Refusal(error.status_code, str(error.detail), headers=error.headers).response()


async def on_no_room(_request: Request, error: Exception) -> Response:
    """Tell that the disk is full; whatever else could not be written is a fault."""
    if not is_full(error):
        raise error
    return Refusal(NO_SPACE, "The disk of the studio is full.").response()


async def on_fault(_request: Request, _error: Exception) -> Response:
    """Answer a fault of our own without telling its insides; the traceback goes to the log."""
    return Refusal(500).response()
