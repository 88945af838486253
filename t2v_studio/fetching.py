"""Fetching an address that a user names, without becoming somebody's way into a private network.

Names are resolved once, and the connection goes to the very address that was checked; every
redirect is checked again. Off unless the settings say otherwise.
"""

from __future__ import annotations

import http.client
import ipaddress
import shutil
import socket
import ssl
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http import HTTPStatus
from pathlib import Path
from urllib.parse import SplitResult, urljoin, urlsplit

from t2v_studio.answers import Refusal
from t2v_studio.fullness import is_full
from t2v_studio.incoming import TOO_LARGE, Received
from t2v_studio.settings import Settings

_PORTS = {"http": 80, "https": 443}
_REDIRECTS = 3
_BLOCK = 1 << 16
_MB = 1_000_000
_CONNECT_S = 10.0


class Fetcher:
    """Fetches one address at a time into a folder."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        """Keep the rules."""
        self._settings = settings
        self._folder = folder

    def fetch(self, url: str) -> _Fetched:
        """Fetch what an address holds; use the answer as a context, which removes the file.

        Raises:
            Refusal: 403 where fetching is off or the address is not a public one, 4002 when there
                is more than an upload may have, 400 when it cannot be fetched.
        """
        if not self._settings.url_uploads:
            raise Refusal(HTTPStatus.FORBIDDEN, "This studio does not fetch addresses.")
        deadline = time.monotonic() + self._settings.fetch_s
        for _ in range(_REDIRECTS + 1):
            parts = _checked(url)
            with self._answer(parts, deadline) as response:
                if response.status not in (301, 302, 303, 307, 308):
                    return self._save(response, parts, deadline)
                url = urljoin(url, response.headers.get("location", ""))
        raise _unfetchable("It redirects too often.")

    @contextmanager
    def _answer(self, parts: SplitResult, deadline: float) -> Iterator[http.client.HTTPResponse]:
        """Ask for the address, at a place that was checked, and hang up at the deadline."""
        try:
            host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
            connection = http.client.HTTPConnection(host, port, timeout=_CONNECT_S)
            sock = socket.create_connection((self._address(host, port), port), timeout=_CONNECT_S)
            with closing(connection), _hung_up_at(deadline, sock.dup()):
                connection.sock = _secured(sock, host) if parts.scheme == "https" else sock
                path = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
                connection.request("GET", path, headers={"Accept-Encoding": "identity"})
                yield connection.getresponse()
        except (OSError, http.client.HTTPException, UnicodeError) as error:
            if is_full(error):
                raise
            raise _unfetchable("Nothing answers there in time.") from None

    def _address(self, host: str, port: int) -> str:
        """Resolve a name, and refuse it when any of its addresses is not public."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [ipaddress.ip_address(str(entry[4][0])) for entry in found]
        for address in addresses:
            allowed = address.is_loopback and port == self._settings.fetch_loopback_port
            if not allowed and not (is_public(address) and port in _PORTS.values()):
                raise Refusal(HTTPStatus.FORBIDDEN, "Only public addresses can be fetched.")
        return str(addresses[0])

    def _save(
        self, response: http.client.HTTPResponse, parts: SplitResult, deadline: float
    ) -> _Fetched:
        if response.status != HTTPStatus.OK:
            raise _unfetchable(f"The answer there is {response.status}.")
        fetched = _Fetched(self._folder, parts.path)
        try:
            _copy(response, fetched.received.path, int(self._settings.max_upload_mb * _MB))
            _require_whole(response, deadline)
        except BaseException:
            fetched.remove()
            raise
        return fetched


class _Fetched:
    """A fetched file, which goes away unless it is moved."""

    def __init__(self, folder: Path, path: str) -> None:
        self._folder = folder / uuid.uuid4().hex
        self._folder.mkdir(mode=0o700)
        self.received = Received(self._folder / "0", path.rsplit("/", 1)[-1])

    def __enter__(self) -> Received:
        return self.received

    def __exit__(self, *_error: object) -> None:
        self.remove()

    def remove(self) -> None:
        """Remove what is left."""
        shutil.rmtree(self._folder, ignore_errors=True)


def _copy(response: http.client.HTTPResponse, path: Path, limit: int) -> None:
    with path.open("xb") as file:
        while block := response.read(_BLOCK):
            file.write(block)
            if file.tell() > limit:
                raise Refusal(TOO_LARGE)


def _require_whole(response: http.client.HTTPResponse, deadline: float) -> None:
    """Refuse half an answer; one without a length looks whole when it was hung up on."""
    if response.length or time.monotonic() > deadline:
        raise _unfetchable("It was cut off.")


@contextmanager
def _hung_up_at(deadline: float, twin: socket.socket) -> Iterator[None]:
    """End a connection at its deadline, whatever drips out of it until then.

    Args:
        deadline: by the monotonic clock.
        twin: of the connection's socket; TLS takes the first one over.
    """
    timer = threading.Timer(deadline - time.monotonic(), _hang_up, (twin,))
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        twin.close()


def _hang_up(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _secured(sock: socket.socket, host: str) -> socket.socket:
    return ssl.create_default_context().wrap_socket(sock, server_hostname=host)


def _checked(url: str) -> SplitResult:
    """Take an address apart; only plain http and https ones are taken."""
    try:
        parts = urlsplit(url)
        valid = parts.scheme in _PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError:
        valid = False
    if not valid or "@" in parts.netloc:
        raise _unfetchable("It is not an http or https address.")
    return parts


def is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Tell whether an address is on the open internet, seen through every way to write IPv4."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is not None:
            return is_public(inner)
        if address in _NAT64:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if address not in _UNICAST:
            return False
    return address.is_global and not address.is_multicast


_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_UNICAST = ipaddress.IPv6Network("2000::/3")
"""All that the open internet uses of IPv6; the rest has meanings of old, IPv4 inside among them."""


def _unfetchable(why: str) -> Refusal:
    return Refusal(HTTPStatus.BAD_REQUEST, f"This address cannot be fetched. {why}")
