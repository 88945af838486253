"""How far the way to the service goes: every cause that stops it, told apart."""

from __future__ import annotations

import errno
import http.client
import os
import re
import socket
import ssl
import sys

from t2v.checks import shell
from t2v.checks.proxies import Proxy

SET_CLOCK = {
    "linux": "sudo timedatectl set-ntp true",
    "darwin": "sudo sntp -sS time.apple.com",
    "win32": "w32tm /resync",
}.get(sys.platform)
"""The command that lets the system set its clock by the network."""

NOT_YET_VALID, EXPIRED, WRONG_HOST = 9, 10, 62
"""OpenSSL's codes; any other is an issuer that this computer does not know."""

_TUNNEL = re.compile(r"Tunnel connection failed: (\d{3})")

_CAUSES: tuple[tuple[type[Exception], str], ...] = (
    # Order matters: these are all OSErrors.
    (socket.gaierror, "DNS finds no address for the name of {place}."),
    (ConnectionRefusedError, "Nothing listens at {place}: the connection is refused."),
    (TimeoutError, "There is no answer from {place} in time."),
    (ConnectionError, "The connection to {place} breaks before an answer comes."),
    (http.client.HTTPException, "What answers at {place} does not speak HTTP."),
)


class BlockedError(Exception):
    """How far the way goes, as a sentence, and the command that may open it."""

    def __init__(self, say: str, mend: str | None = None) -> None:
        """Say it."""
        super().__init__(say)
        self.say, self.mend = say, mend


def blocked(error: Exception, host: str, proxy: Proxy | None) -> BlockedError:
    """Return what an error on the way to `host` means."""
    tunnel = _TUNNEL.search(str(error))
    if proxy and tunnel:
        return _refused(tunnel[1], host, proxy)
    if isinstance(error, ssl.SSLError):
        return _insecure(error, host)
    place = f"the proxy {proxy}" if proxy else host
    mend = shell.unset_variable(proxy.variable) if proxy else None
    for kind, say in _CAUSES:
        if isinstance(error, kind):
            return BlockedError(say.format(place=place), mend)
    number = getattr(error, "errno", None) or errno.EIO
    return BlockedError(f"There is no way to {place}: {os.strerror(number)}.", mend)


def _refused(status: str, host: str, proxy: Proxy) -> BlockedError:
    """Return what a proxy means that answers, but lets nobody through."""
    if status == "407":
        return BlockedError(
            f"The proxy {proxy} wants a user name and a password; they belong into "
            f"{proxy.variable}, before the host, with an @."
        )
    unset = shell.unset_variable(proxy.variable)
    return BlockedError(f"The proxy {proxy} does not let us through to {host} ({status}).", unset)


def _insecure(error: ssl.SSLError, host: str) -> BlockedError:
    """Return what is wrong with the encryption."""
    code = getattr(error, "verify_code", None)
    if code is None:
        return BlockedError(f"{host} does not speak TLS at this address.")
    if code in (NOT_YET_VALID, EXPIRED):
        when = "is not valid yet" if code == NOT_YET_VALID else "has expired"
        return BlockedError(f"The certificate of {host} {when}, or the clock is wrong.", SET_CLOCK)
    if code == WRONG_HOST:
        return BlockedError(f"The certificate that is shown belongs to another host than {host}.")
    return BlockedError(
        f"The certificate of {host} comes from an issuer that this computer does not know; where "
        "a firewall reads along, its certificate's path belongs into REQUESTS_CA_BUNDLE."
    )
