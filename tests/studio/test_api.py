"""Accounts, credits, sessions, state and uploads, over real sockets."""

from __future__ import annotations

import errno
import uuid
from pathlib import Path

import pytest

from t2v.endpoints import (
    ANONYMOUS_TOKEN,
    CLAIM_TOKEN,
    CREATE_SESSION,
    CREDITS,
    ENDPOINTS,
    STATE,
    UPLOAD,
)
from t2v_studio.app import HANDLERS
from tests.running_studio import Client, RunningStudio, running_studio
from tests.studio.scripted import scripted

PNG = b"\x89PNG\r\n\x1a\n and so on"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "cat.png"
    path.write_bytes(PNG)
    return path


def test_every_endpoint_of_the_table_is_served() -> None:
    assert list(HANDLERS) == list(ENDPOINTS)


# Tokens


def test_a_client_gets_a_token_and_credits_once_a_week(api: RunningStudio) -> None:
    client = Client(api.url, "")
    headers = {"X-Client-Id": str(uuid.uuid4())}
    first = client.post(ANONYMOUS_TOKEN.path, headers=headers)
    assert first.status_code == 200
    assert first.json()["data"]["token"].startswith("nmv_usr_")
    assert first.json()["data"]["credits"] == 100
    second = client.post(ANONYMOUS_TOKEN.path, headers=headers)
    assert (second.status_code, second.json()["code"]) == (429, 429)
    assert 0 < int(second.headers["Retry-After"]) <= 7 * 86_400
    assert "token" not in str(second.json()["data"])


def test_a_token_needs_a_client_id(api: RunningStudio) -> None:
    for headers in ({}, {"X-Client-Id": "../../etc"}, {"X-Client-Id": "x" * 100}):
        answer = Client(api.url, "").post(ANONYMOUS_TOKEN.path, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (400, 400)


def test_an_expired_token_is_refused_and_renewed_for_the_same_account(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), token_days=0.0) as studio:
        headers = {"X-Client-Id": str(uuid.uuid4())}
        old = Client(studio.url, "").post(ANONYMOUS_TOKEN.path, headers=headers).json()["data"]
        refused = Client(studio.url, old["token"]).get(CREDITS.path)
        assert (refused.status_code, refused.json()["code"]) == (401, 1001)
        new = Client(studio.url, "").post(ANONYMOUS_TOKEN.path, headers=headers).json()["data"]
        assert new["token"] != old["token"]
        accounts = studio.studio.database.rows("SELECT * FROM accounts WHERE client_id NOT NULL")
        assert len(accounts) == 1


def test_the_number_of_accounts_a_week_is_limited(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), tokens_per_week=1) as studio:
        codes = [
            Client(studio.url, "")
            .post(ANONYMOUS_TOKEN.path, headers={"X-Client-Id": str(uuid.uuid4())})
            .status_code
            for _ in range(2)
        ]
    assert codes == [200, 429]


def test_no_token_is_kept_in_the_database_or_the_record(api: RunningStudio) -> None:
    guest = api.anonymous()
    guest.session()
    kept = b"".join(
        path.read_bytes()
        for path in api.home.iterdir()
        if path.is_file() and path.name != "studio.json"
    )
    assert guest.token.encode() not in kept
    assert api.token.encode() not in kept


def test_the_owner_has_plenty_and_anonymous_accounts_have_their_own(api: RunningStudio) -> None:
    assert api.credits() == {"available": 1_000_000, "frozen": 0, "total": 1_000_000}
    assert api.anonymous().credits() == {"available": 100, "frozen": 0, "total": 100}


def test_a_claim_token_is_not_the_api_token(guest: Client) -> None:
    session = guest.session()
    answer = guest.post(CLAIM_TOKEN.path, json={"task_id": "t", "session_id": session}).json()
    assert answer["data"]["claim_token"].startswith("clm_")
    assert answer["data"]["expires_in"] == 604_800
    refused = Client(guest.url, answer["data"]["claim_token"]).get(CREDITS.path)
    assert refused.status_code == 401


def test_only_ones_own_project_can_be_claimed(api: RunningStudio, guest: Client) -> None:
    body = {"task_id": "t", "session_id": api.session()}
    assert guest.post(CLAIM_TOKEN.path, json=body).json()["code"] == 1002


# Sessions and state


def test_a_session_has_ids_and_what_the_registration_link_needs(guest: Client) -> None:
    body = {"task_name": "project", "language": "zh"}
    data = guest.post(CREATE_SESSION.path, json=body).json()["data"]
    assert len({data["task_id"], data["session_id"]}) == 2
    assert data["bind_id"]
    state = guest.get(STATE.path.format(session=data["session_id"])).json()["data"]
    assert state["bind_id"] == data["bind_id"]


def test_a_new_session_has_an_empty_draft(guest: Client) -> None:
    state = guest.state(guest.session())
    assert state["draft"]["t"] == []
    assert (state["video_infos"], state["generated_media"]) == ([], [])
    assert state["canvas_config"] == {"ratio": "16:9", "width": 1920, "height": 1080, "fps": 30}


@pytest.mark.parametrize("session", ["unknown", "..%2f..%2fetc", "%00", "a" * 3000])
def test_an_unknown_session_is_1002(guest: Client, session: str) -> None:
    answer = guest.get(STATE.path.format(session=session))
    assert answer.status_code == 404
    assert answer.json()["code"] in (404, 1002)


