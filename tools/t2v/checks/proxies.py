"""Proxies, as the environment names them. Their passwords are never shown."""

from __future__ import annotations

import importlib.util
import os
import urllib.request
from typing import NamedTuple
from urllib.parse import urlsplit

PORTS = {"http": 80, "https": 443}


class Proxy(NamedTuple):
    """A proxy, the variable that names it, and its address; `str` shows no password."""

    variable: str
    scheme: str
    host: str
    port: int
    address: str

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host}:{self.port}"

    def __repr__(self) -> str:
        return f"Proxy({self})"

    @property
    def socks(self) -> bool:
        """Whether it speaks SOCKS, for which requests needs a package of its own."""
        return self.scheme.startswith("socks")

    @property
    def usable(self) -> bool:
        """Whether requests can use it as things are installed."""
        return not self.socks or importlib.util.find_spec("socks") is not None


def proxy_for(url: str) -> Proxy | None:
    """Return the proxy that calls of `url` go through, by the variables that requests obeys.

    Raises:
        ValueError: a variable holds no address; its name is the argument.
    """
    place = urlsplit(url)
    proxies = urllib.request.getproxies()
    name = next((one for one in (place.scheme, "all") if proxies.get(one)), None)
    if name is None or urllib.request.proxy_bypass(place.netloc):
        return None
    address = proxies[name] if "://" in proxies[name] else f"http://{proxies[name]}"
    return _parted(_variable(f"{name}_proxy"), address)


def excepted(url: str) -> str | None:
    """Return the proxy variable that is set but does not hold for `url`."""
    place = urlsplit(url)
    proxies = urllib.request.getproxies()
    name = next((one for one in (place.scheme, "all") if proxies.get(one)), None)
    return (
        _variable(f"{name}_proxy") if name and urllib.request.proxy_bypass(place.netloc) else None
    )


def _parted(variable: str, address: str) -> Proxy:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port or PORTS.get(parts.scheme, 1080)
    except ValueError:  # a port that is no number
        raise ValueError(variable) from None
    if not host:
        raise ValueError(variable)
    return Proxy(variable, parts.scheme, host, port, address)


def _variable(name: str) -> str:
    """Return the variable as the user wrote it; lower case wins, as it does for Python."""
    written = (one for one in (name, name.upper()) if os.environ.get(one))
    return next(written, name)
