"""What a file may be called everywhere: on Windows, macOS and Linux, in a shell and in a CSV."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from t2v.batches.reasons import LONGEST_ID, BadRowError
from t2v.external.invisible import visible

_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
_NOWHERE = re.compile('[<>:"|?*\x00-\x1f\x7f]')
"""Characters that Windows refuses in names."""

LONGEST_BYTES = 230
"""Of a name without its ending: file systems take 255, and downloads put a few beside it."""


def require_id(id_: str) -> str:
    """Return an id that can be a file's name.

    Raises:
        BadRowError: what is wrong with it.
    """
    if "/" in id_ or "\\" in id_:
        raise BadRowError("id_slash")
    if id_.startswith(".") or id_.endswith("."):
        raise BadRowError("id_dots")
    if visible(id_) != id_ or not id_.isprintable() or unicodedata.normalize("NFKC", id_) != id_:
        raise BadRowError("id_unicode")
    if _DEVICE.fullmatch(id_):
        raise BadRowError("id_reserved")
    if _NOWHERE.search(id_):
        raise BadRowError("id_characters")
    if len(id_) > LONGEST_ID or len(id_.encode()) > LONGEST_BYTES:
        raise BadRowError("id_too_long")
    return id_


def from_prompt(prompt: str) -> str:
    """Return a prompt as a file's name: itself wherever that is one, for tools that look it up."""
    name = _NOWHERE.sub(" ", visible(prompt)).replace("/", " ").replace("\\", " ").lstrip(". ")
    if not name or _DEVICE.fullmatch(name) or len(name.encode()) > LONGEST_BYTES:
        short = name.encode()[: LONGEST_BYTES - 9].decode(errors="ignore").strip(". ")
        return f"{short}-{hashlib.sha256(prompt.encode()).hexdigest()[:8]}"
    return name


def alike(name: str) -> str:
    """Return what two names have in common that are one file on some system."""
    return unicodedata.normalize("NFKC", name).casefold()
