"""Files of ours: written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from t2v_measure.trouble import MeasureError

FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all.

    Raises:
        MeasureError: `disk_full` or `output_unusable`.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(text, "utf-8", newline="")
        temporary.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def unwritable(path: Path, error: OSError) -> MeasureError:
    """Return the failure of a file that cannot be written: a full disk, or another reason."""
    code = "disk_full" if error.errno in FULL else "output_unusable"
    return MeasureError(code, f"{path.name} cannot be written.")
