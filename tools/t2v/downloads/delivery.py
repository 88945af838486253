"""A finished render, brought to its place on this computer: whole and checked, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from t2v import outputs
from t2v.context import Context
from t2v.disk import disk_error
from t2v.downloads import partial
from t2v.downloads.download import Download
from t2v.downloads.links import Links
from t2v.downloads.partial import Partial
from t2v.downloads.proof import Film, prove
from t2v.downloads.sources import Api, LinkExpiredError, SignedLink
from t2v.errors import SkillError

ELSEWHERE = frozenset({"network", "tls", "server_trouble"})
"""Trouble of the host that keeps the films: the API itself may be well."""

TROUBLE = ELSEWHERE | {"deadline"}
"""What is told as a download that failed: the render is kept, and so is what came of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """A finished file. `bytes` is its size, `sha256` the digest of what lies there now."""

    path: Path
    bytes: int
    sha256: str


class Order(NamedTuple):
    """A render's id, what the file must be, such as mp4, and where it goes."""

    render: str
    container: str
    path: Path


class Delivery:
    """Deliveries of one backend."""

    def __init__(self, context: Context) -> None:
        """Use the context's parts."""
        self._client, self._account = context.client, context.account
        self._links = Links(context.backend.url)
        self._download = Download(context.clock, context.progress)

    def bring(self, order: Order, film: Film, ask: Callable[[], Film], *, force: bool) -> Delivered:
        """Download beside `path`, check, and only then give the file its name.

        Args:
            order: what goes where; a later call for the same goes on where this one stops.
            film: what the service said about it.
            ask: asks the service once more, when the link is over.
            force: whether what lies there is replaced.

        Raises:
            SkillError: `download_failed`, `corrupt_download`, `disk_full`, `busy`, ...
        """
        with partial.begun(order.path, order.render) as part:
            try:
                film = self._fetch(order.render, part, film, ask)
                proof = prove(part.path, order.container, film)
            except OSError as error:
                raise disk_error(error, "output_unusable") from error
            outputs.publish(part.path, order.path, force=force)
        return Delivered(path=order.path, bytes=proof.size, sha256=proof.sha256)

    def _fetch(self, render: str, part: Partial, film: Film, ask: Callable[[], Film]) -> Film:
        """Get the bytes: over the link, over a fresh one, or from the API itself."""
        try:
            try:
                return self._follow(film, part)
            except LinkExpiredError:
                film = ask() if film.url else film
                return self._follow(film, part)
        except LinkExpiredError:
            pass  # the API itself keeps the film longer
        except SkillError as error:
            if error.code not in ELSEWHERE:
                raise _told(error) from error
        try:
            api = Api(self._client, render)
            self._account.with_token(lambda: self._download.fetch(api, part, film.size))
        except SkillError as error:
            raise _told(error) from error
        return film

    def _follow(self, film: Film, part: Partial) -> Film:
        """Download over the film's link; without one it counts as over."""
        if film.url is None:
            raise LinkExpiredError
        self._download.fetch(SignedLink(film.url, self._links), part, film.size)
        return film


def _told(error: SkillError) -> SkillError:
    """Return the failure as the user is told it."""
    return SkillError("download_failed") if error.code in TROUBLE else error
