"""An evaluation as JSON, with everything, and as CSV, a video a row."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from typing import Any

from t2v_measure import metrics
from t2v_measure.evaluation import Evaluation
from t2v_measure.rows import Row
from t2v_measure.summary import means, names_of

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would run when it stands at the front of a cell."""


def definitions() -> list[dict[str, str]]:
    """Return what each metric is: the tables, as data."""
    rows = [(m.name, m.unit, m.meaning, m.source) for m in metrics.METRICS]
    rows += [*metrics.REFERENCE, metrics.CLIP]
    keys = ("name", "unit", "meaning", "source")
    return [dict(zip(keys, row, strict=True)) for row in rows]


def as_json(found: Evaluation) -> str:
    """Return everything."""
    document: dict[str, Any] = {
        "note": found.disclaimer,
        "means": means(found),
        "similar": found.similar,
        "agreement": {name: asdict(one) for name, one in found.agreements.items()},
        "unmatched_scores": found.unmatched_scores,
        "metrics": definitions(),
        "videos": [row.plain() for row in found.rows],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def as_csv(found: Evaluation) -> str:
    """Return a video a row; stretches as `start-end` joined by spaces."""
    names = names_of(found.rows)
    out = io.StringIO(newline="")
    table = csv.writer(out)
    extra = ["faults", "stretches", "deviations", "human_score", "error"]
    table.writerow(["file", "id", "prompt", *names, *extra])
    for row in found.rows:
        cells = [row.file, row.id, row.prompt, *(row.metrics.get(name) for name in names)]
        cells += [" ".join(row.faults), _stretches(row), "; ".join(row.deviations)]
        cells += [row.human_score, row.error[0] if row.error else None]
        table.writerow([_cell(cell) for cell in cells])
    return out.getvalue()


def _stretches(row: Row) -> str:
    found = [
        f"{name}:{start:g}-{end:g}" for name, each in row.findings.items() for start, end in each
    ]
    return " ".join(found)


def _cell(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
