"""Uploading by address: off by default, and never a way to what is not on the open internet."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from t2v.endpoints import UPLOAD
from t2v_studio.answers import Refusal
from t2v_studio.fetching import Fetcher, is_public
from t2v_studio.settings import Settings
from tests.running_studio import Client, RunningStudio, running_studio
from tests.studio.scripted import scripted

PNG = b"\x89PNG\r\n\x1a\n and so on"


DRIPS = {
    "/drips/status": b"HTTP/1.1 ",
    "/drips/headers": b"HTTP/1.1 200 OK\r\nX: ",
    "/drips/body": b"HTTP/1.1 200 OK\r\n\r\n" + PNG,
    "/drips/length": b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n" + PNG,
}


class Site(BaseHTTPRequestHandler):
    """Serves a picture, redirects, and things that nobody should fetch."""

    def do_GET(self) -> None:
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
            self.end_headers()
        elif self.path == "/missing":
            self.send_error(404)
        elif self.path in DRIPS:
            self._drip(DRIPS[self.path])
        elif self.path == "/cut":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + PNG)
        else:
            size = 300_000 if self.path == "/huge" else 0
            self.send_response(200)
            self.end_headers()
            self.wfile.write(PNG + b"x" * size)

    def _drip(self, start: bytes) -> None:
        """Send something, and then a little more, for ever."""
        with contextlib.suppress(OSError):
            self.wfile.write(start)
            while not self.server.hung_up.wait(0.01):  # type: ignore[attr-defined]
                self.wfile.write(b"x")

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[int]:
    """A web site on this computer; gives its port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        server.hung_up = threading.Event()  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, args=(0.01,)).start()
        yield server.server_port
        server.hung_up.set()  # type: ignore[attr-defined]
        server.shutdown()


@pytest.fixture
def open_studio(tmp_path: Path, site: int) -> Iterator[RunningStudio]:
    """A studio that fetches, and may do so from the site's port."""
    settings: dict[str, Any] = {
        "url_uploads": True,
        "fetch_loopback_port": site,
        "max_upload_mb": 0.1,
    }
    with running_studio(tmp_path / "s", scripted(), **settings) as studio:
        yield studio


def fetch(client: Client, *urls: str) -> tuple[int, Any]:
    path = UPLOAD.path.format(session=client.session())
    answer = client.post(path, json={"urls": list(urls), "source_type": "url"})
    return answer.status_code, answer.json()


def test_it_is_off_by_default(api: RunningStudio, site: int) -> None:
    status, answer = fetch(api, f"http://127.0.0.1:{site}/a.png")
    assert (status, answer["code"]) == (403, 403)


def test_an_address_that_may_be_fetched_becomes_an_upload(
    open_studio: RunningStudio, site: int
) -> None:
    status, answer = fetch(open_studio, f"http://127.0.0.1:{site}/folder/cat.png?size=1")
    assert status == 200
    assert answer["data"]["files"][0]["name"] == "cat.png"
    assert list(open_studio.studio.uploads.incoming.iterdir()) == []


def test_redirects_are_followed_within_the_rules(open_studio: RunningStudio, site: int) -> None:
    near = f"http://127.0.0.1:{site}"
    assert fetch(open_studio, f"{near}/to//cat.png")[0] == 200
    assert fetch(open_studio, f"{near}/to/{near}/to/{near}/cat.png")[0] == 200
    for target in ("http://127.0.0.1:1/x", "http://169.254.169.254/latest", "file:///etc/passwd"):
        assert fetch(open_studio, f"{near}/to/{target}")[0] in (400, 403)
    endless = f"{near}/" + "to/" * 6
    assert fetch(open_studio, f"{endless}x")[0] in (400, 403)


