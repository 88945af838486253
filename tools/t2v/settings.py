"""What the user's environment says, read once.

Precedence: 1. the argument, 2. the environment, 3. what is stored, 4. the default. This module
owns 2 and 4 and reads every variable that the skill knows; the page declares each of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from t2v.endpoints import API_URL, WEB_URL
from t2v.errors import SkillError
from t2v.secret import Secret

_HERE = re.compile(r"(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?")
"""Hosts that are this computer: only there may a token go unencrypted."""

LOCAL = "local"
"""The value of NEMO_API_URL that means the studio on this computer."""


class Settings(NamedTuple):
    """The environment, typed. None where the user said nothing."""

    api_url: str
    web_url: str
    token: Secret | None
    client_id: str | None
    platform: str | None
    home: Path
    max_credits: int | None = None
    """What one call may spend; None where the user set no limit."""

    @property
    def local(self) -> bool:
        """Whether the backend is the studio on this computer."""
        return self.api_url == LOCAL

    def limit(self, argument: int | None) -> int | None:
        """Return what one call may spend: the argument, else what the environment says."""
        return self.max_credits if argument is None else argument

    @classmethod
    def read(cls, environment: Mapping[str, str], *, local: bool = False) -> Settings:
        """Read the variables; an empty one counts as not set.

        Raises:
            SkillError: `usage` for an address that is not one, `bad_token` for a bad token.
        """

        def given(name: str) -> str | None:
            return environment.get(name, "").strip() or None

        token = given("NEMO_TOKEN")
        return cls(
            api_url=LOCAL if local else _address("NEMO_API_URL", given("NEMO_API_URL") or API_URL),
            web_url=_address("NEMO_WEB_URL", given("NEMO_WEB_URL") or WEB_URL),
            token=Secret(token) if token else None,
            client_id=given("NEMO_CLIENT_ID"),
            platform=given("SKILL_SOURCE"),
            home=_home(environment),
            max_credits=_credits(given("T2V_MAX_CREDITS")),
        )


def _address(name: str, value: str) -> str:
    """Return the address without a trailing slash."""
    if name == "NEMO_API_URL" and value.lower() == LOCAL:
        return LOCAL
    if not value.startswith(("https://", "http://")) or "@" in value or "?" in value:
        raise SkillError("usage", f"{name} is not an address such as https://example.com.")
    host = value.partition("://")[2].partition("/")[0]
    if name == "NEMO_API_URL" and value.startswith("http://") and not _HERE.fullmatch(host):
        raise SkillError("usage", f"{name} must be https: the token would travel in the open.")
    return value.rstrip("/")


def _credits(value: str | None) -> int | None:
    """Return a limit of credits, which is a whole number."""
    if value is None:
        return None
    if not re.fullmatch(r"\d{1,9}", value, re.ASCII):
        raise SkillError("usage", "T2V_MAX_CREDITS is not a whole number of credits.")
    return int(value)


def _home(environment: Mapping[str, str]) -> Path:
    """Return the state folder: T2V_HOME, else the vendor's own folder in the user's config."""
    own = environment.get("T2V_HOME")
    if own:
        try:
            return Path(own).expanduser().absolute()
        except RuntimeError:
            raise SkillError("usage", "T2V_HOME lies in the home of nobody.") from None
    config = environment.get("XDG_CONFIG_HOME")
    if config and Path(config).is_absolute():
        return Path(config) / "nemovideo"
    try:
        return Path.home() / ".config" / "nemovideo"
    except RuntimeError:  # no HOME and no such user: the store will say that nothing is kept
        return Path("/nonexistent/nemovideo")
