"""Text that somebody else wrote: what must go before a person or an agent reads it.

A reply, a name or an error message of the backend may hold terminal escapes, invisible
characters, markers that a host program obeys, or links that a chat window fetches. What is left is
plain words, of bounded length. Standard library only.
"""

from __future__ import annotations

TEXT_LIMIT = 8_000
"""Bytes of UTF-8 that a tool passes on; a real reply has a few hundred."""

TIMELINE_LIMIT = 2_000
"""Bytes of a timeline with its names; the largest that a person reads has a dozen of them."""

NAME_LIMIT = 80
"""Characters of a track's or a file's name inside one of our own sentences."""


def clean(text: str, limit: int = TEXT_LIMIT) -> str:
    """Return the text without escapes, invisible characters and markers, at most `limit` bytes."""
    # Their patterns take longer to compile than many an answer, which has no such text, to read.
    from t2v.external.invisible import visible  # noqa: PLC0415
    from t2v.external.markers import disarmed  # noqa: PLC0415

    # No real reply needs more than this, and the patterns need not see a megabyte.
    text = text[: 4 * limit]
    text = visible(disarmed(visible(text)))
    cut = text.encode()
    if len(cut) > limit:
        text = cut[: limit - 4].decode(errors="ignore") + "…"
    return text.strip("\n")


def clean_name(value: object, limit: int = NAME_LIMIT) -> str:
    """Return one line that may stand, quoted, in a sentence of ours; "" for what is not text."""
    if not isinstance(value, str):
        return ""
    line = " ".join(clean(value[: 4 * limit], 4 * limit).split())
    line = line.replace('"', "'").replace("`", "'")
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
