"""Rows 1 to 4, 39 and 40: names, addresses, certificates, proxies, and what must not go along."""

from __future__ import annotations

import base64
import socket
import ssl
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import trustme

from t2v.endpoints import CREDITS, Endpoint
from t2v.report import Exit
from tests.faults.case import http
from tests.faults.peer import Peer, Step, endless, fault, hold, reset, say, tunnel
from tests.faults.tallies import tally
from tests.faults.world import FILM, TOKEN, World
from tests.tools.conftest import Ran

DIRECT = {"http_proxy": None, "https_proxy": None}
NAME = "api.example"
HOP = Endpoint(name="hop", method="GET", path="/hop.mp4")


def look(world: World, env: Mapping[str, str | None], code: str = "") -> Ran:
    """Run credits.py with these variables; it charges nothing, and ends in time."""
    world.begin(env.get("NEMO_API_URL"))
    ran = world.run("credits", env=env)
    tally(faults=1, secrets=world.leaked, slowest_s=world.seconds)
    assert ran.document.get("error", {}).get("code", "") == code, ran.document
    assert ran.document["charged"] == "no"
    assert world.leaked == 0
    assert world.charging() == {}
    return ran


def test_row_1_a_name_that_leads_nowhere_is_looked_up_three_times(world: World) -> None:
    ran = look(world, {**DIRECT, "NEMO_API_URL": "https://api.example.invalid"}, "network")
    assert ran.document["next"] == ["check_network", "retry_later"]
    assert ran.document["error"]["retry"] == "later"
    assert world.names() == ["api.example.invalid"] * 3


def test_row_2_a_port_at_which_nobody_listens_is_tried_three_times(world: World) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    look(world, {"NEMO_API_URL": f"http://127.0.0.1:{port}"}, "network")
    assert world.names() == ["127.0.0.1"] * 3


def test_row_3_a_server_that_accepts_nobody_is_waited_for_three_times(world: World) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as server:
        address = server.getsockname()
        waiting = [socket.socket() for _ in range(4)]
        for sock in waiting:  # what comes after these is not answered any more
            sock.settimeout(0)
            sock.connect_ex(address)
        look(world, {"NEMO_API_URL": f"http://127.0.0.1:{address[1]}"}, "network")
        for sock in waiting:
            sock.close()
    assert world.names() == ["127.0.0.1"] * 3
    assert world.seconds > 3 * world.values["client.CONNECT_S"]


# Certificates


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path) -> str:
    """Return the file of the authority that the user trusts."""
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(path)
    return str(path)


