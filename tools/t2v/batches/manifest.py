"""The manifest: a JSON line for each item, and the tables of names that benchmarks ask for."""

from __future__ import annotations

import contextlib
import csv
import hashlib
import json
import os
import platform
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from t2v.batches.folder import MANIFEST, Folder
from t2v.batches.journal import DONE, Journal, Line
from t2v.batches.order import Order
from t2v.disk import disk_error, sync_folder

_RESULT = ("session", "task", "render", "requested", "delivered", "differs", "credits_before",
           "credits_after", "credits", "charged", "error", "say", "external", "bytes", "sha256",
           "started_at", "ended_at")  # fmt: skip

_STATES = {"again": "waiting", "running": "waiting"}
"""What another run will go on with is waiting, for everybody else."""


def write(journal: Journal, order: Order, folder: Folder) -> None:
    """Write the manifest, and the layout's table where it has one."""
    versions = {
        "tools": journal.meta("tools"),
        "skill": journal.meta("skill"),
        "backend": journal.meta("backend"),
        "python": platform.python_version(),
    }
    with replaced(folder.path / MANIFEST) as file:
        for line in journal.lines():
            file.write(json.dumps(record(line, versions), ensure_ascii=False) + "\n")
    if order.names.table:
        with replaced(folder.path / order.names.table) as file:
            _table(csv.writer(file), journal, submission=order.names.name == "kaggle")


def record(line: Line, versions: Mapping[str, str]) -> dict[str, Any]:
    """Return the manifest's line of an item."""
    item = line.item
    return {
        "id": item.id,
        "sample": item.sample,
        "row": item.row,
        "prompt": item.prompt,
        "prompt_sha256": hashlib.sha256(item.prompt.encode()).hexdigest(),
        "category": item.category or None,
        "dimension": item.dimension or None,
        "state": _STATES.get(line.state, line.state),
        "file": item.name if line.state == DONE else None,
        **{name: line.result.get(name) for name in _RESULT},
        "attempts": line.attempts,
        "versions": dict(versions),
    }


def _table(table: Any, journal: Journal, *, submission: bool) -> None:  # noqa: ANN401 - a csv writer
    """Write which file is whose: ids and files to submit, or what a name was made from."""
    table.writerow(("id", "video") if submission else ("file", "id", "sample", "prompt"))
    for line in journal.lines():
        item, made = line.item, line.state == DONE
        if submission:
            table.writerow((_stem(item.name), item.name if made else ""))
        elif made:
            table.writerow((item.name, item.id, item.sample, item.prompt))


def _stem(name: str) -> str:
    return Path(name).name.removesuffix(".mp4")


@contextlib.contextmanager
def replaced(path: Path) -> Iterator[TextIO]:
    """Yield a file that takes the place of the one at `path` when it is whole.

    Raises:
        SkillError: `disk_full`, `output_unusable`; then what was there is as it was.
    """
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        try:
            with temporary.open("w", encoding="utf-8", newline="") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
            sync_folder(path.parent)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise disk_error(error, "output_unusable") from error
