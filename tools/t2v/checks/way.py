"""The way to the service, gone with the standard library alone: name, connection, TLS, answer.

One GET of the service's address, without a token. What it answers does not matter: only that it
does, and what time it has.
"""

from __future__ import annotations

import email.utils
import http.client
import importlib
import importlib.util
import ssl
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.parse import urlsplit

from t2v.checks.blocked import BlockedError, blocked
from t2v.checks.bounds import within
from t2v.checks.proxies import Proxy

STEP_S = 4.0
"""What connecting, or an answer, may take each; a name server that is silent takes the rest."""

BUNDLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
"""Variables that name the certificates to believe, as the client reads them."""


class Route(NamedTuple):
    """Where to, through what, and whose certificates are believed (None: the system's)."""

    url: str
    proxy: Proxy | None
    certificates: str | None


class Answer(NamedTuple):
    """What came back: a status, and the service's own time in seconds since 1970."""

    status: int
    date: float | None


def certificates(environment: Mapping[str, str]) -> str | None:
    """Return the certificates that the client would believe, a file or a folder."""
    for name in BUNDLES:
        if environment.get(name):
            return environment[name]
    if importlib.util.find_spec("certifi") is None:
        return None
    return str(importlib.import_module("certifi").where())


def ask(route: Route, headers: Mapping[str, str], seconds: float) -> Answer:
    """GET the address, and return what answered.

    Raises:
        BlockedError: nothing did, and why.
    """
    host = str(urlsplit(route.url).hostname)
    try:
        return within(seconds, lambda: _ask(route, headers))
    except URLError as error:
        reason = error.reason if isinstance(error.reason, Exception) else error
        raise blocked(reason, host, route.proxy) from error
    except (OSError, http.client.HTTPException) as error:
        raise blocked(error, host, route.proxy) from error


def _ask(route: Route, headers: Mapping[str, str]) -> Answer:
    opener = urllib.request.OpenerDirector()  # follows nothing, keeps nothing, reads no netrc
    through = {urlsplit(route.url).scheme: route.proxy.address} if route.proxy else {}
    for handler in (
        urllib.request.ProxyHandler(through),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=believing(route.certificates)),
    ):
        opener.add_handler(handler)
    opener.addheaders = [("User-Agent", "text-to-video-skills"), *headers.items()]
    with opener.open(f"{route.url}/", timeout=STEP_S) as response:
        return Answer(response.status, _seconds(response.headers.get("Date")))


def believing(place: str | None) -> ssl.SSLContext:
    """Return what checks certificates by those in a file or folder; None for the system's.

    Raises:
        BlockedError: they cannot be read.
    """
    try:
        if place and Path(place).is_dir():
            return ssl.create_default_context(capath=place)
        return ssl.create_default_context(cafile=place)
    except OSError:  # SSLError is one, and would be taken for the service's fault
        raise BlockedError("The certificates to believe cannot be read.") from None


def _seconds(date: str | None) -> float | None:
    try:
        return email.utils.parsedate_to_datetime(date).timestamp() if date else None
    except (ValueError, TypeError, OverflowError):
        return None
