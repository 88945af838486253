"""Answers of the API: what counts as success, and which failure each code stands for."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2v import wire
from t2v.endpoints import (
    ANONYMOUS_TOKEN,
    CHAT,
    CREDITS,
    ENDPOINTS,
    RENDER,
    RENDER_STATUS,
    STATE,
    UPLOAD,
    Endpoint,
)
from t2v.errors import SkillError
from t2v.failures import FAILURES
from t2v.report import Charged, Exit, Next

NOW = 1_800_000_000.0

# The API's table of failures, row by row: code, where it comes from, what we call it, the exit
# code, what the host does next.
FAILURE_TABLE: list[tuple[int, Endpoint, str, Exit, Next]] = [
    (1001, CREDITS, "token_expired", Exit.DENIED, Next.RENEW_TOKEN),
    (1002, STATE, "session_lost", Exit.TEMPORARY, Next.DESCRIBE_VIDEO),
    (2001, CHAT, "no_credits", Exit.DENIED, Next.TOP_UP),
    (4001, UPLOAD, "unsupported_file", Exit.DATA, Next.SHOW_FORMATS),
    (4002, UPLOAD, "file_too_large", Exit.DATA, Next.COMPRESS_OR_TRIM),
    (400, ANONYMOUS_TOKEN, "bad_request", Exit.DATA, Next.REPORT_PROBLEM),
    (402, RENDER, "export_blocked", Exit.DENIED, Next.UPGRADE_PLAN),
    (402, CHAT, "no_credits", Exit.DENIED, Next.TOP_UP),
    (429, CREDITS, "rate_limited", Exit.TEMPORARY, Next.RETRY_LATER),
    (429, ANONYMOUS_TOKEN, "token_quota", Exit.TEMPORARY, Next.RETRY_LATER),
    # What HTTP says by itself
    (401, CREDITS, "token_expired", Exit.DENIED, Next.RENEW_TOKEN),
    (404, STATE, "session_lost", Exit.TEMPORARY, Next.DESCRIBE_VIDEO),
    (404, RENDER_STATUS, "render_lost", Exit.TEMPORARY, Next.RETRY_NOW),
    (404, CREDITS, "bad_request", Exit.DATA, Next.REPORT_PROBLEM),
    (413, UPLOAD, "file_too_large", Exit.DATA, Next.COMPRESS_OR_TRIM),
    (415, UPLOAD, "unsupported_file", Exit.DATA, Next.SHOW_FORMATS),
    (422, CHAT, "bad_request", Exit.DATA, Next.REPORT_PROBLEM),
    (500, CREDITS, "server_trouble", Exit.TEMPORARY, Next.RETRY_LATER),
    (503, CREDITS, "server_trouble", Exit.TEMPORARY, Next.RETRY_LATER),
    (599, CREDITS, "server_trouble", Exit.TEMPORARY, Next.RETRY_LATER),
    # What nobody has told us about
    (403, CREDITS, "backend_error", Exit.UNAVAILABLE, Next.REPORT_PROBLEM),
    (7777, CREDITS, "backend_error", Exit.UNAVAILABLE, Next.REPORT_PROBLEM),
    (-1, CREDITS, "backend_error", Exit.UNAVAILABLE, Next.REPORT_PROBLEM),
]


def unwrap(body: bytes, status: int = 200, endpoint: Endpoint = CREDITS) -> dict[str, Any]:
    return wire.unwrap(endpoint, status, {}, body, NOW)


def failed(body: object, status: int = 200, endpoint: Endpoint = CREDITS) -> SkillError:
    """Return the failure that an answer stands for."""
    text = body if isinstance(body, bytes) else json.dumps(body).encode()
    with pytest.raises(SkillError) as caught:
        unwrap(text, status, endpoint)
    return caught.value


@pytest.mark.parametrize(
    "answer",
    [
        {"code": 0, "message": "", "data": {}},
        {"code": "0", "data": {}},
        {"code": 200, "data": {}},
        {"data": {"available": 1}},
        {"success": True},
        {"status": "pending"},
        {},
    ],
    ids=str,
)
def test_success_is_read_tolerantly(answer: dict[str, Any]) -> None:
    assert unwrap(json.dumps(answer).encode()) == answer


@pytest.mark.parametrize(("code", "endpoint", "name", "leaves", "follows"), FAILURE_TABLE)
def test_each_code_has_its_failure(
    code: int, endpoint: Endpoint, name: str, leaves: Exit, follows: Next
) -> None:
    in_envelope = failed({"code": code, "message": "words"}, endpoint=endpoint)
    as_status = failed({"detail": "words"}, max(code, 400) if code < 600 else 400, endpoint)
    for error in (in_envelope, as_status) if 400 <= code < 600 else (in_envelope,):
        assert (error.code, error.failure.exit, error.next) == (name, leaves, (follows,))
        assert error.external == "words"


def test_every_code_of_the_failure_rows_is_in_the_table() -> None:
    known = {number for row in FAILURES.values() for number in row.wire}
    assert known - {row[0] for row in FAILURE_TABLE} <= {405, 502, 504}


def test_an_unknown_code_is_shown() -> None:
    assert failed({"code": 7777}).facts == {"wire_code": 7777}


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ({"code": "1001"}, "token_expired"),
        ({"code": 1001.0}, "token_expired"),
        ({"code": "TOKEN_EXPIRED", "message": "words"}, "backend_error"),
        ({"code": "--5"}, "backend_error"),
        ({"code": "\u00b2"}, "backend_error"),
        ({"code": "9" * 5000}, "backend_error"),
        ({"success": False, "message": "words"}, "backend_error"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_code_that_is_no_number_is_a_failure_all_the_same(
    answer: dict[str, Any], name: str
) -> None:
    assert failed(answer).code == name


@pytest.mark.parametrize("detail", ["Session not found", "Session abc was not found: gone"])
def test_the_agents_own_404_means_that_the_session_is_gone(detail: str) -> None:
    assert failed({"detail": detail}, 404, CHAT).code == "session_lost"


def test_a_validation_error_does_not_show_the_request_again() -> None:
    error = failed({"detail": [{"input": {"text": "the user's words"}}]}, 422, CHAT)
    assert (error.code, error.external) == ("bad_request", None)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>hotel</html>",
        b"[]",
        b"null",
        b'"text"',
        b"{",
        b'{"data": NaN}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"a": ' + b"9" * 5000 + b"}",
    ],
    ids=lambda body: str(body[:12]),
)
@pytest.mark.parametrize(("endpoint", "charged"), [(CREDITS, Charged.NO), (CHAT, Charged.UNKNOWN)])
def test_what_is_no_answer_is_called_so(body: bytes, endpoint: Endpoint, charged: Charged) -> None:
    error = failed(body, endpoint=endpoint)
    assert (error.code, error.charged) == ("bad_response", charged)


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda one: one.name)
def test_only_trouble_of_the_server_leaves_open_whether_it_was_charged(endpoint: Endpoint) -> None:
    unknown = Charged.UNKNOWN if endpoint.may_cost else Charged.NO
    assert failed({}, 502, endpoint).charged is unknown
    assert failed({}, 400, endpoint).charged is Charged.NO


@pytest.mark.parametrize(
    ("location", "host"),
    [
        ("https://elsewhere.example/path?token=s", "elsewhere.example"),
        ("https://me:secret@elsewhere.example/", "elsewhere.example"),
        ("/login", "/login"),
    ],
)
def test_a_redirect_names_where_it_leads_as_the_services_own_words(
    location: str, host: str
) -> None:
    with pytest.raises(SkillError) as caught:
        wire.unwrap(CREDITS, 302, {"Location": location}, b"", NOW)
    assert caught.value.code == "unexpected_redirect"
    assert caught.value.external == f"The redirect leads to {host}"
    assert host not in caught.value.say


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0),
        ("30", 30),
        (" 30 ", 30),
        ("Fri, 15 Jan 2027 08:00:20 GMT", 20),
        ("Fri, 15 Jan 2027 07:59:00 GMT", None),
        ("-30", None),
        ("soon", None),
        ("1.5", None),
        ("\u00b2", None),
        ("", None),
        (None, None),
        ("9" * 400, 999_999_999),
    ],
)
def test_retry_after(value: str | None, seconds: float | None) -> None:
    assert wire.retry_after(value, NOW) == seconds


@given(st.text())
def test_any_retry_after_is_read(value: str) -> None:
    seconds = wire.retry_after(value, NOW)
    assert seconds is None or seconds >= 0


@pytest.mark.parametrize("value", ["a", "session-1", "render_1700_ab", "A.b-c_d", 17, "x" * 128])
def test_ids_that_may_go_into_a_path(value: object) -> None:
    assert wire.identifier(value) == str(value)


@pytest.mark.parametrize("value", ["", "../a", "a/b", "a\\b", "a%2fb", "a b", "a\nb", None, [], {}])
def test_ids_that_may_not(value: object) -> None:
    with pytest.raises(SkillError, match="id that cannot be used"):
        wire.identifier(value)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists), st.text())
def test_any_code_and_message_is_read_or_refused_by_name(code: object, message: str) -> None:
    with contextlib.suppress(SkillError):
        unwrap(json.dumps({"code": code, "message": message}).encode())
