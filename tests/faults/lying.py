"""What lies in a folder that others work in: a file that goes meanwhile was not there."""

from __future__ import annotations

import contextlib
import stat
from collections.abc import Iterator
from pathlib import Path


def things(root: Path, *patterns: str) -> Iterator[tuple[Path, bytes]]:
    """Yield what lies below a folder and matches, with what it holds; a folder holds nothing."""
    for pattern in patterns or ("*",):
        for path in root.rglob(pattern):
            with contextlib.suppress(FileNotFoundError):
                yield path, path.read_bytes() if path.is_file() else b""


def modes(root: Path) -> Iterator[tuple[Path, int]]:
    """Yield whatever lies below a folder, with who may do what with it."""
    for path in root.rglob("*"):
        with contextlib.suppress(FileNotFoundError):
            yield path, stat.S_IMODE(path.lstat().st_mode)
