"""One video of a batch: what is asked for, read from a row and checked."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from t2v.batches.columns import Columns
from t2v.batches.names import require_id
from t2v.batches.reasons import MOST_SAMPLES, MOST_SECONDS, BadRowError
from t2v.errors import SkillError
from t2v.media_files import MediaFile
from t2v.wording import LIMIT

_ASPECT = re.compile(r"(\d{1,2})\s*[:x/]\s*(\d{1,2})")
_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,3})?")


class Wanted(NamedTuple):
    """A row that can become videos, `samples` of them. `source` is a file to begin with."""

    row: int
    id: str
    prompt: str
    samples: int | None = None
    duration_s: float | None = None
    aspect: str = ""
    style: str = ""
    category: str = ""
    dimension: str = ""
    source: str = ""


class Reader:
    """Reads rows of one table."""

    def __init__(self, folder: Path, *, edit: str | None, most_mb: int) -> None:
        """Files stand in `folder`; `edit` is what to do with one whose row does not say."""
        self._folder, self._edit, self._most_mb = folder, edit, most_mb

    def read(self, number: int, cells: Mapping[str, str], columns: Columns) -> Wanted:
        """Return what the row asks for.

        Raises:
            BadRowError: it cannot be used.
        """
        told = {what: cells.get(name, "").strip() for what, name in columns.items()}
        source = self._source(told.get("file", ""))
        prompt = self._prompt(told, source)
        return Wanted(
            row=number,
            id=require_id(told["id"]) if told.get("id") else "",
            prompt=prompt,
            samples=_samples(told.get("n", "")),
            duration_s=_seconds(told.get("duration", "")),
            aspect=_aspect(told.get("aspect", "")),
            style=told.get("style", "")[:200],
            category=told.get("category", "")[:200],
            dimension=_listed(told.get("dimension", "")),
            source=source,
        )

    def _prompt(self, told: Mapping[str, str], source: str) -> str:
        edit = told.get("edit") or self._edit or ""
        prompt = (edit or told.get("prompt", "")) if source else told.get("prompt", "") or edit
        if not prompt:
            raise BadRowError("no_edit" if source else "no_prompt")
        if len(prompt) > LIMIT:
            raise BadRowError("prompt_too_long")
        return prompt

    def _source(self, name: str) -> str:
        """Return a file of the row; tables come from anywhere, and must not fetch from anywhere."""
        if not name:
            return ""
        try:
            path = (self._folder / name).resolve()
            if not path.is_relative_to(self._folder.resolve()):
                raise BadRowError("file_outside")
            MediaFile.open(path, self._most_mb).handle.close()
        except SkillError as error:
            missing = error.code == "file_missing"
            raise BadRowError("file_missing" if missing else "file_unusable") from None
        except (OSError, ValueError, RuntimeError):
            raise BadRowError("file_unusable") from None
        return str(path)


def _seconds(text: str) -> float | None:
    number = text.lower().removesuffix("s").strip()
    if not number:
        return None
    if not _NUMBER.fullmatch(number) or not 1 <= float(number) <= MOST_SECONDS:
        raise BadRowError("bad_duration")
    return float(number)


def _aspect(text: str) -> str:
    if not text:
        return ""
    found = _ASPECT.fullmatch(text)
    if found is None or not int(found[1]) or not int(found[2]):
        raise BadRowError("bad_aspect")
    return f"{int(found[1])}:{int(found[2])}"


def _samples(text: str) -> int | None:
    if not text:
        return None
    if not re.fullmatch(r"\d{1,3}(?:\.0)?", text) or not 1 <= int(float(text)) <= MOST_SAMPLES:
        raise BadRowError("bad_samples")
    return int(float(text))


def _listed(text: str) -> str:
    """Return a list of names, which JSON may hold, as one text."""
    try:
        value = json.loads(text) if text.startswith("[") else text
    except ValueError:
        return text[:400]
    return (", ".join(map(str, value)) if isinstance(value, list) else str(value))[:400]
