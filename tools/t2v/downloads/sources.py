"""Where a finished film can be fetched from: the link that somebody signed, or the API itself.

The link gets no header of ours: no token, no client id, no cookie, no netrc entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol
from urllib.parse import urlsplit

from t2v import wire
from t2v.client import Client, named
from t2v.downloads import links
from t2v.downloads.links import Links
from t2v.endpoints import RENDER_DOWNLOAD
from t2v.errors import SkillError
from t2v.external.untrusted import clean
from t2v.sessions import Response, get_plain, open_session, proxied, read_all

IDLE_S = 30.0
REDIRECTS = 3

ANSWERED = frozenset({200, 206, 416})
"""Statuses that say something about the bytes: all of them, a part, or none beyond these."""

EXPIRED = frozenset({401, 403, 404, 410})
"""How storage services answer when a signed link is over."""


class LinkExpiredError(Exception):
    """The link is not valid any more; the status call gives a fresh one."""


class Source(Protocol):
    """Something that gives a film, or what of it follows."""

    @property
    def identity(self) -> str:
        """What names the film there, and holds no secret."""

    def open(self, headers: Mapping[str, str]) -> AbstractContextManager[Response]:
        """Yield an answer whose status is one of `ANSWERED`, its body unread."""


class SignedLink:
    """A link over which anybody gets the film."""

    def __init__(self, url: str, rules: Links) -> None:
        """Follow `url` as far as the rules allow."""
        self._url, self._rules = url, rules

    @property
    def identity(self) -> str:
        """The address without its signature, as a digest."""
        return links.identity(self._url)

    @contextmanager
    def open(self, headers: Mapping[str, str]) -> Iterator[Response]:
        """Yield the answer to a GET, after at most three redirects that are each checked.

        Raises:
            LinkExpiredError: the link is over.
            SkillError: `bad_response` for a link that may not be followed, `server_trouble`,
                `network`, `unexpected_redirect`, ...
        """
        url = links.follow(self._url)
        with open_session() as http:
            for _ in range(REDIRECTS + 1):
                self._rules.require_safe(url, proxied=proxied(url))
                with reading("network"):  # who speaks no HTTP is not the host that was meant
                    response = get_plain(http, url, IDLE_S, headers)
                with response:
                    if response.is_redirect:
                        url = links.follow(response.headers["Location"], url)
                        continue
                    _require_film(response)
                    yield response
                    return
        host = clean(urlsplit(url).hostname or "", 200)
        raise SkillError("unexpected_redirect", external=f"The last redirect leads to {host}")


class Api:
    """The API's own download of a render, with the token."""

    def __init__(self, client: Client, render: str) -> None:
        """Fetch this render."""
        self._client, self._render = client, render

    @property
    def identity(self) -> str:
        """The address, as a digest."""
        path = RENDER_DOWNLOAD.path.format(render=self._render)
        return links.identity(self._client.base + path)

    @contextmanager
    def open(self, headers: Mapping[str, str]) -> Iterator[Response]:
        """Yield the answer.

        Raises:
            SkillError: `token_expired`, which may be renewed; `download_failed` for all else.
        """
        path = {"render": self._render}
        with (
            reading(),
            self._client.open(RENDER_DOWNLOAD, headers=headers, path=path) as response,
        ):
            if response.status_code not in ANSWERED:
                raise _refusal(response)
            yield response


@contextmanager
def reading(nonsense: str = "download_failed") -> Iterator[None]:
    """Name what goes wrong on the way; what is no HTTP is a download that broke, or as named."""
    try:
        with named():
            yield
    except SkillError as error:
        if error.code == "bad_response":
            raise SkillError(nonsense) from error
        raise


def _require_film(response: Response) -> None:
    """Refuse what storage services say instead of a film; their errors are XML."""
    kind = response.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if response.status_code in EXPIRED or kind in ("application/xml", "text/xml"):
        raise LinkExpiredError
    if response.status_code >= 500:
        raise SkillError("server_trouble")
    if response.status_code not in ANSWERED:
        raise SkillError("download_failed")


def _refusal(response: Response) -> SkillError:
    try:
        body = read_all(response, wire.ANSWER_LIMIT)
        wire.unwrap(RENDER_DOWNLOAD, response.status_code, response.headers, body, 0.0)
    except SkillError as error:
        if error.code == "token_expired":
            return error
    return SkillError("download_failed")
