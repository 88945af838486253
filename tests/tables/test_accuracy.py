"""How often the router is right, on requests written before its word lists and after them."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "accuracy"


@pytest.fixture(scope="module")
def accuracy() -> ModuleType:
    """Return the script as a module."""
    loader = importlib.machinery.SourceFileLoader("accuracy", str(SCRIPT))
    spec = importlib.util.spec_from_loader("accuracy", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["accuracy"] = module
    loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rows(accuracy: ModuleType) -> list[Any]:
    return list(accuracy.requests())


@pytest.mark.parametrize(
    ("source", "kind", "floor"),
    [
        ("held_out", "plain", 0.97),
        ("held_out", "tricky", 0.97),
        ("tuned", "plain", 0.99),
        ("tuned", "tricky", 0.99),
    ],
)
def test_requests_go_where_they_belong(
    accuracy: ModuleType, rows: list[Any], source: str, kind: str, floor: float
) -> None:
    part = [row for row in rows if row.held_out is (source == "held_out") and row.kind == kind]
    assert accuracy.accuracy(part) >= floor, [row for row in part if not row.right][:20]


@pytest.mark.parametrize("language", ["en", "zh", "es", "pt", "fr", "de", "ja", "ko", "ru", "id"])
def test_no_language_falls_behind(accuracy: ModuleType, rows: list[Any], language: str) -> None:
    part = [row for row in rows if row.language == language]
    assert len(part) >= 30
    assert accuracy.accuracy(part) >= 0.95


def test_no_content_goes_to_another_tool(rows: list[Any]) -> None:
    content = [row for row in rows if row.gold == "send"]
    assert sum(not row.right for row in content) <= len(content) // 200


def test_there_are_as_many_requests_that_must_not_match(
    accuracy: ModuleType, rows: list[Any]
) -> None:
    """Written ones and requests that stand in quotations, which are content as well."""
    golds = Counter(row.gold == "send" for row in rows)
    quoted = accuracy.quoted(rows)
    assert golds[True] >= 900
    assert golds[True] + len(quoted) >= golds[False]
    assert all(row.right for row in quoted), [row for row in quoted if not row.right][:20]


def test_no_request_is_held_out_and_tuned_on(rows: list[Any]) -> None:
    texts = Counter(row.text.casefold().strip(" .!?") for row in rows)
    sides: dict[str, set[bool]] = {}
    for row in rows:
        sides.setdefault(row.text, set()).add(row.held_out)
    assert all(len(held_out) == 1 for held_out in sides.values())
    assert max(texts.values()) <= 4  # "status" is a word of several languages


def test_a_router_that_says_send_to_all_would_be_noticed(
    accuracy: ModuleType, rows: list[Any]
) -> None:
    lazy = [row._replace(tool="send") for row in rows]
    assert accuracy.accuracy(lazy) < 0.6


def test_the_script_prints_both_tables() -> None:
    run = subprocess.run(
        [sys.executable, str(SCRIPT), "--misses"], capture_output=True, text=True, check=True
    )
    assert run.stdout.count("label") == 2
    assert "plain" in run.stdout
    assert not run.stderr
