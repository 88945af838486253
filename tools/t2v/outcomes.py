"""What a run that failed has to say: by name, with what it had cost, and nothing left unnamed."""

from __future__ import annotations

import sys

from t2v.context import Context
from t2v.errors import SkillError
from t2v.report import Charged

NEEDED = ("requests", "urllib3", "sseclient-py", "PyYAML")
"""What the tools need beside Python."""


def priced(error: SkillError, context: Context | None) -> SkillError:
    """Return the failure with what the run had cost when it came."""
    if context is not None and error.charged is Charged.NO:
        error.charged = context.charged
    if context is not None and error.charged is Charged.YES:
        error.data.setdefault("credits_spent", context.spent)
    return error


def unforeseen(error: Exception) -> SkillError:
    """Name a missing dependency; show anything else whole."""
    if isinstance(error, ModuleNotFoundError):
        # All of them at once: who lacks one lacks the others, and one command is enough.
        from t2v.checks import shell  # noqa: PLC0415 - only where something is missing

        command = shell.install(*NEEDED)
        return SkillError(
            "extra_missing", f"{error.name} is not installed.", data={"command": command}
        )
    sys.excepthook(type(error), error, error.__traceback__)  # to stderr, for a report to us
    return SkillError("internal", f"{type(error).__name__}.")
