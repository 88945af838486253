"""A second copy of a film that fits the limit of a chat, beside the first, which stays as it is."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any, NamedTuple

from t2v.context import Context
from t2v.errors import SkillError

UNITS = {"": 1e6, "b": 1, "kb": 1e3, "k": 1e3, "mb": 1e6, "m": 1e6, "gb": 1e9, "g": 1e9}
"""Decimal: what fits 25 MB fits 25 MiB as well."""
_SIZE = re.compile(r"\s*(\d{1,9}(?:\.\d{1,3})?)\s*([a-z]{0,2})\s*", re.IGNORECASE)
SMALLEST = 10_000

LIKENESS = (
    (0.98, "it looks the same"),
    (0.95, "it looks nearly the same"),
    (-1.0, "the picture is visibly softer"),
)
"""What each SSIM from this one on means to the eye."""


class Copy(NamedTuple):
    """What came of it: `facts` for `data.fit`, and a sentence."""

    facts: dict[str, Any]
    say: str


def size_bytes(text: str) -> int:
    """Return the bytes that a size such as 25MB or 800KB stands for, for the command line."""
    found = _SIZE.fullmatch(text)
    unit = UNITS.get(found[2].lower()) if found else None
    if found is None or unit is None or float(found[1]) * unit < SMALLEST:
        message = "must be a size such as 16MB, 25MB or 800KB"
        raise argparse.ArgumentTypeError(message)
    return int(float(found[1]) * unit)


def name(path: Path, limit: int) -> Path:
    """Return where the copy of a film goes: `<stem>-25MB.mp4` beside it."""
    return path.with_name(f"{path.stem}-{shown(limit).replace(' ', '')}.mp4")


def shown(limit: int) -> str:
    """Return a size as people write it."""
    return f"{limit / 1e6:g} MB" if limit >= 1e6 else f"{limit / 1e3:g} KB"


def require_room(path: Path, limit: int, *, force: bool) -> None:
    """Refuse before anything is rendered when the copy's name is taken.

    Raises:
        SkillError: `output_exists`.
    """
    copy = name(path, limit)
    if copy.exists() and not force:
        raise SkillError("output_exists", f"{copy} exists already.", data={"file": str(copy)})


def fit(context: Context, path: Path, limit: int, *, force: bool) -> Copy:
    """Make the copy, in a program of its own.

    Raises:
        SkillError: `cannot_fit`, with the film that is there all the same; `extra_missing`, ...
    """
    order = {
        "verb": "fit",
        "source": str(path),
        "output": str(name(path, limit)),
        "limit": limit,
        "force": force,
    }
    try:
        made = context.measuring.run(order, context.clock.budget(None), "Fitting")
    except SkillError as error:
        error.data.setdefault("file", str(path))
        raise
    return _told(made or {}, limit)


def _told(made: dict[str, Any], limit: int) -> Copy:
    if made.get("file") is None:
        return Copy({"fits": True, **made}, f"It is below {shown(limit)} as it is.")
    size = f"{made['bytes'] / 1e6:.1f} MB, {made['width']}x{made['height']}"
    say = f"A copy below {shown(limit)} is {made['file']} ({size}{_likeness(made.get('ssim'))})."
    return Copy({"fits": made["bytes"] <= limit, **made}, say)


def _likeness(ssim: float | None) -> str:
    """Return how near the copy's picture comes to the film's, in words; the figures are data."""
    if ssim is None:
        return ""
    return next(f"; {said}" for least, said in LIKENESS if ssim >= least)
