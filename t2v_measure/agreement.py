"""How well a metric agrees with people: Pearson's and Spearman's correlation.

PLCC is of the values as they are; no logistic curve is fitted first, as some papers do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LEAST = 3
"""Pairs without which a correlation says nothing."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One metric against the scores, over `count` films."""

    plcc: float
    srcc: float
    count: int


def agreements(
    measured: Mapping[str, Sequence[float | None]], scores: Sequence[float | None]
) -> dict[str, Agreement]:
    """Return the agreement of each metric; those that do not vary, or with too few, are left out.

    Args:
        measured: a metric's values, one a film, in the order of `scores`.
        scores: people's, None for films that nobody judged.
    """
    found = {}
    for name, values in measured.items():
        pairs = [
            (value, score)
            for value, score in zip(values, scores, strict=True)
            if value is not None and score is not None
        ]
        if len(pairs) < LEAST:
            continue
        one, other = np.array(pairs, np.float64).T
        if np.ptp(one) and np.ptp(other):
            plcc, srcc = pearson(one, other), pearson(ranks(one), ranks(other))
            found[name] = Agreement(round(plcc, 4), round(srcc, 4), len(pairs))
    return found


def pearson(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Return the linear correlation, -1 to 1."""
    return float(np.corrcoef(one, other)[0, 1])


def ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return each value's rank; equal values share the mean of theirs."""
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2)[places], np.float64)
