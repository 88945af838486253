"""HTTP sessions as this skill wants them, and the only importers of requests with `client`.

No redirect is followed, no netrc is read, no cookie is kept, and no answer takes for ever, however
it drips.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from http.cookiejar import DefaultCookiePolicy
from typing import Any, TypeAlias

import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies

from t2v.alarm import Connections, alarm
from t2v.errors import SkillError

# For the annotations of those who are handed one: they need not import requests.
Response: TypeAlias = requests.Response
Session: TypeAlias = requests.Session

CONNECT_S = 10.0
BLOCK = 65_536

ANSWER_S = 90.0
"""What the head of an answer may take, and its body; after this long nothing is sent again."""

SLOWEST = 100_000
"""Bytes per second at which a body may be sent: that much longer the answer may take."""


class _Adapter(HTTPAdapter):
    """Makes connections that are known while they are open."""

    def __init__(self, connections: Connections) -> None:
        self._pools = connections.pools()
        super().__init__()

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, *args: Any, **options: Any) -> urllib3.ProxyManager:
        manager: urllib3.ProxyManager = super().proxy_manager_for(*args, **options)
        manager.pool_classes_by_scheme = self._pools
        return manager


class _Session(requests.Session):
    def __init__(self) -> None:
        super().__init__()
        self._connections = Connections()
        for scheme in ("https://", "http://"):
            self.mount(scheme, _Adapter(self._connections))

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        """Send, and return when the head of the answer is here."""
        size = int(request.headers.get("Content-Length") or 0)
        with alarm(ANSWER_S + size / SLOWEST, self._connections.end):
            return super().send(request, **options)

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Name none: requests reads where a redirect leads, followed or not, and trips over it."""


def open_session() -> requests.Session:
    """Return a session that reads no netrc and keeps no cookies.

    Each call names its proxies itself: see `get_environ_proxies`, which knows NO_PROXY.
    """
    session = _Session()
    session.trust_env = False  # a netrc entry would replace our Authorization
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
    bundle = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE")
    session.verify = bundle or True
    session.headers.update({"Accept-Encoding": "identity", "User-Agent": "text-to-video-skills"})
    return session


def get_plain(session: Session, url: str, idle_s: float, headers: Mapping[str, str]) -> Response:
    """GET an address that is not the API's: nothing of ours goes along, no redirect is followed."""
    return session.get(
        url,
        headers=dict(headers),
        proxies=get_environ_proxies(url),
        timeout=(CONNECT_S, idle_s),
        allow_redirects=False,
        stream=True,
    )


def proxied(url: str) -> bool:
    """Whether a proxy stands between us and the address: then it is the proxy that looks it up."""
    return bool(get_environ_proxies(url))


def read_all(response: requests.Response, limit: int) -> bytes:
    """Return the whole decoded body.

    Raises:
        SkillError: `overflow` beyond `limit` bytes, so that a compressed bomb stays small.
        TimeoutError: it takes too long.
    """
    parts, size = [], 0
    with alarm(ANSWER_S, response.raw.shutdown):
        for part in response.iter_content(BLOCK):
            parts.append(part)
            size += len(part)
            if size > limit:
                raise SkillError("overflow")
    return b"".join(parts)
