"""A look through a table, as tests ask for it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from t2v.batches.check import Check, Item
from t2v.batches.findings import Findings
from t2v.batches.order import Order

MOST_MB = 200


def looked(table: Path, **order: Any) -> tuple[list[Item], Findings]:
    """Return what the rows of a table become, and what was found wrong with the others."""
    wanted = Order(source=str(table), output=str(table.parent / "out"), **order)
    items: list[Item] = []
    with Findings(wanted.folder) as findings:
        checked = Check(wanted, findings, MOST_MB).run(items.append)
    return [one for one in items if one.row not in checked.repeated], findings


def written(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def bad(findings: Findings) -> list[tuple[int, str]]:
    """Return the bad rows that would be shown: number and code."""
    return [(one["row"], one["code"]) for one in findings.facts().get("bad_rows", [])]


def files(folder: Path) -> list[str]:
    """Return every file below a folder."""
    found = (Path(place) / name for place, _, names in os.walk(folder) for name in names)
    return sorted(path.relative_to(folder).as_posix() for path in found)
