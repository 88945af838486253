"""The way to the service, blocked in each way for real: what the doctor says and offers then."""

from __future__ import annotations

import socket
import ssl
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.utils import formatdate
from pathlib import Path
from typing import NamedTuple

import pytest

from t2v.checks import account, network, shell
from t2v.checks.blocked import BlockedError, blocked
from t2v.checks.finding import State
from t2v.checks.proxies import proxy_for
from tests.engine.conftest import PatientMaker
from tests.fake_time import FakeTime

TOKEN = "nmv_usr_canary"  # noqa: S105 - a test's own
PASSWORD = "canary-of-proxy"  # noqa: S105 - a test's own


LOCAL = "Films can be drawn without a network: --local."
"""What no command mends has a way around it."""


def listener(talk: Callable[[socket.socket], None]) -> tuple[int, socket.socket]:
    """Serve one connection after another, and return the port."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:
                talk(connection)

    threading.Thread(target=serve, daemon=True).start()
    return server.getsockname()[1], server


@contextmanager
def talking(answer: bytes) -> Iterator[int]:
    """Yield a port at which everybody hears the same, whatever they say."""

    def talk(connection: socket.socket) -> None:
        connection.settimeout(5)
        if connection.recv(4096) and answer:
            connection.sendall(answer)

    port, server = listener(talk)
    with server:
        yield port


def refused() -> int:
    """Return a port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (None, "Nothing listens at localhost"),
        (b"", "The connection to localhost breaks"),
        (b"SSH-2.0-OpenSSH\r\n\r\n", "does not speak HTTP"),
    ],
)
def test_each_end_of_the_way_is_told_apart(
    patient: PatientMaker, answer: bytes | None, said: str
) -> None:
    with talking(answer or b"") as listening:
        port = refused() if answer is None else listening
        finding = network.network(patient(NEMO_API_URL=f"http://localhost:{port}"))
    assert (finding.state, said in finding.say) == (State.FAIL, True), finding


