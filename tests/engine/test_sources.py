"""A signed link, followed with nothing of ours, and never into a private network."""

from __future__ import annotations

import email.message
from pathlib import Path

import pytest

from t2v.client import Client
from t2v.downloads.links import Links, identity
from t2v.downloads.sources import Api, LinkExpiredError, SignedLink, Source
from t2v.endpoints import RENDER_DOWNLOAD
from t2v.errors import SkillError
from t2v.sessions import proxied
from tests.films import MP4
from tests.scripted_service import RESET, Answer, ScriptedService, refusal

HOSTED = "https://mega-api-prod.nemovideo.ai"
FILM = Answer(body=MP4, headers={"Content-Type": "video/mp4"})
XML = Answer(body=b"<Error><Code>AccessDenied</Code></Error>",
             headers={"Content-Type": "application/xml"})  # fmt: skip


def redirect(url: str, **headers: str) -> Answer:
    return Answer(status=302, headers={"Location": url, **headers})


def link(service: ScriptedService, url: str) -> SignedLink:
    """Return a link that a backend on this computer gave."""
    return SignedLink(url, Links(service.url))


def read(source: Source) -> bytes:
    with source.open({}) as response:
        return response.content


def refused(source: Source) -> SkillError:
    with pytest.raises(SkillError) as caught:
        read(source)
    return caught.value


def test_nothing_of_ours_goes_along(
    service: ScriptedService, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = own_home / ".netrc"
    netrc.write_text("default login me password mine\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    film = service.on_get("/film.mp4", FILM)
    first = service.on_get("/first", redirect(film, **{"Set-Cookie": "track=me; Path=/"}))
    assert read(link(service, first)) == MP4
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


@pytest.mark.parametrize(
    "answer",
    [*(Answer(status=status) for status in (401, 403, 404, 410)), XML,
     Answer(status=400, body=XML.body, headers=XML.headers)],
    ids=["401", "403", "404", "410", "XML", "XML with 400"],
)  # fmt: skip
def test_a_link_that_is_over_says_so_at_once(service: ScriptedService, answer: Answer) -> None:
    with pytest.raises(LinkExpiredError):
        read(link(service, service.on_get("/film.mp4", answer)))
    assert len(service.history) == 1


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Answer(status=503), "server_trouble"),
        (Answer(status=418), "download_failed"),
        (RESET, "network"),
    ],
    ids=["503", "418", "reset"],
)
def test_trouble_has_a_name(service: ScriptedService, answer: Answer, code: str) -> None:
    assert refused(link(service, service.on_get("/film.mp4", answer))).code == code


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/film.mp4",
        "https://localhost/film.mp4",
        "https://10.0.0.1/film.mp4",
        "https://192.168.1.1/film.mp4",
        "https://100.64.0.1/film.mp4",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/film.mp4",
        "https://[::ffff:127.0.0.1]/film.mp4",
        "https://[fe80::1]/film.mp4",
        "https://[fd00::1]/film.mp4",
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
def test_a_public_service_may_not_link_there(url: str) -> None:
    assert refused(SignedLink(url, Links(HOSTED))).code == "bad_response"


@pytest.mark.parametrize(
    "url", ["http://10.0.0.1/x", "https://10.0.0.1/x", "http://93.184.216.34/x", "file:///x"]
)
def test_a_service_on_this_computer_may_link_to_this_computer_only(
    service: ScriptedService, url: str
) -> None:
    assert refused(link(service, url)).code == "bad_response"


@pytest.mark.parametrize("url", ["http://10.0.0.1/x", "file:///etc/passwd", "https://[bad"])
def test_a_redirect_is_checked_like_a_link(service: ScriptedService, url: str) -> None:
    first = service.on_get("/film.mp4", redirect(url))
    assert refused(link(service, first)).code == "bad_response"
    assert len(service.history) == 1


def test_three_redirects_are_followed_and_not_a_fourth(service: ScriptedService) -> None:
    url = service.on_get("/0", FILM)
    for step in range(1, 5):
        url = service.on_get(f"/{step}", redirect(url))
    assert read(link(service, f"{service.url}/3")) == MP4
    assert refused(link(service, url)).code == "unexpected_redirect"


def test_a_host_without_an_address_cannot_be_reached() -> None:
    url = "https://storage.example/film.mp4"
    assert refused(SignedLink(url, Links(HOSTED))).code == "network"


def test_behind_a_proxy_it_is_the_proxy_that_knows_the_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rules = Links(HOSTED)
    rules.require_safe("https://storage.example/film.mp4", proxied=True)
    for private in ("https://10.0.0.1/x", "https://127.0.0.1/x"):
        with pytest.raises(SkillError):
            rules.require_safe(private, proxied=True)
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    assert proxied("https://storage.example/film.mp4")
    assert not proxied("https://localhost/film.mp4")


def test_the_same_film_is_known_under_another_signature() -> None:
    one = identity("https://s3.example/b/film.mp4?X-Amz-Signature=1&X-Amz-Date=2")
    assert identity("https://s3.example/b/film.mp4?X-Amz-Signature=3") == one
    assert identity("https://s3.example/b/other.mp4?X-Amz-Signature=1") != one
    assert "Signature" not in one


def test_the_api_gives_the_film_for_the_token(client: Client, service: ScriptedService) -> None:
    service.on(RENDER_DOWNLOAD, FILM)
    assert read(Api(client, "render_1")) == MP4
    (seen,) = service.history
    assert seen.headers["Authorization"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (refusal(1001, status=401), "token_expired"),
        (Answer(status=404), "download_failed"),
        (Answer(status=500), "download_failed"),
        (redirect("https://93.184.216.34/x"), "download_failed"),
        (RESET, "network"),
    ],
    ids=["token", "404", "500", "redirect", "reset"],
)
def test_what_the_api_says_instead(
    client: Client, service: ScriptedService, answer: Answer, code: str
) -> None:
    service.on(RENDER_DOWNLOAD, answer)
    assert refused(Api(client, "render_1")).code == code
    assert len(service.history) == 1


def test_no_id_leaves_its_place_in_the_address(client: Client, service: ScriptedService) -> None:
    for render in ("../../x", "a/b", "a?b", "a#b", "a\nb", "", "..", "-rf", "a%2fb", "x" * 200):
        assert refused(Api(client, render)).code in ("bad_response", "download_failed")
    assert service.history == []
