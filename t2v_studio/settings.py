"""How the studio is set up: one table of settings, each with its environment variable.

Precedence: 1. the argument of `serve`, 2. `T2V_STUDIO_<NAME>`, 3. the default. Tests make the
studio instant with PACE=0, SCALE=0.1, FPS=10 and WORKERS=0; no code asks whether it is a test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from t2v.errors import SkillError
from t2v.settings import Settings as ToolSettings

PREFIX = "T2V_STUDIO_"
_HOME_VARIABLES = ("T2V_HOME", "XDG_CONFIG_HOME")
Value = int | float | bool

_YES_NO = {"1": True, "yes": True, "true": True, "0": False, "no": False, "false": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can be set. Sizes in MB are of 1,000,000 bytes; times carry their unit."""

    home: Path
    """The studio's own folder: address file, database, uploads, renders, log."""
    port: int = 0
    """0 takes any free port."""
    idle_s: float = 900.0
    """How long nothing may happen before the studio ends."""

    pace: float = 0.0
    """How slowly the agent works: 0 plays a turn at once, 1 takes pauses to rehearse waiting."""
    heartbeat_s: float = 10.0
    """Silence on a stream after which a heartbeat is sent, as gateways do."""

    scale: float = 1.0
    """Multiplies the size of rendered frames."""
    fps: int | None = None
    """Frame rate of rendered films; None takes the draft's."""
    workers: int = 2
    """Processes that draw one film; 0 draws in the studio itself."""
    render_s: float = 3600.0
    """How long one film may take; others wait for it."""

    token_days: float = 7.0
    """How long an anonymous token lives, and how long a client waits for the next one."""
    tokens_per_week: int = 1000
    """Anonymous accounts that may be opened in 7 days. The hosted service allows 10 an address;
    here everybody has the same one."""
    free_credits: int = 100
    owner_credits: int = 1_000_000
    """What the studio's own account is topped up to when it starts."""
    anonymous_export: bool = True
    """Whether accounts without registration may render."""

    max_upload_mb: float = 500.0
    session_quota_mb: float = 2000.0
    """What the uploads of one session may take together."""
    disk_mb: float = 20_000.0
    """What uploads and renders may take together; the oldest renders go first."""
    sessions: int = 1000
    """How many an account may have; those that were not used for longest go first."""
    keep_days: float = 30.0
    """How long a session, its uploads and its renders are kept after they were last used."""
    clean_s: float = 3600.0
    """How often what is too old or too much is thrown away."""
    link_s: float = 3600.0
    """How long a download link works."""

    url_uploads: bool = False
    """Whether the studio fetches addresses that a user names."""
    fetch_loopback_port: int | None = None
    """One port of this computer that may be fetched from, for tests."""
    fetch_s: float = 60.0

    @classmethod
    def read(cls, environment: Mapping[str, str], **arguments: Any) -> Settings:
        """Read the environment; arguments that are not None win.

        Raises:
            SkillError: `usage` for a value that its setting cannot take.
        """
        given = {name: value for name, value in arguments.items() if value is not None}
        given.setdefault("home", default_home(environment))
        for field in fields(cls):
            text = environment.get(PREFIX + field.name.upper(), "").strip()
            if text and field.name not in given and field.name != "home":
                given[field.name] = _convert(field.name, str(field.type), text)
        return cls(**given)


def default_home(environment: Mapping[str, str]) -> Path:
    """Return the studio's folder inside the state folder that the tools use."""
    # Only these variables: a bad NEMO_TOKEN is no reason for the studio not to start.
    wanted = {name: environment[name] for name in _HOME_VARIABLES if name in environment}
    return ToolSettings.read(wanted).home / "studio"


def _convert(name: str, kind: str, text: str) -> Value:
    try:
        return _CONVERTERS[kind](text)
    except (ValueError, KeyError):
        raise SkillError("usage", f"{PREFIX}{name.upper()} cannot be {text[:40]!r}.") from None


def _yes_no(text: str) -> bool:
    return _YES_NO[text.lower()]


_CONVERTERS: dict[str, Callable[[str], Value]] = {
    "int": int,
    "int | None": int,
    "float": float,
    "bool": _yes_no,
}
