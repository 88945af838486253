"""Links that the service gives: which may be followed, and which address one leads to.

Everything but this computer is reached over https, so that a name that is looked up twice and
leads elsewhere the second time still has to show a certificate.
"""

from __future__ import annotations

import hashlib
import ipaddress
import socket
from collections.abc import Callable
from typing import Any, TypeAlias
from urllib.parse import urljoin, urlsplit

from t2v.errors import SkillError

Address: TypeAlias = "ipaddress.IPv4Address | ipaddress.IPv6Address"
Resolve: TypeAlias = Callable[..., list[Any]]


class Links:
    """What the links of one backend may lead to."""

    def __init__(self, base: str, resolve: Resolve | None = None) -> None:
        """`base` is the backend's address: one on this computer may link to this computer."""
        self._local = is_loopback(urlsplit(base).hostname or "")
        self._resolve = resolve or socket.getaddrinfo

    def require_safe(self, url: str, *, proxied: bool = False) -> None:
        """Refuse a link that is not encrypted, or that points into somebody's own network.

        Args:
            url: the link.
            proxied: whether a proxy looks the name up, which then need not mean anything here.

        Raises:
            SkillError: `bad_response`; `network` for a host without an address.
        """
        parts = urlsplit(follow(url))
        host = parts.hostname or ""
        here = self._local and is_loopback(host)
        encrypted = parts.scheme == "https" or (parts.scheme == "http" and here)
        if not host or parts.username or not encrypted:
            raise SkillError("bad_response", "The download link is not safe to follow.")
        if not here and any(
            not address.is_global for address in self._found(host, proxied=proxied)
        ):
            raise SkillError("bad_response", "The download link points into a private network.")

    def _found(self, host: str, *, proxied: bool) -> list[Address]:
        """Return the addresses; none for a name that only the proxy knows."""
        try:
            return addresses(host, self._resolve)
        except SkillError:
            if proxied:
                return []
            raise


def follow(link: str, base: str = "") -> str:
    """Return the address that a link leads to, from the place where it stands.

    Raises:
        SkillError: `bad_response` when it is none.
    """
    try:
        address = urljoin(base, link)
        urlsplit(address)
    except ValueError:
        raise SkillError("bad_response", "The download link is not an address.") from None
    return address


def identity(url: str) -> str:
    """Return a digest of what a link names: without its query, where signatures stand."""
    parts = urlsplit(follow(url))
    named = f"{parts.scheme}://{parts.netloc}{parts.path}"
    return hashlib.sha256(named.encode(errors="replace")).hexdigest()[:32]


def is_loopback(host: str, resolve: Callable[[str], str] = socket.gethostbyname) -> bool:
    """Whether the host is this computer by its very name; nothing is looked up for others."""
    if host == "localhost":
        host = resolve(host)
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def addresses(host: str, resolve: Resolve) -> list[Address]:
    """Return the addresses of a host, as `resolve` (socket.getaddrinfo, say) looks them up.

    Raises:
        SkillError: `network` when it has none.
    """
    try:
        found = resolve(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SkillError("network") from error
    return [ipaddress.ip_address(str(one[4][0]).split("%")[0]) for one in found]
