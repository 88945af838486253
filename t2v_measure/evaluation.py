"""A whole evaluation: every video's row, what ties them together, and the files that say so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from t2v_measure import agreement, crew, metrics, similarity, targets
from t2v_measure.agreement import Agreement
from t2v_measure.rows import Row, Wanted
from t2v_measure.similarity import Film
from t2v_measure.source import open_video
from t2v_measure.trouble import MeasureError

DISCLAIMER = (
    "None of these numbers says whether a video shows what its prompt asks for; "
    "they are about the file, the picture and the sound."
)
FITTING = (
    "CLIP score is a model's opinion of how frames and prompt go together; "
    "the other numbers are about the file, the picture and the sound."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be evaluated, and where the files go. Paths are absolute."""

    target: Path
    output: Path
    formats: tuple[str, ...]
    reference: Path | None = None
    scores: Path | None = None
    clip_model: Path | None = None


@dataclass(slots=True, kw_only=True)
class Evaluation:
    """The result."""

    rows: list[Row]
    similar: dict[str, Any]
    agreements: dict[str, Agreement] = field(default_factory=dict)
    unmatched_scores: int = 0
    disclaimer: str = DISCLAIMER

    @property
    def whole(self) -> list[Row]:
        """The rows of videos that could be measured."""
        return [row for row in self.rows if row.error is None]

    def column(self, name: str) -> list[float | None]:
        """Return a numeric metric of all rows, None where there is none."""
        values = (row.metrics.get(name) for row in self.rows)
        return [float(value) if isinstance(value, (int, float)) else None for value in values]


def evaluate(order: Order, told: Callable[[float], None]) -> Evaluation:
    """Measure all that the order names.

    Raises:
        MeasureError: as `targets.find` and `targets.scores`; a single video's own failure.
    """
    items = targets.find(order.target)
    given = targets.scores(order.scores) if order.scores else {}
    if order.reference:
        open_video(order.reference).close()  # told before an hour of measuring
    wanted = Wanted(reference=order.reference, clip_model=order.clip_model)
    rows = crew.measure_all(items, wanted, told, crew.workers())
    if len(rows) == 1 and rows[0].error:
        raise MeasureError(*rows[0].error)
    for item, row in zip(items, rows, strict=True):
        row.human_score = targets.score_of(item, given)
    films = [Film(row.file, tuple(row.hashes), row.prompt) for row in rows if not row.error]
    found = Evaluation(
        rows=rows,
        similar=similarity.compare(films),
        unmatched_scores=max(0, len(given) - sum(row.human_score is not None for row in rows)),
        disclaimer=FITTING if order.clip_model else DISCLAIMER,
    )
    if given:
        names = [*metrics.numeric(), *(row[0] for row in metrics.REFERENCE), metrics.CLIP[0]]
        found.agreements = agreement.agreements(
            {name: found.column(name) for name in names}, [row.human_score for row in rows]
        )
    return found
