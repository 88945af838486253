"""Plans that were shown and not sent yet, as files that a user may also change."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from t2v import disk
from t2v.documents.plan import Plan, from_plain, to_plain
from t2v.errors import SkillError
from t2v.media_files import open_regular

MOST = 50
"""Plans that are kept, the newest."""

_ID = re.compile(r"[0-9a-f]{8}")


class Kept(NamedTuple):
    """A plan and what was asked for with it."""

    plan: Plan
    ask: str


class PlanShelf:
    """The plans of this user."""

    def __init__(self, folder: Path) -> None:
        """Keep them in `folder`."""
        self._folder = folder

    def add(self, kept: Kept) -> tuple[str, Path]:
        """Keep a plan, and return its id, which is the same for the same plan, and its file."""
        document = {"ask": kept.ask, "plan": to_plain(kept.plan)}
        data = json.dumps(document, ensure_ascii=False, indent=1).encode()
        name = hashlib.sha256(data).hexdigest()[:8]
        path = self._folder / f"{name}.json"
        disk.write_private(path, data)
        self._sweep()
        return name, path

    def find(self, name: str) -> Kept:
        """Return the plan of that id, or in the file of that name.

        Raises:
            SkillError: `no_plan`, or that the file cannot be opened.
        """
        if _ID.fullmatch(name):
            data = disk.read_small(self._folder / f"{name}.json")
            if data is None:
                raise SkillError("no_plan", f"There is no plan {name}.")
            return _kept(data)
        with open_regular(Path(name)) as handle:
            return _kept(handle.read(disk.SMALL))

    def _sweep(self) -> None:
        """Forget the oldest."""
        with contextlib.suppress(OSError):
            plans = sorted(self._folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
            for old in plans[:-MOST]:
                old.unlink()


def _kept(data: bytes) -> Kept:
    try:
        document: dict[str, Any] = json.loads(data)
        return Kept(from_plain(document["plan"]), str(document["ask"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SkillError("no_plan", "That file holds no plan.") from error
