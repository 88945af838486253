"""Which service is spoken to, and with whose token."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from t2v.secret import Secret
from t2v.settings import LOCAL, Settings
from t2v.store import Store


class Owner(str, Enum):
    """Where the token came from, which decides what may be done when it is refused."""

    USER = "user"
    STUDIO = "studio"
    ANONYMOUS = "anonymous"


class Backend(NamedTuple):
    """A service that speaks the API.

    `key` names it in the state file: the studio's port changes from one start to the next.
    """

    key: str
    url: str
    web_url: str
    owner: Owner
    token: Secret | None
    client_id: str | None = None

    @classmethod
    def hosted(cls, settings: Settings, store: Store) -> Backend:
        """Return the service at the address that the settings name."""
        kept = None if settings.token else store.token(settings.api_url)
        return cls(
            key=settings.api_url,
            url=settings.api_url,
            web_url=settings.web_url,
            owner=Owner.USER if settings.token else Owner.ANONYMOUS,
            token=settings.token or (kept.secret() if kept else None),
            client_id=settings.client_id,
        )

    @classmethod
    def studio(cls, settings: Settings, url: str, token: Secret) -> Backend:
        """Return the studio that runs at `url`."""
        return cls(key=LOCAL, url=url, web_url=settings.web_url, owner=Owner.STUDIO, token=token)
