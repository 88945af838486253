"""What an evaluation comes to: the few numbers and names that fit into one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from t2v_measure import metrics
from t2v_measure.agreement import Agreement
from t2v_measure.evaluation import Evaluation
from t2v_measure.rows import Row

SHOWN = 10
"""Entries of a list in the tool's one line; all of them stand in the files."""


def summary(found: Evaluation) -> dict[str, Any]:
    """Return what fits into one line: counts, means, and the first of what is wrong."""
    faults: dict[str, int] = {}
    for row in found.rows:
        for name in row.faults:
            faults[name] = faults.get(name, 0) + 1
    failed = [
        {"file": row.file, "code": row.error[0]} for row in found.rows if row.error is not None
    ]
    return {
        "videos": len(found.rows),
        "measured": len(found.whole),
        "failed": failed[:SHOWN],
        "faults": faults,
        "deviations": sorted({words for row in found.whole for words in row.deviations})[:SHOWN],
        "means": means(found),
        "duplicates": found.similar["duplicates"][:SHOWN],
        "diversity_between_prompts": found.similar["diversity_between_prompts"],
        "agreement": strongest(found.agreements),
    }


def means(found: Evaluation) -> dict[str, float]:
    """Return the mean of every numeric metric that has one."""
    digits = {row.name: row.digits for row in metrics.METRICS}
    names = [*metrics.numeric(), *(row[0] for row in metrics.REFERENCE), metrics.CLIP[0]]
    columns = {name: [v for v in found.column(name) if v is not None] for name in names}
    return {
        name: round(sum(values) / len(values), digits.get(name, 3))
        for name, values in columns.items()
        if values
    }


def strongest(found: dict[str, Agreement]) -> dict[str, dict[str, float]]:
    """Return the metrics that agree best with people, the best first."""
    best = sorted(found.items(), key=lambda pair: -abs(pair[1].srcc))[:SHOWN]
    return {name: {"plcc": one.plcc, "srcc": one.srcc, "n": one.count} for name, one in best}


def names_of(rows: Sequence[Row]) -> list[str]:
    """Return the metrics that occur in the rows, in the order of the tables."""
    known = [*(m.name for m in metrics.METRICS), *(m[0] for m in metrics.REFERENCE),
             metrics.CLIP[0]]  # fmt: skip
    return [name for name in known if any(name in row.metrics for row in rows)]
