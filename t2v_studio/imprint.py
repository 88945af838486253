"""What decides every byte of a film, as one hash: the order, the files it uses, and this program.

Two orders with one imprint get one film. The program counts as a whole: a film is never given out
that today's code, libraries or typefaces would make otherwise.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from t2v_studio.draft_schema import assets_of

_PACKAGE = Path(__file__).parent
_LEFT_OUT = {"__pycache__"}


class Imprints:
    """Takes imprints, and reads no file twice that did not change."""

    def __init__(self) -> None:
        self._files: dict[tuple[str, int, int], str] = {}

    def of(
        self, draft: Mapping[str, Any], files: Mapping[str, Path], **how: str | float | None
    ) -> str:
        """Return the imprint of an order.

        Args:
            draft: A valid draft.
            files: Where uploads lie, by id. Only what the draft uses is looked at.
            how: Format, quality, and whatever else the film depends on.
        """
        used = {name: self._file(files[name]) for name in sorted(assets_of(draft))}
        whole = {"draft": draft, "files": used, "how": how, "program": program()}
        return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()

    def _file(self, path: Path) -> str:
        state = path.stat()
        key = (str(path), state.st_size, state.st_mtime_ns)
        if key not in self._files:
            with path.open("rb") as file:
                self._files[key] = hashlib.file_digest(file, "sha256").hexdigest()
        return self._files[key]


@cache
def program() -> str:
    """Return the hash of this package and of everything that is installed beside it."""
    hashed = hashlib.sha256(f"{platform.machine()} {platform.python_version()}".encode())
    for name in sorted(f"{one.name} {one.version}" for one in distributions()):
        hashed.update(name.encode())
    for path in sorted(_PACKAGE.rglob("*")):
        if path.is_file() and not _LEFT_OUT & set(path.parts):
            hashed.update(str(path.relative_to(_PACKAGE)).encode() + path.read_bytes())
    return hashed.hexdigest()