def secured(world: World, certificate: trustme.LeafCert) -> Peer:
    """Return a peer that shows this certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return Peer(world.service, tls=context)


@pytest.fixture
def safe(world: World, authority: trustme.CA) -> Iterator[Peer]:
    peer = secured(world, authority.issue_cert("127.0.0.1", NAME))
    yield peer
    peer.close()


@pytest.mark.parametrize("names", [("127.0.0.1",), ("elsewhere.example",)], ids=["self", "other"])
def test_row_4_a_certificate_that_does_not_fit_ends_it_at_once(
    world: World, authority: trustme.CA, trusted: str, names: tuple[str, ...]
) -> None:
    issuer = trustme.CA() if names[0] == "127.0.0.1" else authority
    peer = secured(world, issuer.issue_cert(*names))
    ran = look(world, {"NEMO_API_URL": peer.url, "REQUESTS_CA_BUNDLE": trusted}, "tls")
    peer.close()
    assert ran.document["error"]["retry"] == "no"
    assert peer.met == 1
    assert peer.seen == []


def test_row_4_a_port_without_encryption_ends_it_at_once(world: World) -> None:
    look(world, {"NEMO_API_URL": world.service.url.replace("http:", "https:")}, "tls")
    assert world.names() == ["127.0.0.1"]
    assert world.service.history == []


@pytest.mark.parametrize("variable", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_row_40_an_authority_of_the_users_own_is_trusted(
    world: World, safe: Peer, trusted: str, variable: str
) -> None:
    look(world, {"NEMO_API_URL": safe.url, variable: trusted})
    assert safe.met == 1


def test_row_40_a_netrc_takes_nothing_from_our_token(world: World, own_home: Path) -> None:
    netrc = own_home / ".netrc"
    netrc.write_text("machine 127.0.0.1 login me password mine\ndefault login me password mine\n")
    netrc.chmod(0o600)
    look(world, {"NETRC": str(netrc)})
    assert world.peer.seen[0].headers["Authorization"] == f"Bearer {TOKEN}"


# Proxies

PROXY = Endpoint(name="proxy", method="CONNECT", path=f"{NAME}:443")


@pytest.fixture
def proxy(world: World) -> Iterator[Peer]:
    peer = Peer(world.service)
    yield peer
    peer.close()


def behind(proxy: Peer, trusted: str) -> dict[str, str | None]:
    """Return the variables of a user whose only way out is this proxy, with a password."""
    return {
        "NEMO_API_URL": f"https://{NAME}",
        "REQUESTS_CA_BUNDLE": trusted,
        "https_proxy": proxy.url.replace("//", "//me:mine@"),
        "no_proxy": None,
    }


def test_row_40_a_proxy_hears_its_password_and_nothing_of_ours(
    world: World, safe: Peer, trusted: str, proxy: Peer
) -> None:
    proxy.on(PROXY, fault(tunnel(safe.port)))
    look(world, behind(proxy, trusted))
    (asked,) = proxy.calls(PROXY)
    assert asked.headers["Proxy-Authorization"] == f"Basic {base64.b64encode(b'me:mine').decode()}"
    assert TOKEN.encode() not in asked.head
    assert b"X-Skill" not in asked.head
    assert safe.calls(CREDITS)[0].headers["Authorization"] == f"Bearer {TOKEN}"
    assert NAME not in world.names()  # the proxy looks it up


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ((http("", "407 Proxy Authentication Required"),), "network"),
        ((http("", "503 Busy"),), "network"),
        ((), "network"),
        ((reset,), "network"),
        ((hold,), "deadline"),
        ((say(b"HTTP/1.1 200 Connected\r\nX-Long: "), endless(b"a", 0.05)), "deadline"),
        ((say(b"HTTP/1.1 200 Connected\r\n\r\nno TLS here, for sure"),), "tls"),
    ],
    ids=["407", "503", "an empty reply", "RST", "silence", "a head that drips", "no TLS behind it"],
)
def test_row_40_a_proxy_that_does_not_let_us_through(  # noqa: PLR0913 - who takes part
    world: World, safe: Peer, trusted: str, proxy: Peer, *, steps: tuple[Step, ...], code: str
) -> None:
    world.values["sessions.ANSWER_S"] = 2.0
    proxy.on(PROXY, fault(*steps))
    look(world, behind(proxy, trusted), code)
    assert safe.met == 0


# Links to films


def test_row_39_a_link_is_asked_without_anything_of_ours(world: World, own_home: Path) -> None:
    netrc = own_home / ".netrc"
    netrc.write_text("machine 127.0.0.1 login me password mine\n")
    netrc.chmod(0o600)
    world.peer.on(HOP, fault(http("", "302 Found", "Location: /film.mp4", "Set-Cookie: a=b")))
    world.rendered(world.peer.url + HOP.path + "?sig=presigned")
    ran = world.run("export", "--output", "film.mp4", env={"NETRC": str(netrc)})
    tally(faults=1, secrets=world.leaked, slowest_s=world.seconds)
    assert ran.exit == Exit.OK
    for call in (*world.peer.calls(HOP), *world.peer.calls(FILM)):
        kept = {name.lower() for name in call.headers}
        assert not kept & {"authorization", "cookie", "x-client-id", "referer"}
        assert not [name for name in kept if name.startswith("x-skill")]
    assert "presigned" not in ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ("/hop.mp4", "unexpected_redirect"),
        ("http://169.254.169.254/latest", "bad_response"),
        ("https://me:mine@127.0.0.1/film.mp4", "bad_response"),
        ("file:///etc/passwd", "bad_response"),
    ],
    ids=["a circle", "the metadata service", "a password", "a file"],
)
def test_row_39_a_link_that_leads_where_it_must_not_is_not_followed(
    world: World, where: str, code: str
) -> None:
    world.peer.on(HOP, fault(http("", "302 Found", f"Location: {where}")))
    world.rendered(world.peer.url + HOP.path)
    ran = world.run("export", "--output", "film.mp4")
    tally(faults=1, secrets=world.leaked, slowest_s=world.seconds)
    assert ran.code == code
    assert len(world.peer.calls(HOP)) == (4 if where == HOP.path else 1)
    assert not (world.workspace / "film.mp4").exists()
