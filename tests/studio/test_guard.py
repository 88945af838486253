"""The door: who is kept out, and that the framing of requests leaves no room for two readings."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from t2v.endpoints import (
    ANONYMOUS_TOKEN,
    CREATE_SESSION,
    CREDITS,
    ENDPOINTS,
    RENDER_DOWNLOAD,
    RENDER_STATUS,
    STATE,
    UPLOAD,
)
from tests.running_studio import Client, RunningStudio, running_studio
from tests.studio.scripted import scripted
from tests.studio.sockets import raw, request, status_of


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStudio]:
    """One studio for all of these: whoever is refused changes nothing."""
    with running_studio(tmp_path_factory.mktemp("guard") / "studio", scripted()) as running:
        yield running


@pytest.fixture(autouse=True)
def token(api: RunningStudio) -> None:
    """Give the owner's token back to the client, whatever a test did with it."""
    api.web.headers["Authorization"] = f"Bearer {api.token}"


SESSION = json.dumps({"language": "en"}).encode()


# Row 51: other host names


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.nip.io:{port}",
     "localhost", "[::1]:{port}", "0.0.0.0:{port}", ""],
)  # fmt: skip
def test_a_host_that_is_not_ours_is_misdirected(api: RunningStudio, host: str) -> None:
    host = host.format(port=api.url.rpartition(":")[2])
    answer = api.get(CREDITS.path, headers={"Host": host})
    assert answer.status_code == 421


def test_localhost_is_ours(api: RunningStudio) -> None:
    host = api.url.removeprefix("http://").replace("127.0.0.1", "localhost")
    assert api.get(CREDITS.path, headers={"Host": host}).status_code == 200


# Row 52: web pages


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_what_comes_from_a_page_is_refused(api: RunningStudio, headers: dict[str, str]) -> None:
    for path in (CREDITS.path, "/files/x/1/y/z"):
        assert api.get(path, headers=headers).status_code == 403
    answer = api.post(ANONYMOUS_TOKEN.path, headers={**headers, "X-Client-Id": "a" * 36})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_a_body_that_a_form_could_send_is_415(api: RunningStudio, kind: str) -> None:
    answer = api.post(CREATE_SESSION.path, data=SESSION, headers={"Content-Type": kind})
    assert answer.status_code == 415
    chunked = api.post(CREATE_SESSION.path, data=iter([SESSION]), headers={"Content-Type": kind})
    assert chunked.status_code == 415


def test_an_upload_takes_forms_and_json_only(api: RunningStudio) -> None:
    path = UPLOAD.path.format(session=api.session())
    answer = api.post(path, data=b"x", headers={"Content-Type": "text/plain"})
    assert answer.status_code == 415


def test_no_answer_invites_other_origins(api: RunningStudio) -> None:
    answers = [
        api.get(CREDITS.path),
        api.get(CREDITS.path, headers={"Origin": "https://evil.example"}),
        api.web.options(api.url + CREDITS.path, headers={"Access-Control-Request-Method": "GET"}),
    ]
    names = {name.lower() for answer in answers for name in answer.headers}
    assert not {name for name in names if name.startswith("access-control-")}
    assert "server" not in names


@pytest.mark.parametrize("row", [row for row in ENDPOINTS if row.bearer], ids=lambda row: row.name)
@pytest.mark.parametrize(
    "authorization",
    [None, "", "Bearer", "Bearer ", "Bearer wrong", "Basic {token}", "Bearer {token}x", "{token}"],
)
def test_every_route_wants_the_token(
    api: RunningStudio, row: object, authorization: str | None
) -> None:
    del api.web.headers["Authorization"]
    headers = {"Content-Type": "application/json"}
    if authorization is not None:
        headers["Authorization"] = authorization.format(token=api.token)
    path = row.path.format(session="s", render="r")  # type: ignore[attr-defined]
    answer = api.web.request(row.method, api.url + path, headers=headers, timeout=10)  # type: ignore[attr-defined]
    assert (answer.status_code, answer.json()["code"]) == (401, 1001)


def test_strangers_do_not_learn_which_paths_exist(api: RunningStudio) -> None:
    stranger = Client(api.url, "")
    assert stranger.get("/").status_code == stranger.get("/docs").status_code == 401


