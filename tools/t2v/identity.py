"""Who is calling: the X-Skill-* headers, the platform, and the client id.

The headers go on every request: without one of them the service refuses an export. The client id
belongs to the computer and is shared with the vendor's other skills.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from t2v.errors import SkillError
from t2v.secret import Secret

if TYPE_CHECKING:
    from t2v.skill import Skill  # it loads yaml, which most users of this module do not need

_PLATFORMS = ((".clawhub", "clawhub"), (".cursor/skills", "cursor"))
"""Folders under the user's home, first match wins."""

_HEADER_VALUE = re.compile(r"[\w.+/ -]{1,100}", re.ASCII)
_CLIENT_ID = re.compile(r"[0-9A-Za-z-]{8,64}")


def skill_headers(skill: Skill, platform: str) -> dict[str, str]:
    """Return the three attribution headers."""
    headers = {
        "X-Skill-Source": skill.slug,
        "X-Skill-Version": skill.version,
        "X-Skill-Platform": platform,
    }
    for name, value in headers.items():
        if not _HEADER_VALUE.fullmatch(value):
            raise SkillError("skill_broken", f"{name} would not be a header value.")
    return headers


def authorization(token: Secret) -> str:
    """Return the Authorization header's value."""
    return f"Bearer {token.reveal()}"


def platform(folder: Path, home: Path, override: str | None) -> str:
    """Say which host installed the skill in `folder`, a path as it was called.

    Symlinks are not resolved: a host's folder may hold links to files that another one owns.
    """
    if override:
        if not _HEADER_VALUE.fullmatch(override):
            raise SkillError("usage", "SKILL_SOURCE is not a plain name such as cursor.")
        return override
    for place, name in _PLATFORMS:
        if folder.is_relative_to(home / place):
            return name
    # A registry's client leaves this behind wherever it installs.
    return "clawhub" if (folder / ".clawhub" / "origin.json").is_file() else "unknown"


def client_id(stored: str | None, override: str | None) -> str:
    """Return the id to use: the user's own, else the stored one, else a new UUID."""
    for candidate in (override, stored):
        if candidate and _CLIENT_ID.fullmatch(candidate):
            return candidate
    if override:
        raise SkillError("usage", "NEMO_CLIENT_ID is not a UUID.")
    import uuid  # noqa: PLC0415 - once in the life of a computer; it costs as much as our headers

    return str(uuid.uuid4())
