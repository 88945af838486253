"""The user's own words, checked before they are used."""

from __future__ import annotations

from t2v.errors import SkillError

LIMIT = 20_000
"""Characters of one message: a script of a quarter of an hour; more is a document."""


def require_words(text: str | None) -> str:
    """Return the words without the space around them.

    Raises:
        SkillError: `empty_text`, or `text_too_long` with the numbers.
    """
    words = (text or "").replace("\0", "").strip()
    if not words:
        raise SkillError("empty_text")
    if len(words) > LIMIT:
        raise SkillError(
            "text_too_long",
            f"The text has {len(words)} characters; {LIMIT} are the most.",
            limit=LIMIT,
        )
    return words


def refuse_words(text: str | None) -> None:
    """Refuse words where earlier ones are waited for: they would be dropped in silence.

    Raises:
        SkillError: `usage`.
    """
    if text is not None:
        raise SkillError("usage", "Words cannot be sent together with --resume.")
