"""The exception that names why something cannot be measured; the engine's table has the words."""

from __future__ import annotations

CODES = (
    "file_missing",
    "file_unreadable",
    "not_a_file",
    "file_empty",
    "not_a_video",
    "file_damaged",
    "file_too_large",
    "no_videos",
    "bad_table",
    "bad_reference",
    "bad_model",
    "cannot_fit",
    "output_exists",
    "output_unusable",
    "disk_full",
    "extra_missing",
)
"""Every code that leaves this package; each is a row of the engine's failure table."""


class MeasureError(Exception):
    """A named failure. `detail` is one sentence for a person; `extra` names a part to install."""

    def __init__(self, code: str, detail: str, *, extra: str = "") -> None:
        """Take the row's code and what is true here."""
        if code not in CODES:
            raise ValueError(code)
        super().__init__(detail)
        self.code, self.detail, self.extra = code, detail, extra

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes whole."""
        return _again, (self.code, self.detail, self.extra)


def _again(code: str, detail: str, extra: str) -> MeasureError:
    return MeasureError(code, detail, extra=extra)