# Row 53: where it listens


def test_it_listens_on_loopback_only(api: RunningStudio) -> None:
    listening = [
        sock.getsockname()[0] for server in api.running._server.servers for sock in server.sockets
    ]
    assert listening == ["127.0.0.1"]


def test_the_address_file_is_its_owners_alone(api: RunningStudio) -> None:
    address = api.home / "studio.json"
    assert address.stat().st_mode & 0o777 == 0o600
    assert api.home.stat().st_mode & 0o777 == 0o700
    assert json.loads(address.read_text()).keys() == {"url", "token", "pid", "version"}


# Row 54: framing


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        (["Host: {host}", "Content-Length: 18", "Content-Length: 2"], SESSION, 400),
        (["Host: {host}", "Content-Length: 18", "Transfer-Encoding: chunked"], b"0\r\n\r\n", 400),
        (["Host: {host}", "Content-Length: -1"], b"", 400),
        (["Host: {host}", "Content-Length: +18"], SESSION, 400),
        (["Host: {host}", "Content-Length: 99999999999999"], b"", 413),
        (["Host: {host}", "Transfer-Encoding: gzip"], b"", 400),
        (["Host: {host}", "Transfer-Encoding: chunked"], b"zz\r\n\r\n", 400),
        (["Host: {host}", "X-Big: " + "x" * 70_000], b"", 400),
        (["Host: {host}", "Bad Name: x"], b"", 400),
        (["Host: {host}", "Host: {host}"], b"", 400),
        ([], b"", 400),
    ],
)
def test_framing_that_can_be_read_in_two_ways_is_refused(
    api: RunningStudio, headers: list[str], body: bytes, status: int
) -> None:
    answer = raw(api, request(api, *headers, body=body))
    assert status_of(answer) == status
    assert answer.count(b"HTTP/1.1 ") == 1


def test_a_good_request_by_hand_is_taken(api: RunningStudio) -> None:
    good = request(api, "Host: {host}", f"Content-Length: {len(SESSION)}", body=SESSION)
    assert status_of(raw(api, good)) == 200


def test_a_body_without_a_length_is_not_read(api: RunningStudio) -> None:
    assert status_of(raw(api, request(api, "Host: {host}", body=SESSION))) == 400


# Row 59: paths


@pytest.mark.parametrize(
    "name",
    ["..", "%2e%2e", "..%2f..%2fetc%2fpasswd", "....//....//etc/passwd", "%00", "a%00b", "a%0d%0ab",
     "%252e%252e", "%c0%ae%c0%ae", "..\\..\\windows", "C:%5c", "%ff%fe", "studio.sqlite3",
     "x" * 20_000],
)  # fmt: skip
@pytest.mark.parametrize(
    "path",
    [STATE.path, RENDER_STATUS.path, RENDER_DOWNLOAD.path, "/{session}", "/files/{render}/1/x/y",
     "/files/x/1/x/{render}"],
)  # fmt: skip
def test_no_name_leads_out_of_its_folder(api: RunningStudio, path: str, name: str) -> None:
    asked = path.format(session=name, render=name)
    answer = raw(api, request(api, "Host: {host}", method="GET", path=asked))
    assert status_of(answer) in (403, 404)
    assert b"root:" not in answer
    assert b"SQLite" not in answer


# The record


def test_requests_are_written_down_without_secrets(api: RunningStudio) -> None:
    guest = api.anonymous()
    guest.get("/files/rnd_1/99/signature/film.mp4?token=secret")
    lines = api.requests()[-2:]
    assert lines[0].items() >= {"path": ANONYMOUS_TOKEN.path, "status": 200}.items()
    assert lines[0]["x-skill-source"] == "text-to-video-kaggle"
    assert (lines[-1]["path"], lines[-1]["status"]) == ("/files/", 403)
    text = (api.home / "requests.ndjson").read_text()
    assert guest.token not in text
    assert "secret" not in text
    assert (api.home / "requests.ndjson").stat().st_mode & 0o777 == 0o600


def test_refused_requests_are_written_down_too(api: RunningStudio) -> None:
    Client(api.url, "").get("/")
    assert api.requests()[-1]["status"] == 401