def test_a_name_that_nobody_knows(patient: PatientMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    finding = network.network(patient(NEMO_API_URL="https://video.invalid"))
    assert (finding.mend or "").endswith("doctor.py --local")
    assert finding.say == f"DNS finds no address for the name of video.invalid. {LOCAL}"


def test_a_port_that_speaks_no_tls(patient: PatientMaker) -> None:
    with talking(b"HTTP/1.1 400 Bad Request\r\n\r\n") as port:
        finding = network.network(patient(NEMO_API_URL=f"https://localhost:{port}"))
    assert finding.say == f"localhost does not speak TLS at this address. {LOCAL}"


@pytest.mark.parametrize(
    ("code", "said", "mend"),
    [
        (9, "not valid yet", "set-ntp"),
        (10, "has expired", "set-ntp"),
        (62, "another host", None),
        (18, "REQUESTS_CA_BUNDLE", None),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="each system sets its clock in its own way")
def test_what_is_wrong_with_a_certificate(code: int, said: str, mend: str | None) -> None:
    error = ssl.SSLCertVerificationError()
    error.verify_code = code
    found = blocked(error, "video.example", None)
    assert said in found.say
    assert (mend or "") in (found.mend or "")
    assert bool(found.mend) is bool(mend)


def test_a_silent_service_is_not_waited_for(
    patient: PatientMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("t2v.checks.way.STEP_S", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as server:
        finding = network.network(
            patient(NEMO_API_URL=f"http://localhost:{server.getsockname()[1]}")
        )
    assert finding.say == f"There is no answer from localhost in time. {LOCAL}"


def test_a_silent_name_server_is_not_waited_for(
    patient: PatientMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "*")
    asleep = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: asleep.wait(20))
    ill = patient(NEMO_API_URL="https://video.invalid")
    ill.budget.seconds = 0.2
    assert "no answer from video.invalid" in network.network(ill).say
    asleep.set()


class Through(NamedTuple):
    """A proxy by its address, what it answers (None: nobody is there), and what is found."""

    address: str
    answer: bytes | None
    said: str
    mend: str | None


PROXIES = {
    "nobody is there": Through("http://127.0.0.1:{}", None, "Nothing listens", "unset https_proxy"),
    "a password is wanted": Through(
        f"http://me:{PASSWORD}@127.0.0.1:{{}}",
        b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n",
        "wants a user name and a password",
        None,
    ),
    "nobody is let through": Through(
        f"me:{PASSWORD}@127.0.0.1:{{}}",
        b"HTTP/1.1 403 Forbidden\r\n\r\n",
        "does not let us through",
        "unset https_proxy",
    ),
}


@pytest.mark.parametrize("proxy", PROXIES.values(), ids=PROXIES.keys())
def test_a_proxy_that_lets_nobody_through(
    patient: PatientMaker, monkeypatch: pytest.MonkeyPatch, proxy: Through
) -> None:
    with talking(proxy.answer or b"") as listening:
        port = refused() if proxy.answer is None else listening
        monkeypatch.setenv("https_proxy", proxy.address.format(port))
        ill = patient(NEMO_API_URL="https://video.invalid")
        first, second = network.proxy(ill), network.network(ill)
    assert first.say.startswith("https_proxy leads to http://127.0.0.1:")
    assert (second.state, proxy.said in second.say) == (State.FAIL, True), second
    assert second.mend == proxy.mend
    assert PASSWORD not in repr((first, second, ill.proxy))


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (f"http://me:{PASSWORD}@:8080", "https_proxy holds no address of a proxy."),
        (f"http://me:{PASSWORD}@proxy:many", "https_proxy holds no address of a proxy."),
        ("socks5://127.0.0.1:9", "speaks SOCKS, which needs PySocks."),
    ],
)
def test_a_proxy_that_cannot_be_used(
    patient: PatientMaker, monkeypatch: pytest.MonkeyPatch, address: str, said: str
) -> None:
    monkeypatch.setenv("https_proxy", address)
    finding = network.proxy(patient(NEMO_API_URL="https://video.invalid"))
    assert (finding.state, said in finding.say) == (State.FAIL, True)
    assert finding.mend in (shell.unset_variable("https_proxy"), shell.install("PySocks"))
    assert PASSWORD not in finding.say


def test_no_proxy_holds(patient: PatientMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "video.invalid")
    finding = network.proxy(patient(NEMO_API_URL="https://video.invalid"))
    assert finding.say == "https_proxy is set, but not for video.invalid."
    assert proxy_for("https://video.invalid") is None


@pytest.mark.parametrize("content", [None, b"no certificate"])
def test_certificates_that_cannot_be_read(
    patient: PatientMaker, tmp_path: Path, content: bytes | None
) -> None:
    place = tmp_path / "ca.pem"
    if content:
        place.write_bytes(content)
    finding = network.certificates(patient(REQUESTS_CA_BUNDLE=str(place)))
    assert finding is not None
    assert (finding.state, finding.mend) == (State.FAIL, "unset REQUESTS_CA_BUNDLE")


@pytest.mark.parametrize(
    ("off", "state", "said"),
    [
        (30, State.OK, "agrees"),
        (-600, State.WARN, "10 minutes behind"),
        (3 * 86_400, State.WARN, "3 days ahead"),
    ],
)
def test_a_wrong_clock_is_told_by_the_services_date(
    patient: PatientMaker, time: FakeTime, off: float, state: State, said: str
) -> None:
    answer = f"HTTP/1.1 401 No\r\nDate: {formatdate(time.now - off, usegmt=True)}\r\n\r\n"
    with talking(answer.encode()) as port:
        finding = network.clock(patient(NEMO_API_URL=f"http://localhost:{port}"))
    assert finding is not None
    assert (finding.state, said in finding.say) == (state, True), finding


@pytest.mark.parametrize("date", ["", "Date: yesterday\r\n"])
def test_no_date_is_no_finding(patient: PatientMaker, date: str) -> None:
    with talking(f"HTTP/1.1 200 OK\r\n{date}\r\n".encode()) as port:
        assert network.clock(patient(NEMO_API_URL=f"http://localhost:{port}")) is None


def test_a_blocked_way_says_nothing_of_clock_and_credits(patient: PatientMaker) -> None:
    ill = patient(NEMO_API_URL=f"http://localhost:{refused()}", NEMO_TOKEN=TOKEN)
    assert network.clock(ill) is None
    assert account.credits_left(ill) is None
    with pytest.raises(BlockedError):
        _ = ill.answer
