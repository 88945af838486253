"""What an evaluation is written as: a row a format."""

from __future__ import annotations

from collections.abc import Callable

from t2v_measure.evaluation import Evaluation
from t2v_measure.report.page import page
from t2v_measure.report.tables import as_csv, as_json

WRITERS: dict[str, tuple[str, Callable[[Evaluation], str]]] = {
    "json": ("evaluation.json", as_json),
    "csv": ("evaluation.csv", as_csv),
    "html": ("evaluation.html", page),
}
"""Format -> file name and writer."""
