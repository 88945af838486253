"""A signed link, followed with nothing of ours, never into a private network, whole or not."""

from __future__ import annotations

import email.message
from pathlib import Path

import pytest

from t2v.download import Download, LinkExpiredError
from t2v.errors import SkillError
from tests.fake_time import FakeTime, Heard
from tests.films import MP4
from tests.scripted_service import RESET, Answer, ScriptedService

HOSTED = "https://mega-api-prod.nemovideo.ai"
FILM = Answer(body=MP4, headers={"Content-Type": "video/mp4"})
HALF = Answer(body=MP4[:100], headers={"Content-Length": str(len(MP4))}, cut=True)


@pytest.fixture
def here(service: ScriptedService, time: FakeTime, heard: Heard) -> Download:
    """Return the downloads of a backend on this computer."""
    return Download(service.url, time.clock, heard)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "film.part"


def redirect(url: str, **headers: str) -> Answer:
    return Answer(status=302, headers={"Location": url, **headers})


def refused(download: Download, url: str, target: Path) -> SkillError:
    with pytest.raises(SkillError) as caught:
        download.fetch(url, target)
    return caught.value


def test_the_file_arrives(
    here: Download, service: ScriptedService, heard: Heard, target: Path
) -> None:
    assert here.fetch(service.on_get("/film.mp4", FILM) + "?sig=s", target) == len(MP4)
    assert target.read_bytes() == MP4
    assert heard.stages[-1] == ("Downloading", 1.0)


def test_nothing_of_ours_goes_along(
    here: Download,
    service: ScriptedService,
    target: Path,
    own_home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    netrc = own_home / ".netrc"
    netrc.write_text("default login me password mine\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    film = service.on_get("/film.mp4", FILM)
    first = service.on_get("/first", redirect(film, **{"Set-Cookie": "track=me; Path=/"}))
    here.fetch(first, target)
    assert [seen.path for seen in service.history] == ["/first", "/film.mp4"]
    for seen in service.history:
        assert names(seen.headers) == {
            "host",
            "user-agent",
            "accept-encoding",
            "accept",
            "connection",
        }


def names(headers: email.message.Message) -> set[str]:
    return {name.lower() for name in headers}


# What goes wrong on the way


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_link_that_is_over_says_so_at_once(
    here: Download, service: ScriptedService, target: Path, status: int
) -> None:
    url = service.on_get("/film.mp4", Answer(status=status))
    with pytest.raises(LinkExpiredError):
        here.fetch(url, target)
    assert len(service.history) == 1


@pytest.mark.parametrize("trouble", [HALF, RESET, Answer(status=503)], ids=["half", "reset", "503"])
def test_a_download_that_breaks_is_begun_anew(
    here: Download, service: ScriptedService, target: Path, trouble: Answer
) -> None:
    url = service.on_get("/film.mp4", trouble, trouble, FILM)
    assert here.fetch(url, target) == len(MP4)
    assert target.read_bytes() == MP4


@pytest.mark.parametrize("trouble", [HALF, RESET, Answer(status=503)], ids=["half", "reset", "503"])
def test_after_three_tries_it_fails(
    here: Download, service: ScriptedService, time: FakeTime, target: Path, trouble: Answer
) -> None:
    error = refused(here, service.on_get("/film.mp4", trouble), target)
    assert error.code == "download_failed"
    assert len(service.history) == 3
    assert time.pauses == [0.5, 1.0]


def test_a_disk_that_is_full_is_named(
    here: Download, service: ScriptedService, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object, **kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "open", full)
    assert refused(here, service.on_get("/film.mp4", FILM), target).code == "disk_full"


# Where a link may lead


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/film.mp4",
        "https://localhost/film.mp4",
        "https://10.0.0.1/film.mp4",
        "https://192.168.1.1/film.mp4",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/film.mp4",
        "https://[fe80::1]/film.mp4",
        "https://0.0.0.0/film.mp4",
        "http://93.184.216.34/film.mp4",
        "ftp://93.184.216.34/film.mp4",
        "file:///etc/passwd",
        "https://me:mine@93.184.216.34/film.mp4",
        "/etc/passwd",
        "",
        "https://",
        "https://[bad",
    ],
)
def test_a_public_service_may_not_link_there(
    time: FakeTime, heard: Heard, target: Path, url: str
) -> None:
    assert refused(Download(HOSTED, time.clock, heard), url, target).code == "bad_response"
    assert not target.exists()


@pytest.mark.parametrize(
    "url", ["http://10.0.0.1/x", "https://10.0.0.1/x", "http://93.184.216.34/x", "file:///x"]
)
def test_a_service_on_this_computer_may_link_to_this_computer_only(
    here: Download, target: Path, url: str
) -> None:
    assert refused(here, url, target).code == "bad_response"


@pytest.mark.parametrize("url", ["http://10.0.0.1/x", "file:///etc/passwd", "https://[bad"])
def test_a_redirect_is_checked_like_a_link(
    here: Download, service: ScriptedService, target: Path, url: str
) -> None:
    assert refused(here, service.on_get("/film.mp4", redirect(url)), target).code == "bad_response"
    assert len(service.history) == 1


def test_three_redirects_are_followed_and_not_a_fourth(
    here: Download, service: ScriptedService, target: Path
) -> None:
    url = service.on_get("/0", FILM)
    for step in range(1, 5):
        url = service.on_get(f"/{step}", redirect(url))
    here.fetch(f"{service.url}/3", target)
    assert refused(here, url, target).code == "unexpected_redirect"


def test_a_host_without_an_address_cannot_be_reached(
    time: FakeTime, heard: Heard, target: Path
) -> None:
    download = Download(HOSTED, time.clock, heard)
    assert refused(download, "https://storage.example/film.mp4", target).code == "download_failed"
