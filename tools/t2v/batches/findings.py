"""The bad rows of a table: counted, the first of them shown, all of them in a file."""

from __future__ import annotations

import contextlib
import csv
from collections import Counter
from pathlib import Path
from typing import Any, TextIO

from t2v.batches.reasons import REASONS, Reason
from t2v.disk import disk_error
from t2v.errors import SkillError

SHOWN = 20
FILE = "bad-rows.csv"


class Findings:
    """Bad rows, as they are found. A context manager: what it wrote is whole, or not there."""

    def __init__(self, folder: Path) -> None:
        """Write `bad-rows.csv` into `folder`, once there is a bad row."""
        self._path = folder / FILE
        self._temporary = folder / f".{FILE}.tmp"
        self._stream: TextIO | None = None
        self.counts: Counter[str] = Counter()
        self._first: list[tuple[int, Reason, str]] = []

    def __enter__(self) -> Findings:  # noqa: PYI034 - Self is 3.11
        return self

    def __exit__(self, kind: object, error: object, _traceback: object) -> None:
        if self._stream is None:
            if kind is None:
                self._path.unlink(missing_ok=True)  # of an earlier look at the table
            return
        try:
            self._stream.close()
            self._temporary.replace(self._path)
        except OSError as trouble:
            with contextlib.suppress(OSError):
                self._temporary.unlink(missing_ok=True)
            if error is None:
                raise disk_error(trouble, "output_unusable") from trouble

    def add(self, row: int, reason: Reason, detail: str = "") -> None:
        """Write a bad row down."""
        self.counts[reason.code] += 1
        if len(self._first) < SHOWN:
            self._first.append((row, reason, detail))
        try:
            if self._stream is None:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._stream = self._temporary.open("w", encoding="utf-8", newline="")
                csv.writer(self._stream).writerow(("row", "code", "meaning"))
            csv.writer(self._stream).writerow((row, reason.code, f"{reason.meaning} {detail}"))
        except OSError as trouble:
            raise disk_error(trouble, "output_unusable") from trouble

    @property
    def stopping(self) -> int:
        """How many rows stand in the way."""
        return sum(count for code, count in self.counts.items() if REASONS[code].stops)

    def facts(self) -> dict[str, Any]:
        """Return what may be told: numbers, the first rows, and the file with all of them."""
        if not self.counts:
            return {}
        return {
            "bad": dict(sorted(self.counts.items())),
            "bad_rows": [
                {"row": row, "code": reason.code, "say": f"{reason.meaning} {detail}".strip()}
                for row, reason, detail in self._first
            ],
            "bad_rows_file": str(self._path),
        }

    def require_none(self) -> None:
        """Refuse to go on while rows stand in the way.

        Raises:
            SkillError: `bad_rows`.
        """
        if not self.stopping:
            return
        row, reason, _ = next(one for one in self._first_stopping())
        many = "1 row" if self.stopping == 1 else f"{self.stopping} rows"
        raise SkillError(
            "bad_rows",
            f"{many} cannot be used; the first is row {row}: {reason.meaning}",
            data=self.facts(),
        )

    def _first_stopping(self) -> list[tuple[int, Reason, str]]:
        shown = [one for one in self._first if one[1].stops]
        if shown:
            return shown
        code = next(code for code in self.counts if REASONS[code].stops)
        return [(0, REASONS[code], "")]
