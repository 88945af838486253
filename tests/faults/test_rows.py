"""No row of the fault model is without a test that causes it."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.faults.rows import ELSEWHERE, ROWS
from tests.faults.test_matrix import CASES
from tests.faults.test_rows_downloads import FILMS

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"test_rows?_(\d+)_(?:to_(\d+)_)?")
LISTED = [(row, test) for row, tests in sorted(ELSEWHERE.items()) for test in tests]


@cache
def names_in(path: Path) -> list[str]:
    """Return the names of the tests that a file holds."""
    tree = ast.parse(path.read_text("utf-8"))
    return [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]


def named_rows(names: list[str]) -> set[int]:
    """Return the rows that tests name."""
    found = [match for name in names if (match := NAMED.match(name))]
    return {row for one in found for row in range(int(one[1]), int(one[2] or one[1]) + 1)}


def test_every_row_has_a_case() -> None:
    files = Path(__file__).parent.glob("test_rows_*.py")
    here = named_rows([name for path in files for name in names_in(path)])
    here |= {case.row for case in CASES} | {film.row for film in FILMS}
    assert here | ELSEWHERE.keys() == set(ROWS)


@pytest.mark.parametrize(("row", "test"), LISTED, ids=str)
def test_what_is_listed_is_there(row: int, test: str) -> None:
    path, _, name = test.partition("::")
    assert name in names_in(ROOT / path)


def test_a_row_without_a_case_would_be_noticed() -> None:
    assert named_rows(["test_row_5_x", "test_rows_7_to_9_x", "test_rows", "test_x"]) == {5, 7, 8, 9}


def test_no_two_cases_have_the_same_name() -> None:
    names = [case.id for case in CASES]
    assert len(set(names)) == len(names)
