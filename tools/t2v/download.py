"""The finished video comes here, over a link that anybody may have signed.

The link gets no header of ours: no token, no client id, no cookie, no netrc entry. It is followed
over https only (http only on this computer), and never into a private network.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urljoin, urlsplit

from t2v.client import Response, Session, get_plain, named, open_session
from t2v.clock import Clock
from t2v.disk import disk_error
from t2v.errors import SkillError
from t2v.progress import Progress

BLOCK = 1_000_000
IDLE_S = 30.0
REDIRECTS = 3
TRIES = 3
LIMIT = 20_000_000_000
"""Bytes; nobody's disk should fill because a server does not stop."""

BROKEN = frozenset({"network", "deadline", "download_failed"})
"""Failures after which the file is fetched again from its start."""

EXPIRED = frozenset({401, 403, 404, 410})
"""How storage services answer when a signed link is over."""


class LinkExpiredError(Exception):
    """The link is not valid any more; the status call gives a fresh one."""


class Download:
    """Fetches signed links on behalf of one backend."""

    def __init__(self, base: str, clock: Clock, progress: Progress) -> None:
        """`base` is the backend's address: one on this computer may link to this computer."""
        self._local = is_loopback(urlsplit(base).hostname or "")
        self._clock, self._progress = clock, progress

    def fetch(self, url: str, target: Path) -> int:
        """Write the file behind `url` to `target` and return its size in bytes.

        Raises:
            LinkExpiredError: the link is over.
            SkillError: `download_failed`, `disk_full`, `bad_response` for a link that may not be
                followed.
        """
        with open_session() as http:
            for attempt in range(1, TRIES + 1):
                try:
                    with self._opened(http, url) as response:
                        return self.save(response, target)
                except SkillError as error:
                    if error.code not in BROKEN:
                        raise
                    if attempt == TRIES:
                        raise SkillError("download_failed") from error
                self._clock.sleep(0.5 * attempt)
        raise SkillError("download_failed")

    @contextmanager
    def _opened(self, http: Session, url: str) -> Iterator[Response]:
        """Yield the answer to a GET, after at most three redirects that are each checked."""
        for _ in range(REDIRECTS + 1):
            self._require_public(url)
            with named():
                response = get_plain(http, url, IDLE_S)
            with response:
                if response.is_redirect:
                    url = _address(response.headers["Location"], url)
                    continue
                if response.status_code in EXPIRED:
                    raise LinkExpiredError
                if response.status_code != 200:
                    raise SkillError("download_failed")
                yield response
                return
        raise SkillError("unexpected_redirect", host=urlsplit(url).hostname)

    def save(self, response: Response, target: Path) -> int:
        """Write the body to `target` and return its size; its length must be what was said."""
        length = response.headers.get("Content-Length", "")
        expected = int(length) if length.isdigit() else None
        try:
            with target.open("wb") as file, named():
                size = self._copy(response, file, expected)
        except OSError as error:
            raise disk_error(error, "output_unusable") from error
        except SkillError as error:
            if error.code != "bad_response":
                raise
            raise SkillError("download_failed") from error
        if expected is not None and size != expected:
            raise SkillError("download_failed")
        return size

    def _copy(self, response: Response, file: BinaryIO, expected: int | None) -> int:
        size = 0
        for block in response.iter_content(BLOCK):
            size += len(block)
            if size > LIMIT:
                raise SkillError("overflow")
            file.write(block)
            if expected:
                self._progress.advance("Downloading", size / expected)
        return size

    def _require_public(self, url: str) -> None:
        """Refuse a link that is not encrypted, or that points into somebody's own network."""
        parts = urlsplit(_address(url))
        host = parts.hostname or ""
        here = self._local and is_loopback(host)
        if (
            not host
            or parts.username
            or not (parts.scheme == "https" or (parts.scheme == "http" and here))
        ):
            raise SkillError("bad_response", "The download link is not safe to follow.")
        if not here and any(not address.is_global for address in addresses(host)):
            raise SkillError("bad_response", "The download link points into a private network.")


def _address(link: str, base: str = "") -> str:
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


def is_loopback(host: str, resolve: Callable[[str], str] = socket.gethostbyname) -> bool:
    """Whether the host is this computer by its very name; nothing is looked up for others."""
    if host == "localhost":
        host = resolve(host)
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def addresses(host: str) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    """Return the addresses of a host.

    Raises:
        SkillError: `network` when it has none.
    """
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SkillError("network") from error
    return [ipaddress.ip_address(str(one[4][0]).split("%")[0]) for one in found]
