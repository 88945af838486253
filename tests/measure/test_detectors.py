"""Detectors find what was planted and nothing else; `scripts/detectors` prints the figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from planted.faults import FAULTS, planted
from planted.scoring import Score, look, score, table
from t2v_measure.detectors import DETECTORS
from t2v_measure.stretches import Stretches

BY_NAME = {fault.name: fault for fault in FAULTS}
SEEDS = (2000, 2001)
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.95
"""What the README states, too; the small set here leaves room for no mistake at all."""


def test_every_detector_has_a_fault_that_it_is_for() -> None:
    names = {row.name for row in DETECTORS} | {"damaged"}
    assert {fault.detector for fault in FAULTS} - {""} == names


@pytest.mark.soak
def test_detectors_keep_their_precision_and_recall(tmp_path: Path) -> None:
    for name, one in score(tmp_path, SEEDS).items():
        assert one.precision >= LEAST_PRECISION, (name, one)
        assert one.recall >= LEAST_RECALL, (name, one)


@pytest.mark.parametrize(
    ("name", "seed"),
    [
        *((name, 3003) for name in ("black", "freeze", "silence", "clipping", "truncation")),
        ("coding", 3003),  # MPEG-4 part 2
        pytest.param("coding", 3000, marks=pytest.mark.soak),  # WebM, which takes its time
    ],
)
def test_a_planted_fault_is_found_by_its_detector(tmp_path: Path, name: str, seed: int) -> None:
    film, truth = planted(BY_NAME[name], seed=seed)
    found = look(film, tmp_path / "film.bin")
    assert truth
    assert BY_NAME[name].detector in found


@pytest.mark.parametrize("name", ["none", "flash"])
def test_a_clean_film_has_no_findings(tmp_path: Path, name: str) -> None:
    film, _ = planted(BY_NAME[name], seed=3001)
    assert look(film, tmp_path / "film.bin") == {}


def test_what_is_missed_or_wrong_lowers_a_score() -> None:
    one = Score(right=3, wrong=1, missed=2)
    assert (one.precision, one.recall) == (0.75, 0.6)
    assert "| cut | 0.750 | 0.600 | 3 | 1 | 2 |" in table({"cut": one})


def test_a_stretch_is_told_when_it_is_long_enough() -> None:
    found = Stretches(least_s=0.5)
    for n, holds in enumerate("__###__#__####"):
        found.tell(holds == "#", n / 5, (n + 1) / 5)
    assert found.found() == [(0.4, 1.0), (2.0, 2.8)]