@pytest.mark.parametrize(
    ("path", "code"),
    [("/huge", 4002), ("/missing", 400), ("/cut", 400), ("/ü", 400)],
    ids=["too large", "missing", "cut off", "no address"],
)
def test_what_cannot_be_had_is_told(
    open_studio: RunningStudio, site: int, path: str, code: int
) -> None:
    assert fetch(open_studio, f"http://127.0.0.1:{site}{path}")[1]["code"] == code
    assert list(open_studio.studio.uploads.incoming.iterdir()) == []


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.com/x",
        "gopher://127.0.0.1/x",
        "http://",
        "//127.0.0.1/x",
        "http://user:word@127.0.0.1/x",
        "http://127.0.0.1:99999/x",
        "http://[::1/x",
        "http://127.0.0.1:1/x",
        "http://127.0.0.1/x",
        "http://localhost/x",
        "http://[::1]/x",
        "http://[::ffff:127.0.0.1]/x",
        "http://10.0.0.1/x",
        "http://169.254.169.254/latest/meta-data",
        "http://0.0.0.0/x",
        "http://2130706433/x",
        "http://127.1/x",
        "http://a\r\nHost: b/x",
        "http://[::127.0.0.1]/x",
        "http://[64:ff9b::7f00:1]/x",
        "http://[fe80::1%25lo]/x",
        "http://0x7f.0.0.1/x",
        "http://017700000001/x",
        "http://a..b/x",
        "http://ü..b/x",
        "http://" + "a" * 70 + ".example/x",
        "http://\udc80/x".encode("utf-8", "replace").decode(),
        "http://127.0.0.1 /x",
        "http://127.0.0.1\\@example.com/x",
        "",
    ],
)
def test_addresses_that_lead_inside_are_refused(open_studio: RunningStudio, url: str) -> None:
    status, _ = fetch(open_studio, url)
    assert status in (400, 403)


@pytest.mark.parametrize("path", DRIPS)
def test_an_address_that_drips_is_hung_up_on(tmp_path: Path, site: int, path: str) -> None:
    settings: dict[str, Any] = {
        "url_uploads": True, "fetch_loopback_port": site, "fetch_s": 0.2,
    }  # fmt: skip
    with running_studio(tmp_path / "s", scripted(), **settings) as studio:
        began = time.monotonic()
        assert fetch(studio, f"http://127.0.0.1:{site}{path}")[0] == 400
        assert time.monotonic() - began < 5
        assert list(studio.studio.uploads.incoming.iterdir()) == []


@pytest.mark.parametrize("urls", [[], ["x"] * 11, [5], "text", None])
def test_urls_must_be_a_short_list(open_studio: RunningStudio, urls: object) -> None:
    path = UPLOAD.path.format(session=open_studio.session())
    assert open_studio.post(path, json={"urls": urls}).status_code == 422


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.1.1", "100.64.0.1",
        "0.0.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1",
        "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:80ff:fffe", "::127.0.0.1", "fec0::1", "64:ff9b:1::1",
    ],
)  # fmt: skip
def test_addresses_of_private_networks_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_addresses_of_the_internet_are(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


def test_a_name_that_changes_its_address_is_asked_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that answers with a public address first and a private one then gains nothing."""
    asked: list[str] = []
    connected: list[str] = []

    def resolve(host: str, port: int, **_: Any) -> list[Any]:
        asked.append(host)
        address = "93.184.216.34" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    def connect(place: tuple[str, int], **_: Any) -> socket.socket:
        connected.append(place[0])
        raise ConnectionRefusedError

    monkeypatch.setattr("t2v_studio.fetching.socket.getaddrinfo", resolve)
    monkeypatch.setattr("t2v_studio.fetching.socket.create_connection", connect)
    with pytest.raises(Refusal):
        Fetcher(Settings(home=tmp_path, url_uploads=True), tmp_path).fetch(
            "http://rebind.example/x"
        )
    assert connected == ["93.184.216.34"]


def test_a_name_with_one_private_address_among_public_ones_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80))
        for address in ("93.184.216.34", "192.168.0.1")
    ]
    monkeypatch.setattr("t2v_studio.fetching.socket.getaddrinfo", lambda *_, **__: found)
    with pytest.raises(Refusal) as refused:
        Fetcher(Settings(home=tmp_path, url_uploads=True), tmp_path).fetch("http://both.example/x")
    assert refused.value.code == 403
