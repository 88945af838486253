"""Files and links into the session."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from t2v.context import Context
from t2v.endpoints import UPLOAD, UPLOAD_FORMATS
from t2v.errors import SkillError
from t2v.media_files import MediaFile, MultipartBody
from t2v.store import Session

URL_LIMIT = 4_000


class Uploader:
    """Uploads of one session. Everything is checked before the first byte is sent."""

    def __init__(self, context: Context) -> None:
        """Use the context's parts, the service's only once a file has passed."""
        self._context = context
        self._progress, self._skill = context.progress, context.skill

    def require(self, source: str) -> None:
        """Check a file or a link that is to be uploaded; nothing is sent.

        Raises:
            SkillError: what is wrong with it.
        """
        if "://" in source:
            require_url(source)
        else:
            MediaFile.open(Path(source), self._skill.max_upload_mb).handle.close()

    def file(self, session: Session, path: Path) -> dict[str, Any]:
        """Upload a file and return its name, format and size."""
        file = MediaFile.open(path, self._skill.max_upload_mb)
        with file.handle:
            body = MultipartBody(file, lambda part: self._progress.advance("Uploading", part))

            def send() -> dict[str, Any]:
                return self._context.client.call(
                    UPLOAD,
                    data=body,
                    headers={"Content-Type": body.content_type},
                    session=session.session_id,
                )

            self._explained(lambda: self._context.account.with_token(send))
        return {"name": file.name, "format": file.format, "bytes": file.size}

    def url(self, session: Session, url: str) -> dict[str, Any]:
        """Ask the service to fetch a link, and return its host. We never fetch it."""
        host = require_url(url)
        if urlsplit(url).query:
            self._progress.say("The whole link goes to the service, what follows its ? included.")
        body = {"urls": [url], "source_type": "url"}
        self._explained(
            lambda: self._context.account.with_token(
                lambda: self._context.client.call(UPLOAD, json=body, session=session.session_id)
            )
        )
        return {"name": host, "format": "url"}

    def _explained(self, action: Any) -> Mapping[str, Any]:  # noqa: ANN401 - a call
        """Run the call; a refused file is answered with what would be taken."""
        try:
            result: Mapping[str, Any] = action()
        except SkillError as error:
            if error.code == "unsupported_file":
                error.data.setdefault("formats", list(UPLOAD_FORMATS))
            if error.code == "file_too_large":
                error.facts.setdefault("limit_mb", self._skill.max_upload_mb)
            raise
        return result


def require_url(url: str) -> str:
    """Return the host of a link that may be handed on.

    Raises:
        SkillError: `bad_url` for another scheme, a user name, spaces or no host.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        raise SkillError("bad_url") from None
    plain = url.isprintable() and not any(char.isspace() for char in url) and len(url) <= URL_LIMIT
    if parts.scheme not in ("https", "http") or not host or parts.username or not plain:
        raise SkillError("bad_url")
    return host