def test_a_session_of_somebody_else_is_as_good_as_unknown(
    api: RunningStudio, guest: Client
) -> None:
    answer = guest.get(STATE.path.format(session=api.session()))
    assert (answer.status_code, answer.json()["code"]) == (404, 1002)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("", 400),
        ("{", 400),
        ("[]", 422),
        ('"text"', 422),
        ('{"language": 5}', 422),
        ('{"language": "en", "language": "zh"}', 400),
        ('{"a": NaN}', 400),
        ('{"a": 1e999}', 400),
        ('{"task_name": "\\ud800"}', 400),
        ("[" * 100_000, 400),
        ("9" * 5000, 400),
        ("\xff", 400),
    ],
)
def test_hostile_json_is_refused_and_never_a_fault(guest: Client, text: str, status: int) -> None:
    answer = guest.post(
        CREATE_SESSION.path,
        data=text.encode("latin-1"),
        headers={"Content-Type": "application/json"},
    )
    # An empty body is no body: it has no JSON in it.
    assert answer.status_code == status


# Uploads


def test_an_upload_is_known_by_what_it_holds(guest: Client, picture: Path) -> None:
    session = guest.session()
    answer = guest.upload(session, picture).json()
    (info,) = answer["data"]["files"]
    assert (info["type"], info["name"], info["width"]) == ("image", "cat.png", 4)
    assert guest.state(session)["video_infos"] == [info]


def test_names_of_uploads_are_text_and_never_paths(guest: Client, api: RunningStudio) -> None:
    session = guest.session()
    for name in ("../../x.png", "/etc/x.png", "a\u202eb.png", "n" * 300 + ".png"):
        path = UPLOAD.path.format(session=session)
        answer = guest.post(path, files={"files": (name, PNG)})
        kept = answer.json()["data"]["files"][0]["name"]
        assert "/" not in kept
        assert "\u202e" not in kept
        assert len(kept) <= 200
    assert {path.suffix for path in (api.home / "uploads").iterdir()} == {".png"}


@pytest.mark.parametrize(
    "files",
    [
        [("files", ("list.mp4", b"ffconcat version 1.0\nfile /etc/passwd"))],
        [("files", ("notes.txt", b"some words"))],
        [("files", ("good.png", PNG)), ("files", ("bad.png", b"bad"))],
    ],
)
def test_what_is_not_media_is_4001_and_leaves_nothing(
    guest: Client, api: RunningStudio, files: list[tuple[str, tuple[str, bytes]]]
) -> None:
    answer = guest.post(UPLOAD.path.format(session=guest.session()), files=files)
    assert (answer.status_code, answer.json()["code"]) == (415, 4001)
    assert list((api.home / "incoming").iterdir()) == []


def test_an_upload_over_the_limit_is_4002_while_it_comes(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), max_upload_mb=0.1) as studio:
        session = studio.session()
        path = UPLOAD.path.format(session=session)
        announced = studio.post(path, files={"files": ("big.png", PNG + b"x" * 300_000)})
        assert (announced.status_code, announced.json()["code"]) == (413, 4002)
        boundary = {"Content-Type": "multipart/form-data; boundary=b"}
        head = b'--b\r\nContent-Disposition: form-data; name="files"; filename="x"\r\n\r\n'
        chunked = studio.post(path, data=iter([head, *[b"x" * 10_000] * 40]), headers=boundary)
        assert (chunked.status_code, chunked.json()["code"]) == (413, 4002)
        assert list((studio.home / "incoming").iterdir()) == []


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", "multipart/form-data; boundary=b"),
        (b"--b--\r\n", "multipart/form-data; boundary=b"),
        (b"no form at all", "multipart/form-data; boundary=b"),
        (b"x", "multipart/form-data"),
        (
            b'--b\r\nContent-Disposition: form-data; name="files"; filename="x"\r\n\r\ncut',
            "multipart/form-data; boundary=b",
        ),
        (
            b'--b\r\nContent-Disposition: form-data; name="other"\r\n\r\nvalue\r\n--b--\r\n',
            "multipart/form-data; boundary=b",
        ),
    ],
)
def test_a_broken_form_is_400(guest: Client, body: bytes, content_type: str) -> None:
    answer = guest.post(
        UPLOAD.path.format(session=guest.session()),
        data=body,
        headers={"Content-Type": content_type},
    )
    assert answer.status_code == 400


def test_a_session_has_a_quota(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), session_quota_mb=0.00003) as studio:
        path = UPLOAD.path.format(session=studio.session())
        codes = [studio.post(path, files={"files": ("a.png", PNG)}).status_code for _ in range(3)]
    assert codes == [200, 507, 507]


def test_an_upload_to_an_unknown_session_is_1002(guest: Client, picture: Path) -> None:
    assert guest.upload("unknown", picture).json()["code"] == 1002


def test_a_full_disk_is_told_as_such(
    api: RunningStudio, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(api.studio.uploads, "keep", full)
    assert api.upload(api.session(), picture).status_code == 507


def test_a_fault_of_our_own_tells_nothing_of_its_insides(
    api: RunningStudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a secret of the inside")

    monkeypatch.setattr(api.studio.ledger, "balance", broken)
    answer = api.get(CREDITS.path)
    assert (answer.status_code, answer.json()["code"]) == (500, 500)
    assert "secret" not in answer.text


def test_what_does_not_exist_is_404_and_a_wrong_method_405(guest: Client) -> None:
    assert guest.get("/api/nothing").status_code == 404
    assert guest.get(CREATE_SESSION.path).status_code == 405
